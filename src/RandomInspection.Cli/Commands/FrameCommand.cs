using System.CommandLine;
using System.Security.Cryptography;
using RandomInspection.Drawing;
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
        Command command = new("frame", console.Say(
            "由对象表制成规范名单文件，打印名单根（root）、户数（size）和新生成的密钥（key）。\n任何一行有误都会列出（行、列、值、代码、原因），且不写出任何内容。",
            "Makes a canonical frame file of a table; prints root, size and, if it made one, the key.\nEvery bad row is listed (line, column, value, code, reason), and then nothing is written."))
        {
            table, id, stratum, @class, standing, key, hash, target,
        };
        command.SetAction(parsed => Run(
            console,
            parsed.GetRequiredValue(table),
            reader => new FrameTable(
                reader,
                parsed.GetRequiredValue(id),
                FrameTable.Columns(reader, parsed.GetRequiredValue(stratum)),
                parsed.GetRequiredValue(@class),
                parsed.GetValue(standing)),
            parsed.GetValue(key) is { } hex ? FrameKey.Parse(hex) : null,
            Options.Hashes[parsed.GetRequiredValue(hash)],
            parsed.GetRequiredValue(target)));
        return command;
    }

    private static int Run(RiConsole console, string path, Func<TableReader, FrameTable> columns, FrameKey? given, IDrawHash hash, string target)
    {
        OutputFile.Check(target, path);
        byte[] bytes = InputFile.Read(path);
        FrameTable table = console.WithProgress("读取对象表", "Reading the table", bytes.Length, progress =>
        {
            using TableReader reader = TableReader.Open(bytes, TableFormat.ForFileName(path));
            FrameTable rows = columns(reader);
            rows.Read(progress);
            return rows;
        });
        if (table.Faults.Count > 0)
        {
            Report(console, table);
            return ExitCode.BadInput;
        }

        Frame frame = Frame.Of(table.Units);
        FrameKey key = given ?? FrameKey.Of(RandomNumberGenerator.GetBytes(32));
        Digest root = new DrawEngine(Options.Hashes).Root(frame, key, hash.Name);
        OutputFile.Write(target, FrameFile.Write(frame));
        console.Line($"root {root}");
        console.Line(FormattableString.Invariant($"size {frame.Size}"));
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

        console.Report(CliRefusals.RowsRefused.With(("refused", table.RefusedRows), ("rows", table.Rows)));
    }
}
