using System.Collections.Immutable;

namespace RandomInspection.Drawing;

/// <summary>How a step of a verification ended.</summary>
public enum VerificationStatus
{
    /// <summary>It holds.</summary>
    Ok = 0,

    /// <summary>It does not hold.</summary>
    Failed = 1,

    /// <summary>This view does not allow it, or an earlier step made it pointless.</summary>
    Skipped = 2,
}

/// <summary>One step of a verification.</summary>
/// <param name="Id">A stable id, for example <c>seed</c>.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Chinese">What was checked or what is wrong, in Chinese.</param>
/// <param name="English">The same in English.</param>
public sealed record VerificationStep(string Id, VerificationStatus Status, string Chinese, string English)
{
    /// <summary>The text in one language.</summary>
    /// <param name="language">The language.</param>
    public string Text(Language language) => language == Language.Chinese ? Chinese : English;
}

/// <summary>What a verification found.</summary>
/// <param name="Steps">The steps in order.</param>
public sealed record RecordVerification(ImmutableArray<VerificationStep> Steps)
{
    /// <summary>Whether no step failed.</summary>
    public bool Verifies => Steps.All(step => step.Status != VerificationStatus.Failed);
}
