using RandomInspection.Durability;

// host PROVIDER CONNECTION NAME SECONDS: a host under load, which says what was acknowledged. It is there to be killed.
// crash WHAT ROUNDS: kills it or what it stands on, and looks at what is left. Ends with 1 if anything is missing, doubled or half done.
switch (args)
{
    case ["host", string provider, string connection, string name, string seconds]:
        await using (Store store = await Store.OpenAsync(provider, connection))
        {
            await new Load(store, name, Console.Out).RunAsync(TimeSpan.FromSeconds(int.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture)));
        }

        return 0;
    case ["crash", string what, string rounds] when Crashes.Find(what) is { } crash:
        CrashReport report = await crash(int.Parse(rounds, System.Globalization.CultureInfo.InvariantCulture));
        Console.WriteLine(report.Row);
        foreach (string problem in report.Problems.Take(20))
        {
            Console.Error.WriteLine(problem);
        }

        return report.Problems.Count == 0 ? 0 : 1;
    default:
        Console.Error.WriteLine($"Usage: RandomInspection.Durability host PROVIDER CONNECTION NAME SECONDS | crash {string.Join('|', Crashes.Names)} ROUNDS");
        return 2;
}
