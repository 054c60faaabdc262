using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using RandomInspection.Auditing;
using RandomInspection.Drawing;
using RandomInspection.Matching;

namespace RandomInspection.Cli.Commands;

/// <summary><c>ri audit fairness</c>: the counts of a repeated draw or match against the stated probabilities.</summary>
internal static class AuditCommand
{
    private const string Path = "ri audit fairness";

    public static Command Create(RiConsole console) =>
        new("audit", console.Say("审计：用重复抽取的计数检验公平性。", "Audits: fairness by the counts of repeated draws.")) { Fairness(console) };

    private static Command Fairness(RiConsole console)
    {
        Option<string> tally = Options.Text("--tally", "t.json", console.Say("计数文件（ri draw 或 ri match 的 --repeat --tally 写出）", "The tally (as --repeat --tally of ri draw or ri match writes it)"));
        Option<string> frame = Options.Text("--frame", "frame.tsv", console.Say("抽取：计数所用的规范名单文件", "Of a draw: the canonical frame file that was counted"), required: false);
        Option<string> design = Options.Text("--design", "design.json", console.Say("抽取：计数所用的抽取方案", "Of a draw: the design that was counted"), required: false);
        Option<string> problem = Options.Text("--problem", "problem.json", console.Say("匹配：计数所用的匹配问题", "Of a match: the problem that was counted"), required: false);
        Option<string> marginals = Options.Text("--marginals", "chances.json", console.Say("匹配：已知的准确概率 {检查: {人员: [分子, 分母]}}", "Of a match: chances known exactly, {visit: {inspector: [numerator, denominator]}}"), required: false);
        Option<string> picture = Options.Text("--svg", "out.svg", console.Say("把图写到哪个文件", "The file for the picture"), required: false);
        Option<string> report = Options.Text("--out", "report.json", console.Say("把完整报告写到哪个文件", "The file for the whole report"), required: false);
        Command command = new("fairness", console.Say(
            "公平性：比较计数与公布的概率（卡方、p 值、最大偏差）。显著性水平固定为 0.001，已按比较次数修正；不符时退出码 1。\n匹配没有一般的概率公式：比较可互换的人员；给出 --marginals 时再逐对比较。",
            "Fairness: compares counts with the stated probabilities (chi-square, p-value, largest deviation). The level is fixed at 0.001 and made good for the number of comparisons; exit code 1 if they do not fit.\nA match has no formula for its chances: interchangeable inspectors are compared, and with --marginals every pair."))
        {
            tally, frame, design, problem, marginals, picture, report,
        };
        command.SetAction(parsed =>
        {
            string tallyPath = parsed.GetRequiredValue(tally);
            (string? framePath, string? designPath, string? problemPath, string? marginalsPath) =
                (parsed.GetValue(frame), parsed.GetValue(design), parsed.GetValue(problem), parsed.GetValue(marginals));
            bool ofDraw = framePath is not null && designPath is not null && problemPath is null && marginalsPath is null;
            if (!ofDraw && (problemPath is null || framePath is not null || designPath is not null))
            {
                throw CliRefusals.Usage.Refuse(("detail", "--frame + --design | --problem [--marginals]"), ("command", Path));
            }

            (string? picturePath, string? reportPath) = (parsed.GetValue(picture), parsed.GetValue(report));
            string[] inputs = [.. new[] { tallyPath, framePath, designPath, problemPath, marginalsPath }.OfType<string>()];
            foreach (string output in new[] { picturePath, reportPath }.OfType<string>())
            {
                OutputFile.Check(output, inputs);
            }

            return ofDraw
                ? OfDraw(console, InputFile.Read(tallyPath), InputFile.ReadFrame(framePath!), InputFile.Read(designPath!), picturePath, reportPath)
                : OfMatch(console, InputFile.Read(tallyPath), InputFile.Read(problemPath!), marginalsPath is null ? [] : ChancesDocument.Read(InputFile.Read(marginalsPath)), picturePath, reportPath);
        });
        return command;
    }

