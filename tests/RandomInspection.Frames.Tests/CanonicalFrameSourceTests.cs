using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;
using RandomInspection.Frames;

namespace RandomInspection.Tests;

public sealed class CanonicalFrameSourceTests : IDisposable
{
    private static readonly FrameKey Key = FrameKey.Of(Enumerable.Range(0, 32).Select(i => (byte)i).ToArray());

    private readonly TemporaryFolder _folder = new();

    /// <summary>What one changed byte, or one line put in, does to a frame.</summary>
    public static TheoryData<string, string> Faults => new()
    {
        { "BOM", "\uFEFFU0000100x\ta\tA\tdrawable\n" },
        { "CR", "U0000100x\ta\tA\tdrawable\r\n" },
        { "CR in the stratum", "U0000100x\ta\r\tA\tdrawable\n" },
        { "a tab missing", "U0000100x\ta A\tdrawable\n" },
        { "two tabs missing", "U0000100x a A\tdrawable\n" },
        { "a tab too much", "U0000100x\ta\tA\tdrawable\t\n" },
        { "a part too much", "U0000100x\ta\tA\tB\tdrawable\n" },
        { "bad standing", "U0000100x\ta\tA\tDrawable\n" },
        { "no standing", "U0000100x\ta\tA\n" },
        { "standing alone", "\tdrawable\n" },
        { "id and standing", "U0000100x\tresting\n" },
        { "bad id", "U0000100\u00e9\ta\tA\tdrawable\n" },
        { "id with a space", "U0000100 x\ta\tA\tdrawable\n" },
        { "id with NUL", "U0000100\0\ta\tA\tdrawable\n" },
        { "no id", "\ta\tA\tdrawable\n" },
        { "id with a colon", ":U0000100x\ta\tA\tdrawable\n" },
        { "long id", $"U0000100{new string('x', 48)}\ta\tA\tdrawable\n" },
        { "duplicate", "U0000100\ta\tA\tdrawable\n" },
        { "out of order", "U0000099x\ta\tA\tdrawable\n" },
        { "out of order and bad standing behind", "U0000099x\ta\tA\tdrawable\nU0000100x\ta\tA\tno\n" },
        { "bad id and out of order behind", "U0000100 x\ta\tA\tdrawable\nU0000099x\ta\tA\tdrawable\n" },
        { "empty line", "\n" },
        { "not NFC", "U0000100x\te\u0301\tA\tdrawable\n" },
        { "format character", "U0000100x\ta\u200b\tA\tdrawable\n" },
        { "empty label", "U0000100x\ta//b\tA\tdrawable\n" },
        { "long stratum", $"U0000100x\t{new string('层', 67)}\tA\tdrawable\n" },
        { "bad class", "U0000100x\ta\tA B\tdrawable\n" },
        { "no class", "U0000100x\ta\t\tdrawable\n" },
        { "long line", $"U0000100x\t{new string('a', 1_000_000)}\tA\tdrawable\n" },
    };

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(8192)]
    [InlineData(20_001)]
    public void Count_AnySize_IsWhatTheEngineGives(int size)
    {
        Frame frame = Lines.Frame(size);
        using CanonicalFrameSource source = new(_folder.Write("frame.tsv", Lines.File(size)));
        foreach (int threads in new[] { 1, 3 })
        {
            FrameCensus census = new StreamedDraw().Count(source, Key, "sha-256", threads);
            Assert.Equal(new DrawEngine().Root(frame, Key, "sha-256"), census.Root);
            Assert.Equal(size, census.Size);
            Assert.Equal(frame.Cells, census.Cells);
            Assert.Equal(source.Length, source.BytesRead);
        }
    }

    [Fact]
    public void Read_Blocks_AreTheFilesUnits()
    {
        using CanonicalFrameSource source = new(_folder.Write("frame.tsv", Lines.File(10_000)));
        List<string> units = [];
        using IFrameReader reader = source.Open();
        FrameBlock spare = new();
        while (reader.Next(spare) is { } block)
        {
            reader.Complete(block);
            Assert.True(block.Count == FrameBlock.Capacity || units.Count + block.Count == 10_000);
            for (int i = 0; i < block.Count; i++)
            {
                units.Add($"{Encoding.UTF8.GetString(block.Id(i))}\t{Encoding.UTF8.GetString(source.Cells.Text(block.Cells[i]).Span)}\t{(block.Drawable[i] ? "drawable" : "resting")}");
            }
        }

        Assert.Equal(Lines.First(10_000), units);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Count_BrokenLine_RefusesAsFrameFileDoes(string what, string broken)
    {
        // At the beginning of the file, in a block, at the edges of blocks, at the end.
        foreach ((int before, int after) in new[] { (0, 0), (0, 3), (101, 5000), (4095, 4096), (4096, 4096), (4097, 9000), (101, 0) })
        {
            string[] lines = Lines.First(before + after);
            for (int i = 0; i < lines.Length; i++)
            {
                // It follows U0000100, which others precede.
                lines[i] = i == before - 1 ? "U0000100\ta\tA\tdrawable" : (i < before ? "T" : "V") + lines[i][1..];
            }

            byte[] file = [.. Lines.File(lines.Take(before)), .. Encoding.UTF8.GetBytes(broken), .. Lines.File(lines.Skip(before))];
            RefusesAsFrameFileDoes(file, $"{what} behind {before}, before {after}", isRefused: before > 0 || what is not ("duplicate" or "out of order"));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4096)]
    [InlineData(5000)]
    public void Count_NoEndOfTheLastLine_RefusesAsFrameFileDoes(int size)
    {
        RefusesAsFrameFileDoes(Lines.File(size)[..^1], $"{size}", isRefused: true);
        RefusesAsFrameFileDoes([.. Lines.File(size), (byte)'x'], $"{size} and more", isRefused: true);
        RefusesAsFrameFileDoes([.. Lines.File(size), 0xE5], $"{size} and half a character", isRefused: true);
    }

    [Property(MaxTest = 80)]
    public Property Count_OneByteChanged_AgreesWithFrameFile() => Prop.ForAll(
        (from size in Gen.Choose(1, 60)
         from lines in Gen.Elements(0, 4090, 8190)
         from place in Gen.Choose(0, size * 20)
         from value in Gen.OneOf(Gen.Elements((byte)'\n', (byte)'\t', (byte)'\r', (byte)0, (byte)' ', (byte)':', (byte)0xE5, (byte)0xFF, (byte)'U', (byte)'0'), Gen.Choose(0, 255).Select(v => (byte)v))
         select (size: size + lines, place, value)).ToArbitrary(),
        change =>
        {
            byte[] file = Lines.File(change.size);
            file[Math.Max(0, file.Length - 1 - change.place)] = change.value;
            RefusesAsFrameFileDoes(file, $"{change}", isRefused: null);
        });

    [Fact]
    public void Count_BinaryFileWithoutLineEnds_IsRefusedInBoundedMemory()
    {
        using (FileStream zeros = File.Create(_folder["zeros"]))
        {
            zeros.SetLength(1L << 30);
        }

        using CanonicalFrameSource source = new(_folder["zeros"]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        InputRefusedException refused = Assert.Throws<InputRefusedException>(() => new StreamedDraw().Count(source, Key, "sha-256"));
        Assert.Equal("RI1105", refused.Refusal.Code);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 100_000_000);
    }

    [Fact]
    public void Open_FileChangedBetweenReadings_IsRefused()
    {
        string path = _folder.Write("frame.tsv", Lines.File(5000));
        foreach (Action<string> change in (Action<string>[])
        [
            file => Edit(file, stream => stream.SetLength(1000)),
            file => Edit(file, stream => stream.SetLength(0)),
            file => Edit(file, stream => stream.SetLength(stream.Length + 5)),
            file => Edit(file, stream => stream.Write("X"u8)),
        ])
        {
            File.WriteAllBytes(path, Lines.File(5000));
            File.SetLastWriteTimeUtc(path, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
            using CanonicalFrameSource source = new(path);
            new StreamedDraw().Count(source, Key, "sha-256");
            change(path);
            InputRefusedException refused = Assert.Throws<InputRefusedException>(() => new StreamedDraw().Count(source, Key, "sha-256"));
            Assert.Equal("RI1381", refused.Refusal.Code);
            Assert.Equal(path, refused.Refusal["file"]);
            Assert.StartsWith($"{source.Length} B 2026-01-01T00:00:00", refused.Refusal["expected"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Next_FileCutDuringTheReading_IsRefused()
    {
        string path = _folder.Write("frame.tsv", Lines.File(50_000));
        using CanonicalFrameSource source = new(path);
        using IFrameReader reader = source.Open();
        Assert.NotNull(reader.Next(new FrameBlock()));
        Edit(path, stream => stream.SetLength(300_000));
        InputRefusedException refused = Assert.Throws<InputRefusedException>(() =>
        {
            while (reader.Next(new FrameBlock()) is not null)
            {
            }
        });
        Assert.Equal("RI1381", refused.Refusal.Code);
    }

    [Fact]
    public void Next_FileGrownDuringTheReading_IsRefusedAtTheEnd()
    {
        string path = _folder.Write("frame.tsv", Lines.File(10));
        using CanonicalFrameSource source = new(path);
        using IFrameReader reader = source.Open();
        Assert.NotNull(reader.Next(new FrameBlock()));
        Edit(path, stream => stream.SetLength(stream.Length + 1));
        Assert.Equal("RI1381", Assert.Throws<InputRefusedException>(() => reader.Next(new FrameBlock())).Refusal.Code);
    }

    [Fact]
    public void Constructor_NoFile_Throws() => Assert.Throws<FileNotFoundException>(() => new CanonicalFrameSource(_folder["none"]));

    public void Dispose() => _folder.Dispose();

    /// <summary>As another program changes a file: on Unix nothing keeps it from doing so.</summary>
    private static void Edit(string path, Action<FileStream> change)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There a file that is open for reading cannot be changed.");
        AppContext.SetSwitch("System.IO.DisableFileLocking", true);
        using FileStream stream = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        change(stream);
    }

    private void RefusesAsFrameFileDoes(byte[] file, string what, bool? isRefused)
    {
        Refusal? expected = null;
        Digest? root = null;
        try
        {
            root = new DrawEngine().Root(FrameFile.Read(file), Key, "sha-256");
        }
        catch (InputRefusedException refused)
        {
            expected = refused.Refusal;
        }

        Assert.True(isRefused is null || isRefused == expected is not null, what);
        using CanonicalFrameSource source = new(_folder.Write("frame.tsv", file));
        foreach (int threads in new[] { 1, 2 })
        {
            try
            {
                Assert.Equal(root, new StreamedDraw().Count(source, Key, "sha-256", threads).Root);
            }
            catch (InputRefusedException refused)
            {
                Assert.True(refused.Refusal.Equals(expected), $"{what}: {expected} but {refused.Refusal}");
            }
        }
    }
}
