using System.CommandLine;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RandomInspection.Ledger;
using RandomInspection.Supervision;

namespace RandomInspection.Cli.Commands;

/// <summary><c>ri compliance</c>: what a host's log says of each clause of the notice.</summary>
internal static class ComplianceCommand
{
    public static Command Create(RiConsole console)
    {
        Argument<string> database = new(HostDatabase.ArgumentName) { Description = HostDatabase.Description(console) };
        Option<bool> json = new("--json") { Description = console.Say("输出 JSON", "Writes JSON") };
        Option<string> on = Options.Text("--on", "2026-12-31", console.Say("按哪一天判断逾期；默认今天", "The day by which overdue is judged; today by default"), required: false);
        Command command = new("compliance", console.Say(
            "落实情况报告：通读公开留痕，对 沈政办发〔2020〕19号 各条（A1–A12）逐条给出依据、状态与数字；只读。全部落实或尚无记录时退出码 0，有未落实时 1。",
            "A compliance report: reads the public log through and gives evidence, status and figure for each clause (A1–A12) of 沈政办发〔2020〕19号; reads only. Exit code 0 if nothing is broken, 1 if something is."))
        {
            database, json, on,
        };
        command.SetAction(parsed =>
        {
            Instant at = parsed.GetValue(on) is { } day ? DateText.Date(day).AtMidnight().InZoneStrictly(DateTimeZoneProviders.Tzdb["Asia/Shanghai"]).ToInstant() : SystemClock.Instance.GetCurrentInstant();
            return HostDatabase.With(parsed.GetRequiredValue(database), mayWrite: false, services => AuditAsync(console, services, at, parsed.GetValue(json)));
        });
        return command;
    }

    private static async Task<int> AuditAsync(RiConsole console, IServiceProvider services, Instant at, bool json)
    {
        LedgerHead head = await services.GetRequiredService<ILedger>().HeadAsync(LedgerLog.Public, CancellationToken.None);
        ComplianceReport report = console.WithProgress(
            "通读留痕", "reading the log", head.Size, progress => services.GetRequiredService<ComplianceAuditor>().AuditAsync(at, CancellationToken.None, progress).GetAwaiter().GetResult());
        if (json)
        {
            console.Output.Write(Encoding.UTF8.GetString(ComplianceDocument.Write(report)));
        }
        else
        {
            console.Line(FormattableString.Invariant($"public {report.Head.Size} {report.Head.Root}"));
            foreach (ComplianceLine line in report.Lines)
            {
                console.Line($"{line.Clause} {ComplianceDocument.Word(line.Status)} {line.Figure} {line.Article} {line.Title(console.Language)}");
                foreach (ComplianceCheck check in line.Checks)
                {
                    console.Line($"  {check.Name} {ComplianceDocument.Word(check.Status)} {check.Held} {check.Title(console.Language)}");
                    foreach (string id in check.Failing)
                    {
                        console.Line($"    {Shown.Harmless(id)}");
                    }
                }
            }
        }

        return report.IsHeld ? ExitCode.Done : ExitCode.DoesNotVerify;
    }
}
