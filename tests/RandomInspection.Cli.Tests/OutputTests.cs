using RandomInspection.Cli;

namespace RandomInspection.Tests;

public sealed class OutputTests : IDisposable
{
    private readonly Ri _ri = new();
    private readonly DrawVector _vector = DrawVector.Of("pub-small");

    [Fact]
    public void Out_ExistingFile_IsReplacedWholeAndKeepsItsPermissions()
    {
        _ri.Write("result.json", new string('x', 100_000));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_ri["result.json"], UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        using (FileStream reader = new(_ri["result.json"], FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
        {
            Draw(_ri["result.json"]).Done();
            Assert.Equal('x', reader.ReadByte()); // whoever has the old file open keeps it: it was replaced, not written over
            Assert.Equal(100_000, reader.Length);
        }

        Assert.Equal(_vector.Result, File.ReadAllText(_ri["result.json"]));
        Assert.Equal(["result.json"], _ri.Files);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_ri["result.json"]));
        }
    }

    [Fact]
    public void Out_EqualToAnInput_IsRefused()
    {
        File.Copy(_vector.Frame, _ri["frame.tsv"]);
        File.CreateSymbolicLink(_ri["link"], _ri["frame.tsv"]);
        foreach (string target in new[] { _ri["frame.tsv"], Path.Combine(_ri.Folder, ".", "frame.tsv"), _ri["link"] })
        {
            Ri.Run("draw", "--frame", _ri["frame.tsv"], "--design", _vector.Design, "--seed", _vector["seed"], "--out", target).Refused("RI9105");
        }

        Assert.Equal(File.ReadAllBytes(_vector.Frame), File.ReadAllBytes(_ri["frame.tsv"]));
        string table = _ri.Write("subjects.csv", "id,s,c\nA,s,c\n");
        Ri.Run("frame", table, "--id", "id", "--stratum", "s", "--class", "c", "--out", table).Refused("RI9105");
    }

    [Fact]
    public void Out_SymbolicLink_StaysAndItsTargetIsReplaced()
    {
        string target = _ri.Write("target.json", "x");
        File.CreateSymbolicLink(_ri["link.json"], target);
        Draw(_ri["link.json"]).Done();
        Assert.Equal(_vector.Result, File.ReadAllText(target));
        Assert.NotNull(new FileInfo(_ri["link.json"]).LinkTarget);
    }

    /// <summary>Whoever reads standard output is gone, or its disk is full: said in words, never a stack trace.</summary>
    [Theory]
    [InlineData(false, "RI9198", "No space left on device")]
    [InlineData(true, "RI9199", "ObjectDisposedException")]
    public void StandardOutput_CannotBeWritten_SaidOnStandardError(bool closed, string code, string value)
    {
        using StringWriter error = new();
        using TextWriter output = closed ? new StringWriter() : new FullDisk();
        if (closed)
        {
            output.Dispose();
        }

        Assert.Equal(2, RiProgram.Run(["draw", "--frame", _vector.Frame, "--design", _vector.Design, "--seed", _vector["seed"], "--out", _ri["result.json"]], output, error, name => name == "RI_LANG" ? "en" : null));
        Assert.StartsWith($"{code}: ", error.ToString(), StringComparison.Ordinal);
        Assert.Contains(value, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Out_NotWritable_IsRefused()
    {
        Draw(_ri.Folder).Refused("RI9104");
        Draw(Path.Combine(_ri.Folder, "none", "result.json")).Refused("RI9104", "none");
        Draw("").Refused("RI9104");
        Assert.Empty(_ri.Files);
    }

    [Fact]
    public void Out_FullDevice_IsRefused()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full here.");
        Draw("/dev/full").Refused("RI9104", "/dev/full");
        Draw("/dev/null").Done();
        Assert.True(File.Exists("/dev/null"));
    }

    [Fact]
    public void Write_ThatFailsOnTheWay_LeavesTheOldFileAndNoOther()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A folder where the file shall go fails differently there.");
        string target = _ri.Write("result.json", "old");
        string @long = _ri[new string('n', 250)]; // the temporary name is too long for the file system, the name itself is not
        Draw(@long).Refused("RI9104");
        Draw(target).Done();
        Assert.Equal(["result.json"], _ri.Files);
    }

    [Fact]
    public void Input_MissingOrUnreadable_IsRefused()
    {
        Ri.Run("draw", "--frame", _ri["none.tsv"], "--design", _vector.Design, "--seed", _vector["seed"], "--out", _ri["r"]).Refused("RI9102", "none.tsv");
        Ri.Run("draw", "--frame", _ri.Folder, "--design", _vector.Design, "--seed", _vector["seed"], "--out", _ri["r"]).Refused("RI9103", _ri.Folder);
        Ri.Run("verify", Path.Combine(_ri.Folder, "none", "record.json")).Refused("RI9102");
        Ri.Run("verify", "").Refused("RI9103");
    }

    [Fact]
    public void Terminals_ChangeHowNotWhat()
    {
        string table = _ri.Write("subjects.csv", "id,s,c\nA,s,c\n");
        string[] args = ["frame", table, "--id", "id", "--stratum", "s", "--class", "c", "--key", _vector["frameKey"], "--out", _ri["frame.tsv"]];
        Assert.Equal(Ri.Run(args).Done().Output, OnTerminal(args));
        string preview = OnTerminal("preview", "--frame", _vector.Frame, "--design", _vector.Design);
        Assert.Contains("层", preview, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', preview);
    }

    public void Dispose() => _ri.Dispose();

    private static string OnTerminal(params string[] args)
    {
        using StringWriter output = new(), error = new();
        RiConsole console = new(output, error) { OutputIsTerminal = true, ErrorIsTerminal = true, Variable = name => name == "NO_COLOR" ? "1" : null };
        Assert.Equal(0, RiProgram.Run(args, console));
        return output.ToString();
    }

    private RiRun Draw(string target) =>
        Ri.Run("draw", "--frame", _vector.Frame, "--design", _vector.Design, "--seed", _vector["seed"], "--out", target);

    /// <summary>A disk that takes nothing more.</summary>
    private sealed class FullDisk : TextWriter
    {
        public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8;

        public override void Write(char value) => throw new IOException("No space left on device");
    }
}
