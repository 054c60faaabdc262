using System.Collections.Immutable;
using System.CommandLine;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.Ledger;

namespace RandomInspection.Cli.Commands;

/// <summary><c>ri fsck</c>: a database against its own logs.</summary>
internal static class FsckCommand
{
    public static Command Create(RiConsole console)
    {
        Argument<string> database = new(HostDatabase.ArgumentName) { Description = HostDatabase.Description(console) };
        Option<string[]> checkpoints = Checkpoints(console);
        Option<string> keep = Options.Text(
            "--keep", "checkpoint.txt", console.Say("一致时把公开留痕此刻的检查点写到哪个文件（无签名），下次用 --checkpoint 给出", "If all agrees, the file for a checkpoint of the public log as it is now (unsigned), for the next --checkpoint"), required: false);
        Option<string[]> logKeys = LogKeys(console);
        Command command = new("fsck", console.Say(
            "核查数据库：由留痕重算两棵树、各流、全部视图、证据文件与名录，指出第一处不同；只读。全部一致时退出码 0，有不同时 1。",
            "Checks a database: recomputes both trees, streams, all views, evidence and directories from the logs and names the first difference; reads only. Exit code 0 if all agree, 1 if something differs."))
        {
            database, checkpoints, logKeys, keep,
        };
        command.SetAction(parsed =>
        {
            (ImmutableArray<KeptCheckpoint> kept, ImmutableArray<NoteKey> keys) = Read(parsed, checkpoints, logKeys);
            string path = parsed.GetRequiredValue(database);
            string? keepIn = parsed.GetValue(keep);
            if (keepIn is not null)
            {
                OutputFile.Check(keepIn, HostDatabase.Files(path));
            }

            return HostDatabase.With(path, mayWrite: false, services => CheckAsync(console, services, kept, keys, keepIn));
        });
        return command;
    }

    /// <summary>The option for checkpoints that the log must be consistent with.</summary>
    public static Option<string[]> Checkpoints(RiConsole console) => new("--checkpoint")
    {
        HelpName = "checkpoint.txt",
        Description = console.Say("另行保存的检查点，留痕必须与之一致；可重复", "A checkpoint kept elsewhere, with which the log must be consistent; may be repeated"),
    };

    /// <summary>The option for keys that must have signed the checkpoints.</summary>
    public static Option<string[]> LogKeys(RiConsole console) => Options.Several("--log-key", "KEY", console.Say(
        "公开留痕的公钥（/ledger/key.txt）：--checkpoint 与留痕中的每个检查点都须由其签署；换过密钥的可重复",
        "The public log's key (/ledger/key.txt): it must have signed every --checkpoint and every checkpoint in the log; may be repeated where it was changed"));

    /// <summary>What the two options say.</summary>
    public static (ImmutableArray<KeptCheckpoint> Kept, ImmutableArray<NoteKey> Keys) Read(ParseResult parsed, Option<string[]> checkpoints, Option<string[]> logKeys)
    {
        ImmutableArray<NoteKey> keys = [.. (parsed.GetValue(logKeys) ?? []).Select(key => NoteKey.Parse(key, Options.SignatureAlgorithms))];
        return ([.. (parsed.GetValue(checkpoints) ?? []).Select(file => CheckpointFile.Read(file, keys))], keys);
    }

    /// <summary>Checks a database as <c>ri fsck</c> does, and says so line by line.</summary>
    /// <param name="console">Where it is said.</param>
    /// <param name="services">A host's services over the database.</param>
    /// <param name="kept">Checkpoints with which the log must be consistent.</param>
    /// <param name="keys">Keys of which one must have signed every checkpoint; none: signatures are not asked for.</param>
    /// <param name="keepIn">The file for a checkpoint of the log as it is, if any.</param>
    /// <returns>0 if all agrees, else 1.</returns>
    public static async Task<int> CheckAsync(
        RiConsole console, IServiceProvider services, ImmutableArray<KeptCheckpoint> kept, ImmutableArray<NoteKey> keys, string? keepIn)
    {
        await using StoreCheck check = await StoreCheck.BeginAsync(services, kept, CancellationToken.None, keys);
        console.Line(FormattableString.Invariant($"public {check.Public.Size} {check.Public.Root}"));
        console.Line(FormattableString.Invariant($"sealed {check.Sealed.Size} {check.Sealed.Root}"));
        foreach (StoreCheckStage stage in check.Stages)
        {
            Refusal? difference = console.WithProgress(
                stage.Chinese, stage.English, stage.Total, progress => stage.RunAsync(progress, CancellationToken.None).GetAwaiter().GetResult());
            if (difference is not null)
            {
                console.Line($"difference {difference.Code}");
                console.Report(difference, console.Say($"{stage.Chinese}：", $"{stage.English}: "));
                return ExitCode.DoesNotVerify;
            }

            console.Note($"一致：{stage.Chinese}", $"agrees: {stage.English}");
        }

        foreach (Refusal note in check.Notes)
        {
            console.Line($"note {note.Code}");
            console.Report(note);
        }

        if (!keys.IsEmpty)
        {
            console.Line(FormattableString.Invariant($"signed {check.Signed}"));
            console.Note($"公开留痕的前 {check.Signed} 条由其密钥签署的检查点覆盖。", $"Checkpoints signed by the log's key cover the first {check.Signed} entries of the public log.");
        }

        if (keepIn is not null)
        {
            OutputFile.Write(keepIn, CheckpointFile.Write(check.Public));
        }

        console.Line("clean");
        return ExitCode.Done;
    }
}
