using System.Diagnostics;
using RandomInspection.Tests;

namespace RandomInspection.Durability;

/// <summary>What is done to a host, or to what it stands on, and what must be left.</summary>
internal static class Crashes
{
    private static readonly Dictionary<string, Func<int, Task<CrashReport>>> Known = new(StringComparer.Ordinal)
    {
        ["sqlite-kill"] = SqliteKillAsync,
        ["postgresql-kill"] = PostgreSqlKillAsync,
        ["postgresql-stop"] = PostgreSqlStopAsync,
        ["two-hosts"] = TwoHostsAsync,
        ["sqlite-file-limit"] = rounds => SqliteWithinAsync("SQLite, no file may grow over 2 MiB (RLIMIT_FSIZE)", rounds, _ => ["sh", "-c", "trap '' XFSZ; ulimit -f 4096; exec \"$@\"", "sh"]),
        ["sqlite-write-errors"] = rounds => SqliteWithinAsync("SQLite, pwrite fails with EIO now and then (strace)", rounds, round => Strace("pwrite64", "EIO", 150 + (37 * round), 211)),
        ["sqlite-no-space-errors"] = rounds => SqliteWithinAsync("SQLite, pwrite fails with ENOSPC now and then (strace)", rounds, round => Strace("pwrite64", "ENOSPC", 150 + (37 * round), 211)),
        ["sqlite-sync-errors"] = rounds => SqliteWithinAsync("SQLite, fsync fails with EIO now and then (strace)", rounds, round => Strace("fsync,fdatasync", "EIO", 20 + (7 * round), 31)),
        ["sqlite-full"] = SqliteFullAsync,
        ["postgresql-full"] = PostgreSqlFullAsync,
        ["postgresql-sync-errors"] = PostgreSqlSyncErrorsAsync,
    };

    public static IEnumerable<string> Names => Known.Keys;

    public static Func<int, Task<CrashReport>>? Find(string what) => Known.GetValueOrDefault(what);

    /// <summary>Kill -9 of the host at some moment, again and again on one file.</summary>
    private static async Task<CrashReport> SqliteKillAsync(int rounds)
    {
        using TemporaryFolder folder = new();
        return await KillAsync("kill -9 of the host on SQLite", rounds, "sqlite", folder.Database);
    }

    private static async Task<CrashReport> PostgreSqlKillAsync(int rounds)
    {
        await using PostgreSqlServer server = await PostgreSqlServer.StartAsync(CancellationToken.None);
        await server.CreateAsync("crash", CancellationToken.None);
        return await KillAsync("kill -9 of the host on PostgreSQL", rounds, "postgresql", server.ConnectionString("crash"));
    }

    private static async Task<CrashReport> KillAsync(string what, int rounds, string provider, string connection)
    {
        Tally tally = new(provider, connection);
        for (int round = 0; round < rounds; round++)
        {
            await using HostProcess host = HostProcess.Start(provider, connection, $"k{round}", 60);
            await host.AtWorkAsync();
            await Task.Delay(Random.Shared.Next(0, 700));
            host.Kill();
            await host.EndAsync();
            tally.Add(host);
            await tally.LookAsync(round == rounds - 1);
        }

        return tally.Report(what, rounds);
    }

    /// <summary>PostgreSQL is stopped at once under a host that goes on, and started again.</summary>
    private static async Task<CrashReport> PostgreSqlStopAsync(int rounds)
    {
        await using PostgreSqlServer server = await PostgreSqlServer.StartAsync(CancellationToken.None);
        await server.CreateAsync("crash", CancellationToken.None);
        string connection = server.ConnectionString("crash");
        Tally tally = new("postgresql", connection);
        await using HostProcess host = HostProcess.Start("postgresql", connection, "s", 24 * 3600);
        for (int round = 0; round < rounds; round++)
        {
            int before = host.Acknowledged.Count;
            await host.UntilAsync(h => h.Acknowledged.Count > before + 50);
            await Task.Delay(Random.Shared.Next(0, 700));
            await server.StopImmediatelyAsync(CancellationToken.None);
            await server.StartAgainAsync(CancellationToken.None);
        }

        int last = host.Acknowledged.Count;
        await host.UntilAsync(h => h.Acknowledged.Count > last + 50);
        host.Kill();
        await host.EndAsync();
        tally.Add(host);
        await tally.LookAsync(isLast: true);
        return tally.Report("immediate stop of PostgreSQL under a host", rounds);
    }

    /// <summary>Two hosts write to the same streams of one database at once.</summary>
    private static async Task<CrashReport> TwoHostsAsync(int rounds)
    {
        await using PostgreSqlServer server = await PostgreSqlServer.StartAsync(CancellationToken.None);
        await server.CreateAsync("crash", CancellationToken.None);
        string connection = server.ConnectionString("crash");
        Tally tally = new("postgresql", connection);
        for (int round = 0; round < rounds; round++)
        {
            await using HostProcess one = HostProcess.Start("postgresql", connection, $"one{round}", 120);
            await using HostProcess two = HostProcess.Start("postgresql", connection, $"two{round}", 120);
            await one.UntilAsync(h => h.Acknowledged.Count > 60);
            await two.UntilAsync(h => h.Acknowledged.Count > 60);
            foreach (HostProcess host in new[] { one, two })
            {
                host.Kill();
                await host.EndAsync();
                tally.Require(host.Acknowledged.Count > 60, "A host ended by itself.");
                tally.Add(host);
            }

            await tally.LookAsync(isLast: true);
        }

        return tally.Report("two hosts write to the same streams of one PostgreSQL, then both are killed", rounds);
    }

