using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Directories;

namespace RandomInspection.Planning;

/// <summary>Which subjects rest for a task: its rules, over the history as it is now.</summary>
/// <param name="rules">The rules.</param>
/// <param name="departmentId">The authority that draws.</param>
/// <param name="day">The day by which the frame is judged.</param>
/// <param name="visits">The visits paid and to come, the task's own left out.</param>
internal sealed class RestingUnits(RestingRules rules, string departmentId, LocalDate day, ILookup<string, PastVisit> visits)
{
    public RestingRules Rules => rules;

    public LocalDate Day => day;

    /// <summary>Every subject that would rest if its class were no matter, in the order of codes: no other needs to be looked up.</summary>
    public IEnumerable<string> Candidates =>
        visits.Select(v => v.Key).Where(code => !ReasonsOf(code, "").IsEmpty).Order(StringComparer.Ordinal);

    /// <summary>What the rules say for a task; asks for no history where they let nobody rest.</summary>
    public static async Task<RestingUnits> TakeAsync(IVisitHistory history, TaskView task, RestingRules rules, LocalDate today, CancellationToken cancellation)
    {
        LocalDate day = RestingRules.DayOf(task.From, task.To, today);
        ImmutableArray<PastVisit> visits = rules.Exempt is null ? await history.ReadAsync(rules.Since(day), cancellation) : [];
        return new RestingUnits(
            rules, task.DepartmentId, day, visits.Where(v => v.TaskId != task.Key).ToLookup(v => v.SubjectCode, StringComparer.Ordinal));
    }

    /// <summary>The codes of the reasons for which a subject rests, in the order in which they decide; none if it can be drawn.</summary>
    public ImmutableArray<string> ReasonsOf(string code, string creditClass) =>
        [.. rules.ReasonsOf(code, creditClass, [.. visits[code]], departmentId, day).Select(reason => reason.Code)];

    /// <summary>How many of the directory's subjects rest in each cell, by the reason that decides.</summary>
    public async Task<ImmutableArray<RestingCell>> CountAsync(
        ISubjectDirectory directory, DirectoryCriteria criteria, Stratification stratification, CancellationToken cancellation)
    {
        return
        [
            .. (await FoundAsync(directory, criteria, cancellation))
                .Where(s => s.Status == SubjectStatus.Active)
                .Select(s => (Cell: stratification.CellOf(s), Reasons: ReasonsOf(s.AnswersFor, s.CreditClass)))
                .Where(s => !s.Reasons.IsEmpty)
                .GroupBy(s => s.Cell, s => s.Reasons[0])
                .OrderBy(g => g.Key)
                .Select(g => new RestingCell(g.Key, RestingCell.Count(g))),
        ];
    }

    /// <summary>The units that would rest if their class were no matter: of carriers those whose subject would (the burden is the subject's).</summary>
    private async Task<IEnumerable<Subject>> FoundAsync(ISubjectDirectory directory, DirectoryCriteria criteria, CancellationToken cancellation)
    {
        if (criteria.Carriers is not { IsEmpty: false })
        {
            return (await directory.FindAsync([.. Candidates], criteria, cancellation)).Values;
        }

        HashSet<string> candidates = [.. Candidates];
        List<Subject> found = [];
        await foreach (Subject carrier in directory.ReadAsync(criteria, cancellation))
        {
            if (candidates.Contains(carrier.AnswersFor))
            {
                found.Add(carrier);
            }
        }

        return found;
    }
}
