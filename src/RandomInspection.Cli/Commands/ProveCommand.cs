using System.CommandLine;
using System.Text;
using RandomInspection.Drawing;

namespace RandomInspection.Cli.Commands;

/// <summary><c>ri prove</c>: that one unit's line stands in the frame.</summary>
internal static class ProveCommand
{
    public static Command Create(RiConsole console)
    {
        Option<string> frame = Options.Frame(console);
        Option<string> key = Options.Key(console);
        Option<string> id = Options.Text("--id", "ID", console.Say("对象编号", "The unit's id"));
        Option<string> hash = Options.Hash(console);
        Command command = new("prove", console.Say(
            "打印某一对象在名单中的包含证明（JSON，RFC 9162 §2.1.3）：该行、盐值和到名单根的路径。",
            "Prints the proof that a unit's line is in the frame (JSON, RFC 9162 §2.1.3): line, salt and path to the root."))
        {
            frame, key, id, hash,
        };
        command.SetAction(parsed =>
        {
            FrameKey secret = FrameKey.Parse(parsed.GetRequiredValue(key));
            Frame units = InputFile.ReadFrame(parsed.GetRequiredValue(frame));
            string name = parsed.GetRequiredValue(hash);
            DrawEngine engine = new(Options.Hashes);
            InclusionProof proof = engine.Prove(units, secret, name, parsed.GetRequiredValue(id))
                ?? throw CliRefusals.UnitNotInFrame.Refuse(("id", parsed.GetRequiredValue(id)));
            console.Output.Write(Encoding.UTF8.GetString(ResultDocument.Write(proof, engine.Root(units, secret, name), name)));
            return ExitCode.Done;
        });
        return command;
    }
}
