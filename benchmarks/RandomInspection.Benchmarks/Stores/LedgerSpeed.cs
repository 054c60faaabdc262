using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.Ledger;
using RandomInspection.Tests;

namespace RandomInspection.Benchmarks.Stores;

/// <summary>Appends a second, each database with full sync on the disk of the temporary folder, beside bare inserts of as many rows in the same run.</summary>
internal static class LedgerSpeed
{
    private const string Data = """{"by":"ni","text":"2026 年度双随机抽查计划","tasks":["P2026-001-T01","P2026-001-T02"],"status":"Submitted"}""";

    private static readonly EncodedEvent Happened = new("plan.submitted", Data);

    /// <summary>Measures and writes a page in Markdown.</summary>
    /// <param name="time">How long each line is measured.</param>
    /// <param name="output">Where to.</param>
    public static async Task MeasureAsync(TimeSpan time, TextWriter output)
    {
        string load = OperatingSystem.IsLinux() ? (await File.ReadAllTextAsync("/proc/loadavg"))[..14] : "unknown";
        output.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            # Appending, measured

            Made by `eng/ledger-speed.sh`, not written by hand: {Environment.ProcessorCount} processors, load before {load}, each line {time.TotalSeconds:0} s. Every acknowledged append is on the disk (SQLite `synchronous = FULL`, PostgreSQL `fsync = on`, both in the temporary folder). An append is an entry with its hash, its two tree nodes on average, its stream's version and the log's head; a bare insert is the same row into a table without any of that, in transactions of the size that is said.

            | What | Appends/s | beside the bare insert of 64 |
            | --- | ---: | ---: |

            """));
        string folder = Directory.CreateTempSubdirectory("ri-speed-").FullName;
        string file = $"Data Source={Path.Combine(folder, "inspection.db")}";
        await using (ServiceProvider services = await OpenAsync(builder => builder.UseSqlite(file)))
        {
            await MeasureAsync("SQLite", services.GetRequiredService<ILedger>(), size => BareSqliteAsync(folder, size, time), time, 1_750, output);
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        if (!PostgreSqlServer.IsFound)
        {
            output.WriteLine($"\n{PostgreSqlServer.HowToGetIt}");
            return;
        }

        await using PostgreSqlServer server = await PostgreSqlServer.StartAsync(CancellationToken.None, Path.GetTempPath());
        await server.CreateAsync("speed", CancellationToken.None);
        await using (ServiceProvider services = await OpenAsync(builder => builder.UsePostgreSql(server.ConnectionString("speed"))))
        {
            await MeasureAsync("PostgreSQL", services.GetRequiredService<ILedger>(), size => BarePostgreSqlAsync(server, size, time), time, 5_000, output);
        }

        NpgsqlConnection.ClearAllPools();
    }

    private static async Task<ServiceProvider> OpenAsync(Func<RandomInspectionBuilder, RandomInspectionBuilder> use)
    {
        ServiceCollection services = new();
        use(services.AddRandomInspection());
        ServiceProvider provider = services.BuildServiceProvider();
        await provider.MigrateAsync(CancellationToken.None);
        return provider;
    }

    private static async Task MeasureAsync(string name, ILedger ledger, Func<int, Task<double>> bare, TimeSpan time, int aim, TextWriter output)
    {
        await AppendAsync(ledger, 64, 1, TimeSpan.FromSeconds(1)); // warm
        await bare(64);
        double peer = await bare(64);
        double best = 0;
        Line($"{name}, bare insert, a transaction each", await bare(1));
        Line($"{name}, bare insert, 64 a transaction", peer);
        foreach ((int clients, int events) in new[] { (1, 1), (64, 1), (256, 1), (8, 100) })
        {
            double speed = await AppendAsync(ledger, clients, events, time);
            best = clients >= 64 ? Math.Max(best, speed) : best;
            Line($"{name}, {(clients == 1 ? "one client" : $"{clients} clients")}, {(events == 1 ? "an entry" : $"{events} entries")} a commit", speed);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name}: aim {aim:N0}/s with an entry a commit | {(best >= aim ? "held" : "missed")} | |"));

        void Line(string what, double speed) =>
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {speed:N0} | {speed / peer:0.00} |"));
    }

    /// <summary>Appends a second by clients that each wait for one commit before the next.</summary>
    private static async Task<double> AppendAsync(ILedger ledger, int clients, int events, TimeSpan time)
    {
        string run = Stopwatch.GetTimestamp().ToString(CultureInfo.InvariantCulture);
        ImmutableArray<EncodedEvent> several = [.. Enumerable.Repeat(Happened, events)];
        long begun = Stopwatch.GetTimestamp();
        int[] written = await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            int version = 0;
            while (Stopwatch.GetElapsedTime(begun) < time)
            {
                await ledger.CommitAsync(
                    new LedgerCommit(
                        Actor.System, Instant.FromUnixTimeSeconds(1_790_000_000 + version), null, [new StreamAppend($"plan/{run}-{client}", version, several)], []),
                    CancellationToken.None);
                version += events;
            }

            return version;
        })));
        return written.Sum() / Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    private static async Task<double> BareSqliteAsync(string folder, int size, TimeSpan time)
    {
        await using SqliteConnection connection = new($"Data Source={Path.Combine(folder, $"bare-{size}-{Stopwatch.GetTimestamp()}.db")};Pooling=False");
        await connection.OpenAsync();
        await using SqliteCommand table = new(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE bare (sequence INTEGER PRIMARY KEY, stream TEXT, version INTEGER, type TEXT, actor TEXT, role TEXT, at INTEGER, data TEXT)",
            connection);
        await table.ExecuteNonQueryAsync();
        await using SqliteCommand insert = new(
            "INSERT INTO bare (stream, version, type, actor, role, at, data) VALUES ('plan/P2026-001', $version, 'plan.submitted', 'system', 'Administrator', 17000000000000000, $data)",
            connection);
        SqliteParameter version = insert.Parameters.Add("$version", SqliteType.Integer);
        insert.Parameters.AddWithValue("$data", Data);
        int written = 0;
        long begun = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begun) < time)
        {
            await using SqliteTransaction transaction = connection.BeginTransaction();
            insert.Transaction = transaction;
            for (int i = 0; i < size; i++)
            {
                version.Value = ++written;
                await insert.ExecuteNonQueryAsync();
            }

            await transaction.CommitAsync();
        }

        return written / Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    private static async Task<double> BarePostgreSqlAsync(PostgreSqlServer server, int size, TimeSpan time)
    {
        await using NpgsqlConnection connection = new(server.ConnectionString("speed"));
        await connection.OpenAsync();
        await using NpgsqlCommand table = new(
            "DROP TABLE IF EXISTS bare; CREATE TABLE bare (sequence bigserial PRIMARY KEY, stream text, version integer, type text, actor text, role text, at bigint, data text)", connection);
        await table.ExecuteNonQueryAsync();
        int written = 0;
        long begun = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begun) < time)
        {
            await using NpgsqlCommand insert = new(
                "INSERT INTO bare (stream, version, type, actor, role, at, data) SELECT 'plan/P2026-001', v, 'plan.submitted', 'system', 'Administrator', 17000000000000000, d FROM unnest($1, $2) AS r (v, d)",
                connection);
            insert.Parameters.Add(new NpgsqlParameter { Value = Enumerable.Range(written, size).ToArray() });
            insert.Parameters.Add(new NpgsqlParameter { Value = Enumerable.Repeat(Data, size).ToArray() });
            written += await insert.ExecuteNonQueryAsync();
        }

        return written / Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }
}
