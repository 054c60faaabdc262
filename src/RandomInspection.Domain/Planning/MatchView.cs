using NodaTime;
using RandomInspection.Drawing;
using RandomInspection.Ledger;

namespace RandomInspection.Planning;

/// <summary>A row for each match.</summary>
public sealed record MatchView : IView
{
    /// <inheritdoc />
    public required string Key { get; init; }

    /// <summary>The year of its number.</summary>
    public required int Year { get; init; }

    /// <summary>The matching department.</summary>
    public required string DepartmentId { get; init; }

    /// <summary>Its task.</summary>
    public required string TaskId { get; init; }

    /// <summary>The draw that gave the list.</summary>
    public required string Draw { get; init; }

    /// <summary>The attempt, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>Where its ceremony stands.</summary>
    public required CeremonyStatus Status { get; init; }

    /// <summary>Visits to staff.</summary>
    public required int Visits { get; init; }

    /// <summary>Seats in all; 0 before it is matched.</summary>
    public required int Seats { get; init; }

    /// <summary>Seats that nobody could take; 0 before it is matched.</summary>
    public required int Missing { get; init; }

    /// <summary>The mixing factor; 0 leaves the result unmixed.</summary>
    public required int MixFactor { get; init; }

    /// <summary>What its seed rests on; <see langword="null"/> before it is matched.</summary>
    public required Assurance? Assurance { get; init; }

    /// <summary>When it was matched or voided.</summary>
    public required Instant? EndedAt { get; init; }

    /// <summary>The row of a match.</summary>
    /// <param name="ceremony">Its ceremony.</param>
    /// <param name="year">The year of its number.</param>
    public static MatchView Of(DrawCeremony ceremony, int year)
    {
        ArgumentNullException.ThrowIfNull(ceremony);
        FrozenMatch match = ceremony.Preparation.Match ?? throw new ArgumentException("It is the ceremony of a draw.", nameof(ceremony));
        return new MatchView
        {
            Key = ceremony.Id,
            Year = year,
            DepartmentId = ceremony.Preparation.DepartmentId,
            TaskId = match.TaskId,
            Draw = match.Draw,
            Attempt = ceremony.Preparation.Attempt,
            Status = ceremony.Status,
            Visits = match.Visits,
            Seats = ceremony.Matching?.Result.Seats ?? 0,
            Missing = ceremony.Matching?.Result.Missing ?? 0,
            MixFactor = match.MixFactor,
            Assurance = ceremony.Matching is null ? null : SeedAssurance.Of(ceremony.Opening!, [.. ceremony.Contributions.Keys]),
            EndedAt = ceremony.Matching?.At ?? ceremony.Voiding?.At,
        };
    }
}
