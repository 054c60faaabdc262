using System.Diagnostics;
using Npgsql;

namespace RandomInspection.Tests;

/// <summary>A PostgreSQL server of the tests' own: in a temporary folder, on a socket in it, as another user where we are root.</summary>
/// <remarks>A shell beside it reads from this process; when this process ends, however it does, the shell ends the server and removes the folder.</remarks>
internal sealed class PostgreSqlServer : IAsyncDisposable
{
    /// <summary>Why there is none, and how to get it.</summary>
    public const string HowToGetIt =
        "PostgreSQL's initdb and pg_ctl are not on PATH. Debian: apt-get install postgresql, then add /usr/lib/postgresql/*/bin to PATH.";

    // $1 the folder, $2 whether it is new. The default order of texts is no order of bytes, so that tests see which columns ask for one.
    private const string Script = """
        set -e
        umask 077
        if [ "$2" = new ]; then
          mkdir "$1"
          initdb -D "$1/data" -U ri --auth=trust -E UTF8 --locale=C.UTF-8 --locale-provider=icu --icu-locale=zh-CN >"$1/initdb.log" 2>&1 \
            || { rm -rf "$1/data"; initdb -D "$1/data" -U ri --auth=trust -E UTF8 --locale=C >"$1/initdb.log" 2>&1; }
        fi
        postgres -D "$1/data" -k "$1" -c listen_addresses= -c max_connections=300 -c max_wal_size=256MB >>"$1/log" 2>&1 &
        server=$!
        read -r word || word=end
        if [ "$word" != left ]; then kill -INT $server 2>/dev/null || true; fi
        wait $server || true
        if [ "$word" = end ]; then rm -rf "$1"; fi
        """;

    private static readonly string[] Logs = ["initdb.log", "log"];

    private readonly string _folder;
    private Process _shell;

    private PostgreSqlServer(string folder, Process shell)
    {
        _folder = folder;
        _shell = shell;
    }

    /// <summary>Whether PostgreSQL is installed here.</summary>
    public static bool IsFound { get; } = OnPath("initdb") && OnPath("pg_ctl") && OnPath("postgres");

    /// <summary>Whether it does not run: it was stopped, or it ended itself.</summary>
    public bool HasEnded => _shell.HasExited || !File.Exists(Path.Combine(_folder, "data", "postmaster.pid"));

    /// <summary>Makes and starts a server.</summary>
    /// <param name="cancellation">Cancels the waiting for it.</param>
    /// <param name="parent">Where its folder is made; by default in memory, where there is enough of it: whoever kills a process loses nothing that the kernel has.</param>
    public static async Task<PostgreSqlServer> StartAsync(CancellationToken cancellation, string? parent = null)
    {
        parent ??= Directory.Exists("/dev/shm") && new DriveInfo("/dev/shm").AvailableFreeSpace > 1L << 30 ? "/dev/shm" : Path.GetTempPath();
        string folder = Path.Combine(parent, $"ri-pg-{Environment.ProcessId}-{Path.GetRandomFileName()[..6]}");
        PostgreSqlServer server = new(folder, Launch(folder, "new"));
        await server.AnswersAsync(cancellation);

        // Databases made here have what the check asks PostgreSQL's own check by; it comes with the same package.
        await server.ExecuteAsync("CREATE EXTENSION IF NOT EXISTS amcheck", cancellation, "template1");
        return server;
    }

    /// <summary>How to connect to one of its databases.</summary>
    public string ConnectionString(string database, string? role = null) => $"Host={_folder};Username={role ?? "ri"};Database={database};Timeout=15;Command Timeout=120";

    /// <summary>Makes a database, empty or a copy of another.</summary>
    public Task CreateAsync(string database, CancellationToken cancellation, string template = "template1") =>
        ExecuteAsync($"CREATE DATABASE \"{database}\" TEMPLATE \"{template}\"", cancellation);

    /// <summary>Makes an empty database of another encoding than UTF-8.</summary>
    public Task CreateOfEncodingAsync(string database, string encoding, CancellationToken cancellation) =>
        ExecuteAsync($"CREATE DATABASE \"{database}\" TEMPLATE template0 ENCODING '{encoding}' LC_COLLATE 'C' LC_CTYPE 'C'", cancellation);

    /// <summary>Removes a database, whoever is connected to it.</summary>
    public Task DropAsync(string database) => ExecuteAsync($"DROP DATABASE IF EXISTS \"{database}\" WITH (FORCE)", CancellationToken.None);

    /// <summary>Ends the server as a loss of power would: nobody is asked, nothing is tidied up.</summary>
    public async Task StopImmediatelyAsync(CancellationToken cancellation)
    {
        using Process stop = Start(["pg_ctl", "stop", "-D", Path.Combine(_folder, "data"), "-m", "immediate"], watched: false);
        await stop.WaitForExitAsync(cancellation);
        await _shell.StandardInput.WriteLineAsync("left");
        await _shell.WaitForExitAsync(cancellation);
        _shell.Dispose();
    }

    /// <summary>Starts it again over what it left.</summary>
    /// <param name="cancellation">Cancels the waiting for it.</param>
    /// <param name="within">A command line that it is started by, if any.</param>
    public Task StartAgainAsync(CancellationToken cancellation, params string[] within)
    {
        _shell = Launch(_folder, "again", within);
        return AnswersAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        _shell.StandardInput.Close();
        await _shell.WaitForExitAsync();
        _shell.Dispose();
    }

    private static Process Launch(string folder, string state, params string[] within) => Start(["sh", "-c", Script, "sh", folder, state], watched: true, within);

    private static Process Start(string[] command, bool watched, params string[] within)
    {
        // initdb refuses root; "nobody" is on every machine.
        string[] whole = Environment.IsPrivilegedProcess ? [.. within, "setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", .. command] : [.. within, .. command];
        return Process.Start(new ProcessStartInfo(whole[0], whole[1..]) { WorkingDirectory = "/", RedirectStandardInput = watched, RedirectStandardOutput = !watched })!;
    }

    private static bool OnPath(string program) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));

    private async Task AnswersAsync(CancellationToken cancellation)
    {
        for (Stopwatch since = Stopwatch.StartNew(); ; await Task.Delay(50, cancellation))
        {
            try
            {
                await ExecuteAsync("SELECT 1", cancellation);
                return;
            }
            catch (NpgsqlException) when (!_shell.HasExited && since.Elapsed < TimeSpan.FromMinutes(1))
            {
                // Not yet.
            }
            catch (NpgsqlException failure)
            {
                string[] logs = [.. Logs.Select(name => Path.Combine(_folder, name)).Where(File.Exists).Select(File.ReadAllText)];
                throw new InvalidOperationException($"PostgreSQL does not start in {_folder}.\n{string.Concat(logs)}", failure);
            }
        }
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellation, string database = "postgres")
    {
        await using NpgsqlConnection connection = new(ConnectionString(database) + ";Pooling=false");
        await connection.OpenAsync(cancellation);
        await using NpgsqlCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements stand above.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
