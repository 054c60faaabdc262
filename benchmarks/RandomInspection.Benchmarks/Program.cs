using BenchmarkDotNet.Running;
using RandomInspection.Benchmarks;
using RandomInspection.Benchmarks.Scale;

switch (args)
{
    case ["days"]:
        PeerDays.Write(Console.Out);
        break;
    case ["match", string size, string what]:
        MatchAgreement.Measure(size, what, Console.Out);
        break;
    case ["scale" or "scale-peers", ..]:
        return ScaleCommand.Run(args[0], args.AsSpan(1), Console.Out, Console.Error);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(CalendarBenchmarks).Assembly).Run(args);
        break;
}

return 0;
