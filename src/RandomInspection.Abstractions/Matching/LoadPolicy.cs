namespace RandomInspection.Matching;

/// <summary>What a match does about the inspectors' load.</summary>
/// <remarks>Source: random-inspection-match/1 "Problem".</remarks>
public enum LoadPolicy
{
    /// <summary>As even as possible: the sum of squared levels is the smallest that any assignment has. The default.</summary>
    Balanced = 0,

    /// <summary>Any assignment within the capacities: more random, less even.</summary>
    CapacityOnly = 1,
}
