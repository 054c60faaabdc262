namespace RandomInspection.Tabular;

/// <summary>What a finding means for its row.</summary>
public enum FindingSeverity
{
    /// <summary>The row is accepted; somebody should look at it.</summary>
    Warning = 0,

    /// <summary>The row is refused.</summary>
    Error = 1,
}
