using System.Collections.Immutable;
using System.ComponentModel;
using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;
#if DUCKDB
using DuckDB.NET.Data;
#endif

namespace RandomInspection.Benchmarks.Scale;

/// <summary>What else draws as many of as many units, beside ours in the same process. What a peer reads is made before its clock starts.</summary>
internal sealed class ScalePeers(ScaleOptions options, CityFrame city, DrawResult ours)
{
    private const string NumpyScript = "eng/scale-numpy.py";
    private const int NanosPerWeight = 10_000_000;

    private readonly long _drawable = ours.Cells.Sum(cell => cell.Expectation.Count.Drawable);

    public static ImmutableArray<string> Names => ["linq", "strings", "spans", "numpy", "duckdb", "postgres"];

    /// <summary>Prints a line for ours on one thread and on all, and one for each peer with the ratios to these; a peer that is not there is skipped with a word.</summary>
    /// <param name="options">What is run.</param>
    /// <param name="output">Takes the lines.</param>
    public static void Write(ScaleOptions options, TextWriter output)
    {
        CityFrame city = new(options.Units);
        FrameCensus census = new StreamedDraw().Count(city, ScaleRun.Key, ScaleRun.Hash, options.Threads);
        List<(string Word, TimeSpan Time)> own = [];
        DrawResult? result = null;
        foreach (int threads in ((int[])[1, options.Threads]).Distinct())
        {
            ScaleOptions alike = options with { Threads = threads };
            ScaleRun.WarmUp(alike);
            PhaseResult<DrawResult> draw = Phase.Middle(() => ScaleRun.Draw(city, census, alike));
            result = draw.Result;
            string word = string.Create(CultureInfo.InvariantCulture, $"ours-{threads}");
            own.Add((word, draw.Time));
            output.WriteLine(Phase.Line(word, draw.Time, options.Units, draw.Bytes));
        }

        ScalePeers peers = new(options, city, result!);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"selected {result!.Selected.Count} of {peers._drawable} drawable"));
        foreach (string name in options.Peers)
        {
            try
            {
                foreach ((string word, TimeSpan time, long? bytes) in peers.Of(name))
                {
                    string ratios = string.Join(' ', own.Select(line => string.Create(CultureInfo.InvariantCulture, $"{time / line.Time:0.0} × {line.Word}")));
                    output.WriteLine($"{Phase.Line(word, time, options.Units, bytes)} {ratios}");
                    output.Flush();
                }
            }
            catch (Exception e) when (e is Win32Exception or DllNotFoundException or NpgsqlException or PeerMissingException)
            {
                output.WriteLine($"{name} skipped: {e.Message.ReplaceLineEndings(" ")}");
            }
        }
    }

    private IEnumerable<(string Word, TimeSpan Time, long? Bytes)> Of(string name) => name switch
    {
        "linq" => [Linq()],
        "strings" => [Loop("strings", new HashLoop(city, ours).WithStrings)],
        "spans" => [Loop("spans", new HashLoop(city, ours).WithSpans)],
        "numpy" => [Numpy()],
        "duckdb" => DuckDb(),
        _ => Postgres(),
    };

    /// <summary>Shuffle and take: every unit the same chance, no cells, nothing to check afterwards.</summary>
    private (string Word, TimeSpan Time, long? Bytes) Linq()
    {
        int[] units = [.. Enumerable.Range(0, city.Units).Where(unit => city.Blocks[unit / FrameBlock.Capacity].Drawable[unit % FrameBlock.Capacity])];
        PhaseResult<int[]> draw = Phase.Middle(() => units.OrderBy(_ => Random.Shared.Next()).Take(ours.Selected.Count).ToArray());
        Require(draw.Result.Length);
        return ("linq", draw.Time, draw.Bytes);
    }

    /// <summary>The same draw as one writes it first; it must select what ours selects.</summary>
    private (string Word, TimeSpan Time, long? Bytes) Loop(string word, Func<List<string>> loop)
    {
        PhaseResult<List<string>> draw = Phase.Middle(loop);
        HashSet<string> expected = [.. ours.Selected.Select(unit => unit.Id), .. ours.Reserves.Select(unit => unit.Id)];
        return draw.Result.Count == expected.Count && expected.SetEquals(draw.Result) ? (word, draw.Time, draw.Bytes) : throw new InvalidOperationException($"{word} selects other units than ours: no figures.");
    }

    /// <summary>Weighted choice without replacement, in a process of its own that measures itself.</summary>
    private (string Word, TimeSpan Time, long? Bytes) Numpy()
    {
        if (!File.Exists(NumpyScript))
        {
            throw new PeerMissingException($"{NumpyScript} is not below the current folder");
        }

        IEnumerable<string> classes = ours.Cells.GroupBy(cell => cell.Expectation.Count.Cell.Class, StringComparer.Ordinal)
            .Select(cells => string.Create(CultureInfo.InvariantCulture, $"{cells.Sum(cell => cell.Expectation.Count.Drawable)}:{options.Rates[cells.Key]}"));
        ProcessStartInfo start = new(options.Python) { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = [NumpyScript, .. ((long[])[ours.Selected.Count, city.Units - _drawable]).Select(number => number.ToString(CultureInfo.InvariantCulture)), .. classes];
        Array.ForEach(arguments, start.ArgumentList.Add);
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string[] answer = process.StandardOutput.ReadToEnd().Split(' ');
        process.WaitForExit();
        if (answer is not [string seconds, string bytes, string drawn])
        {
            throw new PeerMissingException(errors.Result.TrimEnd().Split('\n')[^1]);
        }

        Require(int.Parse(drawn, CultureInfo.InvariantCulture));
        return ("numpy", TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture)), long.Parse(bytes, CultureInfo.InvariantCulture));
    }

