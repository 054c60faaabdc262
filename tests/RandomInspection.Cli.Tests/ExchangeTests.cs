using System.Globalization;
using Microsoft.Data.Sqlite;
using NodaTime;
using RandomInspection.Exchange;

namespace RandomInspection.Tests;

/// <summary><c>ri exchange</c>: how it stands, what is stuck and what a person decides, on the front database alone.</summary>
public sealed class ExchangeTests
{
    private const string Partner = "province";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Exchange_DeadAndSetAside_ListedAndDecided()
    {
        using Ri ri = new();
        string front = ri["front.db"];
        await FillAsync(front);
        Assert.Equal(
            "out cursor 3 waiting 1 sent 1 dead 1 given-up 0 contact never stopped 2026-11-23T01:00:00Z oldest 2026-11-23T01:00:00Z\nin waiting 0 taken 0 parked 0 aside 1 contact 2026-11-23T01:00:00Z oldest 2026-11-23T01:00:00Z\n",
            Ri.Run("exchange", "status", front, Partner).Done().Output);
        Assert.Equal("2 publication-2 D2026-0001 attempts 31 It answered 500\n", Ri.Run("exchange", "dead", front, Partner).Done().Output);
        Assert.Equal("1 m-1 subjects RI9160: no\n", Ri.Run("exchange", "aside", front, Partner).Done().Output);
        Assert.Equal("replay 0\n", Ri.Run("exchange", "replay", front, Partner, "--why", "agreed", "--by", "guan", "--number", "1").Done().Output);
        Assert.Equal("replay 1\n", Ri.Run("exchange", "replay", front, Partner, "--why", "agreed", "--by", "guan", "--number", "2").Done().Output);
        Assert.Equal("give-up 0\n", Ri.Run("exchange", "give-up", front, Partner, "--why", "agreed").Done().Output);
        Assert.Equal("retry 1\n", Ri.Run("exchange", "retry", front, Partner, "--why", "mended", "--by", "guan").Done().Output);
        Assert.Equal("resume 1\n", Ri.Run("exchange", "resume", front, Partner, "--why", "there again", "--by", "guan").Done().Output);
        Assert.Equal(
            "out cursor 3 waiting 2 sent 1 dead 0 given-up 0 contact never stopped never oldest 2026-11-23T01:00:00Z\nin waiting 1 taken 0 parked 0 aside 0 contact 2026-11-23T01:00:00Z oldest 2026-11-23T01:00:00Z\n",
            Ri.Run("exchange", "status", front, Partner).Done().Output);
        string[] kept = Ri.Run("exchange", "decisions", front, Partner).Done().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["replay 2 1 guan agreed", "resume all 0 guan there again", "retry all 1 guan mended"], kept.Select(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]).Order(StringComparer.Ordinal));
        Ri.Run("exchange", "retry", front, Partner, "--why", " ").Refused("RI9171");
        Assert.StartsWith("sent cn.random-inspection.publication.v1 3 ", Ri.Run("exchange", "reconcile", front, Partner, "2026-11-23").Done().Output, StringComparison.Ordinal);
        Assert.Equal("", Ri.Run("exchange", "reconcile", front, Partner, "2026-11-24").Done().Output);
    }

    [Fact]
    public void Exchange_NoFileNoDayNoTables_Refused()
    {
        using Ri ri = new();
        Ri.Run("exchange", "status", ri["none.db"], Partner).Refused("RI9102", ri["none.db"]);
        Assert.False(File.Exists(ri["none.db"]));
        File.WriteAllText(ri["other.db"], "no database");
        Ri.Run("exchange", "status", ri["other.db"], Partner).Refused("RI9103");
        Ri.Run("exchange", "reconcile", ri["other.db"], Partner, "yesterday").Refused("RI9101", "yesterday");
    }

    [Fact]
    public void Tables_EachDatabase_ItsStatements()
    {
        Assert.Contains("AUTOINCREMENT", Ri.Run("exchange", "tables").Done().Output, StringComparison.Ordinal);
        Assert.Contains("COLLATE \"C\"", Ri.Run("exchange", "tables", "--postgresql").Done().Output, StringComparison.Ordinal);
    }

    private static async Task FillAsync(string file)
    {
        string connection = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString();
        await using (FrontDatabase database = FrontDatabase.Sqlite(connection))
        {
            await database.CreateAsync(Cancellation);
            await new InTable(database).KeepAsync(
                [(Partner, ExchangeMessage.Of("https://old.example", "m-1", ExchangeTypes.Subjects, "subjects", null, Instant.FromUtc(2026, 11, 23, 1, 0), "{}"), "test")], Instant.FromUtc(2026, 11, 23, 1, 0), Cancellation);
        }

        await using SqliteConnection open = new(connection);
        await open.OpenAsync(Cancellation);
        foreach (string sql in (string[])
        [
            "INSERT INTO ex_out_partner VALUES ('province', 3, 0, NULL, '2026-11-23T01:00:00.000Z', '410 Gone')",
            "UPDATE ex_in_message SET status = 'aside', error = 'RI9160: no'",
            Row(1, "sent", 1),
            Row(2, "dead", 31),
            Row(3, "waiting", 0),
        ])
        {
            await using SqliteCommand command = open.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        static string Row(int number, string status, int attempts) => string.Create(
            CultureInfo.InvariantCulture,
            $"""
            INSERT INTO ex_out_message VALUES ('province', {number}, 'https://amr.shenyang.example/ledger', 'feed-1', 'publication-{number}', 'cn.random-inspection.publication.v1', 'D2026-0001', {number},
            'publish', '2026-11-23', '-', '{new string('a', 64)}', '{status}', {attempts}, '2026-11-23T01:00:00.000Z', NULL, '2026-11-23T01:00:00.000Z', '500', NULL, NULL)
            """);
    }
}
