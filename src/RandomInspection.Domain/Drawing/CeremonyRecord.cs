using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Drawing;

/// <summary>The auditor's record of a ceremony.</summary>
public static class CeremonyRecord
{
    /// <summary>The record of a draw whose values are all in.</summary>
    /// <param name="ceremony">The ceremony, ready.</param>
    /// <param name="tasks">What the draw gave each task, in the order of the opening.</param>
    /// <param name="at">Now.</param>
    /// <param name="classes">Whether classes are published; then the tasks name the selection's cells.</param>
    /// <exception cref="TransitionRefusedException">Values are missing (RI1320).</exception>
    public static DrawRecord Drawn(DrawCeremony ceremony, ImmutableArray<RecordedTask> tasks, Instant at, ClassPublication classes = ClassPublication.Withheld)
    {
        ArgumentNullException.ThrowIfNull(ceremony);
        return Of(ceremony) with { Seed = ceremony.Seed(), DrawnAt = at, Tasks = tasks, Classes = classes };
    }

    /// <summary>The record of a match whose values are all in.</summary>
    /// <param name="ceremony">The ceremony, ready.</param>
    /// <param name="result">What the match gave.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="TransitionRefusedException">Values are missing (RI1320).</exception>
    public static DrawRecord Matched(DrawCeremony ceremony, MatchOutcome result, Instant at)
    {
        ArgumentNullException.ThrowIfNull(ceremony);
        ArgumentNullException.ThrowIfNull(result);
        FrozenMatch match = ceremony.Preparation.Match ?? throw new ArgumentException("It is the ceremony of a draw.", nameof(ceremony));
        RecordedMatch recorded = new(match.TaskId, match.MixFactor, Digest.Parse(result.ResultDigest), result.Seats, result.Missing);
        return Of(ceremony) with { Seed = ceremony.Seed(), DrawnAt = at, Matches = [recorded] };
    }

    internal static DrawRecord Void(DrawCeremony ceremony, VoidedDraw voided) => Of(ceremony) with { Voided = voided };

    private static DrawRecord Of(DrawCeremony ceremony)
    {
        Opening opening = ceremony.Opening!;
        string[] order = [.. opening.Parties.Select(p => p.Party)];
        return new DrawRecord
        {
            View = RecordView.Auditor,
            OpeningText = opening.Text,
            OpenedAt = ceremony.OpenedAt!.Value,
            Commitments = [.. order.Where(ceremony.Commitments.ContainsKey).Select(p => ceremony.Commitments[p])],
            Contributions = [.. order.Where(ceremony.Contributions.ContainsKey).Select(p => ceremony.Contributions[p])],
            Struck = [.. ceremony.Struck],
            Assurance = SeedAssurance.Of(opening, [.. ceremony.Contributions.Keys]),
            BreakOff = SeedAssurance.CanBreakOff(opening),
        };
    }
}
