using BenchmarkDotNet.Running;
using RandomInspection.Benchmarks;
using RandomInspection.Benchmarks.Scale;
using RandomInspection.Benchmarks.Stores;

switch (args)
{
    case ["days"]:
        PeerDays.Write(Console.Out);
        break;
    case ["match", string size, string what]:
        MatchAgreement.Measure(size, what, Console.Out);
        break;
    case ["ledger", string seconds]:
        await LedgerSpeed.MeasureAsync(TimeSpan.FromSeconds(int.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture)), Console.Out);
        break;
    case ["merge", string database, string subjects]:
        await MergeSpeed.MeasureAsync(database, int.Parse(subjects, System.Globalization.CultureInfo.InvariantCulture), Console.Out);
        break;
    case ["scale" or "scale-peers", ..]:
        return ScaleCommand.Run(args[0], args.AsSpan(1), Console.Out, Console.Error);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(CalendarBenchmarks).Assembly).Run(args);
        break;
}

return 0;
