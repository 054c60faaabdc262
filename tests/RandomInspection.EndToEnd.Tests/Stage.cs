using RandomInspection.Tests;
using RandomInspection.Tests.Browsing;
using RandomInspection.Tests.Hosting;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(Stage))]
[assembly: Parallelization(Mode = ParallelMode.None)] // one host, and few browsers

namespace RandomInspection.Tests;

/// <summary>The host, and three browsers on three desks; each test seats the people it needs.</summary>
/// <remarks>The first start makes sample data: a directory, a plan with three tasks, the first of them drawn, matched, and inspected in part, the second with a design. It exchanges with two partners, one of which is not there.</remarks>
public sealed class Stage : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ri-browsers-").FullName;
    private readonly Dictionary<string, Browser> _desks = [];

    internal RunningHost Host { get; } = new();

    /// <summary>The desk of the department: whoever works there signs in on it.</summary>
    internal Browser Office => Desk("office");

    /// <summary>The desk of the witness.</summary>
    internal Browser Witness => Desk("witness");

    /// <summary>A browser somewhere, signed out.</summary>
    internal Browser Public => Desk("public");

    /// <summary>What any browser complained about since this was last asked.</summary>
    internal string[] Complaints() => [.. _desks.SelectMany(desk => desk.Value.Complaints().Select(complaint => $"{desk.Key}: {complaint}"))];

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Missing is null)
        {
            await Host.StartAsync(StageExchange.Settings);
            await StageExchange.FillAsync(Path.Combine(Host.Data, "front.db"));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (Browser browser in _desks.Values)
        {
            browser.Dispose();
        }

        await Host.DisposeAsync();
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // A browser that is still closing writes to it; the system clears its temporary folder.
        }
    }

    private Browser Desk(string name)
    {
        Assert.SkipWhen(Chromium.Missing is not null, Chromium.Missing ?? "");
        if (!_desks.TryGetValue(name, out Browser? browser))
        {
            _desks.Add(name, browser = new Browser(Path.Combine(_folder, name), () => Host.Address));
        }

        return browser;
    }
}
