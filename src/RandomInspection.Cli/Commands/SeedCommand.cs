using System.CommandLine;
using RandomInspection.Drawing;

namespace RandomInspection.Cli.Commands;

/// <summary><c>ri seed</c>: the parties' values give the seed.</summary>
internal static class SeedCommand
{
    public static Command Create(RiConsole console)
    {
        Option<string> opening = Options.Opening(console);
        Option<string[]> contribution = Options.Several("--contribution", "PARTY:KIND:VALUEHEX", console.Say(
            "各方的值：参与方:类型:十六进制；类型为 committed、public 或 system；次序不限，被剔除的不写",
            "The parties' values, in any order, the struck ones left out; the kind is committed, public or system"), required: true, manyPerToken: true);
        Command command = new("seed", console.Say("由开启文件与各方的值算出种子并打印。", "Prints the seed that the opening and the parties' values make.")) { opening, contribution };
        command.SetAction(parsed =>
        {
            Opening read = Opening.Parse(InputFile.Read(parsed.GetRequiredValue(opening)));
            Contribution[] values = [.. parsed.GetRequiredValue(contribution).Select(Read)];
            Seed seed = SeedText.Seed(read, values, Options.Hashes[read.Hash]);
            string[] contributing = [.. values.Select(value => value.Party)];
            string[] struck = [.. read.Parties.Select(party => party.Party).Except(contributing)];
            if (struck.Length > 0)
            {
                string names = string.Join(", ", struck);
                console.Note($"未计入（视为剔除）：{names}", $"Left out, as struck: {names}");
            }

            if (SeedAssurance.Of(read, contributing) == Assurance.Witnessed)
            {
                console.Note("见证程度：witnessed（有见证）", "Assurance: witnessed");
            }
            else
            {
                console.Note("见证程度：operator（仅凭经办部门）", "Assurance: operator");
            }

            console.Line(seed.Hex);
            return ExitCode.Done;
        });
        return command;
    }

    private static Contribution Read(string text) => text.Split(':') is [{ Length: > 0 } party, var kind, var value] && KindOf(kind) is { } known
        ? new Contribution(party, known, value)
        : throw CliRefusals.MalformedContribution.Refuse(("contribution", text));

    private static ContributionKind? KindOf(string word)
    {
        foreach (ContributionKind kind in Enum.GetValues<ContributionKind>())
        {
            if (kind.Word() == word)
            {
                return kind;
            }
        }

        return null;
    }
}
