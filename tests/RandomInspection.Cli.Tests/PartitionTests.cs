using System.Diagnostics;
using System.Text;
using Npgsql;
using RandomInspection.Drawing;

namespace RandomInspection.Tests;

/// <summary>A frame in several places, by <c>ri</c> and by PostgreSQL alone: the result of the whole, byte for byte.</summary>
public sealed class PartitionTests : IDisposable
{
    private const string Key = "4a1499419fab4eb6dec6fe1cca3e40549ced71277fb9c65b8751c7d2aad6260d";
    private const string Seed = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    private static readonly string[] Names = ["沈阳", "大连", "鞍山"];

    private readonly Ri _ri = new();
    private readonly Frame _frame;

    public PartitionTests()
    {
        _frame = Frame.Of(Enumerable.Range(0, 900).Select(i => new FrameUnit(
            FormattableString.Invariant($"91210{1 + (i % 3)}{i:0000000000}XY"), Stratum.Parse(i % 4 == 0 ? "跨区/\\n" : $"区{i % 3}"), "ABC"[i / 3 % 3].ToString(), i % 11 == 0 ? Standing.Resting : Standing.Drawable)));
        _ri.Write("design.json", """{"kind":"rates","rates":{"A":"0.05","B":"0.1","C":"0.2"},"minimumPerStratum":2,"reservesPerCell":3}""");
        File.WriteAllBytes(_ri["frame.tsv"], FrameFile.Write(_frame));
        for (int part = 0; part < 3; part++)
        {
            File.WriteAllBytes(_ri[$"{part}.tsv"], FrameFile.Write(Frame.Of(Part(part))));
        }
    }

    [Fact]
    public void Merge_ThreePlaces_AsTheWholeInOne()
    {
        string whole = Whole();
        for (int part = 0; part < 3; part++)
        {
            RiRun counted = Count(part).Done();
            Assert.Equal(Ri.Run("root", _ri[$"{part}.tsv"], "--key", Key).Done().Output, counted["root"] + "\n");
        }

        RiRun root = Ri.Run(["partition", "root", "--census", .. Censuses]).Done();
        Assert.Equal("900", root["size"]);
        for (int part = 0; part < 3; part++)
        {
            RiRun drawn = Draw(part).Done();
            Assert.Equal(new FileInfo(_ri[$"{part}.partial"]).Length.ToString(System.Globalization.CultureInfo.InvariantCulture), drawn["bytes"]);
        }

        RiRun merged = Merge("2.partial", "0.partial", "1.partial").Done();
        Assert.Equal(root["root"], merged["root"]);
        Assert.Equal(whole, File.ReadAllText(_ri["merged.json"]));
        Merge("0.partial", "1.partial").Refused("RI1371", "鞍山");
        Merge("0.partial", "1.partial", "2.partial", "1.partial").Refused("RI1370", "大连");
    }

    [Fact]
    public void Draw_PartitionThatChanged_Refused()
    {
        for (int part = 0; part < 3; part++)
        {
            Count(part).Done();
        }

        // As many units in as many cells.
        FrameUnit[] units = [.. Part(1)];
        units[^1] = new FrameUnit(units[^1].Id[..^1] + "Z", units[^1].Stratum, units[^1].Class, units[^1].Standing);
        File.WriteAllBytes(_ri["1.tsv"], FrameFile.Write(Frame.Of(units)));
        Draw(1).Refused("RI1372", "大连");
        Ri.Run(["partition", "draw", _ri["0.tsv"], "--name", "抚顺", "--key", Key, "--design", _ri["design.json"], "--seed", Seed, "--out", _ri["x"], .. Censuses.SelectMany(path => (string[])["--census", path])]).Refused("RI1371", "抚顺");
    }

