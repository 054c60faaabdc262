using System.Diagnostics;
using System.Text;
using RandomInspection.Ledger;

namespace RandomInspection.Tests;

/// <summary><c>ri witness</c> against a log on this machine, as a process of its own; and <c>ri ledger verify</c> on files.</summary>
public sealed class WitnessCommandTests : IDisposable
{
    private const string Name = "audit.shenyang.example/w1";
    private readonly Ri _ri = new();
    private readonly ToyLog _log = new();

    private string State => _ri["log.note"];

    private string KeyFile
    {
        get
        {
            if (!File.Exists(_ri["w.pem"]))
            {
                Ri.Run("key", "new", "--out", _ri["w.pem"]).Done();
            }

            return _ri["w.pem"];
        }
    }

    private string WitnessKey => Ri.Run("witness", "key", "--name", Name, "--key-file", KeyFile).Done().Output.TrimEnd('\n');

    public void Dispose()
    {
        _log.Dispose();
        _ri.Dispose();
    }

    [Fact]
    public async Task Witness_GrowingLog_CosignedRememberedAndHandedIn()
    {
        _log.Size = 5;
        RiRun first = await ProcessAsync("--url", _log.Address, "--first");
        Assert.Contains("Seen for the first time, at 5 entries", first.Done().Error, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(State), first.Output);

        _log.Size = 9;
        RiRun second = await ProcessAsync("--url", _log.Address, "--send", "--out", _ri["cosigned.txt"]);
        Assert.Contains("Grown from 5 to 9 entries", second.Done().Error, StringComparison.Ordinal);
        Assert.Equal("", second.Output);
        Assert.Equal(File.ReadAllText(State), File.ReadAllText(_ri["cosigned.txt"]));
        Assert.Equal(File.ReadAllText(State), Assert.Single(_log.HandedIn));

        RiRun verified = Ri.Run("ledger", "verify", State, "--log-key", _log.Key, "--witness-key", WitnessKey).Done();
        Assert.StartsWith($"✓ the signature of the log {ToyLog.Origin}\n✓ the cosignature of the witness {Name}, ", verified.Output, StringComparison.Ordinal);
        Assert.Equal("9", verified["size"]);
    }

    [Fact]
    public void Witness_FilesOnly_Works()
    {
        Witnessed(0, 5, "--first").Done();
        Witnessed(5, 5).Done();
        Witnessed(5, 8).Done();
        Assert.Equal(8, Checkpoint.Of(SignedNote.Parse(File.ReadAllBytes(State))).Head.Size);
        Witnessed(5, 9).Refused("RI6021", "8", "5");
        Assert.Equal(8, Checkpoint.Of(SignedNote.Parse(File.ReadAllBytes(State))).Head.Size);
    }

