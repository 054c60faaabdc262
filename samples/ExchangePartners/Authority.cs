using System.Collections.Immutable;
using NodaTime;
using RandomInspection;
using RandomInspection.Calendars;
using RandomInspection.Disclosure;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.Exchange;
using RandomInspection.Ledger;

namespace ExchangePartners;

/// <summary>The city's side: it publishes, and sends what it has published.</summary>
internal static class Authority
{
    private const int Together = 1000;

    /// <summary>Publishes so many things about so many subjects in a store of its own.</summary>
    public static async Task<int> PublishAsync(string folder, int count, int subjects)
    {
        ServiceCollection services = new();
        services.AddSide(folder, Sides.Authority(1, isFast: false));
        await using ServiceProvider provider = services.BuildServiceProvider();
        await provider.MigrateAsync(CancellationToken.None);
        ILedger ledger = provider.GetRequiredService<ILedger>();
        Publications publications = provider.GetRequiredService<Publications>();
        Instant at = Instant.FromUtc(2026, 11, 23, 1, 0);
        for (long last = await publications.LastAsync(CancellationToken.None); last < count; last += Together)
        {
            ImmutableArray<Disclosed> some =
            [
                .. Enumerable.Range((int)last, (int)Math.Min(Together, count - last)).Select(i => new Disclosed(
                    $"draw-D2026-{i:000000}", DisclosureOccasion.ListDrawn, $"D2026-{i % subjects:000000}", $"抽取结果 {i}", "market", "portal", at + Duration.FromSeconds(i))),
            ];
            long first = last + 1;
            await ledger.CommitAsync(
                new LedgerCommit(
                    Actor.System,
                    at,
                    null,
                    [new StreamAppend(Publications.Stream, (int)last, [.. some.Select(DomainEvents.Codec.Encode)])],
                    [.. some.Select((one, i) => DisclosedView.Of(first + i, one))]),
                CancellationToken.None);
        }

        Console.WriteLine($"published {await publications.LastAsync(CancellationToken.None)}");
        return 0;
    }

    /// <summary>Sends until it is stopped; every second it says how it stands.</summary>
    public static async Task<int> SendAsync(string folder, int port, string[] rest)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSide(folder, Sides.Authority(port, rest.Contains("fast")));
        using IHost host = builder.Build();
        await host.StartAsync();
        OutTable table = host.Services.GetRequiredService<OutTable>();
        long all = await host.Services.GetRequiredService<Publications>().LastAsync(CancellationToken.None);
        using PeriodicTimer second = new(TimeSpan.FromSeconds(1));
        IHostApplicationLifetime lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();
        while (!lifetime.ApplicationStopping.IsCancellationRequested && await second.WaitForNextTickAsync())
        {
            OutFigures figures = await table.FiguresAsync(Sides.ProvinceId, CancellationToken.None);
            Console.WriteLine($"sent {figures.Sent} waiting {figures.Waiting} dead {figures.Dead} of {all}");
            if (figures.Sent == all)
            {
                Console.WriteLine("all sent");
                break;
            }
        }

        await host.StopAsync();
        return 0;
    }

    /// <summary>Fetches until it is stopped; every second it says how it stands.</summary>
    public static async Task<int> FetchAsync(string folder, int port)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSide(folder, Sides.City(port));
        using IHost host = builder.Build();
        await host.Services.MigrateAsync(CancellationToken.None);
        await host.StartAsync();
        InTable table = host.Services.GetRequiredService<InTable>();
        using PeriodicTimer second = new(TimeSpan.FromSeconds(1));
        CancellationToken stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        while (!stopping.IsCancellationRequested && await second.WaitForNextTickAsync())
        {
            Console.WriteLine($"taken in {(await table.FiguresAsync(Sides.ProvinceId, CancellationToken.None)).Taken}");
        }

        await host.StopAsync();
        return 0;
    }
}
