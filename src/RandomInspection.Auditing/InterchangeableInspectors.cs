using RandomInspection.Matching;

namespace RandomInspection.Auditing;

/// <summary>Inspectors whom a problem cannot tell apart: swapping their names leaves it as it is, so their chances are equal by structure.</summary>
internal static class InterchangeableInspectors
{
    /// <summary>Groups of 1 or more, in the order of their first inspectors.</summary>
    public static string[][] Of(MatchProblem problem)
    {
        ILookup<string, string> excluded = problem.Exclusions.ToLookup(exclusion => exclusion.Inspector, exclusion => exclusion.Visit, StringComparer.Ordinal);
        ILookup<string, string> locked = problem.Locked.Select((seat, i) => (seat.Inspector, Place: $"{seat.Visit} {problem.LockedTeams[i]}")).ToLookup(seat => seat.Inspector, seat => seat.Place, StringComparer.Ordinal);
        return [.. problem.Inspectors.GroupBy(inspector => Key(inspector, excluded[inspector.Id], locked[inspector.Id]), StringComparer.Ordinal).Select(group => group.Select(inspector => inspector.Id).ToArray())];
    }

    // Control characters are in no id, label or date.
    private static string Key(MatchInspector inspector, IEnumerable<string> excluded, IEnumerable<string> locked) => string.Join('\u0001', (string[])[
        inspector.Department,
        FormattableString.Invariant($"{inspector.Capacity} {inspector.Prior} {inspector.CertificateValidFrom:R} {inspector.CertificateValidTo:R}"),
        List(inspector.Regions),
        List(inspector.Qualifications),
        List(inspector.Leave.Select(leave => FormattableString.Invariant($"{leave.Start:R} {leave.End:R}"))),
        List(excluded),
        List(locked),
    ]);

    private static string List(IEnumerable<string> items) => string.Join('\u0002', items.Order(StringComparer.Ordinal));
}