    [Fact]
    public async Task Witness_Fork_NotSignedAndBothCheckpointsAreTheEvidence()
    {
        _log.Size = 5;
        (await ProcessAsync("--url", _log.Address, "--first")).Done();
        string seen = File.ReadAllText(State);
        (_log.Past, _log.Size) = ("another past", 9);
        RiRun run = await ProcessAsync("--url", _log.Address, "--send");
        Assert.Equal(1, run.Code);
        Assert.StartsWith("FORK: the checkpoint of 9 entries", run.Error, StringComparison.Ordinal);
        Assert.Equal(seen, File.ReadAllText(State));
        Assert.Empty(_log.HandedIn);

        string evidence = File.ReadAllText(State + ".fork");
        Assert.StartsWith(seen, evidence, StringComparison.Ordinal);
        Assert.Contains("\n9\n", evidence[seen.Length..], StringComparison.Ordinal);
        Assert.StartsWith(seen, run.Output, StringComparison.Ordinal);

        // The same size with another root is one as well.
        _log.Size = 5;
        Assert.StartsWith("FORK", (await ProcessAsync("--url", _log.Address)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Witness_SmallerLog_RollbackIsReported()
    {
        _log.Size = 9;
        (await ProcessAsync("--url", _log.Address, "--first")).Done();
        _log.Size = 5;
        RiRun run = await ProcessAsync("--url", _log.Address);
        Assert.Equal(1, run.Code);
        Assert.StartsWith("ROLLBACK: 9 entries were seen, 5 are shown now", run.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(State + ".fork"));
    }

    [Fact]
    public void Witness_StateMissingThereOrInUse_Refused()
    {
        Witnessed(0, 5).Refused("RI6040", State);
        Witnessed(0, 5, "--first").Done();
        Witnessed(0, 5, "--first").Refused("RI6041", State);
        using (new FileStream(State + ".lock", FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            Witnessed(5, 6).Refused("RI6042", State);
        }

        _ri.Write("log.note", "half a no");
        Witnessed(5, 6).Refused("RI6010");
    }

    [Fact]
    public void Witness_OtherKeysHostsAndOptions_Refused()
    {
        using ToyLog other = new();
        string growth = _ri.Write("growth.txt", _log.Growth(0, 5));
        Ri.Run("witness", "--log-key", other.Key, "--state", State, "--name", Name, "--key-file", KeyFile, "--growth", growth, "--first").Refused("RI6014");
        Ri.Run("witness", "--log-key", _log.Key + "A", "--state", State, "--name", Name, "--key-file", KeyFile, "--growth", growth, "--first").Refused("RI6011");
        Ri.Run("witness", "--log-key", _log.Key, "--state", State, "--name", "a b", "--key-file", KeyFile, "--growth", growth, "--first").Refused("RI6012", "a b");
        Ri.Run("witness", "--log-key", _log.Key, "--state", State, "--name", Name, "--key-file", KeyFile, "--url", "ftp://x", "--first").Refused("RI6043");
        Ri.Run("witness", "--log-key", _log.Key, "--state", State, "--name", Name, "--key-file", KeyFile, "--url", "http://127.0.0.1:1/ledger", "--first").Refused("RI6043");
        Ri.Run("witness", "--log-key", _log.Key, "--state", State, "--name", Name, "--key-file", KeyFile, "--first").Refused("RI9101", "--url");
        Ri.Run("witness", "--log-key", _log.Key, "--state", State, "--name", Name, "--key-file", KeyFile, "--growth", growth, "--first", "--send").Refused("RI9101", "--send");
        Assert.False(File.Exists(State));
    }

    [Fact]
    public void LedgerVerify_CheckpointGrowthAndInclusion_VerifiedFromFiles()
    {
        string old = _ri.Write("old.txt", _log.Checkpoint(5)), growth = _ri.Write("growth.txt", _log.Growth(5, 9)), proof = _ri.Write("entry.tlog-proof", _log.Proof(3, 9));
        string entry = _ri.Write("entry.json", _log.Leaf(3));
        Assert.Equal("5", Ri.Run("ledger", "verify", old, "--log-key", _log.Key).Done()["size"]);
        Assert.Contains("✓ it grew out of the 5 entries that were kept", Ri.Run("ledger", "verify", growth, "--log-key", _log.Key, "--since", old).Done().Output, StringComparison.Ordinal);
        Assert.Contains("✓ the entry stands in the log, sequence 3", Ri.Run("ledger", "verify", proof, "--log-key", _log.Key, "--entry", entry).Done().Output, StringComparison.Ordinal);
        Assert.Contains("the proof needs", Ri.Run("ledger", "verify", proof, "--log-key", _log.Key).Done().Error, StringComparison.Ordinal);

        Assert.Equal(1, Ri.Run("ledger", "verify", proof, "--log-key", _log.Key, "--entry", _ri.Write("entry.json", _log.Leaf(4))).Code);
        Assert.Equal(1, Ri.Run("ledger", "verify", growth, "--log-key", _log.Key, "--since", _ri.Write("old.txt", _log.Checkpoint(6))).Code);
        Assert.Equal(1, Ri.Run("ledger", "verify", growth, "--log-key", _log.Key, "--witness-key", WitnessKey).Code);
        using ToyLog other = new();
        Assert.Equal(1, Ri.Run("ledger", "verify", growth, "--log-key", other.Key).Code);
        Ri.Run("ledger", "verify", old, "--log-key", _log.Key, "--entry", entry).Refused("RI6044");
        Ri.Run("ledger", "verify", entry, "--log-key", _log.Key).Refused("RI6010");
    }

    private RiRun Witnessed(int from, int size, params string[] more) =>
        Ri.Run(["witness", "--log-key", _log.Key, "--state", State, "--name", Name, "--key-file", KeyFile, "--growth", _ri.Write("growth.txt", _log.Growth(from, size)), .. more]);

    private async Task<RiRun> ProcessAsync(params string[] more)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8 };
        start.Environment["RI_LANG"] = "en";
        foreach (string argument in (string[])[Path.Combine(AppContext.BaseDirectory, "ri.dll"), "witness", "--log-key", _log.Key, "--state", State, "--name", Name, "--key-file", KeyFile, .. more])
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new RiRun(process.ExitCode, await output, await error);
    }
}
