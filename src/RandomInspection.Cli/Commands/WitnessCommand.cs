using System.CommandLine;
using System.Text;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Cli.Commands;

/// <summary><c>ri witness</c>: another department checks that a log only grew, and cosigns its checkpoint.</summary>
internal static class WitnessCommand
{
    public static Command Create(RiConsole console)
    {
        Option<string> log = LogKey(console);
        Option<string> state = Options.Text("--state", "log.note", console.Say("上次见到的检查点；写完整后才替换", "The checkpoint that was seen last; replaced when the new one is complete"));
        Option<string> name = Name(console);
        Option<string> keyFile = KeyFile(console);
        Option<string> url = Options.Text("--url", "URL", console.Say("公开留痕页面的网址，例如 https://amr.example/ledger", "The address of the log's page, for example https://amr.example/ledger"), required: false);
        Option<string> growth = Options.Text("--growth", "growth.txt", console.Say("或者：一致性证明的文件（含检查点）", "Or: a file with the proof of growth and the checkpoint"), required: false);
        Option<string> target = Options.Text("--out", "cosigned.txt", console.Say("联署后的检查点写到哪个文件；缺省打印", "The file for the cosigned checkpoint; without it, it is printed"), required: false);
        Option<bool> first = new("--first") { Description = console.Say("第一次见证这份留痕：没有可比较的，记下所见", "The first time for this log: there is nothing to compare with, what is seen is kept") };
        Option<bool> send = new("--send") { Description = console.Say("把联署交回留痕（须给 --url）", "Hand the cosignature in at the log (needs --url)") };
        Command key = KeyLine(console);
        Command command = new("witness", console.Say(
            "见证公开留痕：核对检查点的签名，核对它由上次所见增长而来，然后联署。\n分叉或倒退一律不签，退出码 1，两份检查点写入“状态文件.fork”作为证据。",
            "Witnesses a public log: checks the checkpoint's signature and that it grew out of what was seen before, then cosigns it.\nA fork or a rollback is not signed: exit code 1, and both checkpoints are written to STATE.fork as the evidence."))
        {
            log, state, name, keyFile, url, growth, target, first, send, key,
        };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(url) is null == parsed.GetValue(growth) is null)
            {
                parsed.AddError(console.Say("--url 与 --growth 须给且只给一个", "give either --url or --growth"));
            }

            if (parsed.GetValue(send) && parsed.GetValue(url) is null)
            {
                parsed.AddError(console.Say("--send 须给 --url", "--send needs --url"));
            }
        });
        command.SetAction(parsed => Run(console, new Settings(
            parsed.GetRequiredValue(log), parsed.GetRequiredValue(state), parsed.GetRequiredValue(name), parsed.GetRequiredValue(keyFile),
            parsed.GetValue(url), parsed.GetValue(growth), parsed.GetValue(target), parsed.GetValue(first), parsed.GetValue(send))));
        return command;
    }

    internal static Option<string> LogKey(RiConsole console) =>
        Options.Text("--log-key", "KEY", console.Say("留痕的公钥（一行：名称+编号+BASE64，见公开留痕页面）", "The log's key (one line: NAME+ID+BASE64, see the log's page)"));

    private static Option<string> Name(RiConsole console) =>
        Options.Text("--name", "NAME", console.Say("见证人的名称，例如 audit.example/w1", "The witness's name, for example audit.example/w1"));

    private static Option<string> KeyFile(RiConsole console) =>
        Options.Text("--key-file", "witness.pem", console.Say("见证人的私钥（ri key new 生成）", "The witness's private key (as ri key new makes it)"));

    private static Command KeyLine(RiConsole console)
    {
        Option<string> name = Name(console), keyFile = KeyFile(console);
        Command command = new("key", console.Say("打印见证人的公钥（一行），交留痕登记。", "Prints the witness's key in one line, to be registered at the log.")) { name, keyFile };
        command.SetAction(parsed =>
        {
            console.Line(SigningKey.Sign(
                parsed.GetRequiredValue(keyFile),
                signer => NoteKey.Of(parsed.GetRequiredValue(name), NoteKeyKind.Witness, signer.Key, Options.SignatureAlgorithms)).ToString());
            return ExitCode.Done;
        });
        return command;
    }

    private static int Run(RiConsole console, Settings settings)
    {
        NoteKey log = NoteKey.Parse(settings.LogKey, Options.SignatureAlgorithms);
        if (settings.Target is { } target)
        {
            OutputFile.Check(target, settings.State, settings.KeyFile);
        }

        using WitnessState state = new(settings.State, settings.First);
        using LedgerSite? site = settings.Url is { } url ? new LedgerSite(url) : null;
        GrowthProof offered = site?.Growth(state.Size) ?? GrowthProof.Parse(InputFile.Read(settings.Growth!));
        WitnessFinding finding = Witness.Judge(log, state.Seen, offered);
        if (finding is not WitnessFinding.Grown grown)
        {
            Report(console, settings, finding, offered);
            return ExitCode.DoesNotVerify;
        }

        SignedNote cosigned = SigningKey.Sign(
            settings.KeyFile,
            signer => Witness.CosignAsync(settings.Name, grown, signer, Options.SignatureAlgorithms, SystemClock.Instance.GetCurrentInstant(), CancellationToken.None)
                .AsTask().GetAwaiter().GetResult());

        // First on the disk, then out of the house.
        state.Keep(cosigned);
        if (settings.Target is { } file)
        {
            OutputFile.Write(file, cosigned.ToBytes());
        }
        else
        {
            console.Output.Write(cosigned.ToString());
        }

        long size = Checkpoint.Of(cosigned).Head.Size;
        console.Note(
            grown.Seen is null ? $"第一次见到 {size} 条；没有可比较的，已联署。" : $"由 {state.Size} 条增长到 {size} 条，已联署。",
            grown.Seen is null ? $"Seen for the first time, at {size} entries; there was nothing to compare with. Cosigned." : $"Grown from {state.Size} to {size} entries. Cosigned.");
        if (settings.Send)
        {
            site!.Send(cosigned);
            console.Note("已交回留痕。", "Handed in at the log.");
        }

        return ExitCode.Done;
    }

    /// <summary>Both checkpoints, each signed by the log: who has them needs nothing else.</summary>
    private static void Report(RiConsole console, Settings settings, WitnessFinding finding, GrowthProof offered)
    {
        string evidence = settings.State + ".fork";
        OutputFile.Write(evidence, Encoding.UTF8.GetBytes($"{finding.Seen}\n{offered}"));
        (long before, long now) = (Checkpoint.Of(finding.Seen!).Head.Size, Checkpoint.Of(finding.Offered).Head.Size);
        if (finding is WitnessFinding.RolledBack)
        {
            console.Note(
                $"倒退：上次见到 {before} 条，现在只出示 {now} 条。未联署；两份检查点见 {evidence}。",
                $"ROLLBACK: {before} entries were seen, {now} are shown now. Not cosigned; both checkpoints are in {evidence}.");
        }
        else
        {
            console.Note(
                $"分叉：{now} 条的检查点不是由上次见到的 {before} 条增长而来，两份都有留痕的签名。未联署；两份检查点见 {evidence}，请立即交监督部门。",
                $"FORK: the checkpoint of {now} entries did not grow out of the one of {before} that was seen, and the log has signed both. Not cosigned; both checkpoints are in {evidence}: hand them to the supervising authority now.");
        }

        console.Output.Write($"{finding.Seen}\n{finding.Offered}");
    }

    private sealed record Settings(string LogKey, string State, string Name, string KeyFile, string? Url, string? Growth, string? Target, bool First, bool Send);
}
