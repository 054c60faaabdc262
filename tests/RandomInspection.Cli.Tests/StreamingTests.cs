using System.Diagnostics;
using System.Text;
using RandomInspection.Cli;
using RandomInspection.Drawing;

namespace RandomInspection.Tests;

/// <summary>Frames that are read in blocks: the same bytes as ever, whatever the threads and wherever they come from.</summary>
public sealed class StreamingTests : IDisposable
{
    private const string Key = "4a1499419fab4eb6dec6fe1cca3e40549ced71277fb9c65b8751c7d2aad6260d";

    private readonly Ri _ri = new();

    [Theory]
    [InlineData("pub-small", "1")]
    [InlineData("pub-rates", "2")]
    [InlineData("pub-rates", "7")]
    public void Draw_Threads_DoNotMatter(string name, string threads)
    {
        DrawVector vector = DrawVector.Of(name);
        Ri.Run("draw", "--frame", vector.Frame, "--design", vector.Design, "--seed", vector["seed"], "--out", _ri["result.json"], "--threads", threads).Done();
        Assert.Equal(vector.Result, File.ReadAllText(_ri["result.json"]));
        Assert.Equal(vector["frameRoot"] + "\n", Ri.Run("root", vector.Frame, "--key", vector["frameKey"], "--threads", threads).Done().Output);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1025")]
    [InlineData("many")]
    public void Threads_NoNumberFrom1To1024_IsRefused(string threads)
    {
        DrawVector vector = DrawVector.Of("pub-small");
        Ri.Run("root", vector.Frame, "--key", vector["frameKey"], "--threads", threads).Refused("RI9101", "--threads");
        Ri.Run("draw", "--frame", vector.Frame, "--design", vector.Design, "--seed", vector["seed"], "--out", _ri["result.json"], "--threads", threads).Refused("RI9101", "--threads");
        Ri.Run("preview", "--frame", vector.Frame, "--design", vector.Design, "--threads", threads).Refused("RI9101", "--threads");
        Ri.Run("frame", _ri.Write("t.csv", "c,s,k\n"), "--id", "c", "--stratum", "s", "--class", "k", "--out", _ri["f.tsv"], "--threads", threads).Refused("RI9101", "--threads");
    }

    [Fact]
    public void Frame_MoreThanABlock_IsTheFrameOfItsRows()
    {
        RiRun run = Make(Table(30_000)).Done();
        byte[] file = File.ReadAllBytes(_ri["frame.tsv"]);
        Frame frame = FrameFile.Read(file);
        Assert.Equal(30_000, frame.Size);
        Assert.Equal(FrameFile.Write(frame), file);
        Assert.Equal(new DrawEngine().Root(frame, FrameKey.Parse(Key), "sha-256").Hex, run["root"]);
        Assert.Equal("30000", run["size"]);
        Assert.Equal(["frame.tsv", "subjects.csv"], _ri.Files);
    }

    [Fact]
    public void Frame_OnlyRepeatedIds_AreAllReported()
    {
        Make("code,district,class\nB2,x,B\nA1,x,B\nB2,y,B\nA1,x,A\nC3,x,B\nA1,x,B\n").Refused(
            "RI9106",
            "RI1104: line 4 (as in line 2), column \"code\", value \"B2\"",
            "RI1104: line 5 (as in line 3), column \"code\", value \"A1\"",
            "RI1104: line 7 (as in line 3), column \"code\", value \"A1\"",
            "3 of 6 rows");
        Assert.Equal(["subjects.csv"], _ri.Files);
    }

    [Fact]
    public void Frame_RepeatedIdInABadRow_IsOneBadRow()
    {
        RiRun run = Make("code,district,class\nA1,x,B\nA1,x,\n,x,B\n").Refused("RI9106", "RI1104: line 3 (as in line 2)", "RI1102: line 3", "RI1101: line 4", "2 of 3 rows");
        Assert.True(run.Error.IndexOf("RI1104", StringComparison.Ordinal) < run.Error.IndexOf("RI1102", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("RI1107", "Line 1 ", "\uFEFFA\tx\tA\tdrawable\n")]
    [InlineData("RI1105", "Line 2 ", "A\tx\tA\tdrawable\nB\tx\tA\n")]
    [InlineData("RI1106", "Line 2 ", "B\tx\tA\tdrawable\nA\tx\tA\tdrawable\n")]
    public void Frame_NotCanonical_IsRefusedByEveryCommandThatStreams(string code, string where, string text)
    {
        DrawVector vector = DrawVector.Of("pub-small");
        string frame = _ri.Write("broken.tsv", text);
        Ri.Run("root", frame, "--key", Key).Refused(code, where);
        Ri.Run("draw", "--frame", frame, "--design", vector.Design, "--seed", vector["seed"], "--out", _ri["result.json"]).Refused(code);
        Ri.Run("preview", "--frame", frame, "--design", vector.Design).Refused(code);
        Assert.Equal(["broken.tsv"], _ri.Files);
    }

    [Fact]
    public async Task Frame_Pipe_IsReadAsAFile()
    {
        string pipe = await Pipe();
        DrawVector vector = DrawVector.Of("pub-rates");
        Task writing = Task.Run(() => Fill(pipe, File.ReadAllBytes(vector.Frame)), TestContext.Current.CancellationToken);
        Assert.Equal(vector["frameRoot"] + "\n", Ri.Run("root", pipe, "--key", vector["frameKey"]).Done().Output);
        await writing;

        writing = Task.Run(() => Fill(pipe, "code,district,class\nB2,x,B\nA1,x,B\n"u8.ToArray()), TestContext.Current.CancellationToken);
        Ri.Run("frame", pipe, "--id", "code", "--class", "class", "--stratum", "district", "--key", Key, "--out", _ri["frame.tsv"]).Done();
        await writing;
        Assert.Equal("A1\tx\tB\tdrawable\nB2\tx\tB\tdrawable\n", await File.ReadAllTextAsync(_ri["frame.tsv"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Frame_Device_TakesTheFile()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full here.");
        string table = _ri.Write("subjects.csv", Table(10));
        string[] args = ["frame", table, "--id", "code", "--class", "class", "--stratum", "district", "--key", Key, "--out"];
        Ri.Run([.. args, "/dev/full"]).Refused("RI9104", "/dev/full");
        Assert.Equal("10", Ri.Run([.. args, "/dev/null"]).Done()["size"]);
        Assert.Equal(["subjects.csv"], _ri.Files);
    }

    [Fact]
    public async Task Frame_DiskFullOnTheWay_IsRefusedAndLeavesNoFile()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/bin/bash"), "Limits on the size of files are set with bash here.");
        string table = _ri.Write("subjects.csv", Table(30_000));
        const string Script = "trap '' XFSZ; ulimit -f 256; exec dotnet \"$@\"";
        ProcessStartInfo start = new("/bin/bash", ["-c", Script, "bash", Program, "frame", table, "--id", "code", "--class", "class", "--stratum", "district", "--key", Key, "--out", _ri["frame.tsv"], "--lang", "en"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0"; // it writes to a file of its own
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("RI9104: The file", error, StringComparison.Ordinal);
        Assert.Equal((2, ""), (process.ExitCode, await output));
        Assert.Equal(["subjects.csv"], _ri.Files);
    }

    [Fact]
    public async Task Interrupt_WhileATableIsRead_SaysThatNothingWasWritten()
    {
        string pipe = await Pipe();
        using Process process = Start("frame", pipe, "--id", "code", "--class", "class", "--stratum", "district", "--out", _ri["frame.tsv"], "--lang", "en");
        using (FileStream table = new(pipe, FileMode.Open, FileAccess.Write, FileShare.ReadWrite)) // opens once the program reads
        {
            table.Write("code,district,class\nA1,x,B\n"u8);
            table.Flush();
            await Interrupt(process);
            Assert.Equal("Interrupted; nothing was written.\n", await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(130, process.ExitCode);
        Assert.Equal("", await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["pipe"], _ri.Files);
    }

    [Fact]
    public async Task Interrupt_WhileAFileIsWritten_LeavesTheOldFileAndNoOther()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals are sent with kill here.");
        _ri.Write("subjects.csv", Table(200_000));
        bool wasInterrupted = false;
        for (int attempt = 0; attempt < 8 && !wasInterrupted; attempt++)
        {
            _ri.Write("frame.tsv", "old");
            using Process process = Start("frame", _ri["subjects.csv"], "--id", "code", "--class", "class", "--stratum", "district", "--key", Key, "--out", _ri["frame.tsv"], "--lang", "en");
            while (!process.HasExited && _ri.Files.Count() == 2)
            {
                await Task.Delay(1, TestContext.Current.CancellationToken);
            }

            await Interrupt(process);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);

            // Either it was faster, and then everything is there, or nothing is.
            wasInterrupted = process.ExitCode == 130;
            string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            string kept = await File.ReadAllTextAsync(_ri["frame.tsv"], TestContext.Current.CancellationToken);
            Assert.Equal(["frame.tsv", "subjects.csv"], _ri.Files);
            if (wasInterrupted && kept == "old")
            {
                Assert.Equal("Interrupted; nothing was written.\n", error);
            }
            else
            {
                Assert.Equal(200_000, FrameFile.Read(Encoding.UTF8.GetBytes(kept)).Size);
                Assert.True(process.ExitCode == 0 || error == $"Interrupted; \"{_ri["frame.tsv"]}\" was complete before.\n", error);
                wasInterrupted = false;
            }
        }

        Assert.True(wasInterrupted, "It was always complete before the signal came.");
    }

    [Theory]
    [InlineData(10, 0.25, 30)]
    [InlineData(10, 0.5, 10)]
    [InlineData(3600, 0.9, 400)]
    public void TimesColumn_SomeDone_EstimatesAtTheSameSpeed(int seconds, double done, int left) =>
        Assert.Equal(left, TimesColumn.Left(TimeSpan.FromSeconds(seconds), done)!.Value.TotalSeconds, 0.001);

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(10, 0)]
    [InlineData(10, 1)]
    [InlineData(10, 1e-300)]
    public void TimesColumn_TooEarlyNothingOrAll_EstimatesNothing(int seconds, double done) => Assert.Null(TimesColumn.Left(TimeSpan.FromSeconds(seconds), done));

    public void Dispose() => _ri.Dispose();

    private static string Program => Path.Combine(AppContext.BaseDirectory, "ri.dll");

    private static string Table(int rows)
    {
        StringBuilder table = new("code,district,class\n");
        for (int i = 0; i < rows; i++)
        {
            table.Append(System.Globalization.CultureInfo.InvariantCulture, $"U{(long)i * 7_919 % 1_000_003:D7},区{i % 3},{"ABCD"[i % 4]}\n");
        }

        return table.ToString();
    }

    private static Process Start(params string[] args) => Process.Start(new ProcessStartInfo("dotnet", [Program, .. args])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static async Task Interrupt(Process process)
    {
        using Process kill = Process.Start("kill", ["-INT", FormattableString.Invariant($"{process.Id}")]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private static void Fill(string pipe, byte[] bytes)
    {
        using FileStream stream = new(pipe, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        stream.Write(bytes);
    }

    private async Task<string> Pipe()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Named pipes are made with mkfifo here.");
        using Process made = Process.Start("mkfifo", [_ri["pipe"]]);
        await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _ri["pipe"];
    }

    private RiRun Make(string csv)
    {
        string table = _ri.Write("subjects.csv", csv);
        return Ri.Run("frame", table, "--id", "code", "--class", "class", "--stratum", "district", "--key", Key, "--out", _ri["frame.tsv"]);
    }
}
