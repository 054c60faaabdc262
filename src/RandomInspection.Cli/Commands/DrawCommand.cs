using System.CommandLine;
using RandomInspection.Drawing;
using RandomInspection.Frames;

namespace RandomInspection.Cli.Commands;

/// <summary><c>ri draw</c>: frame, design and seed give the selection.</summary>
internal static class DrawCommand
{
    public static Command Create(RiConsole console)
    {
        Option<string> frame = Options.Frame(console);
        Option<string> design = Options.Design(console);
        Option<string> seed = Options.Text("--seed", "HEX", console.Say("种子，64 位小写十六进制（ri seed 打印）", "The seed, 64 lower-case hex characters (as ri seed prints it)"));
        Option<string> hash = Options.Hash(console);
        Option<string> target = Options.Text("--out", "result.json", console.Say("结果写到哪个文件；写完整后才替换已有文件；有 --tally 时可省略", "The file for the result; one that is there is replaced when the new one is complete; may be left out beside --tally"), required: false);
        Option<string> repeat = Options.Repeat(console);
        Option<string> tally = Options.Text("--tally", "t.json", console.Say("审计：名单中每户抽中几次，从未抽中的也列出", "For audits: how often each unit of the frame came up, those that never did included"), required: false);
        Option<string> threads = Options.Threads(console);
        Command command = new("draw", console.Say(
            "抽取：写出各单元格（cells）、抽中名单（selected）与递补（reserves），打印各有多少。递补在启用前不公开。",
            "Draws: writes cells, selected and reserves and prints how many there are. Reserves are not published before they are used."))
        {
            frame, design, seed, hash, target, repeat, tally, threads,
        };
        command.Subcommands.Add(DrawMergeCommand.Create(console));
        command.SetAction(parsed =>
        {
            string framePath = parsed.GetRequiredValue(frame);
            string designPath = parsed.GetRequiredValue(design);
            (string? path, string? tallyPath) = (parsed.GetValue(target), parsed.GetValue(tally));
            int? repeats = parsed.GetValue(repeat) is { } times ? Options.Number("ri draw", "--repeat", times, 1, AuditSeeds.MostRepeats) : null;
            if (repeats is null != tallyPath is null || (path is null && tallyPath is null))
            {
                throw CliRefusals.Usage.Refuse(("detail", path is null && tallyPath is null ? "--out | --repeat --tally" : "--repeat + --tally"), ("command", "ri draw"));
            }

            foreach (string? output in (string?[])[path, tallyPath])
            {
                if (output is not null)
                {
                    OutputFile.Check(output, framePath, designPath);
                }
            }

            Seed value = Seed.Parse(parsed.GetRequiredValue(seed));
            int workers = Options.ThreadsOf(parsed, threads);
            DrawDesign rules = DesignDocument.Parse(InputFile.Read(designPath)).Design;
            string name = parsed.GetRequiredValue(hash);
            DrawResult result = repeats is { } count
                ? Repeat(console, framePath, (rules, value, name), count, workers, tallyPath!)
                : Draw(console, framePath, (rules, value, name), workers);
            if (path is not null)
            {
                OutputFile.Write(path, file => ResultDocument.Write(result, file));
            }

            console.Line(FormattableString.Invariant($"selected {result.Selected.Count}"));
            console.Line(FormattableString.Invariant($"reserves {result.Reserves.Length}"));
            return ExitCode.Done;
        });
        return command;
    }

    private static DrawResult Draw(RiConsole console, string frame, (DrawDesign Design, Seed Seed, string Hash) draw, int threads)
    {
        using CanonicalFrameSource units = InputFile.OpenFrame(frame);
        return new StreamedFrame(console, units, threads).Draw(draw.Design, draw.Seed, draw.Hash);
    }

    /// <summary>Hundreds of draws of one frame: it stays in memory.</summary>
    private static DrawResult Repeat(RiConsole console, string frame, (DrawDesign Design, Seed Seed, string Hash) draw, int count, int threads, string tally)
    {
        Frame units = InputFile.ReadFrame(frame);
        DrawResult result = new DrawEngine(Options.Hashes).Draw(units, draw.Design, draw.Seed, draw.Hash);
        OutputFile.Write(tally, TallyDocument.Write(console.WithProgress("重复", "Repeating", count, progress =>
            new RepeatedDraw(Options.Hashes).Tally(units, draw.Design, draw.Seed, draw.Hash, count, threads, progress))));
        return result;
    }
}
