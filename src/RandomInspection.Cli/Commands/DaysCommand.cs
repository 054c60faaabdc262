using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using RandomInspection.Drawing;
using RandomInspection.Inspections;

namespace RandomInspection.Cli.Commands;

/// <summary><c>ri days</c>: the days that could be drawn and the match's seed give the day of each visit.</summary>
internal static class DaysCommand
{
    public static Command Create(RiConsole console)
    {
        Option<string> days = Options.Text("--days", "days.json", console.Say("匹配冻结时的候选日期", "The days that could be drawn, as the match froze them"));
        Option<string> seed = Options.Text("--seed", "HEX", console.Say("匹配自己的种子，64 位小写十六进制", "The match's own seed, 64 lower-case hex characters"));
        Option<string> target = Options.Text("--out", "drawn.json", console.Say("结果写到哪个文件", "The file for the result"), required: false);
        Command command = new("days", console.Say("由候选日期与种子算出每次检查抽定的检查日并打印。", "Prints the day of each visit that the days and the seed make.")) { days, seed, target };
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(days);
            string? output = parsed.GetValue(target);
            if (output is not null)
            {
                OutputFile.Check(output, path);
            }

            string hex = Seed.Parse(parsed.GetRequiredValue(seed)).Hex;
            ImmutableSortedDictionary<string, LocalDate> drawn = Read(path).DrawnBy(hex);
            foreach ((string visit, LocalDate day) in drawn)
            {
                console.Line($"{visit} {LocalDatePattern.Iso.Format(day)}");
            }

            if (output is not null)
            {
                OutputFile.Write(output, JsonSerializer.SerializeToUtf8Bytes(
                    new Document("random-inspection-visit-days/1", hex, drawn.ToImmutableSortedDictionary(d => d.Key, d => LocalDatePattern.Iso.Format(d.Value), StringComparer.Ordinal)), JsonSerializerOptions.Web));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static VisitDays Read(string path)
    {
        try
        {
            VisitDays days = VisitDays.Read(InputFile.Read(path));
            return days.Windows.Keys.FirstOrDefault(visit => days.For(visit).IsEmpty) is { } without ? throw CliRefusals.MalformedDays.Refuse(("file", path), ("detail", without)) : days;
        }
        catch (JsonException malformed)
        {
            throw CliRefusals.MalformedDays.Refuse(("file", path), ("detail", malformed.Message));
        }
    }

    private sealed record Document(string Specification, string Seed, ImmutableSortedDictionary<string, string> Days);
}
