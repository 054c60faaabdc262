using System.Globalization;
using RandomInspection.HostLoad;

// What the sample host answers under load beside bare endpoints on the same database, in the same run: one line a round, tab between, for eng/host-load-page.py.
if (args is not [string host, string database, string length, .. string[] only] || !int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds))
{
    Console.Error.WriteLine("Usage: RandomInspection.HostLoad HOST DATABASE SECONDS [WHAT …]");
    return 1;
}

const int Rounds = 5;
await using BareHost bare = await BareHost.StartAsync(database);
Uri address = new(host);
List<Underway> visits = [];
foreach (string person in await Officer.EverybodyAsync(address))
{
    using Officer? officer = await Officer.SignInAsync(address, person);
    visits.AddRange(officer is null ? [] : await officer.ArriveAsync());
}

visits = [.. visits.DistinctBy(visit => visit.Visit)];
(string result, string code) = await Officer.FirstResultAsync(address);
Console.WriteLine(FormattableString.Invariant($"visits\t{visits.Count}"));
Scripts scripts = new(Path.GetDirectoryName(Path.GetFullPath(database))!);
WrkLoad[] loads =
[
    new("bare read", new(bare.Address, $"/read/{result}")),
    new("one disclosure", new(address, $"/results.json?q={code}")),
    new("one disclosure, made anew", new(address, $"/results.json?q={code}&lang=zh")), // a choice of language is never kept
    new("one disclosure's page", new(address, $"/results/{result}")),
    new("bare list", new(bare.Address, "/list")),
    new("public list page", new(address, "/results")),
    new("public list page, made anew", new(address, "/results?lang=zh")),
    new("bare insert", bare.Address, await scripts.InsertAsync()),
    new("entering a result", address, await scripts.OperationAsync(visits)),
    new("entering a result by the form", address, await scripts.FormAsync(visits)),
];
loads = [.. loads.Where(load => only.Length == 0 || only.Contains(load.What))];
Wrk warm = new(2);
foreach (WrkLoad load in loads)
{
    await warm.RunAsync(load);
}

Wrk wrk = new(seconds);
for (int round = 0; round < Rounds; round++)
{
    foreach (WrkLoad load in loads)
    {
        Wrk.Outcome outcome = await wrk.RunAsync(load);
        Console.WriteLine(FormattableString.Invariant($"round\t{load.What}\t{outcome.PerSecond:0.0}\t{outcome.Middle:0.000}\t{outcome.Slow:0.000}\t{outcome.Refused}"));
    }
}

return 0;
