using System.Collections.Immutable;
using System.CommandLine;
using System.Data.Common;
using NodaTime;
using NodaTime.Text;
using RandomInspection.Exchange;

namespace RandomInspection.Cli.Commands;

/// <summary><c>ri exchange</c>: how it stands with a partner, and what a person decides about what is stuck.</summary>
internal static class ExchangeCommand
{
    private const int MostListed = 1000;

    public static Command Create(RiConsole console) => new("exchange", console.Say("与其他平台的数据交换：状态、死信、搁置、对账（读写前置库）", "Exchange with other platforms: how it stands, dead letters, what is set aside, reconciliation (on the front database)"))
    {
        On(console, "status", "一个交换方的收发状态", "How it stands with a partner", Status),
        On(console, "dead", "列出死信", "Lists the dead letters", Dead),
        Deciding(console, "replay", "重新发送死信", "Sends dead letters again", "--number", (front, partner, number, decision) => new OutTable(front).ReplayAsync(partner, number, decision, Now, CancellationToken.None)),
        Deciding(console, "give-up", "放弃死信，其后的消息继续发送", "Gives dead letters up; what comes after them is sent", "--number", (front, partner, number, decision) => new OutTable(front).GiveUpAsync(partner, number, decision, Now, CancellationToken.None)),
        Deciding(console, "resume", "恢复与答复过 410 的交换方的收发", "Sends to a partner that answered 410, and fetches from it, again", null, async (front, partner, _, decision) =>
            (await new OutTable(front).ResumeAsync(partner, decision, Now, CancellationToken.None) ? 1 : 0) + (await new InTable(front).ResumeAsync(partner, decision, Now, CancellationToken.None) ? 1 : 0)),
        On(console, "aside", "列出搁置的消息及原因", "Lists what is set aside, and why", Aside),
        Deciding(console, "retry", "再次处理搁置的消息", "Has what is set aside looked at again", "--place", (front, partner, place, decision) => new InTable(front).ReplayAsync(partner, place, decision, Now, CancellationToken.None)),
        On(console, "decisions", "列出人工处理的留痕", "Lists what persons decided", Decisions),
        Reconcile(console),
        Tables(console),
    };

    private static Instant Now => SystemClock.Instance.GetCurrentInstant();

