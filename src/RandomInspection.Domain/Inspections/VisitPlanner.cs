using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Inspections;

/// <summary>A drawn task as far as visits ask.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="DepartmentId">The department that inspects.</param>
/// <param name="Window">The dates on which it may be inspected, both ends included.</param>
/// <param name="List">The drawn subjects, distinct.</param>
/// <remarks>The array compares by reference.</remarks>
public sealed record DrawnTask(string TaskId, string DepartmentId, DateInterval Window, ImmutableArray<string> List);

/// <summary>One visit to one subject for one or more tasks.</summary>
/// <param name="Id">Its id in the match's problem: the subject's code, with <c>#2</c>, <c>#3</c> … where one visit is not enough.</param>
/// <param name="SubjectCode">The subject.</param>
/// <param name="Window">The dates that all its tasks allow.</param>
/// <param name="Tasks">Its tasks, in the order given.</param>
/// <remarks>The array compares by reference.</remarks>
public sealed record JointVisit(string Id, string SubjectCode, DateInterval Window, ImmutableArray<string> Tasks);

/// <summary>进一次门、查多项事：merges what several tasks drew into as few visits as their periods allow.</summary>
/// <remarks>Source: 沈政办发〔2020〕19号 三(九); 国办发〔2024〕54号.</remarks>
public static class VisitPlanner
{
    /// <summary>The visits, in the order of subjects' codes and then of time.</summary>
    /// <param name="tasks">The tasks, ids distinct.</param>
    /// <remarks>
    /// For each subject the fewest visits: taken by the end of their windows, tasks join a visit while all of them share a day
    /// (the greedy cover of intervals by points is optimal). O(n log n) over all entries of the lists.
    /// </remarks>
    public static ImmutableArray<JointVisit> Plan(IReadOnlyCollection<DrawnTask> tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        Dictionary<string, int> places = tasks.Select((task, place) => (task.TaskId, place)).ToDictionary(t => t.TaskId, t => t.place, StringComparer.Ordinal);
        ImmutableArray<JointVisit>.Builder visits = ImmutableArray.CreateBuilder<JointVisit>();
        IEnumerable<IGrouping<string, DrawnTask>> subjects = tasks
            .SelectMany(task => task.List, (task, code) => (code, task))
            .GroupBy(pair => pair.code, pair => pair.task, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (IGrouping<string, DrawnTask> subject in subjects)
        {
            int number = 0;
            List<DrawnTask> open = [.. subject.OrderBy(t => t.Window.End).ThenBy(t => places[t.TaskId])];
            while (open.Count > 0)
            {
                LocalDate day = open[0].Window.End;
                List<DrawnTask> together = open.FindAll(t => t.Window.Contains(day));
                open.RemoveAll(together.Contains);
                DateInterval window = new(together.Max(t => t.Window.Start), together.Min(t => t.Window.End));
                string id = ++number == 1 ? subject.Key : $"{subject.Key}#{number}";
                visits.Add(new JointVisit(id, subject.Key, window, [.. together.Select(t => t.TaskId).OrderBy(t => places[t])]));
            }
        }

        return visits.DrainToImmutable();
    }

    /// <summary>How many visits were saved: entries of all lists less visits.</summary>
    /// <param name="tasks">The tasks.</param>
    /// <param name="visits">The visits that were planned for them.</param>
    public static int Saved(IReadOnlyCollection<DrawnTask> tasks, ImmutableArray<JointVisit> visits)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        return tasks.Sum(task => task.List.Length) - visits.Length;
    }
}
