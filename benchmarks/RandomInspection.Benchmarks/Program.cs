using BenchmarkDotNet.Running;
using RandomInspection.Benchmarks;

if (args is ["days"])
{
    PeerDays.Write(Console.Out);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(CalendarBenchmarks).Assembly).Run(args);
