using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using RandomInspection.Calendars;

namespace RandomInspection.TestKit;

/// <summary>What every source of working days does: counts as one would day by day, and never guesses.</summary>
internal static class CalendarCases
{
    private const string Port = "IWorkingDayCalendar";
    private const string CivilCode = "民法典 201";
    private const string Notice = "全国年节及纪念日放假办法 7";

    public static ConformanceContract<IWorkingDayCalendar> Contract { get; } = new(
        typeof(IWorkingDayCalendar),
        "CALENDAR",
        "工作日历",
        "Working day calendar",
        new("CALENDAR-01", "已知答案：另一实现算出的期限", "Known answers: periods that another implementation computed", CivilCode, KnownAsync),
        new("CALENDAR-02", "前后数 n 个工作日，与逐日数一致", "n working days after or before a day are as counted day by day", CivilCode, WalkAsync),
        new("CALENDAR-03", "区间内工作日数与逐日数一致，与推算互逆", "Counts are as counted day by day, and undo the steps", CivilCode, CountAsync),
        new("CALENDAR-04", "覆盖范围之外拒绝回答，从不猜测", "Outside the coverage there is no answer, never a guess", Notice, NeverGuessesAsync),
        new("CALENDAR-05", "零个工作日与颠倒的区间被拒绝", "No working day at all, and an interval that ends before it begins, are refused", Port, NonsenseAsync),
        new("CALENDAR-06", "每一天的说明与其是否工作日一致", "What is said of a day agrees with whether it is worked", Port, ExplainAsync),
        new("CALENDAR-07", "确定程度与覆盖范围所说一致", "How certain an answer is follows from the coverage", Port, CertaintyAsync),
        new("CALENDAR-08", "任何区域设置下结果相同，并发亦然", "Under every culture and for many at once the answers are the same", Port, EverywhereAsync),
        new("CALENDAR-09", "版本标识不随使用而变", "The version does not change with use", Port, VersionAsync));

    private static Task KnownAsync(Trial<IWorkingDayCalendar> trial)
    {
        int asked = 0;
        foreach (JsonElement known in Vectors.Json("calendar/deadlines.json").GetProperty("cases").EnumerateArray().Where(IsPlain))
        {
            bool isCount = known.TryGetProperty("from", out _);
            LocalDate from = Date(known, isCount ? "from" : "event"), to = isCount ? Date(known, "to") : Date(known, "expected");
            if (!trial.Subject.Coverage.Contains(from) || !trial.Subject.Coverage.Contains(to))
            {
                continue;
            }

            asked++;
            string id = known.GetProperty("id").GetString()!;
            if (isCount)
            {
                Expect.Equal(known.GetProperty("expected").GetInt32(), trial.Subject.CountWorkingDays(from, to).WorkingDays, $"{id}: working days after {from:R} up to {to:R}");
            }
            else
            {
                int workingDays = known.GetProperty("n").GetInt32();
                Expect.Equal(to, trial.Subject.AddWorkingDays(from, workingDays).Date, $"{id}: {workingDays} working days from {from:R}");
            }
        }

        return asked > 0
            ? Task.CompletedTask
            : throw new NotApplicableException("此日历不覆盖已知答案所在的 2015 至 2026 年。", "This calendar covers none of the years 2015 to 2026 of the known answers.");
    }

    private static Task WalkAsync(Trial<IWorkingDayCalendar> trial)
    {
        (LocalDate[] worked, LocalDate[] days) = Days(trial);
        foreach (LocalDate day in Some(days))
        {
            LocalDate[] later = [.. worked.Where(w => w > day)], earlier = [.. worked.Where(w => w < day).Reverse()];
            foreach (int n in new[] { 1, 2, 5, 7, 10, 60, 250 })
            {
                Check(day, n, later);
                Check(day, -n, earlier);
            }
        }

        return Task.CompletedTask;

        void Check(LocalDate day, int n, LocalDate[] counted)
        {
            bool found = trial.Subject.TryAddWorkingDays(day, n, out CalendarDate date);
            Expect.Equal(Math.Abs(n) <= counted.Length, found, $"Whether there is an answer to {n} working days from {day:R}");
            if (found)
            {
                Expect.Equal(counted[Math.Abs(n) - 1], date.Date, $"{n} working days from {day:R}");
                Expect.Equal(date, trial.Subject.AddWorkingDays(day, n), $"{n} working days from {day:R}, asked in the other way");
            }
        }
    }

