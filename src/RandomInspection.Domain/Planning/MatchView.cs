using System.Collections.Immutable;
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

    /// <summary>Further tasks whose lists are matched in it, a space before and after each; empty if there is none.</summary>
    public string Joined { get; init; } = "";

    /// <summary>All its tasks.</summary>
    public ImmutableArray<string> TaskIds => [TaskId, .. Joined.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

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

    /// <summary>Whether the last to reveal could have broken it off by silence; <see langword="null"/> before it is matched.</summary>
    public bool? BreakOff { get; init; }

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
            Joined = JoinedText.Of(match.Joined),
            Draw = match.Draw,
            Attempt = ceremony.Preparation.Attempt,
            Status = ceremony.Status,
            Visits = match.Visits,
            Seats = ceremony.Matching?.Result.Seats ?? 0,
            Missing = ceremony.Matching?.Result.Missing ?? 0,
            MixFactor = match.MixFactor,
            Assurance = ceremony.Matching is null ? null : SeedAssurance.Of(ceremony.Opening!, [.. ceremony.Contributions.Keys]),
            BreakOff = ceremony.Matching is null ? null : SeedAssurance.CanBreakOff(ceremony.Opening!),
            EndedAt = ceremony.Matching?.At ?? ceremony.Voiding?.At,
        };
    }
}
