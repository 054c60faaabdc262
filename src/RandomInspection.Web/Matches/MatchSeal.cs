using RandomInspection.Drawing;

namespace RandomInspection.Web.Matches;

/// <summary>Who may see what a match's seed rests on and what it gave before every visit has ended.</summary>
/// <remarks>
/// Teams become known to a visited subject only by the visit itself: until then values, seed, problem and teams are for the matching
/// department, its result auditors too, and for supervisors. An inspector sees the visits of their own, on the visits' pages.
/// </remarks>
internal static class MatchSeal
{
    /// <summary>Whether a reader may see behind the seal.</summary>
    /// <param name="reader">Who reads; <see langword="null"/> for the public.</param>
    /// <param name="departmentId">The matching department.</param>
    public static bool MayReadBehind(Person? reader, string departmentId) => reader is not null
        && (reader.Roles.Contains(Role.Supervisor)
            || (reader.DepartmentId == departmentId && reader.Roles.Any(role => role is not (Role.Inspector or Role.InspectedParty or Role.Administrator))));

    /// <summary>Whether values and seed of a ceremony are hidden from everybody outside: a match's are, until its visits have ended or it is void.</summary>
    /// <param name="ceremony">A draw's or a match's.</param>
    /// <param name="openVisits">Visits of the match that have not ended.</param>
    public static bool IsSealed(DrawCeremony ceremony, int openVisits) =>
        ceremony.Preparation.Match is not null && ceremony.Voiding is null && (ceremony.Matching is null || openVisits > 0);
}