    private static Command On(RiConsole console, string name, string chinese, string english, Func<RiConsole, FrontDatabase, string, Task> work)
    {
        (Argument<string> front, Argument<string> partner) = Arguments(console);
        Command command = new(name, console.Say(chinese, english)) { front, partner };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(front), database => work(console, database, parsed.GetRequiredValue(partner))));
        return command;
    }

    private static Command Deciding(RiConsole console, string name, string chinese, string english, string? option, Func<FrontDatabase, string, long?, FrontDecision, Task<int>> decide)
    {
        (Argument<string> front, Argument<string> partner) = Arguments(console);
        Option<string> why = new("--why") { HelpName = "TEXT", Required = true, Description = console.Say("理由，留痕", "Why; it is kept") };
        Option<string> by = new("--by") { HelpName = "WHO", Description = console.Say("经手人；缺省为系统登录名", "Who; the name at this machine by default") };
        Option<long?> one = new(option ?? "--all") { HelpName = "N", Description = console.Say("只处理这一条；缺省为全部", "Only this one; all by default") };
        Command command = new(name, console.Say(chinese, english)) { front, partner, why, by };
        if (option is not null)
        {
            command.Add(one);
        }

        command.SetAction(parsed =>
        {
            FrontDecision decision = new(parsed.GetValue(by) is { Length: > 0 } person ? person : Environment.UserName, parsed.GetRequiredValue(why));
            return Run(parsed.GetRequiredValue(front), async database =>
                console.Line(FormattableString.Invariant($"{name} {await decide(database, parsed.GetRequiredValue(partner), option is null ? null : parsed.GetValue(one), decision)}")));
        });
        return command;
    }

    private static Command Reconcile(RiConsole console)
    {
        (Argument<string> front, Argument<string> partner) = Arguments(console);
        Argument<string> day = new("day") { Description = console.Say("哪一天，如 2026-11-23", "Which day, for example 2026-11-23") };
        Command command = new("reconcile", console.Say("某日的对账数字：每类消息的条数与 Merkle 根", "A day's reconciliation: count and Merkle root of each type")) { front, partner, day };
        command.SetAction(parsed =>
        {
            string text = parsed.GetRequiredValue(day);
            LocalDate of = LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var read }
                ? read
                : throw CliRefusals.Usage.Refuse(("detail", Shown.Harmless(text)), ("command", "ri exchange reconcile"));
            return Run(parsed.GetRequiredValue(front), async database =>
            {
                Write("sent", await new OutTable(database).ReconcileAsync(parsed.GetRequiredValue(partner), of, CancellationToken.None));
                Write("received", await new InTable(database).ReconcileAsync(parsed.GetRequiredValue(partner), of, CancellationToken.None));
            });
        });
        return command;

        void Write(string way, ImmutableArray<Reconciliation> figures)
        {
            foreach (Reconciliation one in figures)
            {
                console.Line(FormattableString.Invariant($"{way} {one.Type} {one.Count} {one.Root}"));
            }
        }
    }

    private static Command Tables(RiConsole console)
    {
        Option<bool> postgreSql = new("--postgresql") { Description = console.Say("PostgreSQL 的建表语句；缺省为 SQLite", "Those of PostgreSQL; SQLite by default") };
        Command command = new("tables", console.Say("写出交换表的建表语句", "Writes the statements that create the exchange tables")) { postgreSql };
        command.SetAction(parsed =>
        {
            FrontDatabase database = parsed.GetValue(postgreSql) ? FrontDatabase.PostgreSql("Host=none") : FrontDatabase.Sqlite("Data Source=none");
            console.Output.Write(database.Definition);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task Status(RiConsole console, FrontDatabase database, string partner)
    {
        OutFigures sent = await new OutTable(database).FiguresAsync(partner, CancellationToken.None);
        InFigures received = await new InTable(database).FiguresAsync(partner, CancellationToken.None);
        console.Line(FormattableString.Invariant($"out cursor {sent.Cursor} waiting {sent.Waiting} sent {sent.Sent} dead {sent.Dead} given-up {sent.GivenUp} contact {At(sent.ContactAt)} stopped {At(sent.StoppedAt)} oldest {At(sent.OldestAt)}"));
        console.Line(FormattableString.Invariant($"in waiting {received.Waiting} taken {received.Taken} parked {received.Parked} aside {received.Aside} contact {At(received.ContactAt)} oldest {At(received.OldestAt)}"));
        if (await new InTable(database).FetchedAsync(partner, CancellationToken.None) is { } fetched)
        {
            console.Line(Shown.Harmless(FormattableString.Invariant($"fetch cursor {fetched.Cursor} contact {At(fetched.ContactAt)} failures {fetched.Failures} next {At(fetched.NextAt)} stopped {At(fetched.StoppedAt)} {FrontReason.In(fetched.Error, console.Language)}").TrimEnd()));
        }
    }

    private static async Task Dead(RiConsole console, FrontDatabase database, string partner)
    {
        foreach (OutboundMessage one in await new OutTable(database).ReadAsync(partner, OutboundStatus.Dead, MostListed, CancellationToken.None))
        {
            console.Line(Shown.Harmless(FormattableString.Invariant($"{one.Number} {one.Id} {one.Subject} attempts {one.Attempts} {FrontReason.In(one.Error, console.Language)}")));
        }
    }

    private static async Task Aside(RiConsole console, FrontDatabase database, string partner)
    {
        foreach (InboundMessage one in await new InTable(database).ReadAsync(partner, InboundStatus.Aside, MostListed, CancellationToken.None))
        {
            console.Line(Shown.Harmless(FormattableString.Invariant($"{one.Place} {one.Id} {one.Subject} {FrontReason.In(one.Error, console.Language)}")));
        }
    }

    private static async Task Decisions(RiConsole console, FrontDatabase database, string partner)
    {
        foreach (DecisionLine one in await new FrontDecisions(database).ReadAsync(partner, MostListed, CancellationToken.None))
        {
            console.Line(Shown.Harmless(FormattableString.Invariant($"{At(one.At)} {one.Action} {one.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "all"} {one.Messages} {one.By} {one.Why}")));
        }
    }

    private static string At(Instant? at) => at is { } moment ? InstantPattern.General.Format(moment) : "never";

    private static (Argument<string> Front, Argument<string> Partner) Arguments(RiConsole console) =>
    (
        new("front") { Description = console.Say("前置库：SQLite 文件，或 PostgreSQL 的连接串", "The front database: a SQLite file, or how to connect to PostgreSQL") },
        new("partner") { Description = console.Say("交换方的编号", "The partner's id") }
    );

    private static int Run(string front, Func<FrontDatabase, Task> work)
    {
        try
        {
            return RunAsync(front, work).GetAwaiter().GetResult();
        }
        catch (DbException e)
        {
            throw CliRefusals.FileUnreadable.Refuse(("path", Shown.Harmless(File.Exists(front) ? front : "PostgreSQL")), ("detail", Shown.Harmless(e.Message.Split('\n')[0])));
        }
    }

    private static async Task<int> RunAsync(string front, Func<FrontDatabase, Task> work)
    {
        bool isFile = File.Exists(front) || !front.Contains('=', StringComparison.Ordinal);
        if (isFile && !File.Exists(front))
        {
            throw CliRefusals.FileMissing.Refuse(("path", Shown.Harmless(front)));
        }

        await using FrontDatabase database = isFile
            ? FrontDatabase.Sqlite(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder { DataSource = front, Pooling = false }.ToString())
            : FrontDatabase.PostgreSql(front);
        await work(database);
        return ExitCode.Done;
    }
}
