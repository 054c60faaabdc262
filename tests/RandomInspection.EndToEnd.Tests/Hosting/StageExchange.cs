using Microsoft.Data.Sqlite;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Exchange;
using RandomInspection.SampleData;

namespace RandomInspection.Tests.Hosting;

/// <summary>The exchange of the host on the stage: a province that is not reached, with a queue, dead letters, what is set aside and decisions; a department in order.</summary>
internal static class StageExchange
{
    private const string Province = "province";

    /// <summary>Settings of the host, as environment variables; nothing is at the address.</summary>
    public static (string Name, string Value)[] Settings { get; } =
    [
        ("Exchange__Secret", "whsec_" + Convert.ToBase64String([.. "the secret of the stage, 2026"u8])),
        ("Exchange__SendTo", "https://province.invalid/exchange/shenyang/in"),
        ("Exchange__FetchFrom", "https://province.invalid/exchange/shenyang/out"),
    ];

    /// <summary>Waits for the host's first messages, and lets some of them have been received, and others be given up.</summary>
    public static async Task FillAsync(string front)
    {
        string connection = new SqliteConnectionStringBuilder { DataSource = front, Pooling = false }.ToString();
        await using FrontDatabase database = FrontDatabase.Sqlite(connection);
        OutTable sent = new(database);
        for (int tries = 0; (await sent.FiguresAsync(Province, CancellationToken.None)).Waiting < 4 || await new InTable(database).FetchedAsync(Province, CancellationToken.None) is null; tries++)
        {
            await Task.Delay(tries < 600 ? 100 : throw new InvalidOperationException("The host has made no messages."));
        }

        Instant now = SystemClock.Instance.GetCurrentInstant();
        InTable received = new(database);
        await received.KeepAsync(
            [
                .. SampleSubjects.Generate(3).Select((one, i) => ("department", Of($"jcdx-{i + 1}", SubjectMessages.Write([one]), now), "jcdx.csv")),
                (Province, Of("m-1", """{"subjects":[{"code":"91210100MA0000000X"}]}""", now), "webhook-m-1"),
            ],
            now,
            CancellationToken.None);
        for (int tries = 0; (await received.FiguresAsync("department", CancellationToken.None)).Waiting > 0; tries++)
        {
            await Task.Delay(tries < 600 ? 100 : throw new InvalidOperationException("The host has not taken in what the department sent."));
        }

        await using SqliteConnection open = new(connection);
        await open.OpenAsync();
        foreach (string sql in (string[])
        [
            "UPDATE ex_out_message SET status = 'sent', receipt_digest = digest, receipt_at = made_at WHERE partner = 'province' AND number = 1",
            "UPDATE ex_out_message SET status = 'dead', attempts = 40, error = 'ConnectionError' WHERE partner = 'province' AND number IN (2, 3)",
            "UPDATE ex_out_message SET day = substr(made_at, 1, 10) WHERE partner = 'province'",
        ])
        {
            await using SqliteCommand command = open.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }

        await sent.GiveUpAsync(Province, 3, new FrontDecision("guan", "电话商定：对方已由纸质文件收到"), now, CancellationToken.None);
    }

    private static ExchangeMessage Of(string id, string data, Instant now) => ExchangeMessage.Of("https://old.example", id, ExchangeTypes.Subjects, "subjects", null, now, data);
}
