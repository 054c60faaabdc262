using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Hosting;
using RandomInspection.Orleans;

namespace Cluster;

/// <summary>A silo on loopback, and a client of the cluster.</summary>
internal static class SiloHost
{
    /// <summary>The first silo's port; each silo has two.</summary>
    public static int FirstPort { get; } = int.TryParse(Environment.GetEnvironmentVariable("RI_CLUSTER_PORT"), out int port) ? port : 11_500;

    /// <summary>The environment's variable with the key that seals what is stored, 64 hex characters.</summary>
    public const string StorageKey = "RI_CLUSTER_KEY";

    /// <summary>Runs until the process is told to end.</summary>
    public static async Task RunAsync(int number, string postgres, string folder)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        Quiet(builder);
        builder.UseOrleans(silo =>
        {
            Name(silo.Services);
            silo.Configure<SiloOptions>(options => options.SiloName = $"silo-{number}");
            silo.ConfigureEndpoints(IPAddress.Loopback, FirstPort + (2 * number), FirstPort + (2 * number) + 1);
            silo.UsePostgreSql(postgres).UseShortProbes();
            silo.AddDraws(
                sources => sources.AddFolder("frames", folder),
                draws =>
                {
                    // The silos share a machine: together they read as many partitions as it has processors, and have time to answer each other.
                    (draws.PartitionsAtOnce, draws.CallTimeout) = (1, TimeSpan.FromSeconds(2));
                    draws.StorageKeys.Add(Environment.GetEnvironmentVariable(StorageKey) ?? throw new InvalidOperationException($"{StorageKey} is not set."));
                });
        });
        await builder.Build().RunAsync();
    }

    /// <summary>A client.</summary>
    public static async Task<IHost> ConnectAsync(string postgres)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        Quiet(builder);
        builder.UseOrleansClient(client =>
        {
            Name(client.Services);
            client.UsePostgreSql(postgres).UseShortProbes().UseConnectionRetryFilter(static async (_, stop) =>
            {
                await Task.Delay(200, stop); // the first silos are on their way
                return true;
            });
            client.AddDraws(draws => draws.CallTimeout = TimeSpan.FromSeconds(1));
        });
        IHost host = builder.Build();
        await host.StartAsync();
        return host;
    }

    private static void Name(IServiceCollection services) => services.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = ("loopback", "random-inspection"));

    private static void Quiet(HostApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(options => options.SingleLine = true).SetMinimumLevel(
            Enum.TryParse(Environment.GetEnvironmentVariable("RI_CLUSTER_LOG"), out LogLevel level) ? level : LogLevel.None);
    }
}
