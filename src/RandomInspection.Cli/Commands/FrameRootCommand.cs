using System.CommandLine;
using RandomInspection.Drawing;

namespace RandomInspection.Cli.Commands;

/// <summary><c>ri root</c>: the root of a frame file.</summary>
internal static class FrameRootCommand
{
    public static Command Create(RiConsole console)
    {
        Argument<string> frame = new("frame.tsv") { Description = console.Say("规范名单文件", "The canonical frame file") };
        Option<string> key = Options.Key(console);
        Option<string> hash = Options.Hash(console);
        Command command = new("root", console.Say("打印名单根。", "Prints the frame's root.")) { frame, key, hash };
        command.SetAction(parsed =>
        {
            FrameKey secret = FrameKey.Parse(parsed.GetRequiredValue(key));
            Frame units = InputFile.ReadFrame(parsed.GetRequiredValue(frame));
            console.Line(new DrawEngine(Options.Hashes).Root(units, secret, parsed.GetRequiredValue(hash)).Hex);
            return ExitCode.Done;
        });
        return command;
    }
}
