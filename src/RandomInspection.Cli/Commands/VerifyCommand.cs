using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;
using Spectre.Console;

namespace RandomInspection.Cli.Commands;

/// <summary><c>ri verify</c>: everything that a record's view allows, recomputed.</summary>
internal static class VerifyCommand
{
    public static Command Create(RiConsole console)
    {
        Argument<string> record = new("record.json") { Description = console.Say("抽取记录：公开、对象或审计视图", "The record: public, subject's or auditor's view") };
        Option<string[]> frame = Options.Several("--frame", "frame.tsv", console.Say("规范名单文件，供审计核验；可多次", "The canonical frame file, for an auditor; may be repeated"));
        Option<string[]> key = Options.Several("--key", "HEX", console.Say("名单密钥，与 --frame 一一对应", "The frame's key, one for each --frame"));
        Option<string[]> task = Options.Several("--task", "ID", console.Say("名单属于哪个任务；记录只有一个任务时可省", "The task that the frame belongs to; not needed if the record has only one"));
        Option<string[]> census = Options.Several("--census", "part.census", console.Say(
            "名单分存多处时，各分区冻结时报的计数，与 --frame 一一对应；密钥只给一次", "Where the frame is kept in several places: what each stated when it was frozen, one for each --frame; the key is given once"));
        Option<string> signature = Options.Text("--signature", "record.sig.json", console.Say("记录的签名", "The record's signature"), required: false);
        Option<string> openingSignature = Options.Text("--opening-signature", "opening.sig.json", console.Say("开启文件的签名", "The opening's signature"), required: false);
        Option<string[]> signedBy = Options.Several("--signed-by", "KEY", console.Say(
            "记录必须由这一公钥签署（从部门另处公布的渠道取得）；可多次，任一即可", "The public key that must have signed the record, known from where the department publishes it; may be repeated, any of them will do"));
        Option<string> digest = Options.Text("--digest", "HEX", console.Say("记录应有的摘要，如留痕或公告所载", "The digest that the record is said to have, for example in the ledger"), required: false);
        Option<string?> replacements = new("--replacements") { HelpName = "replacements.json", Description = console.Say("递补公告，与其抽取记录一并核验", "The addendum of replacements, checked against the record") };
        Command command = new("verify", console.Say(
            "逐步复核抽取记录：✓ 成立，✗ 不成立，– 此视图不能核验。退出码 0 通过，1 不通过。",
            "Checks a record step by step: ✓ holds, ✗ does not, – not possible in this view. Exit code 0 verifies, 1 does not."))
        {
            record, frame, key, task, census, digest, signature, openingSignature, signedBy, replacements,
        };
        command.SetAction(parsed => Run(
            console,
            InputFile.Read(parsed.GetRequiredValue(record)),
            parsed.GetValue(frame) ?? [],
            [.. (parsed.GetValue(key) ?? []).Select(FrameKey.Parse)],
            parsed.GetValue(task) ?? [],
            [.. (parsed.GetValue(census) ?? []).Select(path => PartitionCensus.Parse(Encoding.UTF8.GetString(InputFile.Read(path))))],
            parsed.GetValue(digest) is { } stated ? Digest.Parse(stated) : null,
            Given(parsed.GetValue(signature), parsed.GetValue(openingSignature), parsed.GetValue(signedBy) ?? []),
            parsed.GetValue(replacements) is { } addendum ? InputFile.Read(addendum) : null));
        return command;
    }