    private static Task CountAsync(Trial<IWorkingDayCalendar> trial)
    {
        (LocalDate[] worked, LocalDate[] days) = Days(trial);
        foreach (LocalDate from in Some(days))
        {
            foreach (int length in new[] { 0, 1, 6, 30, 366 })
            {
                LocalDate to = from.PlusDays(length);
                if (to <= days[^1])
                {
                    int due = worked.Count(w => w > from && w <= to);
                    Expect.Equal(due, trial.Subject.CountWorkingDays(from, to).WorkingDays, $"Working days after {from:R} up to {to:R}");
                    Expect.True(trial.Subject.TryCountWorkingDays(from, to, out WorkingDayCount count) && count.WorkingDays == due, $"The same asked in the other way for {from:R} up to {to:R}");
                    Expect.True(due == 0 || trial.Subject.AddWorkingDays(from, due).Date <= to, $"{due} working days from {from:R} end by {to:R}");
                }
            }
        }

        return Task.CompletedTask;
    }

    private static Task NeverGuessesAsync(Trial<IWorkingDayCalendar> trial)
    {
        IWorkingDayCalendar calendar = trial.Subject;
        LocalDate before = calendar.Coverage.Start.PlusDays(-1), after = calendar.Coverage.End.PlusDays(1);
        Expect.Refuses("RI4001", () => calendar.IsWorkingDay(after), "The day after the coverage");
        Expect.Refuses("RI4002", () => calendar.IsWorkingDay(before), "The day before the coverage");
        Expect.Refuses("RI4001", () => calendar.Explain(after), "The day after the coverage, explained");
        Expect.Refuses("RI4002", () => calendar.Explain(before), "The day before the coverage, explained");
        Expect.Refuses("RI4001", () => calendar.AddWorkingDays(calendar.Coverage.End, 1), "A working day after the last covered day");
        Expect.Refuses("RI4002", () => calendar.AddWorkingDays(calendar.Coverage.Start, -1), "A working day before the first covered day");
        Expect.Refuses("RI4001", () => calendar.CountWorkingDays(calendar.Coverage.End, after), "A count that ends behind the coverage");
        Expect.True(!calendar.TryAddWorkingDays(calendar.Coverage.End, 1, out _), "No answer after the last covered day");
        Expect.True(!calendar.TryAddWorkingDays(calendar.Coverage.Start, int.MaxValue, out _), "No answer to far too many working days");
        Expect.True(!calendar.TryAddWorkingDays(calendar.Coverage.End, -int.MaxValue, out _), "No answer to far too many working days back");
        Expect.True(!calendar.TryCountWorkingDays(calendar.Coverage.End, after, out _), "No count that ends behind the coverage");
        return Task.CompletedTask;
    }

    private static async Task NonsenseAsync(Trial<IWorkingDayCalendar> trial)
    {
        IWorkingDayCalendar calendar = trial.Subject;
        LocalDate day = calendar.Coverage.Start.PlusDays(40);
        await RefusedAsync(() => calendar.AddWorkingDays(day, 0), "No working day");
        await RefusedAsync(() => calendar.TryAddWorkingDays(day, 0, out _), "No working day, asked in the other way");
        await RefusedAsync(() => calendar.CountWorkingDays(day, day.PlusDays(-1)), "An interval that ends before it begins");
        await RefusedAsync(() => calendar.TryCountWorkingDays(day, day.PlusDays(-1), out _), "The same asked in the other way");

        static Task RefusedAsync(Action step, string what) => Expect.ThrowsAsync<ArgumentOutOfRangeException>(
            () =>
            {
                step();
                return Task.CompletedTask;
            },
            what);
    }

