using System.CommandLine;
using RandomInspection.Drawing;

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
        Option<string> target = Options.Out(console, "result.json");
        Command command = new("draw", console.Say(
            "抽取：写出各单元格（cells）、抽中名单（selected）与递补（reserves），打印各有多少。递补在启用前不公开。",
            "Draws: writes cells, selected and reserves and prints how many there are. Reserves are not published before they are used."))
        {
            frame, design, seed, hash, target,
        };
        command.SetAction(parsed =>
        {
            string framePath = parsed.GetRequiredValue(frame);
            string designPath = parsed.GetRequiredValue(design);
            string path = parsed.GetRequiredValue(target);
            OutputFile.Check(path, framePath, designPath);
            Seed value = Seed.Parse(parsed.GetRequiredValue(seed));
            DrawDesign rules = DesignDocument.Parse(InputFile.Read(designPath)).Design;
            Frame units = InputFile.ReadFrame(framePath);
            DrawResult result = new DrawEngine(Options.Hashes).Draw(units, rules, value, parsed.GetRequiredValue(hash));
            OutputFile.Write(path, ResultDocument.Write(result));
            console.Line(FormattableString.Invariant($"selected {result.Selected.Length}"));
            console.Line(FormattableString.Invariant($"reserves {result.Reserves.Length}"));
            return ExitCode.Done;
        });
        return command;
    }
}
