using System.Net;
using Microsoft.Data.Sqlite;
using NodaTime;
using RandomInspection.Exchange;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests;

/// <summary>The page of a partner: how it stands, what is stuck, each day's reconciliation, and the decisions that a person takes, each with its trace.</summary>
public sealed class ExchangePageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ri-exchange-page-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Connection => new SqliteConnectionStringBuilder { DataSource = Path.Combine(_folder, "front.db"), Pooling = false }.ToString();

    [Fact]
    public async Task Pages_DeadAndSetAside_ShownAndTriedAgain()
    {
        FrontDatabase database = FrontDatabase.Sqlite(Connection);
        await FillAsync(database);
        ExchangeOptions options = new()
        {
            Source = "https://amr.shenyang.example/ledger",
            Pause = Duration.FromHours(1),
            Partners = [new ExchangePartner("province", "省级平台", "The province", "ku")],
        };
        await using PageHost host = await PageHost.StartAsync(MemoryHost.Morning, last: services => services.AddRandomInspection().UseExchange(database, options));
        using PageReader administrator = await host.SignedInAsync("guan");
        Page list = await administrator.OpenAsync("/exchange");
        Assert.Contains("href=\"/exchange/province\"", list.Html, StringComparison.Ordinal);
        Assert.Contains("Gone for good (410)", list.Html, StringComparison.Ordinal);
        Page page = await administrator.OpenAsync("/exchange/province");
        Assert.Contains("publication-2", page.Html, StringComparison.Ordinal);
        Assert.Contains("RI9160: no", page.Html, StringComparison.Ordinal);
        Assert.Contains(ExchangeTypes.Publication, page.Html, StringComparison.Ordinal); // the day's reconciliation

        // A supervisor reads the same and decides nothing.
        using PageReader supervisor = await host.SignedInAsync("shen");
        Page read = await supervisor.OpenAsync("/exchange/province");
        Assert.Contains("publication-2", read.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Send again", read.Html, StringComparison.Ordinal);

        Assert.Contains("RI9171", (await administrator.SendAsync(page, "replay")).Html, StringComparison.Ordinal); // no reason, no decision
        Assert.Equal(1, (await new OutTable(database).FiguresAsync("province", Cancellation)).Dead);
        await administrator.SendAsync(await administrator.OpenAsync("/exchange/province"), "resume", ("ResumeWhy", "there again"));
        Assert.Null((await new OutTable(database).FiguresAsync("province", Cancellation)).StoppedAt);
        await administrator.SendAsync(await administrator.OpenAsync("/exchange/province"), "replay", ("ReplayWhy", "agreed by telephone"));
        Assert.Equal(0, (await new OutTable(database).FiguresAsync("province", Cancellation)).Dead);
        await administrator.SendAsync(await administrator.OpenAsync("/exchange/province"), "retry", ("RetryWhy", "mended"));
        Assert.Equal(0, (await new InTable(database).FiguresAsync("province", Cancellation)).Aside);
        Page after = await administrator.OpenAsync("/exchange/province");
        Assert.Contains("In order", after.Html, StringComparison.Ordinal);
        Assert.Contains("agreed by telephone", after.Html, StringComparison.Ordinal); // who, when, why
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.OpenAsync("/exchange/nobody")).Status);
    }

    [Fact]
    public async Task Pages_NoExchange_SaidSo()
    {
        await using PageHost host = await PageHost.StartAsync(MemoryHost.Morning);
        using PageReader administrator = await host.SignedInAsync("guan");
        Assert.Contains("exchanges with nobody", (await administrator.OpenAsync("/exchange")).Html, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task FillAsync(FrontDatabase database)
    {
        await database.CreateAsync(Cancellation);
        await new InTable(database).KeepAsync(
            [("province", ExchangeMessage.Of("https://old.example", "m-1", ExchangeTypes.Subjects, "subjects", null, MemoryHost.Morning, "{}"), "test")], MemoryHost.Morning, Cancellation);
        await using SqliteConnection open = new(Connection);
        await open.OpenAsync(Cancellation);
        foreach (string sql in (string[])
        [
            "INSERT INTO ex_out_partner (partner, cursor, stopped_at, stop_reason) VALUES ('province', 2, '2026-11-23T01:00:00.000Z', '410 Gone')",
            "UPDATE ex_in_message SET status = 'aside', error = 'RI9160: no'",
            $"""
            INSERT INTO ex_out_message VALUES ('province', 2, 'https://amr.shenyang.example/ledger', 'feed-1', 'publication-2', '{ExchangeTypes.Publication}', 'D2026-0001', 1, 'publish', '2026-11-23', '-', '{new string('a', 64)}',
            'dead', 31, '2026-11-23T01:00:00.000Z', NULL, '2026-11-23T01:00:00.000Z', '500', NULL, NULL)
            """,
        ])
        {
            await using SqliteCommand command = open.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync(Cancellation);
        }
    }
}
