using NodaTime;

namespace RandomInspection.Ledger;

/// <summary>A day's commitment of the sealed log, as everybody sees it.</summary>
/// <param name="Day">The day.</param>
/// <param name="Commitment">64 lower-case hex characters.</param>
/// <param name="Sequence">Its entry in the public log.</param>
/// <param name="At">When it was entered.</param>
/// <param name="Opened">What it was made of; <see langword="null"/> while it is secret.</param>
/// <param name="OpenedAt">When it was opened; <see langword="null"/> likewise.</param>
public sealed record SealedDay(LocalDate Day, string Commitment, long Sequence, Instant At, SealedHead? Opened, Instant? OpenedAt)
{
    /// <summary>Whether what was opened gives the commitment; <see langword="null"/> while it is secret.</summary>
    public bool? Holds => Opened is null ? null : Opened.Day == Day && Opened.Commit() == Commitment;
}
