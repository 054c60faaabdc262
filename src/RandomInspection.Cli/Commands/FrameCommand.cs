using System.CommandLine;
using System.Security.Cryptography;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;
using RandomInspection.Frames;
using RandomInspection.Tabular;

namespace RandomInspection.Cli.Commands;

/// <summary><c>ri frame</c>: a table becomes a canonical frame file and its root.</summary>
internal static class FrameCommand
{
    public static Command Create(RiConsole console)
    {
        Argument<string> table = new("subjects.csv") { Description = console.Say("对象表：CSV 或 TSV，UTF-8 或 GB18030，首行为列名", "The table: CSV or TSV, UTF-8 or GB18030, names of columns in the first line") };
        Option<string> id = Options.Text("--id", "COL", console.Say("编号列：统一社会信用代码或载体编码", "The column of ids: credit codes or carriers' codes"));
        Option<string[]> stratum = Options.Several("--stratum", "COL[,COL…]", console.Say("层的各列，由粗到细，以“/”相连；只有一列时可直接写完整的层", "The columns of the stratum, coarse to fine, joined by \"/\"; a single one may hold the whole stratum"), required: true);
        Option<string> @class = Options.Text("--class", "COL", console.Say("信用类别列", "The column of credit classes"));
        Option<string> standing = Options.Text("--standing", "COL", console.Say("状态列：drawable 或 resting（可抽取、休整）；缺省全部可抽取", "The column of standings: drawable or resting (可抽取, 休整); without it all are drawable"), required: false);
        Option<string> key = Options.Text("--key", "HEX", console.Say("名单密钥，64 位小写十六进制；缺省新生成并打印", "The frame's key, 64 lower-case hex characters; without it one is made and printed"), required: false);
        Option<string> hash = Options.Hash(console);
        Option<string> target = Options.Out(console, "frame.tsv");
        Option<string> threads = Options.Threads(console);
        Command command = new("frame", console.Say(
            "由对象表制成规范名单文件，打印名单根（root）、户数（size）和新生成的密钥（key）。\n任何一行有误都会列出（行、列、值、代码、原因），且不写出任何内容。\n表可为任意大小；内存放不下的部分排序时写在输出目录的临时文件中。",
            "Makes a canonical frame file of a table; prints root, size and, if it made one, the key.\nEvery bad row is listed (line, column, value, code, reason), and then nothing is written.\nThe table may be of any size; what does not fit into memory is sorted in temporary files in the output's folder."))
        {
            table, id, stratum, @class, standing, key, hash, target, threads,
        };
        command.SetAction(parsed => Run(
            console,
            parsed.GetRequiredValue(table),
            (reader, sorter) => new FrameTable(
                reader,
                sorter,
                parsed.GetRequiredValue(id),
                FrameTable.Columns(reader, parsed.GetRequiredValue(stratum)),
                parsed.GetRequiredValue(@class),
                parsed.GetValue(standing)),
            parsed.GetValue(key) is { } hex ? FrameKey.Parse(hex) : null,
            Options.Hashes[parsed.GetRequiredValue(hash)],
            parsed.GetRequiredValue(target),
            Options.ThreadsOf(parsed, threads)));
        return command;
    }

    private static int Run(RiConsole console, string path, Func<TableReader, FrameSorter, FrameTable> columns, FrameKey? given, IDrawHash hash, string target, int threads)
    {
        OutputFile.Check(target, path);
        using FileStream file = InputFile.Open(path);
        using FrameSorter sorter = new(OutputFile.FolderFor(target));
        FrameTable table = console.WithProgress("读取对象表", "Reading the table", file.Length, progress =>
        {
            using TableReader reader = TableReader.Open(file, TableFormat.ForFileName(path));
            FrameTable rows = columns(reader, sorter);
            rows.Read(progress);
            return rows;
        });
        if (table.RefusedRows > 0)
        {
            Report(console, table);
            return ExitCode.BadInput;
        }

        FrameKey key = given ?? FrameKey.Of(RandomNumberGenerator.GetBytes(32));
        FrameCensus census;
        try
        {
            census = OutputFile.Write(
                target,
                written => console.WithProgress("排序", "Sorting", sorter.Count, progress =>
                {
                    sorter.Write(written, progress);
                    return true;
                }),
                written =>
                {
                    using CanonicalFrameSource source = new(written);
                    return new StreamedFrame(console, source, threads).Count(key, hash.Name);
                });
        }
        catch (InputRefusedException refused) when (refused.Refusal.Code == DrawingRefusals.DuplicateId.Code)
        {
            table.FindRepeated();
            Report(console, table);
            return ExitCode.BadInput;
        }

        console.Line($"root {census.Root}");
        console.Line(FormattableString.Invariant($"size {census.Size}"));
        if (given is null)
        {
            console.Line($"key {key.Hex}");
            console.Note("请妥善保管密钥：它使名单各行不能被猜出，只随名单交给审计人员。", "Keep the key safe: it keeps the frame's lines from being guessed; only an auditor gets it, with the frame.");
        }

        return ExitCode.Done;
    }

    private static void Report(RiConsole console, FrameTable table)
    {
        HashSet<string> advised = new(StringComparer.Ordinal);
        foreach (FrameRowFault fault in table.Faults)
        {
            console.Report(fault.Refusal, fault.Where(console.Language), withRemedy: advised.Add(fault.Refusal.Code));
        }

        if (table.Faults.Count == FrameTable.MostFaults)
        {
            console.Note($"只列出前 {FrameTable.MostFaults} 处。", $"The first {FrameTable.MostFaults} faults are listed.");
        }

        console.Report(CliRefusals.RowsRefused.With(("refused", table.RefusedRows), ("rows", table.Rows)));
    }
}
