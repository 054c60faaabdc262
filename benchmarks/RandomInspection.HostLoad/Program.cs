using System.Globalization;
using RandomInspection.HostLoad;

// What the sample host answers under load beside bare endpoints on the same database, in the same run: one line a round, tab between, for eng/host-load-page.py.
if (args is not [string host, string database, string length] || !int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds))
{
    Console.Error.WriteLine("Usage: RandomInspection.HostLoad HOST DATABASE SECONDS");
    return 1;
}

const int Rounds = 5;
await using BareHost bare = await BareHost.StartAsync(database);
Uri address = new(host);
using Officer officer = await Officer.SignInAsync(address, "chai");
string[] visits = await officer.ArriveAsync();
(string result, string code) = await Officer.FirstResultAsync(address);
Console.WriteLine(FormattableString.Invariant($"visits\t{visits.Length}"));
(string What, Uri Of, Func<int, HttpRequestMessage> Ask)[] loads =
[
    ("bare read", bare.Address, _ => new(HttpMethod.Get, $"/read/{result}")),
    ("one disclosure", address, _ => new(HttpMethod.Get, $"/results.json?q={code}")),
    ("one disclosure's page", address, _ => new(HttpMethod.Get, $"/results/{result}")),
    ("bare list", bare.Address, _ => new(HttpMethod.Get, "/list")),
    ("public list page", address, _ => new(HttpMethod.Get, "/results")),
    ("bare insert", bare.Address, i => new(HttpMethod.Post, $"/insert/{i}")),
    ("entering a result", address, i => officer.Result(visits[i % visits.Length], i)),
];
foreach ((string what, Uri of, Func<int, HttpRequestMessage> ask) in loads)
{
    await Load.RunAsync(of, ask, officer, TimeSpan.FromSeconds(1)); // warm
}

for (int round = 0; round < Rounds; round++)
{
    foreach ((string what, Uri of, Func<int, HttpRequestMessage> ask) in loads)
    {
        Load.Outcome outcome = await Load.RunAsync(of, ask, officer, TimeSpan.FromSeconds(seconds));
        Console.WriteLine(FormattableString.Invariant($"round\t{what}\t{outcome.PerSecond:0.0}\t{outcome.Middle.TotalMilliseconds:0.000}\t{outcome.Slow.TotalMilliseconds:0.000}\t{outcome.Refused}"));
    }
}

return 0;
