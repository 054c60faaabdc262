using System.CommandLine;
using RandomInspection.Calendars;
using RandomInspection.Tabular;

namespace RandomInspection.Cli.Commands;

/// <summary><c>ri deadline</c>: so many working days after, or before, a day.</summary>
internal static class DeadlineCommand
{
    public static Command Create(RiConsole console)
    {
        Argument<string> date = new("date") { Description = console.Say("起算日，如 2026-02-10；当日不计", "The day of the event, as 2026-02-10; itself not counted"), Arity = ArgumentArity.ZeroOrOne };
        Argument<string> days = new("workingDays") { Description = console.Say("工作日数；负数为向前倒推", "Working days; negative to count back"), Arity = ArgumentArity.ZeroOrOne };
        Option<string> file = Options.Text("--file", "cases.csv", console.Say("逐行计算：列 event、workingDays；打印原表并加列 due", "Computes each row of a table with the columns event and workingDays; prints it with a column due"), required: false);
        Option<string[]> notices = Options.Notices(console);
        Option<string> known = Options.Text("--as-known-on", "DATE", console.Say("只用该日（含）以前已公布的通知，复原当时算得的期限", "Uses the notices published by that day only, as the deadline was known then"), required: false);
        Command command = new("deadline", console.Say(
            "按国务院办公厅放假通知计算工作日期限（内置 2015 至 2026 年）。未覆盖的日期拒绝计算，不作猜测。",
            "Working-day deadlines by the published holiday notices (2015 to 2026 are built in). Days that no notice covers are refused, never guessed."))
        {
            date, days, file, notices, known,
        };
        command.SetAction(parsed =>
        {
            string? from = parsed.GetValue(date), count = parsed.GetValue(days), path = parsed.GetValue(file);
            if (path is null ? from is null || count is null : from is not null)
            {
                throw CliRefusals.Usage.Refuse(("detail", console.Say("须给出日期与工作日数，或者 --file。", "A date and a number of working days are needed, or else --file.")), ("command", "ri deadline"));
            }

            WorkingDayCalendar calendar = InputFile.ReadCalendar(parsed.GetValue(notices) ?? []);
            calendar = parsed.GetValue(known) is { } day ? calendar.AsKnownOn(DateText.Date(day)) : calendar;
            return path is null ? One(console, calendar, from!, count!) : Table(console, calendar, path);
        });
        return command;
    }

    private static int One(RiConsole console, WorkingDayCalendar calendar, string date, string workingDays)
    {
        CalendarDate due = calendar.AddWorkingDays(DateText.Date(date), DateText.WorkingDays(workingDays));
        if (due.Certainty != Certainty.Confirmed)
        {
            NoteOpenTail(console, calendar, "", "");
        }

        console.Line(due.Date.ToString("R", null));
        return ExitCode.Done;
    }

    private static int Table(RiConsole console, WorkingDayCalendar calendar, string path)
    {
        DeadlineTable cases = new(calendar);
        using (TableReader reader = TableReader.Open(InputFile.Read(path), TableFormat.ForFileName(path)))
        {
            cases.Read(reader);
        }

        if (cases.Faults.Count > 0)
        {
            HashSet<string> advised = new(StringComparer.Ordinal);
            foreach ((long line, Refusal refusal) in cases.Faults)
            {
                console.Report(refusal, console.Say($"第 {line} 行：", $"line {line}: "), withRemedy: advised.Add(refusal.Code));
            }

            console.Report(CliRefusals.RowsRefused.With(("refused", cases.Faults.Count), ("rows", cases.Rows)));
            return ExitCode.BadInput;
        }

        if (cases.Unconfirmed > 0)
        {
            NoteOpenTail(
                console,
                calendar,
                $"{cases.Unconfirmed} 行（首见第 {cases.FirstUnconfirmed} 行）：",
                $"{cases.Unconfirmed} rows (the first is line {cases.FirstUnconfirmed}): ");
        }

        console.Output.Write(cases.Csv);
        return ExitCode.Done;
    }

    private static void NoteOpenTail(RiConsole console, WorkingDayCalendar calendar, string chineseRows, string englishRows)
    {
        string from = calendar.Coverage.TailOpenFrom.ToString("R", null);
        console.Note(
            $"{chineseRows}尾部未定（tail open）：结果依赖 {from} 起的日子，次年通知可能对其调整；通知发布后请重算。",
            $"{englishRows}tail open: the result relies on days from {from} on, which the next year's notice may still rearrange; compute it again when that is published.");
    }
}
