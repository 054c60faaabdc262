using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using RandomInspection.Inspections;

namespace RandomInspection.Tests.Inspections;

/// <summary>进一次门、查多项事：as few visits as periods allow, and everything that was drawn is inspected once.</summary>
public sealed class VisitPlannerTests
{
    private static readonly LocalDate Day0 = new(2026, 11, 1);

    [Fact]
    public void Plan_OverlappingAndApart_MergedAsFarAsTheyShareADay()
    {
        DrawnTask[] tasks =
        [
            Task("A", 0, 9, "S1", "S2"),
            Task("B", 0, 2, "S1", "S3"),
            Task("C", 7, 9, "S1", "S3"),
        ];
        ImmutableArray<JointVisit> visits = VisitPlanner.Plan(tasks);
        Assert.Equal(
            [
                "S1 2026-11-01..2026-11-03 A,B", "S1#2 2026-11-08..2026-11-10 C", "S2 2026-11-01..2026-11-10 A",
                "S3 2026-11-01..2026-11-03 B", "S3#2 2026-11-08..2026-11-10 C",
            ],
            visits.Select(v => $"{v.Id} {v.Window.Start:R}..{v.Window.End:R} {string.Join(',', v.Tasks)}"));
        Assert.Equal(1, VisitPlanner.Saved(tasks, visits));
    }

    [Fact]
    public void Plan_NoTasksOrEmptyLists_NoVisits()
    {
        Assert.Empty(VisitPlanner.Plan([]));
        Assert.Empty(VisitPlanner.Plan([Task("A", 0, 9)]));
    }

    [Fact]
    public void Plan_TaskTwice_Refused() => Assert.ThrowsAny<ArgumentException>(() => VisitPlanner.Plan([Task("A", 0, 1), Task("A", 0, 1)]));

    [Property(MaxTest = 500)]
    public Property Plan_AnyTasks_EachEntryOnceWithinItsPeriodAndFewest()
    {
        Gen<DrawnTask[]> some =
            from count in Gen.Choose(1, 6)
            from windows in Gen.ArrayOf(Gen.Choose(0, 12).Two(), count)
            from lists in Gen.ArrayOf(Gen.SubListOf("S1", "S2", "S3"), count)
            select windows.Zip(lists).Select((pair, i) => Task(
                $"T{i}", Math.Min(pair.First.Item1, pair.First.Item2), Math.Max(pair.First.Item1, pair.First.Item2), [.. pair.Second.Distinct()])).ToArray();
        return Prop.ForAll(some.ToArbitrary(), tasks =>
        {
            ImmutableArray<JointVisit> visits = VisitPlanner.Plan(tasks);
            Dictionary<string, DrawnTask> byId = tasks.ToDictionary(t => t.TaskId);
            Assert.Equal(
                tasks.SelectMany(t => t.List, (t, s) => (t.TaskId, s)).Order(),
                visits.SelectMany(v => v.Tasks, (v, t) => (t, v.SubjectCode)).Order());
            Assert.All(visits, v => Assert.All(v.Tasks, t => Assert.True(byId[t].Window.Start <= v.Window.Start && v.Window.End <= byId[t].Window.End)));
            Assert.Equal(visits.Length, visits.Select(v => v.Id).Distinct().Count());
            foreach (IGrouping<string, JointVisit> subject in visits.GroupBy(v => v.SubjectCode))
            {
                DateInterval[] windows = [.. tasks.Where(t => t.List.Contains(subject.Key)).Select(t => t.Window)];
                Assert.Equal(FewestDays(windows), subject.Count());
            }

            // Neither the order of tasks nor of lists matters for who is visited when.
            Assert.Equal(
                visits.Select(v => (v.Id, v.Window)).ToHashSet(),
                VisitPlanner.Plan([.. tasks.Reverse().Select(t => t with { List = [.. t.List.Reverse()] })]).Select(v => (v.Id, v.Window)).ToHashSet());
        });
    }

    /// <summary>By trying every set of days: the fewest days of which every interval holds one.</summary>
    private static int FewestDays(DateInterval[] windows)
    {
        LocalDate[] days = [.. Enumerable.Range(0, 13).Select(Day0.PlusDays)];
        return Enumerable.Range(0, 1 << days.Length)
            .Where(set => Array.TrueForAll(windows, w => days.Where((_, i) => (set >> i & 1) == 1).Any(w.Contains)))
            .Min(set => int.PopCount(set));
    }

    private static DrawnTask Task(string id, int from, int to, params string[] list) =>
        new(id, $"dept-{id}", new DateInterval(Day0.PlusDays(from), Day0.PlusDays(to)), [.. list]);
}
