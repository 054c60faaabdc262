using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Directories;
using RandomInspection.Disclosure;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.WholeYear;

/// <summary>The year's figures as lines of tab-separated values, from which the page and its pictures are made.</summary>
internal static class YearReport
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <summary>All lines: what it is, of what, and its values.</summary>
    public static async Task<ImmutableArray<string>> OfAsync(SimulatedYear year)
    {
        IViews views = year.Library.GetRequiredService<IViews>();
        ImmutableArray<VisitView> visits = await views.QueryAllAsync(new VisitsSince(new LocalDate(1900, 1, 1)), CancellationToken.None);
        ImmutableArray<ObligationView> duties = await views.QueryAllAsync(new AllObligations(), CancellationToken.None);
        ImmutableArray<string>.Builder lines = ImmutableArray.CreateBuilder<string>();
        lines.AddRange(year.Tally.Counts.Select(c => Line("count", c.Key, c.Value)));
        lines.AddRange(year.Tally.Broken.Select(b => Line("broken", b)));
        lines.AddRange(Months(visits));
        ImmutableArray<ObligationView> published = [.. duties.Where(d => d.PublishedAt is not null)]; // the rules say what is open
        lines.AddRange(await DepartmentsAsync(year, views, visits, published));
        lines.AddRange(Publication(published));
        lines.AddRange(await ClassesAsync(year));
        return lines.ToImmutable();
    }

    private static IEnumerable<string> Months(ImmutableArray<VisitView> visits) =>
        from month in visits.Where(v => v.ConcludedOn is not null).GroupBy(v => v.ConcludedOn!.Value.Month).OrderBy(g => g.Key)
        select Line(
            "month",
            month.Key.ToString("00", CultureInfo.InvariantCulture),
            month.Count(v => v.Conclusion == Conclusion.NoProblemFound),
            month.Count(v => v.Conclusion == Conclusion.ProblemsFound),
            month.Count(v => v.Conclusion == Conclusion.CannotBeContacted),
            month.Count(v => v.Conclusion == Conclusion.NoActivityFound));

    private static async Task<IEnumerable<string>> DepartmentsAsync(
        SimulatedYear year, IViews views, ImmutableArray<VisitView> visits, ImmutableArray<ObligationView> duties)
    {
        List<string> lines = [];
        foreach (Department department in City.Departments)
        {
            int[] load = [.. (await views.QueryAllAsync(new PastSeats(department.Id), CancellationToken.None))
                .GroupBy(s => s.Inspector).Select(g => g.Count()).Order()];
            VisitView[] own = [.. visits.Where(v => v.DepartmentId == department.Id && v.ConcludedOn is not null)];
            ObligationView[] its = [.. duties.Where(d => d.DepartmentId == department.Id)];
            lines.Add(Line(
                "department",
                department.ChineseName,
                year.Tasks.Count(t => t.Department == department.Id),
                own.Length,
                own.Count(v => v.Conclusion == Conclusion.ProblemsFound),
                its.Length,
                its.Count(d => DayOf(d) <= d.DueOn),
                its.Count(IsDeferred),
                its.Sum(d => (long)WorkingDayCalendar.Embedded.CountWorkingDays(d.EventDay, DayOf(d)).WorkingDays)));
            lines.Add(Line("load", department.ChineseName, [.. load.Select(l => (long)l)]));
        }

        return lines;
    }

    private static IEnumerable<string> Publication(ImmutableArray<ObligationView> duties) =>
        from days in duties.GroupBy(d => WorkingDayCalendar.Embedded.CountWorkingDays(d.EventDay, DayOf(d)).WorkingDays).OrderBy(g => g.Key)
        select Line("days", days.Key.ToString(CultureInfo.InvariantCulture), days.Count(d => DayOf(d) <= d.DueOn), days.Count(IsDeferred), days.Count(d => DayOf(d) > d.DueOn && !IsDeferred(d)));

    /// <summary>Of each class: subjects that counted, drawn, and what the designs promised, over all tasks.</summary>
    private static async Task<IEnumerable<string>> ClassesAsync(SimulatedYear year)
    {
        DrawWorkflow draws = year.Library.GetRequiredService<DrawWorkflow>();
        SortedDictionary<string, (long Counted, long Drawn, double Promised)> classes = new(StringComparer.Ordinal);
        foreach (YearTask task in year.Tasks)
        {
            Frame frame = FrameFile.Read(await draws.FrameFileAsync(task.Draw, task.Id, CancellationToken.None));
            Dictionary<string, string> classOf = frame.Units.ToDictionary(u => u.Id, u => u.Class, StringComparer.Ordinal);
            DrawnList list = (await draws.FindListAsync(task.Id, CancellationToken.None))!;
            string[] drawn = [.. list.Units.Where(u => u.ComesBy is null).Select(u => classOf[u.Id])];
            double weights = frame.Units.Sum(u => Weight(u.Class));
            foreach (IGrouping<string, FrameUnit> of in frame.Units.GroupBy(u => u.Class))
            {
                (long counted, long selected, double promised) = classes.GetValueOrDefault(of.Key);
                classes[of.Key] = (counted + of.Count(), selected + drawn.Count(c => c == of.Key), promised + (drawn.Length * of.Count() * Weight(of.Key) / weights));
            }
        }

        return classes.Select(c => Line("class", c.Key, c.Value.Counted, c.Value.Drawn, (long)Math.Round(c.Value.Promised)));
    }

    private static double Weight(string @class) => @class switch { "A" => 1, "B" => 2, "C" => 10, _ => 30 };

    /// <summary>After its day, and yet not late: the head let it wait for the end of a secret, and it came by then.</summary>
    private static bool IsDeferred(ObligationView duty) =>
        DayOf(duty) > duty.DueOn && duty.DeferredUntil is { } until && DayOf(duty) <= WorkingDayCalendar.Embedded.AddWorkingDays(until, 1).Date;

    private static LocalDate DayOf(ObligationView duty) => duty.PublishedAt!.Value.InZone(Zone).Date;

    private static string Line(string what, string of, params long[] values) => string.Join('\t', [what, of, .. values.Select(v => v.ToString(CultureInfo.InvariantCulture))]);
}
