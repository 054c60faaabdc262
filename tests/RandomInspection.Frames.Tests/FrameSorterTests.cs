using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RandomInspection.Drawing;
using RandomInspection.Frames;

namespace RandomInspection.Tests;

public sealed class FrameSorterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Property(MaxTest = 40)]
    public Property Write_UnitsInAnyOrder_AreTheCanonicalFile() => Prop.ForAll(
        (from size in Gen.Elements(0, 1, 2, 50, 3000)
         from order in Gen.Shuffle(Enumerable.Range(0, size).ToArray())
         from memory in Gen.Elements(FrameSorter.LeastMemory, FrameSorter.DefaultMemory)
         select (order, memory)).ToArbitrary(),
        given =>
        {
            using FrameSorter sorter = new(_folder.Path, given.memory);
            Frame frame = Lines.Frame(given.order.Length);
            Array.ForEach(given.order, i => sorter.Add(frame.Units[i], i));
            Assert.Equal(Lines.File(given.order.Length), Written(sorter));
            Assert.Equal(Lines.File(given.order.Length), Written(sorter)); // as often as asked
            Assert.Empty(sorter.Duplicates());
            Assert.Equal(given.order.Length, sorter.Count);
        });

    [Fact]
    public void Write_MoreRunsThanAtOnce_AreMergedInSeveralPasses()
    {
        const int Size = 60_000;
        int[] order = [.. Enumerable.Range(0, Size)];
        new Random(1).Shuffle(order);
        using FrameSorter sorter = new(_folder.Path, FrameSorter.LeastMemory);
        foreach (int i in order)
        {
            sorter.Add(System.Text.Encoding.UTF8.GetBytes(Lines.Of(i)), i);
        }

        Assert.Equal(Lines.File(Size), Written(sorter));
    }

    [Fact]
    public void Write_IdsThatShareTheirBeginning_AreInTheOrderOfBytes()
    {
        string[] ids = ["A", "A!", "A~", "AA", "a", new string('A', 15), new string('A', 16), new string('A', 17), new string('A', 16) + "!", new string('A', 55), "~"];
        Frame frame = Frame.Of(ids.Select(id => new FrameUnit(id, Stratum.Parse("层"), "A", Standing.Drawable)));
        using FrameSorter sorter = new(_folder.Path);
        Array.ForEach(ids, id => sorter.Add(frame.Units.Single(unit => unit.Id == id), 0));
        Assert.Equal(FrameFile.Write(frame), Written(sorter));
    }

    [Theory]
    [InlineData(FrameSorter.LeastMemory)]
    [InlineData(FrameSorter.DefaultMemory)]
    public void Write_IdTwice_IsRefusedWithBothLines(long memory)
    {
        using FrameSorter sorter = new(_folder.Path, memory);
        Frame frame = Lines.Frame(5000);
        for (int i = 0; i < 5000; i++)
        {
            sorter.Add(frame.Units[4999 - i], i + 1);
        }

        sorter.Add(new FrameUnit("U0000007", Stratum.Parse("another"), "A", Standing.Resting), 5001);
        sorter.Add(new FrameUnit("U0000007", Stratum.Parse("a"), "A", Standing.Resting), 5002);
        sorter.Add(new FrameUnit("U0004000", Stratum.Parse("a"), "A", Standing.Resting), 5003);
        InputRefusedException refused = Assert.Throws<InputRefusedException>(() => Written(sorter));
        Assert.Equal(DrawingRefusals.DuplicateId.With(("id", "U0000007"), ("line", 5001), ("earlier", 4993)), refused.Refusal);
        Assert.Equal([new("U0000007", 4993, 5001), new("U0000007", 4993, 5002), new("U0004000", 1000, 5003)], sorter.Duplicates());
    }

    [Theory]
    [InlineData("RI1101", ":a\ts\tA\tdrawable")]
    [InlineData("RI1101", "a\u00e9\ts\tA\tdrawable")]
    [InlineData("RI1102", "a\ts\tA B\tdrawable")]
    [InlineData("RI1103", "a\ts//t\tA\tdrawable")]
    [InlineData("RI1105", "a\ts\tA\tno")]
    [InlineData("RI1105", "")]
    [InlineData("RI1105", "a\ts\tA\tdrawable\nb\ts\tA\tdrawable")]
    [InlineData("RI1107", "a\ts\tA\tdrawable\r")]
    public void Add_MalformedLine_IsRefused(string code, string line)
    {
        using FrameSorter sorter = new(_folder.Path);
        Refusal refusal = Assert.Throws<InputRefusedException>(() => sorter.Add(System.Text.Encoding.UTF8.GetBytes(line), 41)).Refusal;
        Assert.Equal(code, refusal.Code);
        Assert.True(refusal["line"] is null or "41");
        Assert.Equal(0, sorter.Count);
    }

    [Fact]
    public void Add_AfterTheUnitsWereAskedFor_Throws()
    {
        using FrameSorter sorter = new(_folder.Path);
        Written(sorter);
        Assert.Throws<InvalidOperationException>(() => sorter.Add("a\ts\tA\tdrawable"u8, 1));
    }

    [Fact]
    public void TemporaryFiles_OnUnix_HaveNoNameWhileTheyAreUsed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There the system deletes them when they are closed.");
        using FrameSorter sorter = new(_folder.Path, FrameSorter.LeastMemory);
        for (int i = 0; i < 20_000; i++)
        {
            sorter.Add(System.Text.Encoding.UTF8.GetBytes(Lines.Of(i)), i);
        }

        Assert.Empty(_folder.Files);
        using IEnumerator<FrameDuplicate> half = sorter.Duplicates().GetEnumerator();
        half.MoveNext();
        Assert.Empty(_folder.Files);
    }

    [Fact]
    public void Add_DiskFull_IsRefused()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full here.");
        using FrameSorter sorter = new(new SortFolder("/data", () => File.OpenHandle("/dev/full", FileMode.Open, FileAccess.Write)), FrameSorter.LeastMemory);
        Refusal refusal = Assert.Throws<InputRefusedException>(() =>
        {
            for (int i = 0; i < 5000; i++)
            {
                sorter.Add(System.Text.Encoding.UTF8.GetBytes(Lines.Of(i)), i);
            }
        }).Refusal;
        Assert.Equal("RI1380", refusal.Code);
        Assert.Equal("/data", refusal["folder"]);
        Assert.NotEqual("", refusal["detail"]);
    }

    [Fact]
    public void Add_FolderGone_IsRefused()
    {
        using FrameSorter sorter = new(_folder["none"], FrameSorter.LeastMemory);
        Assert.Equal("RI1380", Assert.Throws<InputRefusedException>(() =>
        {
            for (int i = 0; i < 5000; i++)
            {
                sorter.Add(System.Text.Encoding.UTF8.GetBytes(Lines.Of(i)), i);
            }
        }).Refusal.Code);
    }

    [Fact]
    public void Write_TargetFull_ThrowsAndLeavesNoFile()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full here.");
        using FrameSorter sorter = new(_folder.Path);
        sorter.Add("a\ts\tA\tdrawable"u8, 1);
        using FileStream full = new("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        Assert.Throws<IOException>(() => sorter.Write(full));
        Assert.Empty(_folder.Files);
    }

    [Fact]
    public void Write_Cancelled_Stops()
    {
        using FrameSorter sorter = new(_folder.Path, FrameSorter.LeastMemory);
        for (int i = 0; i < 20_000; i++)
        {
            sorter.Add(System.Text.Encoding.UTF8.GetBytes(Lines.Of(i)), i);
        }

        Assert.Throws<OperationCanceledException>(() => sorter.Write(Stream.Null, null, new CancellationToken(canceled: true)));
        sorter.Dispose();
        Assert.Empty(_folder.Files);
    }

    [Fact]
    public void Write_Progress_EndsWithTheNumberOfUnits()
    {
        using FrameSorter sorter = new(_folder.Path);
        for (int i = 0; i < 20_000; i++)
        {
            sorter.Add(System.Text.Encoding.UTF8.GetBytes(Lines.Of(i)), i);
        }

        Reports told = new();
        sorter.Write(Stream.Null, told);
        Assert.Equal(20_000, told.Values[^1]);
        Assert.Equal(told.Values.Order(), told.Values);
        Assert.True(told.Values.Count > 2);
    }

    public void Dispose() => _folder.Dispose();

    private static byte[] Written(FrameSorter sorter)
    {
        using MemoryStream target = new();
        sorter.Write(target);
        return target.ToArray();
    }

    private sealed class Reports : IProgress<long>
    {
        public List<long> Values { get; } = [];

        public void Report(long value) => Values.Add(value);
    }
}
