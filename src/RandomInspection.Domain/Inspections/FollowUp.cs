using NodaTime;

namespace RandomInspection.Inspections;

/// <summary>整改跟踪：by when what was ordered has to be done, and whether it was.</summary>
/// <param name="Measure">The number of the measure.</param>
/// <param name="DueOn">The last day.</param>
/// <param name="CheckedOn">When it was last looked at; <see langword="null"/> before.</param>
/// <param name="Outcome">What was found then; <see langword="null"/> before.</param>
public sealed record FollowUp(int Measure, LocalDate DueOn, LocalDate? CheckedOn, RecheckOutcome? Outcome)
{
    /// <summary>Whether nothing more is to be done.</summary>
    public bool IsClosed => Outcome == RecheckOutcome.Corrected;
}

/// <summary>What a re-check found.</summary>
public enum RecheckOutcome
{
    /// <summary>已整改：closed.</summary>
    Corrected = 0,

    /// <summary>未整改到位：it stays open, with a new last day.</summary>
    NotCorrected = 1,
}
