using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;
using RandomInspection.Frames;

namespace RandomInspection.Tests;

public sealed class DataReaderFrameSourceTests : IDisposable
{
    private const string All = "SELECT id, stratum, class, standing FROM unit ORDER BY id";

    private static readonly FrameKey Key = FrameKey.Of(new byte[32]);

    private readonly SqliteConnection _database = new("Data Source=:memory:");

    public DataReaderFrameSourceTests()
    {
        _database.Open();
        Execute("CREATE TABLE unit (id, stratum, class, standing)");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(4096)]
    [InlineData(9000)]
    public void Draw_RowsOfSqlite_GiveWhatTheEngineGives(int size)
    {
        Frame frame = Lines.Frame(size);
        int[] order = [.. Enumerable.Range(0, size)];
        new Random(2).Shuffle(order);
        Insert(order.Select(i => frame.Units[i]));
        DataReaderFrameSource source = new(() => Query(All), size);
        StreamedDraw draw = new();
        FrameCensus census = draw.Count(source, Key, "sha-256", 2);
        Assert.Equal(new DrawEngine().Root(frame, Key, "sha-256"), census.Root);
        Assert.Equal(frame.Cells, census.Cells);
        Assert.Equal(size, source.Size);

        DrawDesign design = Fixed(size / 100);
        Seed seed = Seed.Parse(new string('a', 64));
        DrawResult expected = new DrawEngine().Draw(frame, design, seed, "sha-256");
        DrawResult found = StreamedDraw.Draw(source, draw.Plan(census.Cells, design, seed, "sha-256"), 2);
        Assert.Equal(expected.Selected.Select(unit => (unit.Id, unit.Ticket)), found.Selected.Select(unit => (unit.Id, unit.Ticket)));
    }

    [Theory]
    [InlineData("'drawable'", true)]
    [InlineData("'resting'", false)]
    [InlineData("1", true)]
    [InlineData("0", false)]
    public void Read_Standing_IsAWordOrANumber(string value, bool isDrawable)
    {
        Execute($"INSERT INTO unit VALUES ('a', 's', 'A', {value})");
        Assert.Equal(isDrawable ? 1 : 0, Count(All).Cells.Single().Drawable);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_BooleanStanding_SaysWhetherItCanBeDrawn(bool isDrawable)
    {
        using System.Data.DataTable table = new() { Locale = CultureInfo.InvariantCulture };
        table.Columns.Add("id", typeof(string));
        table.Columns.Add("stratum", typeof(string));
        table.Columns.Add("class", typeof(string));
        table.Columns.Add("standing", typeof(bool));
        table.Rows.Add("a", "s", "A", isDrawable);
        FrameCensus census = new StreamedDraw().Count(new DataReaderFrameSource(table.CreateDataReader), Key, "sha-256");
        Assert.Equal(isDrawable ? 1 : 0, census.Cells.Single().Drawable);
    }

    [Theory]
    [InlineData("RI1382", "column=id", "(NULL, 's', 'A', 1)")]
    [InlineData("RI1382", "column=stratum", "('b', NULL, 'A', 1)")]
    [InlineData("RI1382", "column=class", "('b', 's', NULL, 1)")]
    [InlineData("RI1382", "column=standing", "('b', 's', 'A', NULL)")]
    [InlineData("RI1383", "standing=2", "('b', 's', 'A', 2)")]
    [InlineData("RI1383", "standing=Drawable", "('b', 's', 'A', 'Drawable')")]
    [InlineData("RI1383", "standing=0.5", "('b', 's', 'A', 0.5)")]
    [InlineData("RI1386", "type=Int64", "(12, 's', 'A', 1)")]
    [InlineData("RI1101", "id=b c", "('b c', 's', 'A', 1)")]
    [InlineData("RI1101", "id=编号", "('编号', 's', 'A', 1)")]
    [InlineData("RI1102", "class=A B", "('b', 's', 'A B', 1)")]
    [InlineData("RI1103", "stratum=s//t", "('b', 's//t', 'A', 1)")]
    [InlineData("RI1104", "id=a", "('a', 's', 'A', 1)")]
    [InlineData("RI1384", "previous=a", "('A', 's', 'A', 1)")]
    public void Read_BadRow_IsRefusedWithItsNumber(string code, string value, string row)
    {
        Execute($"INSERT INTO unit VALUES ('a', 's', 'A', 1), {row}");
        Refusal refusal = Assert.Throws<InputRefusedException>(() => Count("SELECT id, stratum, class, standing FROM unit ORDER BY rowid")).Refusal;
        Assert.Equal(code, refusal.Code);
        Assert.Equal(value.Split('=')[1], refusal[value.Split('=')[0]]);
        Assert.True(code == "RI1103" || (refusal["row"] ?? refusal["line"]) == "2");
    }

    [Fact]
    public void Open_OtherColumns_IsRefused()
    {
        Refusal refusal = Assert.Throws<InputRefusedException>(() => Count("SELECT id, stratum, class FROM unit")).Refusal;
        Assert.Equal(("RI1385", "3"), (refusal.Code, refusal["columns"]));
    }

    [Fact]
    public void Read_RowsThatChangeBetweenReadings_AreRefused()
    {
        Insert(Lines.Frame(100).Units);
        DataReaderFrameSource source = new(() => Query(All));
        StreamedDraw draw = new();
        FrameCensus census = draw.Count(source, Key, "sha-256");
        DrawPlan plan = draw.Plan(census.Cells, Fixed(10), Seed.Parse(new string('a', 64)), "sha-256");
        Execute("DELETE FROM unit WHERE id = 'U0000050'");
        Assert.Equal("RI1110", Assert.Throws<InputRefusedException>(() => StreamedDraw.Draw(source, plan)).Refusal.Code);
    }

    public void Dispose() => _database.Dispose();

    private static DrawDesign.Fixed Fixed(int size) => new(size, ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, "ABCD".Select(c => KeyValuePair.Create($"{c}", 1 + c - 'A'))));

    private FrameCensus Count(string query) => new StreamedDraw().Count(new DataReaderFrameSource(() => Query(query)), Key, "sha-256");

    private SqliteDataReader Query(string text)
    {
        SqliteCommand command = _database.CreateCommand(); // disposing it would dispose the reader
        command.CommandText = text;
        return command.ExecuteReader();
    }

    private void Execute(string text)
    {
        using SqliteCommand command = _database.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    private void Insert(IEnumerable<FrameUnit> units)
    {
        using DbTransaction transaction = _database.BeginTransaction();
        using SqliteCommand command = _database.CreateCommand();
        command.CommandText = "INSERT INTO unit VALUES ($id, $stratum, $class, $standing)";
        foreach (FrameUnit unit in units)
        {
            command.Parameters.Clear();
            command.Parameters.AddWithValue("$id", unit.Id);
            command.Parameters.AddWithValue("$stratum", unit.Stratum.Text);
            command.Parameters.AddWithValue("$class", unit.Class);
            command.Parameters.AddWithValue("$standing", unit.Standing == Standing.Drawable ? "drawable" : "resting");
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }
}
