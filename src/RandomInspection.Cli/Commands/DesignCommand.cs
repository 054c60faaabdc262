using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using RandomInspection.Drawing;

namespace RandomInspection.Cli.Commands;

/// <summary><c>ri design</c>: a design made from policy, with a basis that says the rule and its source.</summary>
internal static class DesignCommand
{
    public static Command Create(RiConsole console) =>
        new("design", console.Say(
            "按规则制成抽取方案：按类别比例，或按违法率分配总数。给出上限、下限时据此缩放。",
            "Makes a design from policy: rates by class, or a total allocated by violation rates; scaled where a cap or a floor is given."))
        {
            Rates(console),
            Neyman(console),
            Power(console),
        };

    private static Command Rates(RiConsole console)
    {
        Command command = new("rates", console.Say("按信用类别的比例：A 1%、B 2%、C 10%、D 30%（河南 2021）。", "Rates by credit class: A 1 %, B 2 %, C 10 %, D 30 % (Henan 2021)."));
        Shared shared = new(console, command);
        command.SetAction(parsed => shared.Run(parsed, (frame, bounds) =>
        {
            int minimum = shared.Minimum(parsed, least: 0);
            DrawDesign asked = DesignPolicy.Rates(RateTable.Henan2021, minimum == 0 ? null : minimum, shared.Reserves(parsed));
            return (bounds.Check(new DrawEngine().Expect(frame.Cells, asked)), LimitScaling.Apply(bounds, frame.Cells, asked));
        }));
        return command;
    }

    private static Command Neyman(RiConsole console) => Allocated(
        console,
        new Command("neyman", console.Say(
            "内曼分配：使总体估计最精确的整数最优解（Wright 2017）。",
            "Neyman's allocation: the exact optimum in integers for the most precise total (Wright 2017).")),
        static _ => AllocationRule.Neyman);

    private static Command Power(RiConsole console)
    {
        Option<string> exponent = Options.Text("--exponent", "Q", console.Say(
            "0（各层精度相近）至 1（即内曼），至多一位小数；0.5 常用", "0 (strata about equally precise) to 1 (Neyman's), one decimal at most; 0.5 is usual"));
        Command command = new("power", console.Say(
            "幂分配（Bankier 1988）：在总体精度与各层精度之间折中；整数最优解。",
            "Power allocation (Bankier 1988): between a precise total and precise strata; the exact optimum in integers."))
        {
            exponent,
        };
        return Allocated(console, command, parsed => AllocationRule.ParsePower(parsed.GetRequiredValue(exponent)));
    }

    private static Command Allocated(RiConsole console, Command command, Func<ParseResult, AllocationRule> rule)
    {
        Option<string> violations = Options.Text("--violations", "v.csv", console.Say(
            "违法率表：列 stratum、violations（违法户数）、inspected（检查户数），每层一行；从未检查的写 0、0",
            "What was found: columns stratum, violations, inspected (subjects), a row for each stratum; 0 and 0 for one never inspected"));
        Option<string> size = Options.Text("--size", "N", console.Say("总数", "The total"));
        command.Add(violations);
        command.Add(size);
        Shared shared = new(console, command);
        command.SetAction(parsed => shared.Run(parsed, (frame, bounds) =>
        {
            AllocationRule chosen = rule(parsed);
            int asked = WholeNumber.Parse(size.Name, parsed.GetRequiredValue(size));
            int minimum = shared.Minimum(parsed, least: 1), reserves = shared.Reserves(parsed);
            ImmutableArray<ViolationCount> found = ViolationFile.Read(console, parsed.GetRequiredValue(violations));
            return (
                bounds.Check(asked),
                LimitScaling.Apply(bounds, frame.Cells, asked, total => DesignPolicy.Allocate(chosen, frame.Cells, found, total, minimum, reserves)));
        }));
        return command;
    }

    /// <summary>What all three kinds ask for and do.</summary>
    private sealed class Shared
    {
        private readonly RiConsole _console;
        private readonly Option<string> _frame;
        private readonly Option<string> _minimum;
        private readonly Option<string> _reserves;
        private readonly Option<string> _out;
        private readonly LimitOptions _limits;

        public Shared(RiConsole console, Command command)
        {
            _console = console;
            _frame = Options.Frame(console);
            _minimum = Options.Text("--minimum", "N", console.Say("每层最低数；缺省 1", "Units that every stratum gets at least; 1 without it"), required: false);
            _reserves = Options.Text("--reserves", "N", console.Say("每单元格递补数；缺省 0", "Reserves for every cell; 0 without it"), required: false);
            _out = Options.Out(console, "design.json");
            command.Add(_frame);
            command.Add(_minimum);
            command.Add(_reserves);
            _limits = new LimitOptions(console, command);
            command.Add(_out);
        }

        public int Minimum(ParseResult parsed, int least) => WholeNumber.Parse(_minimum.Name, parsed.GetValue(_minimum) ?? "1", least);

        public int Reserves(ParseResult parsed) => WholeNumber.Parse(_reserves.Name, parsed.GetValue(_reserves) ?? "0");

        public int Run(ParseResult parsed, Func<Frame, LimitBounds, (ImmutableArray<LimitFinding> Findings, DrawDesign Design)> make)
        {
            (string path, string target) = (parsed.GetRequiredValue(_frame), parsed.GetRequiredValue(_out));
            OutputFile.Check(target, path);
            Frame frame = InputFile.ReadFrame(path);
            (ImmutableArray<LimitFinding> findings, DrawDesign design) = make(frame, _limits.Read(parsed, frame.Size));
            byte[] text = Encoding.UTF8.GetBytes(DesignDocument.Of(design).Text);
            OutputFile.Write(target, text);
            LimitOptions.Note(_console, findings);
            if (!findings.IsEmpty)
            {
                _console.Note("方案已据此缩放。", "The design was scaled accordingly.");
            }

            Span<byte> digest = stackalloc byte[32];
            Sha256.Instance.Hash(text, digest);
            _console.Line($"digest {Convert.ToHexStringLower(digest)}");
            return ExitCode.Done;
        }
    }
}
