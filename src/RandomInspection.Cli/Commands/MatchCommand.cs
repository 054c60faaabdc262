using System.CommandLine;
using System.Globalization;
using RandomInspection.Drawing;
using RandomInspection.Matching;

namespace RandomInspection.Cli.Commands;

/// <summary><c>ri match</c>: problem and seed give the teams.</summary>
internal static class MatchCommand
{
    /// <summary>The result is written and short of inspectors.</summary>
    private const int Short = 1;

    private const int Percent = 100;

    public static Command Create(RiConsole console)
    {
        Option<string> problem = Options.Text("--problem", "problem.json", console.Say("匹配问题（检查、人员、排除、直接指派）", "The problem: visits, inspectors, exclusions, seats given directly"));
        Option<string> seed = Options.Text("--seed", "HEX", console.Say("匹配自己的种子，64 位小写十六进制", "The match's own seed, 64 lower-case hex characters"));
        Option<string> target = Options.Text("--out", "m.json", console.Say("结果写到哪个文件；写完整后才替换已有文件；有 --tally 时可省略", "The file for the result; one that is there is replaced when the new one is complete; may be left out beside --tally"), required: false);
        Option<string> mixFactor = new("--mix-factor")
        {
            HelpName = "C",
            Description = console.Say("混合倍数，事先公布；0 表示不混合，结果注明 unmixed", "The mixing factor, published in advance; 0 leaves the result unmixed, which it says"),
            DefaultValueFactory = static _ => IInspectorMatcher.DefaultMixFactor.ToString(CultureInfo.InvariantCulture),
        };
        Option<string> repeat = Options.Repeat(console);
        Option<string> tally = Options.Text("--tally", "t.json", console.Say("审计：各对（检查、人员）出现几次", "For audits: how often each pair of visit and inspector came up"), required: false);
        Command command = new("match", console.Say(
            "匹配：为每次检查随机确定检查组，尽可能均衡；人员不足时写出已安排的部分与缺口证明，退出码 1。各检查结束前不公开结果。",
            "Matches: staffs every visit at random and as evenly as can be; where inspectors are short, writes what can be staffed and the certificate, exit code 1. The result is not published before the visits have ended."))
        {
            problem, seed, target, mixFactor, repeat, tally,
        };
        command.SetAction(parsed =>
        {
            string problemPath = parsed.GetRequiredValue(problem);
            (string? path, string? tallyPath) = (parsed.GetValue(target), parsed.GetValue(tally));
            int? repeats = parsed.GetValue(repeat) is { } times ? Options.Number("ri match", "--repeat", times, 1, AuditSeeds.MostRepeats) : null;
            if (repeats is null != tallyPath is null || (path is null && tallyPath is null))
            {
                throw CliRefusals.Usage.Refuse(("detail", path is null && tallyPath is null ? "--out | --repeat --tally" : "--repeat + --tally"), ("command", "ri match"));
            }

            foreach (string? output in (string?[])[path, tallyPath])
            {
                if (output is not null)
                {
                    OutputFile.Check(output, problemPath);
                }
            }

            int factor = Options.Number("ri match", "--mix-factor", parsed.GetRequiredValue(mixFactor), 0, int.MaxValue);
            Seed value = Seed.Parse(parsed.GetRequiredValue(seed));
            MatchProblem given = MatchProblemDocument.Parse(InputFile.Read(problemPath));
            MatchResult result = console.WithProgress("匹配", "Matching", Percent, progress =>
                new InspectorMatcher().Match(given, value, factor, progress is null ? null : new Relay(progress)));
            if (repeats is { } count)
            {
                OutputFile.Write(tallyPath!, PairTallyDocument.Write(console.WithProgress("重复", "Repeating", count, progress => RepeatedMatch.Tally(given, value, factor, count, progress))));
            }

            if (path is not null)
            {
                OutputFile.Write(path, MatchResultDocument.Write(result));
            }

            return Report(console, result);
        });
        return command;
    }

    private static int Report(RiConsole console, MatchResult result)
    {
        console.Line($"problem {result.Problem.Hex}");
        console.Line($"digest {result.Digest.Hex}");
        console.Line(FormattableString.Invariant($"seats {result.Teams.Sum(team => team.Inspectors.Length)}"));
        console.Line(FormattableString.Invariant($"missing {result.Short?.Missing ?? 0}"));
        if (result.IsUnmixed)
        {
            console.Note("结果未混合（unmixed）：不是均匀随机的。", "The result is unmixed: it is not uniformly random.");
        }

        int small = result.Teams.Count(team => team.IsHardlyRandom);
        if (small > 0)
        {
            console.Note($"注意：{small} 个检查组的可选人员少于 3 人或少于人数的两倍，几乎谈不上随机。", $"Note: {small} teams choose from fewer than 3 inspectors, or than twice their count; they are hardly random.");
        }

        if (result.Short is not { } shortage)
        {
            return ExitCode.Done;
        }

        foreach (ShortagePart part in shortage.Parts)
        {
            console.Report(part.Words);
            foreach (InspectorsOut reason in part.Out)
            {
                console.Note(
                    $"  {reason.Reason.Code} {reason.Reason.Chinese}：{reason.Inspectors.Length} 人（{Names(reason)}）",
                    $"  {reason.Reason.Code} {reason.Reason.English}: {reason.Inspectors.Length} ({Names(reason)})");
            }
        }

        return Short;
    }

    private static string Names(InspectorsOut reason)
    {
        const int Most = 10;
        return string.Join(", ", reason.Inspectors.Take(Most)) + (reason.Inspectors.Length > Most ? ", …" : "");
    }

    private sealed class Relay(IProgress<long> progress) : IProgress<MatchProgress>
    {
        public void Report(MatchProgress value) => progress.Report(value.Done * Percent / Math.Max(1, value.Total));
    }
}
