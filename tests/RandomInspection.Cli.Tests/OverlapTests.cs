using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Drawing;

namespace RandomInspection.Tests;

/// <summary><c>ri overlap</c>, on a record whose figures can be counted by hand.</summary>
public sealed class OverlapTests : IDisposable
{
    private const string Hex = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private readonly Ri _ri = new();

    [Fact]
    public void Overlap_TwoTasksOfFourSubjects_CountedAndComparedWithSeparateDraws()
    {
        // Each draws 2 of its own 4, three of which both hold; {a, b} and {b, c} were drawn.
        string record = Write(Task("T1", "a", "b"), Task("T2", "b", "c"));
        RiRun counted = Ri.Run("overlap", record).Done();
        Assert.Equal("2 tasks, 4 selections, 3 subjects; 1 selected by several tasks, one visit instead of several: 1 visits saved.\n", counted.Output);

        string first = FrameOf("a", "b", "c", "d"), second = FrameOf("a", "b", "c", "e");
        string[] lines = Ri.Run("overlap", record, "--frame", first, "--frame", second).Done().Output.Split('\n');
        Assert.Equal(counted.Output.TrimEnd(), lines[0]);
        Assert.Equal("The frames hold 5 subjects, 3 of them in two or more.", lines[1]);

        // Three are missed by both with 1/4, two by their own with 1/2: 3 × 3/4 + 2 × 1/2.
        Assert.Equal("Drawn separately: 0.750000000 expected in several, 3.250000000 disturbed; here 0.250000000 fewer.", lines[2]);
        Assert.Equal(lines, Ri.Run("overlap", record, "--frame", second, "--frame", first, "--task", "T2", "--task", "T1").Done().Output.Split('\n'));
    }

    [Fact]
    public void Overlap_FramesThatAreNotTheRecords_RI9115()
    {
        string record = Write(Task("T1", "a", "b"), Task("T2", "b", "c"));
        string frame = FrameOf("a", "b", "c", "d");
        Ri.Run("overlap", record, "--frame", frame).Refused("RI9115");
        Ri.Run("overlap", record, "--frame", frame, "--frame", FrameOf("a", "b", "c")).Refused("RI9115");
        Ri.Run("overlap", record, "--frame", frame, "--frame", frame, "--task", "T1", "--task", "T1").Refused("RI9115");
        Ri.Run("overlap", Write()).Refused("RI9115");
    }

    public void Dispose() => _ri.Dispose();

    private static RecordedTask Task(string id, params string[] selected)
    {
        CellCount cell = new(new Cell(Stratum.Parse("S"), "A"), 4, 4);
        ImmutableArray<SelectedUnit> units = [.. selected.Select((unit, i) => new SelectedUnit(new Ticket(Convert.FromHexString(new string((char)('1' + i), 64))), unit))];
        return new RecordedTask(
            id, "{}", [new CellResult(new CellExpectation(cell, 2_000_000_000), 2, units[^1].Ticket)], units, [], new RecordedDirectory(1, "{}", ImmutableSortedDictionary<string, long>.Empty));
    }

    private string FrameOf(params string[] ids) =>
        _ri.Write($"{string.Concat(ids)}.tsv", string.Concat(ids.Select(id => $"{id}\tS\tA\tdrawable\n")));

    private string Write(params RecordedTask[] tasks)
    {
        Instant at = Instant.FromUtc(2026, 3, 2, 1, 30);
        File.WriteAllBytes(_ri["record.json"], RecordDocument.Write(new DrawRecord
        {
            View = RecordView.Auditor,
            OpeningText = "{}",
            OpenedAt = at,
            Commitments = [],
            Contributions = [],
            Struck = [],
            Seed = Seed.Parse(Hex),
            DrawnAt = at,
            Assurance = Assurance.Operator,
            BreakOff = false,
            Tasks = [.. tasks],
        }));
        return _ri["record.json"];
    }
}
