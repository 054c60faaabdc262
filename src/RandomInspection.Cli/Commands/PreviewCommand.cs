using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;
using RandomInspection.Frames;
using Spectre.Console;

namespace RandomInspection.Cli.Commands;

/// <summary><c>ri preview</c>: what a design promises each cell, before anything is opened.</summary>
internal static class PreviewCommand
{
    private static readonly string[] Columns = ["stratum", "class", "population", "drawable", "expected", "probability", "flags"];
    private static readonly string[] ChineseColumns = ["层", "类别", "总数", "可抽取", "期望数", "概率", "提示"];

    public static Command Create(RiConsole console)
    {
        Option<string> frame = Options.Frame(console);
        Option<string> design = Options.Design(console);
        Option<string> scaled = Options.Text("--scaled", "scaled.json", console.Say(
            "把按上限、下限缩放的方案写到此文件；未触及时写出原方案加依据", "Writes the design, scaled to cap and floor, to this file; one that keeps them gets their words in its basis"), required: false);
        Command command = new("preview", console.Say(
            "预览各单元格的期望数与抽中概率；不需要种子，也不抽取。\n提示：certain 必中，never 不会抽中，small 可抽取的少于 3 户。输出重定向时为制表符分隔的文本。",
            "Shows each cell's expected count and probability; needs no seed and draws nothing.\nFlags: certain (chance 1), never (chance 0), small (fewer than 3 drawable units). Redirected, it is text separated by tabs."))
        {
            frame, design,
        };
        LimitOptions limits = new(console, command);
        Option<string> threads = Options.Threads(console);
        command.Add(scaled);
        command.Add(threads);
        command.SetAction(parsed =>
        {
            string? target = parsed.GetValue(scaled);
            if (target is not null)
            {
                OutputFile.Check(target, parsed.GetRequiredValue(frame), parsed.GetRequiredValue(design));
            }

            DrawDesign rules = DesignDocument.Parse(InputFile.Read(parsed.GetRequiredValue(design))).Design;
            int workers = Options.ThreadsOf(parsed, threads);
            using CanonicalFrameSource units = InputFile.OpenFrame(parsed.GetRequiredValue(frame));
            ImmutableArray<CellCount> counts = new StreamedFrame(console, units, workers).CountCells();
            ImmutableArray<CellExpectation> cells = new DrawEngine(Options.Hashes).Expect(counts, rules);
            LimitBounds bounds = limits.Read(parsed, counts.Sum(count => count.Population));
            Write(console, cells);
            Summarise(console, cells);
            Limit(console, bounds, cells, rules, target);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(RiConsole console, ImmutableArray<CellExpectation> cells)
    {
        if (!console.OutputIsTerminal)
        {
            console.Line(string.Join('\t', Columns));
            foreach (CellExpectation cell in cells)
            {
                console.Line(string.Join('\t', Row(cell)));
            }

            return;
        }

        Table table = new();
        for (int i = 0; i < Columns.Length; i++)
        {
            TableColumn column = new(new Text(console.Say(ChineseColumns[i], Columns[i]))) { NoWrap = i > 0 };
            table.AddColumn(i is >= 2 and <= 5 ? column.RightAligned() : column);
        }

        foreach (CellExpectation cell in cells)
        {
            table.AddRow(Row(cell).Select(text => new Text(text)));
        }

        console.Terminal(console.Output).Write(table);
    }

    private static void Summarise(RiConsole console, ImmutableArray<CellExpectation> cells)
    {
        string total = Total(cells);
        long population = cells.Sum(cell => cell.Count.Population);
        long drawable = cells.Sum(cell => cell.Count.Drawable);
        console.Note(
            $"合计 {population} 户，可抽取 {drawable} 户，期望抽取 {total} 户，{cells.Length} 个单元格。",
            $"{population} units in all, {drawable} drawable, {total} expected to be drawn, {cells.Length} cells.");
        foreach ((ChanceRemark remark, string chinese, string english) in new[]
        {
            (ChanceRemark.Certain, "必然抽中（certain）", "are drawn for certain (certain)"),
            (ChanceRemark.Never, "不会抽中（never）", "cannot be drawn (never)"),
            (ChanceRemark.Small, "可抽取的少于 3 户（small）", "have fewer than 3 drawable units (small)"),
        })
        {
            int count = cells.Count(cell => cell.Remarks.Contains(remark));
            if (count > 0)
            {
                console.Note($"注意：{count} 个单元格{chinese}。", $"Note: {count} cells {english}.");
            }
        }
    }

    /// <summary>What the design does to cap and floor, and what a scaled one would do.</summary>
    private static void Limit(RiConsole console, LimitBounds bounds, ImmutableArray<CellExpectation> cells, DrawDesign design, string? target)
    {
        ImmutableArray<LimitFinding> findings = bounds.Check(cells);
        LimitOptions.Note(console, findings);
        ImmutableArray<CellCount> counts = [.. cells.Select(cell => cell.Count)];
        DrawDesign? scaled = null;
        try
        {
            scaled = LimitScaling.Apply(bounds, counts, design);
        }
        catch (InputRefusedException refused) when (target is null)
        {
            console.Report(refused.Refusal);
        }

        if (scaled is not null && !findings.IsEmpty)
        {
            string total = Total(new DrawEngine().Expect(counts, scaled));
            console.Note($"缩放后的方案期望抽取 {total} 户；--scaled FILE 可写出。", $"The scaled design expects {total}; write it with --scaled FILE.");
        }
        else if (scaled is not null && bounds.Words.Length > 0)
        {
            console.Note($"上下限均已满足。{bounds.Words}", $"The limits are kept. {bounds.Words}");
        }

        if (target is not null)
        {
            OutputFile.Write(target, Encoding.UTF8.GetBytes(DesignDocument.Of(scaled!).Text));
        }
    }

    private static string[] Row(CellExpectation cell) =>
    [
        cell.Count.Cell.Stratum.Text,
        cell.Count.Cell.Class,
        cell.Count.Population.ToString(CultureInfo.InvariantCulture),
        cell.Count.Drawable.ToString(CultureInfo.InvariantCulture),
        Nanos((ulong)cell.ExpectedNano),
        cell.Count.Drawable == 0 ? "0" : Nanos((UInt128)(((ulong)cell.ExpectedNano + ((ulong)cell.Count.Drawable / 2)) / (ulong)cell.Count.Drawable)),
        string.Join(',', cell.Remarks.Select(remark => remark switch
        {
            ChanceRemark.Certain => "certain",
            ChanceRemark.Never => "never",
            ChanceRemark.Small => "small",
            _ => throw new ArgumentOutOfRangeException(nameof(cell)),
        })),
    ];

    private static string Total(ImmutableArray<CellExpectation> cells) =>
        Nanos(cells.Aggregate(UInt128.Zero, (sum, cell) => sum + (ulong)cell.ExpectedNano));

    /// <summary>Nanos as an exact decimal fraction without trailing zeros.</summary>
    private static string Nanos(UInt128 nanos)
    {
        (UInt128 whole, UInt128 rest) = UInt128.DivRem(nanos, CellExpectation.NanosPerUnit);
        string fraction = rest.ToString("D9", CultureInfo.InvariantCulture).TrimEnd('0');
        return whole.ToString(CultureInfo.InvariantCulture) + (fraction.Length == 0 ? "" : "." + fraction);
    }
}