    private static Task ExplainAsync(Trial<IWorkingDayCalendar> trial)
    {
        foreach (LocalDate day in Days(trial).All)
        {
            DayExplanation said = trial.Subject.Explain(day);
            bool isWorked = trial.Subject.IsWorkingDay(day), isWeekend = day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;
            Expect.Equal((day, isWorked), (said.Date, said.IsWorkingDay), $"What is said of {day:R}");
            Expect.True(said.Kind != DayKind.MakeUp || isWeekend, $"{day:R} is a make-up day, so it is a Saturday or a Sunday");
            Expect.True(said.Kind != DayKind.WorkingDay || !isWeekend, $"{day:R} is an ordinary working day, so it is none of the weekend");
            Expect.True(said.Notice is null || trial.Subject.NoticesFor(day, day).Contains(said.Notice), $"The notice that decides about {day:R} is among the day's notices");
        }

        return Task.CompletedTask;
    }

    private static Task CertaintyAsync(Trial<IWorkingDayCalendar> trial)
    {
        CalendarCoverage coverage = trial.Subject.Coverage;
        foreach (LocalDate day in Days(trial).All)
        {
            Expect.Equal(coverage.CertaintyOn(day), trial.Subject.Explain(day).Certainty, $"Certainty of {day:R}");
        }

        foreach (LocalDate day in Some(Days(trial).Worked))
        {
            if (trial.Subject.TryAddWorkingDays(day, 3, out CalendarDate date))
            {
                Expect.Equal(coverage.CertaintyOn(date.Date), date.Certainty, $"Certainty of three working days from {day:R}");
            }
        }

        return Task.CompletedTask;
    }

    private static async Task EverywhereAsync(Trial<IWorkingDayCalendar> trial)
    {
        LocalDate[] days = Some(Days(trial).All);
        Elsewhere.SameInEveryCulture(Answers, "Answers");
        await Elsewhere.SameAtOnceAsync(trial.Settings.AtOnce / 4, Answers, "Answers");

        string Answers() => string.Join(' ', days.Select(day => (trial.Subject.TryAddWorkingDays(day, 7, out CalendarDate date) ? LocalDatePattern.Iso.Format(date.Date) : "-") + trial.Subject.IsWorkingDay(day)));
    }

    private static Task VersionAsync(Trial<IWorkingDayCalendar> trial)
    {
        string before = trial.Subject.Version;
        Expect.True(before.Length > 0, "The version says something");
        trial.Subject.AddWorkingDays(trial.Subject.Coverage.Start, 20);
        Expect.Equal(before, trial.Subject.Version, "The version after a question");
        return Task.CompletedTask;
    }

    /// <summary>Every covered day, and those of them that are worked.</summary>
    private static (LocalDate[] Worked, LocalDate[] All) Days(Trial<IWorkingDayCalendar> trial)
    {
        CalendarCoverage coverage = trial.Subject.Coverage;
        LocalDate[] all = [.. Enumerable.Range(0, Period.DaysBetween(coverage.Start, coverage.End) + 1).Select(coverage.Start.PlusDays)];
        return ([.. all.Where(trial.Subject.IsWorkingDay)], all);
    }

    /// <summary>The ends, and days in between that fall on every day of the week and of the month.</summary>
    private static LocalDate[] Some(LocalDate[] days) => [.. days.Where((_, n) => n < 20 || n % 37 == 0 || n >= days.Length - 20)];

    private static bool IsPlain(JsonElement known) =>
        known.GetProperty("rule").GetString() is "workingDays" or "countWorkingDays (from, to]"
        && !known.TryGetProperty("expectedError", out _) && !known.TryGetProperty("region", out _) && !known.TryGetProperty("asOf", out _);

    private static LocalDate Date(JsonElement known, string member) => LocalDatePattern.Iso.Parse(known.GetProperty(member).GetString()!).Value;
}