    [Fact]
    public void Count_WhatDoesNotBelong_Refused()
    {
        Ri.Run("partition", "count", _ri["0.tsv"], "--name", "沈阳", "--rule", "2:2102", "--key", Key, "--out", _ri["c"]).Refused("RI1375", "2:2102");
        Ri.Run("partition", "count", _ri["0.tsv"], "--name", "沈阳", "--rule", "2102", "--key", Key, "--out", _ri["c"]).Refused("RI1377", "2102");
        Ri.Run("partition", "count", _ri["0.tsv"], "--name", "沈阳/东", "--rule", "2:2101", "--key", Key, "--out", _ri["c"]).Refused("RI1108", "沈阳/东");
        Count(0).Done();
        Ri.Run("partition", "count", _ri["1.tsv"], "--name", "大连", "--rule", "2:21", "--key", Key, "--out", _ri["1.census"]).Done();
        Ri.Run("partition", "root", "--census", _ri["0.census"], _ri["1.census"]).Refused("RI1378", "沈阳", "大连");
        Ri.Run("partition", "root", "--census", _ri["0.census"], _ri["0.census"]).Refused("RI1109", "沈阳");
    }

    [Theory]
    [InlineData("random-inspection-census/1", "random-inspection-census/2")]
    [InlineData("partition\t", "partitions\t")]
    [InlineData("\t300\n", "\t301\n")]
    [InlineData("\t300\n", "\t-300\n")]
    [InlineData("cell\t区0\tA", "cell\t区0\tB")]
    [InlineData("cell\t区0\tA", "cell\t区0")]
    [InlineData("cell\t区0\tA", "seal\t区0\tA")]
    public void Census_Changed_Refused(string from, string to)
    {
        Count(0).Done();
        string text = File.ReadAllText(_ri["0.census"]);
        Assert.Contains(from, text, StringComparison.Ordinal);
        _ri.Write("0.census", text.Replace(from, to, StringComparison.Ordinal));
        Ri.Run("partition", "root", "--census", _ri["0.census"]).Refused("RI1379");
    }

    [Fact]
    public async Task Sql_OnePlaceWithPostgreSqlAlone_AsTheWholeInOne()
    {
        string name = $"part_{Guid.NewGuid():n}";
        await PostgreSqlDatabases.CreateAsync(name);
        try
        {
            string connection = await PostgreSqlDatabases.ConnectionStringAsync(name);
            await FillAsync(connection, Part(1));
            Count(0).Done();
            Count(2).Done();
            Count(1).Done();
            string ours = File.ReadAllText(_ri["1.census"]);
            await PsqlAsync(connection, name, "1.census");
            Assert.Equal(ours.Split('\n').Order(StringComparer.Ordinal), File.ReadAllLines(_ri["1.census"]).Append("").Order(StringComparer.Ordinal));

            RiRun plan = Ri.Run(["partition", "plan", "--census", .. Censuses, "--design", _ri["design.json"], "--seed", Seed, "--out", _ri["plan.tsv"]]).Done();
            await PsqlAsync(connection, name, "1.partial", "-v", $"seed={Seed}", "-v", $"plan={plan["plan"]}");
            Draw(0).Done();
            Draw(2).Done();
            string whole = Whole();
            Merge("0.partial", "1.partial", "2.partial").Done();
            Assert.Equal(whole, File.ReadAllText(_ri["merged.json"]));

            // The place's rows change after they were frozen: its root says so.
            await ExecuteAsync(connection, "UPDATE unit SET id = overlay(id placing 'Q' from 17) WHERE id = (SELECT max(id) FROM unit)");
            await PsqlAsync(connection, name, "1.partial", "-v", $"seed={Seed}", "-v", $"plan={plan["plan"]}");
            Merge("0.partial", "1.partial", "2.partial").Refused("RI1372", "大连");

            // A ticket that is left out, one of another draw.
            string text = File.ReadAllText(_ri["1.partial"]);
            _ri.Write("1.partial", text.Replace($"plan\t{plan["plan"]}", $"plan\t{new string('0', 64)}", StringComparison.Ordinal));
            Merge("0.partial", "1.partial", "2.partial").Refused("RI1373");
            _ri.Write("1.partial", text[..text.LastIndexOf("unit\t", StringComparison.Ordinal)] + "unit\n");
            Merge("0.partial", "1.partial", "2.partial").Refused("RI1374");

            await ExecuteAsync(connection, "INSERT INTO unit VALUES ('912103XXXXXXXXXXXX', 's', 'A', 'drawable')");
            Assert.Contains("RI1375", await PsqlAsync(connection, name, "1.census", isDone: false), StringComparison.Ordinal);
        }
        finally
        {
            await PostgreSqlDatabases.DropAsync(name);
        }
    }

