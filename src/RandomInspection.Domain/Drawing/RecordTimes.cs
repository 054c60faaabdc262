using NodaTime;
using NodaTime.Text;

namespace RandomInspection.Drawing;

/// <summary>Whether a record's moments stand in the order of the ceremony; equal moments pass.</summary>
/// <remarks>Source: random-inspection-draw/1 §3; random-inspection-record/1, “What its parts have to do with each other”.</remarks>
internal static class RecordTimes
{
    /// <summary>The first moment that is out of order, in both languages; <see langword="null"/> if none is.</summary>
    public static (string Chinese, string English)? OutOfOrder(DrawRecord record, Opening opening)
    {
        HashSet<string> drawing = [.. opening.Parties.Where(p => p.Role == SeedAssurance.DrawingRole).Select(p => p.Party)];
        (string Name, Instant At) end = record.Voided is { } voided ? ("void", voided.At) : ("drawnAt", record.DrawnAt!.Value);
        (string Party, Instant At)[] publicValues = [.. Values(c => c.Kind == ContributionKind.Public)];
        Instant reached = record.OpenedAt;
        return Stage(record.Commitments.Select(c => (c.Party, c.At)), opening.Deadlines?.Commit)
            ?? Stage(Values(c => c.Kind != ContributionKind.Public && drawing.Contains(c.Party)), opening.Deadlines?.Reveal)
            ?? Stage(Values(c => c.Kind != ContributionKind.Public && !drawing.Contains(c.Party)), opening.Deadlines?.Reveal)
            ?? Stage(publicValues, null)
            ?? First(publicValues, v => InstantPattern.ExtendedIso.Parse(opening.Party(v.Party).Time ?? "") is { Success: true } time && v.At < time.Value)
            ?? Stage([end], null)
            ?? First(record.Struck.Select(s => (s.Party, s.At)), s => s.At < record.OpenedAt || s.At > end.At);

        (string Chinese, string English)? Stage(IEnumerable<(string Party, Instant At)> stage, Instant? deadline)
        {
            (string Party, Instant At)[] moments = [.. stage];
            Instant before = reached;
            reached = moments.Select(m => m.At).Append(reached).Max();
            return First(moments, m => m.At < before || m.At > deadline);
        }

        static (string Chinese, string English)? First(IEnumerable<(string Party, Instant At)> moments, Func<(string Party, Instant At), bool> isWrong)
        {
            foreach ((string Party, Instant At) moment in moments.Where(isWrong))
            {
                string at = InstantPattern.ExtendedIso.Format(moment.At);
                return ($"{moment.Party} 的时刻 {at} 次序不符或逾期", $"{moment.Party}: the moment {at} is out of order or after its deadline");
            }

            return null;
        }

        IEnumerable<(string Party, Instant At)> Values(Func<Contribution, bool> which) =>
            record.Contributions.Where(c => which(c.Contribution)).Select(c => (c.Contribution.Party, c.At));
    }
}
