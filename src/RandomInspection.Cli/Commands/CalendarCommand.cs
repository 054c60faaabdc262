using System.CommandLine;
using System.Text.Json;
using NodaTime;
using RandomInspection.Calendars;

namespace RandomInspection.Cli.Commands;

/// <summary><c>ri calendar</c>: why a day is worked or not, and whether a notice file is in order.</summary>
internal static class CalendarCommand
{
    public static Command Create(RiConsole console) =>
        new("calendar", console.Say("工作日历：查看某日的依据，检查通知文件。", "The calendar of working days: what a day rests on, and checking notice files."))
        {
            Explain(console),
            Check(console),
        };

    private static Command Explain(RiConsole console)
    {
        Argument<string> date = new("date") { Description = console.Say("日期，如 2026-02-14", "The day, as 2026-02-14") };
        Option<string[]> notices = Options.Notices(console);
        Command command = new("explain", console.Say("某日是否工作日、种类、依据的通知及其所取代的。", "Whether a day is worked, its kind, the notice that says so and what that superseded.")) { date, notices };
        command.SetAction(parsed =>
        {
            DayExplanation day = InputFile.ReadCalendar(parsed.GetValue(notices) ?? []).Explain(DateText.Date(parsed.GetRequiredValue(date)));
            console.Line($"date {day.Date:R}");
            console.Line($"working {(day.IsWorkingDay ? "yes" : "no")}");
            console.Line($"kind {Word(day.Kind)}");
            console.Line($"certainty {Word(day.Certainty)}");
            Optional(console, "layer", day.Layer is { } layer ? Word(layer) : null);
            Optional(console, "name", day.Name);
            Optional(console, "basis", day.Basis?.ToString());
            Optional(console, "notice", day.Notice?.ToString());
            Optional(console, "issued", day.Notice?.Issued?.ToString("R", null));
            Optional(console, "published", day.Notice?.Published?.ToString("R", null));
            foreach (DayStatement earlier in day.Superseded)
            {
                console.Line(Shown.Harmless($"superseded {Word(earlier.Day.Kind)} {earlier.Day.Name} {earlier.Notice}"));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Check(RiConsole console)
    {
        Argument<string> file = new("file") { Description = console.Say("通知文件：本项目 JSON、holiday-cn JSON 或 ICS", "The notice file: our JSON, holiday-cn JSON or ICS") };
        Option<string> number = Options.Text("--number", "NUMBER", console.Say("通知文号（holiday-cn 与 ICS 中没有）", "The notice's number, which holiday-cn and ICS do not say"), required: false);
        Option<string> published = Options.Text("--published", "DATE", console.Say("发布日期（同上）", "The day it was published, likewise"), required: false);
        Option<string[]> notices = Options.Notices(console);
        Command command = new("check", console.Say(
            "检查通知文件，打印读到的通知；问题列在标准错误，有拒绝的即退出码 2。",
            "Checks a notice file and prints the notices in it; findings go to standard error, a refused one makes the exit code 2."))
        {
            file, number, published, notices,
        };
        command.SetAction(parsed =>
        {
            LocalDate? day = parsed.GetValue(published) is { } text ? DateText.Date(text) : null;
            string given = parsed.GetValue(number) is { Length: > 0 } named ? named : Path.GetFileName(parsed.GetRequiredValue(file));
            NoticeCheck check = NoticeFile.Check(
                InputFile.ReadText(parsed.GetRequiredValue(file)), new NoticeOrigin(given, day), InputFile.ReadCalendar(parsed.GetValue(notices) ?? []));
            foreach (NoticeFinding finding in check.Findings)
            {
                console.Report(finding.Refusal, finding.Severity == FindingSeverity.Warning ? console.Say("提示：", "warning: ") : "");
            }

            if (check.IsRefused)
            {
                return ExitCode.BadInput;
            }

            foreach (HolidayNotice notice in check.Notices)
            {
                console.Line(Shown.Harmless(FormattableString.Invariant($"notice {notice.Year} {Word(notice.Layer)} {notice.Days.Length} {notice.Number}")));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void Optional(RiConsole console, string name, string? value)
    {
        if (value is not null)
        {
            console.Line(Shown.Harmless($"{name} {value}"));
        }
    }

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
