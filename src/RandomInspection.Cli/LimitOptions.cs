using System.Collections.Immutable;
using System.CommandLine;
using RandomInspection.Calendars;
using RandomInspection.Drawing;

namespace RandomInspection.Cli;

/// <summary>The options that say a cap and a floor.</summary>
internal sealed class LimitOptions
{
    private const string NotStated = "未注明 not stated";

    private readonly RiConsole _console;
    private readonly Option<string> _cap;
    private readonly Option<string> _capSource;
    private readonly Option<string> _floor;
    private readonly Option<string> _floorSource;
    private readonly Option<string> _item;
    private readonly Option<string> _year;
    private readonly Option<string> _directory;
    private readonly Option<string> _population;
    private readonly Option<string> _drawn;

    /// <summary>Adds the options to a command.</summary>
    public LimitOptions(RiConsole console, Command command)
    {
        _console = console;
        _cap = Add("--cap", "RATE", "上限：占名录库的比例，如 0.2（沈阳 2018）", "The cap, a share of the directory: 0.2 is Shenyang's of 2018");
        _capSource = Add("--cap-source", "TEXT", "上限的依据", "What lays down the cap");
        _floor = Add("--floor", "RATE", "下限：占当年总体的比例，如 0.03（工商总局令第67号）；须另给 --item 与 --year", "The floor, a share of the year's population: 0.03 is that of order 67; needs --item and --year");
        _floorSource = Add("--floor-source", "TEXT", "下限的依据", "What lays down the floor");
        _item = Add("--item", "CODE", "下限适用的事项", "The item that the floor is for");
        _year = Add("--year", "YEAR", "下限适用的年度", "The year that the floor is for");
        _directory = Add("--directory", "N", "名录库在册户数；缺省为名单的户数", "Active subjects in the directory; without it the frame's size");
        _population = Add("--population", "N", "下限所依的当年总体；缺省为 --directory", "The year's population that the floor is a share of; without it --directory");
        _drawn = Add("--drawn", "N", "当年该事项已抽的户数，计入下限", "Units drawn for the item earlier in the year; they count toward the floor");

        Option<string> Add(string name, string helpName, string chinese, string english)
        {
            Option<string> option = Options.Text(name, helpName, console.Say(chinese, english), required: false);
            command.Add(option);
            return option;
        }
    }

    /// <summary>The cap and the floor that the command line says, in units.</summary>
    /// <exception cref="InputRefusedException">A value is malformed (RI1224, RI1228, RI9101), or the floor is above the cap (RI1223).</exception>
    public LimitBounds Read(ParseResult parsed, long frameSize)
    {
        string? item = parsed.GetValue(_item), year = parsed.GetValue(_year), floor = parsed.GetValue(_floor);
        if (floor is null ? item is not null || year is not null : item is null || year is null)
        {
            throw CliRefusals.Usage.Refuse(
                ("detail", _console.Say("--floor、--item 与 --year 须同时给出：下限只对一个事项、一个年度。", "--floor, --item and --year go together: a floor is for one item and one year.")),
                ("command", CommandLineFaults.PathOf(parsed.CommandResult)));
        }

        DrawCap[] caps = parsed.GetValue(_cap) is { } cap ? [new DrawCap(RateText.Parse(cap), Source(_capSource, cap, DrawCap.Shenyang2018.RateNano, DrawCap.Shenyang2018.Source))] : [];
        int inYear = Number(_year, 0);
        DrawFloor[] floors = floor is null ? [] : [new DrawFloor(item!, inYear, RateText.Parse(floor), Source(_floorSource, floor, 30_000_000, DrawFloor.Order67))];
        long directory = parsed.GetValue(_directory) is null ? frameSize : Number(_directory, 0);
        return new DesignLimits(caps, floors).For(new LimitScope(directory, item is null ? [] : [item], inYear, parsed.GetValue(_population) is null ? directory : Number(_population, 0))
        {
            DrawnBefore = ImmutableSortedDictionary<string, long>.Empty.Add(item ?? "", Number(_drawn, 0)),
        });

        int Number(Option<string> option, int otherwise) => parsed.GetValue(option) is { } text ? WholeNumber.Parse(option.Name, text) : otherwise;

        LegalBasis Source(Option<string> option, string rate, int known, LegalBasis source) =>
            parsed.GetValue(option) is { Length: > 0 } text ? new LegalBasis(text)
            : RateText.Parse(rate) == known ? source
            : new LegalBasis(NotStated);
    }

    /// <summary>Says on standard error what a design does to the limits.</summary>
    public static void Note(RiConsole console, ImmutableArray<LimitFinding> findings)
    {
        foreach (LimitFinding finding in findings)
        {
            console.Note($"注意：{finding.Text(Language.Chinese)}", $"Note: {finding.Text(Language.English)}");
        }
    }
}
