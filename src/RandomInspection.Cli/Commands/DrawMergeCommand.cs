using System.CommandLine;
using System.Text;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;

namespace RandomInspection.Cli.Commands;

/// <summary><c>ri draw merge</c>: the partial draws of all partitions give the result of the whole.</summary>
internal static class DrawMergeCommand
{
    public static Command Create(RiConsole console)
    {
        Option<string[]> census = PartitionCommand.Censuses(console);
        Option<string[]> partial = Options.Several("--partial", "FILE", console.Say("各分区的部分抽取（ri partition draw 或 docs/sql/partition.sql 写出），可多次", "The partial draw of every partition (as ri partition draw or docs/sql/partition.sql writes it); may be repeated"), required: true, manyPerToken: true);
        Option<string> design = Options.Design(console);
        Option<string> seed = PartitionCommand.SeedOf(console);
        Option<string> hash = Options.Hash(console);
        Option<string> target = Options.Out(console, "result.json");
        Command command = new("merge", console.Say(
            "合并各分区的部分抽取：与在一处抽取整个名单逐字节相同；缺一个、多一个、根不符均拒绝。",
            "Merges the partial draws of all partitions: byte for byte the draw of the whole frame in one place; one missing, twice or with another root is refused."))
        {
            census, partial, design, seed, hash, target,
        };
        command.SetAction(parsed =>
        {
            string output = parsed.GetRequiredValue(target), designPath = parsed.GetRequiredValue(design);
            string[] partials = parsed.GetRequiredValue(partial), censuses = parsed.GetRequiredValue(census);
            OutputFile.Check(output, [designPath, .. partials, .. censuses]);
            PartitionedFrame frame = PartitionCensus.FrameOf(PartitionCommand.ReadCensuses(censuses));
            DrawPlan plan = PartitionCommand.PlanOf(frame, designPath, parsed.GetRequiredValue(seed), parsed.GetRequiredValue(hash));
            DrawResult result = partials.Select(path => Read(path, plan)).Aggregate((a, b) => a.Merge(plan, b)).Complete(plan, frame.Partitions);
            OutputFile.Write(output, file => ResultDocument.Write(result, file));
            console.Line($"root {frame.Root(Options.Hashes, parsed.GetRequiredValue(hash))}");
            console.Line(FormattableString.Invariant($"selected {result.Selected.Count}"));
            console.Line(FormattableString.Invariant($"reserves {result.Reserves.Length}"));
            return ExitCode.Done;
        });
        return command;
    }

    private static DrawPartial Read(string path, DrawPlan plan)
    {
        byte[] bytes = InputFile.Read(path);
        return bytes.AsSpan().StartsWith("RIDP"u8) ? DrawPartial.FromBytes(bytes) : DrawPartial.FromText(Encoding.UTF8.GetString(bytes), plan);
    }
}
