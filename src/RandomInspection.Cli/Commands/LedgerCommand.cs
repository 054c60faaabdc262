using System.CommandLine;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Cli.Commands;

/// <summary><c>ri ledger verify</c>: checkpoints and proofs of a public log, from files.</summary>
internal static class LedgerCommand
{
    public static Command Create(RiConsole console) =>
        new("ledger", console.Say("公开留痕的检查点与证明，只用文件核验。", "Checkpoints and proofs of a public log, verified from files.")) { Verify(console) };

    private static Command Verify(RiConsole console)
    {
        Argument<string> document = new("FILE") { Description = console.Say("检查点、一致性证明或包含证明，逐字节为留痕所给", "A checkpoint, a proof of growth or an inclusion proof, byte for byte as the log gave it") };
        Option<string> log = WitnessCommand.LogKey(console);
        Option<string[]> witnesses = Options.Several("--witness-key", "KEY", console.Say("须有其联署的见证人公钥，可多次", "The key of a witness that must have cosigned; may be repeated"));
        Option<string> since = Options.Text("--since", "old.txt", console.Say("一致性证明：早先保存的检查点", "For a proof of growth: the checkpoint that was kept before"), required: false);
        Option<string> entry = Options.Text("--entry", "entry.json", console.Say("包含证明：条目的规范字节", "For an inclusion proof: the entry's canonical bytes"), required: false);
        Command command = new("verify", console.Say(
            "核验检查点的签名；是证明的，一并核验。\n打印留痕名称、条数与根。退出码 1：签名或证明不成立。",
            "Verifies a checkpoint's signatures and, where it comes with a proof, the proof.\nPrints the log's name, its size and its root. Exit code 1: a signature or the proof does not hold."))
        {
            document, log, witnesses, since, entry,
        };
        command.SetAction(parsed => Run(
            console, parsed.GetRequiredValue(document), parsed.GetRequiredValue(log), parsed.GetValue(witnesses) ?? [], parsed.GetValue(since), parsed.GetValue(entry)));
        return command;
    }

    private static int Run(RiConsole console, string path, string logKey, string[] witnessKeys, string? since, string? entry)
    {
        NoteKey log = NoteKey.Parse(logKey, Options.SignatureAlgorithms);
        NoteKey[] witnesses = [.. witnessKeys.Select(key => NoteKey.Parse(key, Options.SignatureAlgorithms))];
        byte[] bytes = InputFile.Read(path);
        GrowthProof? growth = bytes.AsSpan().StartsWith("old "u8) ? GrowthProof.Parse(bytes) : null;
        EntryProof? proof = growth is null && bytes.AsSpan().StartsWith("c2sp.org/tlog-proof@v1\n"u8) ? EntryProof.Parse(bytes) : null;
        SignedNote note = growth?.Note ?? proof?.Note ?? SignedNote.Parse(bytes);
        if ((since is not null && growth is null) || (entry is not null && proof is null))
        {
            throw WitnessRefusals.NoCheckpoint.Refuse(("path", path));
        }

        bool holds = true;
        void Say(bool step, string chinese, string english)
        {
            holds &= step;
            console.Line($"{(step ? "✓" : "✗")} {console.Say(chinese, english)}");
        }

        Checkpoint checkpoint = Checkpoint.Of(note);
        Say(checkpoint.Origin == log.Name && Signs(note, log), $"留痕 {log.Name} 的签名", $"the signature of the log {log.Name}");
        foreach (NoteKey witness in witnesses)
        {
            Instant? moment = note.Signatures.FirstOrDefault(witness.IsOf) is { } line ? witness.MomentOf(line) : null;
            Say(Signs(note, witness), $"见证人 {witness.Name} 的联署{(moment is null ? "" : $"，{moment}")}", $"the cosignature of the witness {witness.Name}{(moment is null ? "" : $", {moment}")}");
        }

        if (growth is not null && since is not null)
        {
            SignedNote kept = SignedNote.Parse(InputFile.Read(since));
            Checkpoint old = Checkpoint.Of(kept);
            Say(
                old.Origin == log.Name && Signs(kept, log) && growth.Holds(old.Head),
                $"由保存的 {old.Head.Size} 条增长而来",
                $"it grew out of the {old.Head.Size} entries that were kept");
        }

        if (proof is not null && entry is not null)
        {
            Say(proof.Holds(InputFile.Read(entry)), $"条目在留痕中，序号 {proof.Sequence}", $"the entry stands in the log, sequence {proof.Sequence}");
        }

        if ((growth is not null && since is null) || (proof is not null && entry is null))
        {
            console.Note("只核验了检查点；核验证明还须 --since 或 --entry。", "Only the checkpoint was verified; the proof needs --since or --entry.");
        }

        console.Line($"origin {checkpoint.Origin}");
        console.Line($"size {checkpoint.Head.Size}");
        console.Line($"root {checkpoint.Head.Root}");
        return holds ? ExitCode.Done : ExitCode.DoesNotVerify;
    }

    private static bool Signs(SignedNote note, NoteKey key)
    {
        try
        {
            note.Require(key);
            return true;
        }
        catch (InputRefusedException)
        {
            return false;
        }
    }
}
