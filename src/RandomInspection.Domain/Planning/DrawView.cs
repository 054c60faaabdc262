using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Drawing;
using RandomInspection.Ledger;

namespace RandomInspection.Planning;

/// <summary>A row for each draw.</summary>
public sealed record DrawView : IView
{
    /// <inheritdoc />
    public required string Key { get; init; }

    /// <summary>The year of its number.</summary>
    public required int Year { get; init; }

    /// <summary>The drawing department.</summary>
    public required string DepartmentId { get; init; }

    /// <summary>Its first task.</summary>
    public required string TaskId { get; init; }

    /// <summary>Further tasks that share its seed, a space before and after each; empty if there is none.</summary>
    public string Joined { get; init; } = "";

    /// <summary>All its tasks, in the order of the opening.</summary>
    public ImmutableArray<string> TaskIds => [TaskId, .. Joined.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>The attempt, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>Where its ceremony stands.</summary>
    public required CeremonyStatus Status { get; init; }

    /// <summary>Units in all its frames.</summary>
    public required long FrameSize { get; init; }

    /// <summary>Units selected in all its tasks; 0 before it is drawn.</summary>
    public required long Selected { get; init; }

    /// <summary>What its seed rests on; <see langword="null"/> before it is drawn.</summary>
    public required Assurance? Assurance { get; init; }

    /// <summary>Whether the last to reveal could have broken it off by silence; <see langword="null"/> before it is drawn.</summary>
    public bool? BreakOff { get; init; }

    /// <summary>When it was drawn or voided.</summary>
    public required Instant? EndedAt { get; init; }

    /// <summary>The draw whose list it supplements; <see langword="null"/> for any other.</summary>
    public required string? Supplements { get; init; }

    /// <summary>What was drawn where it was not subjects; <see langword="null"/> for a draw of subjects.</summary>
    public ChoiceKind? Choice { get; init; }

    /// <summary>The row of a draw.</summary>
    /// <param name="ceremony">Its ceremony.</param>
    /// <param name="year">The year of its number.</param>
    public static DrawView Of(DrawCeremony ceremony, int year)
    {
        ArgumentNullException.ThrowIfNull(ceremony);
        return new DrawView
        {
            Key = ceremony.Id,
            Year = year,
            DepartmentId = ceremony.Preparation.DepartmentId,
            TaskId = ceremony.Preparation.Tasks[0].TaskId,
            Joined = JoinedText.Of(ceremony.Preparation.Tasks.Skip(1).Select(t => t.TaskId)),
            Attempt = ceremony.Preparation.Attempt,
            Status = ceremony.Status,
            FrameSize = ceremony.Preparation.Tasks.Sum(t => (long)t.FrameSize),
            Selected = ceremony.Drawing?.Selected.Values.Sum() ?? 0,
            Assurance = ceremony.Drawing is null ? null : SeedAssurance.Of(ceremony.Opening!, [.. ceremony.Contributions.Keys]),
            BreakOff = ceremony.Drawing is null ? null : SeedAssurance.CanBreakOff(ceremony.Opening!),
            EndedAt = ceremony.Drawing?.At ?? ceremony.Voiding?.At,
            Supplements = ceremony.Preparation.Supplements,
            Choice = ceremony.Preparation.Choice,
        };
    }
}