    private static int Run(
        RiConsole console, byte[] bytes, string[] frames, FrameKey[] keys, string[] tasks, PartitionCensus[] censuses, Digest? digest, GivenSignatures given, byte[]? addendum)
    {
        Dictionary<string, ImmutableArray<PartitionFile>> partitions = new(StringComparer.Ordinal);
        Dictionary<string, byte[]> frameFiles = new(StringComparer.Ordinal);
        Dictionary<string, FrameKey> frameKeys = new(StringComparer.Ordinal);
        Opening? opening = TryReadOpening(bytes);
        if (censuses.Length > 0)
        {
            if (censuses.Length != frames.Length)
            {
                throw DoNotFit($"{frames.Length} 个名单，{censuses.Length} 个分区计数", $"{frames.Length} frames, {censuses.Length} censuses");
            }

            // One task's frame in several places: the name and the key are the task's.
            foreach (string name in Names(frames[..1], keys, tasks, opening))
            {
                partitions[name] = [.. censuses.Select((census, place) => new PartitionFile(census.Name, census.Rule, InputFile.Read(frames[place])) { Root = census.Census.Root })];
                frameKeys[name] = keys[0];
            }

        }

        string[] names = censuses.Length > 0 ? [] : Names(frames, keys, tasks, opening);
        for (int i = 0; i < names.Length; i++)
        {
            frameFiles[names[i]] = InputFile.Read(frames[i]);
            frameKeys[names[i]] = keys[i];
        }

        ImmutableArray<VerificationStep> steps = new RecordVerifier(Options.Hashes, Options.SignatureAlgorithms).Verify(bytes, frameFiles, frameKeys, digest, given, partitions).Steps;
        if (addendum is not null)
        {
            steps = steps.AddRange(new ReplacementsVerifier(Options.Hashes).Verify(addendum, bytes, frameFiles).Steps);
        }

        foreach (VerificationStep step in steps)
        {
            Write(console, step);
        }

        bool verifies = steps.All(step => step.Status != VerificationStatus.Failed);
        bool complete = steps.All(step => step.Status == VerificationStatus.Ok);
        console.Line(!verifies ? console.Say("核验不通过。", "The record does not verify.")
            : complete ? console.Say("核验通过。", "The record verifies.")
            : console.Say("核验通过；标 – 的步骤未核验。", "The record verifies, but for the steps marked –."));
        return verifies ? ExitCode.Done : ExitCode.DoesNotVerify;
    }

    private static GivenSignatures Given(string? signature, string? openingSignature, string[] signedBy)
    {
        foreach (string key in signedBy)
        {
            Options.SignatureAlgorithms.RequireKey(key);
        }

        return new GivenSignatures
        {
            Record = signature is null ? null : InputFile.Read(signature),
            Opening = openingSignature is null ? null : InputFile.Read(openingSignature),
            SignedBy = [.. signedBy],
        };
    }

    /// <summary>The record's opening if it can be read; why it cannot is a step of the verification.</summary>
    private static Opening? TryReadOpening(byte[] bytes)
    {
        try
        {
            return Opening.Parse(RecordDocument.Read(bytes).OpeningText);
        }
        catch (RefusalException)
        {
            return null;
        }
    }

    private static string[] Names(string[] frames, FrameKey[] keys, string[] tasks, Opening? opening)
    {
        if (frames.Length != keys.Length)
        {
            throw DoNotFit($"{frames.Length} 个名单，{keys.Length} 个密钥", $"{frames.Length} frames, {keys.Length} keys");
        }

        if (opening is null)
        {
            return [];
        }

        string[] known = [.. opening.Tasks.Select(task => task.Id)];
        string[] names = tasks.Length == 0 && frames.Length == 1 && known.Length == 1 ? known : tasks;
        if (names.Length != frames.Length)
        {
            throw DoNotFit(
                $"{frames.Length} 个名单，{tasks.Length} 个任务；记录中的任务：{string.Join("、", known)}",
                $"{frames.Length} frames, {tasks.Length} tasks; the record has: {string.Join(", ", known)}");
        }

        foreach (string name in names)
        {
            if (!known.Contains(name) || names.Count(other => other == name) > 1)
            {
                throw DoNotFit($"任务“{name}”不在记录中或重复；记录中的任务：{string.Join("、", known)}", $"the task \"{name}\" is not in the record, or given twice; the record has: {string.Join(", ", known)}");
            }
        }

        return names;
    }

    private static InputRefusedException DoNotFit(string chinese, string english) =>
        CliRefusals.FramesDoNotFit.Refuse(("detailZh", chinese), ("detailEn", english));

    private static void Write(RiConsole console, VerificationStep step)
    {
        (string mark, Color colour) = step.Status switch
        {
            VerificationStatus.Ok => ("✓", Color.Green),
            VerificationStatus.Failed => ("✗", Color.Red),
            _ => ("–", Color.Grey),
        };
        string text = Shown.Harmless(step.Text(console.Language));
        if (console.OutputIsTerminal)
        {
            console.Terminal(console.Output).Write(new Text($"{mark} {text}\n", new Style(colour)));
        }
        else
        {
            console.Line($"{mark} {text}");
        }
    }
}
