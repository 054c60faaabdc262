using System.CommandLine;
using RandomInspection.Drawing;
using RandomInspection.Frames;

namespace RandomInspection.Cli.Commands;

/// <summary><c>ri root</c>: the root of a frame file.</summary>
internal static class FrameRootCommand
{
    public static Command Create(RiConsole console)
    {
        Argument<string> frame = new("frame.tsv") { Description = console.Say("规范名单文件", "The canonical frame file") };
        Option<string> key = Options.Key(console);
        Option<string> hash = Options.Hash(console);
        Option<string> threads = Options.Threads(console);
        Command command = new("root", console.Say("打印名单根；名单文件可为任意大小。", "Prints the frame's root; the file may be of any size.")) { frame, key, hash, threads };
        command.SetAction(parsed =>
        {
            FrameKey secret = FrameKey.Parse(parsed.GetRequiredValue(key));
            int workers = Options.ThreadsOf(parsed, threads);
            using CanonicalFrameSource units = InputFile.OpenFrame(parsed.GetRequiredValue(frame));
            console.Line(new StreamedFrame(console, units, workers).Count(secret, parsed.GetRequiredValue(hash)).Root.Hex);
            return ExitCode.Done;
        });
        return command;
    }
}
