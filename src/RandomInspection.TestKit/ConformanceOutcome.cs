namespace RandomInspection.TestKit;

/// <summary>How a case ended.</summary>
public enum ConformanceOutcome
{
    /// <summary>通过：what the case asks for holds.</summary>
    Passed = 0,

    /// <summary>未通过：it does not.</summary>
    Failed = 1,

    /// <summary>不适用：the case could not be asked, for a reason that is said. Never counted as passed.</summary>
    NotApplicable = 2,
}
