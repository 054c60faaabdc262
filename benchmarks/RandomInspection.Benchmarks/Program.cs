using BenchmarkDotNet.Running;
using RandomInspection.Benchmarks;

switch (args)
{
    case ["days"]:
        PeerDays.Write(Console.Out);
        break;
    case ["match", string size, string what]:
        MatchAgreement.Measure(size, what, Console.Out);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(CalendarBenchmarks).Assembly).Run(args);
        break;
}