    public void Dispose() => _ri.Dispose();

    private string[] Censuses => [_ri["0.census"], _ri["1.census"], _ri["2.census"]];

    private IEnumerable<FrameUnit> Part(int part) => _frame.Units.Where(unit => unit.Id[5] == (char)('1' + part));

    private string Whole()
    {
        Ri.Run("draw", "--frame", _ri["frame.tsv"], "--design", _ri["design.json"], "--seed", Seed, "--out", _ri["whole.json"]).Done();
        return File.ReadAllText(_ri["whole.json"]);
    }

    private RiRun Count(int part) =>
        Ri.Run("partition", "count", _ri[$"{part}.tsv"], "--name", Names[part], "--rule", $"2:210{part + 1}", "--key", Key, "--out", _ri[$"{part}.census"]);

    private RiRun Draw(int part) => Ri.Run(
    [
        "partition", "draw", _ri[$"{part}.tsv"], "--name", Names[part], "--key", Key, "--design", _ri["design.json"], "--seed", Seed, "--out", _ri[$"{part}.partial"],
        .. Censuses.SelectMany(path => (string[])["--census", path]),
    ]);

    private RiRun Merge(params string[] partials) => Ri.Run(
        ["draw", "merge", "--census", .. Censuses, "--design", _ri["design.json"], "--seed", Seed, "--out", _ri["merged.json"], "--partial", .. partials.Select(name => _ri[name])]);

    /// <summary>Runs the site's script and keeps what it says.</summary>
    private async Task<string> PsqlAsync(string connection, string database, string target, params string[] more) => await PsqlAsync(connection, database, target, isDone: true, more);

    private async Task<string> PsqlAsync(string connection, string database, string target, bool isDone, params string[] more)
    {
        NpgsqlConnectionStringBuilder at = new(connection);
        ProcessStartInfo start = new("psql",
        [
            "-h", at.Host!, "-U", at.Username!, "-d", database, "-qAtX", "-v", "ON_ERROR_STOP=1", "-v", "name=大连", "-v", "start=2", "-v", "characters=2102", "-v", $"key={Key}", .. more,
            "-f", Path.Combine(RepositoryFiles.Root, "docs", "sql", "partition.sql"),
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, WorkingDirectory = _ri.Folder };
        using Process psql = Process.Start(start)!;
        Task<string> errors = psql.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        _ri.Write(target, await psql.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        await psql.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(psql.ExitCode == 0 == isDone, await errors);
        return await errors;
    }

    private static Task FillAsync(string connection, IEnumerable<FrameUnit> units) => ExecuteAsync(
        connection,
        "CREATE TABLE unit (id text, stratum text, class text, standing text);"
            + $"INSERT INTO unit VALUES {string.Join(',', units.Select(unit => $"('{unit.ToString().Replace("\t", "','", StringComparison.Ordinal)}')"))};");

    private static async Task ExecuteAsync(string connection, string sql)
    {
        await using NpgsqlConnection database = new(connection);
        await database.OpenAsync(TestContext.Current.CancellationToken);
        await using NpgsqlCommand command = database.CreateCommand();
#pragma warning disable CA2100 // The statements stand above.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