    /// <summary>A host whose writes fail now and then; it goes on, and in the end it is killed.</summary>
    private static async Task<CrashReport> SqliteWithinAsync(string what, int rounds, Func<int, string[]> within)
    {
        Tally? total = null;
        for (int round = 0; round < rounds; round++)
        {
            using TemporaryFolder folder = new();
            Tally tally = new("sqlite", folder.Database);
            await using (Store made = await Store.OpenAsync("sqlite", folder.Database))
            {
                // The tables are there before anything fails.
            }

            await using HostProcess host = HostProcess.Start("sqlite", folder.Database, "w", 60, within(round));
            await host.UntilAsync(h => h.Refused.Count > 0);
            int before = host.Acknowledged.Count;
            await Task.WhenAny(host.UntilAsync(h => h.Acknowledged.Count > before + 100), Task.Delay(TimeSpan.FromSeconds(5)));
            host.Kill();
            await host.EndAsync();
            tally.Require(host.Refused.Count > 0, "Nothing was refused.");
            tally.Add(host);
            await tally.LookAsync(isLast: true);
            total = total is null ? tally : total.With(tally);
        }

        return total!.Report(what, rounds);
    }

    /// <summary>The disk of the file is full, and then there is room again.</summary>
    private static async Task<CrashReport> SqliteFullAsync(int rounds)
    {
        Tally? total = null;
        for (int round = 0; round < rounds; round++)
        {
            await using SmallDisk disk = await SmallDisk.MountAsync(6, "root");
            string connection = $"Data Source={Path.Combine(disk.Folder, "inspection.db")}";
            Tally tally = new("sqlite", connection);
            await using HostProcess host = HostProcess.Start("sqlite", connection, "f", 120);
            await FillAsync(host, disk, 64, tally);
            total = total is null ? tally : total.With(tally);
        }

        return total!.Report("SQLite on a disk of 6 MiB that fills, then has room", rounds);
    }

    /// <summary>The disk of the server is full, its log included, and then there is room again.</summary>
    private static async Task<CrashReport> PostgreSqlFullAsync(int rounds)
    {
        Tally? total = null;
        for (int round = 0; round < rounds; round++)
        {
            await using SmallDisk disk = await SmallDisk.MountAsync(88, "nobody");
            await using PostgreSqlServer server = await PostgreSqlServer.StartAsync(CancellationToken.None, disk.Folder);
            await server.CreateAsync("crash", CancellationToken.None);
            string connection = server.ConnectionString("crash");
            Tally tally = new("postgresql", connection);
            await using HostProcess host = HostProcess.Start("postgresql", connection, "f", 600);
            await FillAsync(host, disk, 400, tally, server);
            total = total is null ? tally : total.With(tally);
        }

        return total!.Report("PostgreSQL on a disk of 88 MiB that fills, then has room", rounds);
    }

    private static async Task FillAsync(HostProcess host, SmallDisk disk, int megabytes, Tally tally, PostgreSqlServer? server = null)
    {
        await host.UntilAsync(h => h.Refused.Count > 0);
        await Task.Delay(1000);
        await disk.ResizeAsync(megabytes);
        if (server is not null && server.HasEnded)
        {
            await server.StartAgainAsync(CancellationToken.None);
        }

        int before = host.Acknowledged.Count;
        await host.UntilAsync(h => h.Acknowledged.Count > before + 200);
        tally.Require(host.Acknowledged.Count > before + 200, "It did not go on when there was room.");
        host.Kill();
        await host.EndAsync();
        tally.Add(host);
        await tally.LookAsync(isLast: true);
    }

    /// <summary>The server's syncs fail now and then: it ends itself rather than trust them, starts again, and the host goes on.</summary>
    private static async Task<CrashReport> PostgreSqlSyncErrorsAsync(int rounds)
    {
        Tally? total = null;
        for (int round = 0; round < rounds; round++)
        {
            await using PostgreSqlServer server = await PostgreSqlServer.StartAsync(CancellationToken.None);
            await server.CreateAsync("crash", CancellationToken.None);
            string connection = server.ConnectionString("crash");
            await using (Store made = await Store.OpenAsync("postgresql", connection))
            {
                // The tables are there before anything fails.
            }

            await server.StopImmediatelyAsync(CancellationToken.None);
            await server.StartAgainAsync(CancellationToken.None, Strace("fdatasync", "EIO", 60 + (17 * round), 400));
            Tally tally = new("postgresql", connection);
            await using HostProcess host = HostProcess.Start("postgresql", connection, "e", 120);
            await host.UntilAsync(h => h.Refused.Count > 0);
            int before = host.Acknowledged.Count;
            await Task.WhenAny(host.UntilAsync(h => h.Acknowledged.Count > before + 100), Task.Delay(TimeSpan.FromSeconds(30)));
            host.Kill();
            await host.EndAsync();
            tally.Require(host.Refused.Count > 0, "Nothing was refused.");
            tally.Require(host.Acknowledged.Count > before, "It did not go on.");
            tally.Add(host);
            await server.StopImmediatelyAsync(CancellationToken.None);
            await server.StartAgainAsync(CancellationToken.None);

            // Connections of this process that the former server knew are not used again.
            Npgsql.NpgsqlConnection.ClearAllPools();
            await tally.LookAsync(isLast: true);
            total = total is null ? tally : total.With(tally);
        }

        return total!.Report("PostgreSQL, fdatasync fails with EIO now and then (strace)", rounds);
    }

    /// <summary>A command line under which system calls fail: from the first on, then every so many of each thread.</summary>
    private static string[] Strace(string calls, string error, int first, int step) =>
        ["strace", "-f", "-qqq", "-o", "/dev/null", "--seccomp-bpf", "-e", $"trace={calls}", "-e", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"inject={calls}:error={error}:when={first}+{step}")];
}