    private static int OfDraw(RiConsole console, byte[] tally, Frame frame, byte[] design, string? picturePath, string? reportPath)
    {
        ImmutableArray<CellExpectation> expected = new DrawEngine(Options.Hashes).Expect(frame.Cells, DesignDocument.Parse(design).Design);
        DrawFairness fairness = DrawAudit.Of(frame, expected, TallyDocument.Read(tally));
        Write(console, picturePath, FairnessRows.OfCells(fairness), fairness.Repeats, fairness.IsFair);
        Write(reportPath, FairnessDocument.Write(fairness));
        console.Line(FormattableString.Invariant($"repeats {fairness.Repeats}"));
        console.Line(FormattableString.Invariant($"units {fairness.Units}"));
        console.Line(FormattableString.Invariant($"cells {fairness.Cells.Length}"));
        console.Line(fairness.Selection is { } selection
            ? FormattableString.Invariant($"chi-square {selection.Statistic:0.0} degrees {selection.Degrees} p {selection.PValue:G3}")
            : "chi-square none");
        console.Line(fairness.Largest is { } largest
            ? FormattableString.Invariant($"largest {largest.Id} count {largest.Count} expected {fairness.Repeats * largest.Probability:0.##} deviations {largest.Deviations:+0.00;-0.00;0.00} p {largest.PValue:G3}")
            : "largest none");
        if (fairness.Selection is null)
        {
            console.Note("重复次数太少：没有一个单元格的计数够做卡方检验，请加大 --repeat。", "Too few repeats: no cell has enough counts for chi-square; raise --repeat.");
        }
        else
        {
            int untested = fairness.Cells.Count(cell => cell.Largest is not null && cell.Selection is null);
            if (untested > 0)
            {
                console.Note($"{untested} 个单元格可抽取的不足 2 户或计数太少，未做卡方检验，仍作了总数与逐户检验。", $"{untested} cells have fewer than 2 drawable units or too few counts for chi-square; their totals and units are tested all the same.");
            }
        }

        return Verdict(console, fairness.Tests, fairness.Impossible, fairness.IsFair);
    }

    private static int OfMatch(RiConsole console, byte[] tally, byte[] problem, ImmutableArray<PairChance> chances, string? picturePath, string? reportPath)
    {
        MatchFairness fairness = MatchAudit.Of(MatchProblemDocument.Parse(problem), PairTallyDocument.Read(tally), chances);
        if (!fairness.HasCompared)
        {
            throw CliRefusals.NothingToCompare.Refuse(("repeats", fairness.Repeats), ("alone", fairness.Alone));
        }

        Write(console, picturePath, FairnessRows.OfPairs(fairness), fairness.Repeats, fairness.IsFair);
        Write(reportPath, FairnessDocument.Write(fairness));
        console.Line(FormattableString.Invariant($"repeats {fairness.Repeats}"));
        console.Line(FormattableString.Invariant($"groups {fairness.Groups.Length}"));
        console.Line(FormattableString.Invariant($"pairs {fairness.Pairs.Length}"));
        console.Note(
            $"比较的是：同一次检查中问题无法区分的人员（机会依结构必然相等）{(chances.IsEmpty ? "" : "，以及给出的逐对概率")}。{fairness.Alone} 名人员与任何人都不可互换{(chances.IsEmpty ? "，对其概率未作判断" : "")}。",
            $"Compared are inspectors whom the problem cannot tell apart, visit by visit (their chances are equal by structure){(chances.IsEmpty ? "" : ", and every pair with its given chance")}. {fairness.Alone} inspectors are interchangeable with nobody{(chances.IsEmpty ? "; of their chances nothing is said" : "")}.");
        return Verdict(console, fairness.Tests, fairness.Impossible, fairness.IsFair);
    }

    private static int Verdict(RiConsole console, ImmutableArray<FairnessTest> tests, ImmutableArray<ImpossibleCount> impossible, bool isFair)
    {
        const int most = 10;
        foreach (FairnessTest test in tests)
        {
            console.Line(Shown.Harmless(FormattableString.Invariant($"test {FairnessDocument.NameOf(test.Question)} compared {test.Compared} p {test.PValue:G3} {(test.Holds ? "holds" : "FAILS")} {test.Where}").TrimEnd()));
        }

        foreach (ImpossibleCount count in impossible.Take(most))
        {
            console.Line(Shown.Harmless(FormattableString.Invariant($"impossible {count.Where} count {count.Count} allowed {count.Least} to {count.Most}")));
        }

        if (impossible.Length > most)
        {
            console.Note($"另有 {impossible.Length - most} 个不可能的计数，见 --out。", $"{impossible.Length - most} more impossible counts; see --out.");
        }

        console.Line($"fair {(isFair ? "yes" : "no")}");
        if (!impossible.IsEmpty)
        {
            console.Note("结论：有的计数在任何种子下都不可能出现。", "Verdict: some counts cannot come about with any seeds.");
        }
        else if (isFair)
        {
            console.Note("结论：计数与公布的概率相符。", "Verdict: the counts are what the stated probabilities give.");
        }
        else
        {
            console.Note(
                "结论：计数与公布的概率不符；公平的抽取一千次审计中约有一次如此。请加大 --repeat 或换一个种子再审计一次。",
                "Verdict: the counts are not what the stated probabilities give; a fair draw does this in about one audit of a thousand. Audit again with more repeats or another seed.");
        }

        return isFair ? ExitCode.Done : ExitCode.DoesNotVerify;
    }

    private static void Write(RiConsole console, string? path, ImmutableArray<FairnessRow> rows, int repeats, bool isFair)
    {
        if (path is not null)
        {
            OutputFile.Write(path, Encoding.UTF8.GetBytes(FairnessPicture.Write(rows, repeats, isFair, FairnessRows.Band(rows), console.Language)));
        }
    }

    private static void Write(string? path, byte[] report)
    {
        if (path is not null)
        {
            OutputFile.Write(path, report);
        }
    }
}
