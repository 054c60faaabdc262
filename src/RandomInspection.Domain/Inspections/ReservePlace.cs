using NodaTime;
using RandomInspection.Matching;

namespace RandomInspection.Inspections;

/// <summary>A visit to a reserve as a place in the problem of a match that was frozen before: its own id, its own region, the department's need.</summary>
/// <param name="Visit">The visit's id, which is its id in the problem too.</param>
/// <param name="SubjectCode">The reserve.</param>
/// <param name="Region">Its region.</param>
/// <param name="DepartmentId">The inspecting department.</param>
/// <param name="Window">When it may take place.</param>
internal sealed record ReservePlace(string Visit, string SubjectCode, string Region, string DepartmentId, DateInterval Window)
{
    /// <summary>The visit to add: as many officers as the department sends elsewhere, with what they must hold; the subject's region where the match goes by regions.</summary>
    public MatchVisit In(MatchProblem frozen)
    {
        TeamNeed need = frozen.Visits.SelectMany(visit => visit.Teams).First(team => team.Department == DepartmentId);
        return new MatchVisit(Visit, Window, [new TeamNeed(DepartmentId, need.Count, need.Qualifications, need.AcceptsAnyRegion ? null : [Region])]);
    }
}