#if DUCKDB
    private IEnumerable<(string Word, TimeSpan Time, long? Bytes)> DuckDb()
    {
        using DuckDBConnection connection = new("DataSource=:memory:");
        connection.Open();
        Execute(connection, "CREATE TABLE unit (id VARCHAR, weight INTEGER)");
        using (DuckDBAppender appender = connection.CreateAppender("unit"))
        {
            foreach ((string id, int weight) in Rows())
            {
                appender.CreateRow().AppendValue(id).AppendValue(weight).EndRow();
            }
        }

        yield return Query(connection, "duckdb-sha256", $"sha256('{ScaleRun.Seed.Hex}' || id)", isMeasured: true);
        yield return Query(connection, "duckdb-weighted", "-ln(1 - random()) / weight", isMeasured: true);
    }
#else
    private static IEnumerable<(string Word, TimeSpan Time, long? Bytes)> DuckDb() => throw new PeerMissingException("built without it: dotnet build -p:WithDuckDb=true");
#endif

    private IEnumerable<(string Word, TimeSpan Time, long? Bytes)> Postgres()
    {
        if (options.Postgres is not { } server)
        {
            throw new PeerMissingException("no --postgres CONNECTION");
        }

        using NpgsqlConnection connection = new($"{server};Command Timeout=0");
        connection.Open();
        Execute(connection, "CREATE TEMPORARY TABLE unit (id text COLLATE \"C\", weight integer)");
        using (NpgsqlBinaryImporter import = connection.BeginBinaryImport("COPY unit FROM STDIN (FORMAT BINARY)"))
        {
            foreach ((string id, int weight) in Rows())
            {
                import.StartRow();
                import.Write(id, NpgsqlDbType.Text);
                import.Write(weight, NpgsqlDbType.Integer);
            }

            import.Complete();
        }

        Execute(connection, "ANALYZE unit");
        yield return Query(connection, "postgres-sha256", $"sha256(('{ScaleRun.Seed.Hex}' || id)::bytea)", isMeasured: false);
        yield return Query(connection, "postgres-weighted", "-ln(1 - random()) / weight", isMeasured: false);
    }

    /// <summary>Sorts by a key and takes as many as ours selects; the ids are read to the last.</summary>
    private (string Word, TimeSpan Time, long? Bytes) Query(DbConnection connection, string word, string key, bool isMeasured)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"SELECT id FROM unit WHERE weight > 0 ORDER BY {key} LIMIT {ours.Selected.Count}");
        PhaseResult<int> draw = Phase.Middle(() =>
        {
            using DbDataReader reader = command.ExecuteReader();
            List<string> ids = [];
            while (reader.Read())
            {
                ids.Add(reader.GetString(0));
            }

            return ids.Count;
        });
        Require(draw.Result);
        return (word, draw.Time, isMeasured ? draw.Bytes : null);
    }

    private IEnumerable<(string Id, int Weight)> Rows()
    {
        for (int number = 0; number < city.Blocks.Length; number++)
        {
            FrameBlock block = city.Blocks[number];
            for (int unit = 0; unit < block.Count; unit++)
            {
                yield return (System.Text.Encoding.ASCII.GetString(block.Id(unit)), block.Drawable[unit] ? options.Rates[city.Cells[block.Cells[unit]].Class] / NanosPerWeight : 0);
            }
        }
    }

    private static void Execute(DbConnection connection, string text)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    private void Require(int drawn)
    {
        if (drawn != ours.Selected.Count)
        {
            throw new InvalidOperationException("A peer draws another number of units than ours: no figures.");
        }
    }

    private sealed class PeerMissingException(string message) : Exception(message);
}
