using System.CommandLine;
using System.Globalization;
using System.Text;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;
using RandomInspection.Frames;

namespace RandomInspection.Cli.Commands;

/// <summary><c>ri partition</c>: a frame that is kept in several places; each place sends a few lines.</summary>
internal static class PartitionCommand
{
    public static Command Create(RiConsole console) => new("partition", console.Say(
        "名单分存各地时：各地清点（count）、合成名单根（root）、给出各单元格所需票数（plan）、各地抽取（draw），再由 ri draw merge 合并。",
        "A frame kept in several places: each counts (count), the root of all (root), tickets wanted of each cell (plan), each draws (draw); ri draw merge puts them together."))
    {
        Count(console), Root(console), Plan(console), Draw(console),
    };

    public static Option<string[]> Censuses(RiConsole console) =>
        Options.Several("--census", "FILE", console.Say("各分区的清点文件，缺一不可，可多次", "The census of every partition; may be repeated"), required: true, manyPerToken: true);

    public static PartitionCensus[] ReadCensuses(IEnumerable<string> paths) => [.. paths.Select(path => PartitionCensus.Parse(InputFile.ReadText(path)))];

    private static Command Count(RiConsole console)
    {
        Argument<string> frame = FrameOf(console);
        Option<string> name = Options.Text("--name", "NAME", console.Say("分区名称，如 沈阳", "The partition's name, for example 沈阳"));
        Option<string> rule = Options.Text("--rule", "RULE", console.Say("哪些编号属于它：2:2101（第 2 位起为 2101，位置从 0 起）或 \"2101 .. 2102\"", "Which ids belong to it: 2:2101 (characters at a place, from 0) or \"2101 .. 2102\""));
        Option<string> key = Options.Key(console);
        Option<string> hash = Options.Hash(console);
        Option<string> target = Options.Out(console, "census");
        Option<string> threads = Options.Threads(console);
        Command command = new("count", console.Say("清点一个分区：写出根、户数与各单元格计数，逐户核对规则。", "Counts a partition: writes root, size and counts; every unit is held to the rule.")) { frame, name, rule, key, hash, target, threads };
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(frame), output = parsed.GetRequiredValue(target);
            OutputFile.Check(output, path);
            PartitionRule held = PartitionRule.Parse(parsed.GetRequiredValue(rule));
            string called = new FramePartition(parsed.GetRequiredValue(name), Digest.Of(new byte[32]), 0).Name;
            FrameKey secret = FrameKey.Parse(parsed.GetRequiredValue(key));
            int workers = Options.ThreadsOf(parsed, threads);
            using CanonicalFrameSource units = InputFile.OpenFrame(path);
            FrameCensus census = new StreamedFrame(console, units, workers).CountPartition(held, secret, parsed.GetRequiredValue(hash));
            OutputFile.Write(output, Encoding.UTF8.GetBytes(new PartitionCensus(called, held, census).ToText()));
            console.Line($"root {census.Root}");
            console.Line(FormattableString.Invariant($"size {census.Size}"));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Root(RiConsole console)
    {
        Option<string[]> census = Censuses(console);
        Option<string> hash = Options.Hash(console);
        Command command = new("root", console.Say("全部分区的名单根与户数，开启文件承诺的即是它；规则可能重叠的被拒绝。", "Root and size of all partitions, which the opening commits to; rules that could overlap are refused.")) { census, hash };
        command.SetAction(parsed =>
        {
            PartitionedFrame all = PartitionCensus.FrameOf(ReadCensuses(parsed.GetRequiredValue(census)));
            console.Line($"root {all.Root(Options.Hashes, parsed.GetRequiredValue(hash))}");
            console.Line(FormattableString.Invariant($"size {all.Size}"));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Plan(RiConsole console)
    {
        Option<string[]> census = Censuses(console);
        Option<string> design = Options.Design(console);
        Option<string> seed = SeedOf(console);
        Option<string> target = Options.Out(console, "plan.tsv");
        Command command = new("plan", console.Say("供只用 PostgreSQL 的地方：写出各单元格所需票数，打印方案摘要。", "For places with PostgreSQL alone: writes how many tickets are wanted of each cell and prints the plan's digest.")) { census, design, seed, target };
        command.SetAction(parsed =>
        {
            string output = parsed.GetRequiredValue(target), designPath = parsed.GetRequiredValue(design);
            OutputFile.Check(output, [designPath, .. parsed.GetRequiredValue(census)]);
            DrawPlan plan = PlanOf(PartitionCensus.FrameOf(ReadCensuses(parsed.GetRequiredValue(census))), designPath, parsed.GetRequiredValue(seed), Sha256.Instance.Name);
            StringBuilder lines = new();
            foreach ((CellExpectation cell, int wanted) in plan.Cells.Zip(plan.WantedPerCell))
            {
                string stratum = cell.Count.Cell.Stratum.Text.Replace("\\", "\\\\", StringComparison.Ordinal); // as COPY reads it
                lines.Append(CultureInfo.InvariantCulture, $"{stratum}\t{cell.Count.Cell.Class.Replace("\\", "\\\\", StringComparison.Ordinal)}\t{wanted}\n");
            }

            OutputFile.Write(output, Encoding.UTF8.GetBytes(lines.ToString()));
            console.Line($"plan {plan.Digest}");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Draw(RiConsole console)
    {
        Argument<string> frame = FrameOf(console);
        Option<string> name = Options.Text("--name", "NAME", console.Say("分区名称，须在清点文件之中", "The partition's name, one of the censuses"));
        Option<string> key = Options.Key(console);
        Option<string[]> census = Options.Several("--census", "FILE", console.Say("各分区的清点文件，缺一不可，可多次", "The census of every partition; may be repeated"), required: true);
        Option<string> design = Options.Design(console);
        Option<string> seed = SeedOf(console);
        Option<string> hash = Options.Hash(console);
        Option<string> target = Options.Out(console, "partial");
        Option<string> threads = Options.Threads(console);
        Command command = new("draw", console.Say("一个分区的部分抽取：先重新清点，根与清点文件不符即拒绝。", "A partition's partial draw: counted again first, and refused where its root is not the census'.")) { frame, name, key, census, design, seed, hash, target, threads };
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(frame), output = parsed.GetRequiredValue(target), called = parsed.GetRequiredValue(name), designPath = parsed.GetRequiredValue(design);
            OutputFile.Check(output, [path, designPath, .. parsed.GetRequiredValue(census)]);
            PartitionCensus[] all = ReadCensuses(parsed.GetRequiredValue(census));
            PartitionedFrame whole = PartitionCensus.FrameOf(all);
            PartitionCensus own = all.FirstOrDefault(one => one.Name == called) ?? throw ScaleRefusals.PartitionMissing.Refuse(("name", called), ("count", 1));
            string named = parsed.GetRequiredValue(hash);
            DrawPlan plan = PlanOf(whole, designPath, parsed.GetRequiredValue(seed), named);
            int workers = Options.ThreadsOf(parsed, threads);
            using CanonicalFrameSource units = InputFile.OpenFrame(path);
            StreamedFrame streamed = new(console, units, workers);
            FrameCensus found = streamed.CountPartition(own.Rule, FrameKey.Parse(parsed.GetRequiredValue(key)), named);
            if (found.Root != own.Census.Root || found.Size != own.Census.Size)
            {
                throw ScaleRefusals.OtherPartition.Refuse(("name", called), ("found", found.Root), ("expected", own.Census.Root));
            }

            DrawPartial partial = streamed.DrawPartition(called, found, plan);
            byte[] bytes = partial.ToBytes();
            OutputFile.Write(output, bytes);
            console.Line(FormattableString.Invariant($"tickets {partial.Cells.Sum(cell => cell.Smallest.Count)}"));
            console.Line(FormattableString.Invariant($"bytes {bytes.Length}"));
            return ExitCode.Done;
        });
        return command;
    }

    public static DrawPlan PlanOf(PartitionedFrame frame, string designPath, string seed, string hash) =>
        DrawPlan.Of(Options.Hashes, frame.Cells, DesignDocument.Parse(InputFile.Read(designPath)).Design, Seed.Parse(seed), hash);

    public static Option<string> SeedOf(RiConsole console) =>
        Options.Text("--seed", "HEX", console.Say("种子，64 位小写十六进制（ri seed 打印）", "The seed, 64 lower-case hex characters (as ri seed prints it)"));

    private static Argument<string> FrameOf(RiConsole console) => new("frame.tsv") { Description = console.Say("该分区的规范名单文件", "The partition's canonical frame file") };
}
