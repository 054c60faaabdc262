using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Serialization;
using Orleans.Serialization.Serializers;
using Orleans.TestingHost;
using RandomInspection.BouncyCastle;
using RandomInspection.Drawing;
using RandomInspection.Orleans;

namespace RandomInspection.Tests;

/// <summary>Silos in this process over a folder of partitions and sources of the test's own.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ri-cluster-").FullName;

    private Cluster(InProcessTestCluster silos) => Silos = silos;

    public InProcessTestCluster Silos { get; }

    public ClusterDraw Draws => Silos.Client.ServiceProvider.GetRequiredService<ClusterDraw>();

    /// <summary>The folder that silos know as <c>frames</c>.</summary>
    public string Folder => _folder;

    public static string StorageKey { get; } = new('e', 64);

    public static DrawHashes Hashes { get; } = new([Sm3.Instance]);

    /// <summary>Starts a cluster.</summary>
    /// <param name="silos">How many silos.</param>
    /// <param name="sources">What each silo can read besides the folder, by its name.</param>
    /// <param name="storage">Where draws are kept, if they are to outlive it.</param>
    /// <param name="configure">How patient it is.</param>
    /// <param name="services">What else each silo has.</param>
    public static async Task<Cluster> StartAsync(
        short silos, Action<string, PartitionSources>? sources = null, SharedStorage? storage = null, Action<ClusterDrawOptions>? configure = null, Action<IServiceCollection>? services = null)
    {
        storage ??= new SharedStorage();
        InProcessTestClusterBuilder builder = new(silos);
        string? folder = null;
        builder.ConfigureSilo((options, silo) =>
        {
            silo.AddDraws(
                named =>
                {
                    named.AddFolder("frames", folder!);
                    sources?.Invoke(options.SiloName, named);
                },
                draws =>
                {
                    draws.StorageKeys.Add(StorageKey);
                    draws.KeepPeriod = TimeSpan.FromMilliseconds(200);
                    draws.LostAfter = TimeSpan.FromSeconds(30);
                    configure?.Invoke(draws);
                });
            silo.Services.AddSingleton(Hashes);
            services?.Invoke(silo.Services);
            silo.Services.AddKeyedSingleton("random-inspection", (services, _) =>
                storage.Of(services.GetRequiredService<Serializer>(), services.GetRequiredService<IActivatorProvider>()));
            silo.Configure<ClusterMembershipOptions>(membership =>
            {
                membership.ProbeTimeout = TimeSpan.FromMilliseconds(500);
                membership.NumMissedProbesLimit = 2;
                membership.TableRefreshTimeout = TimeSpan.FromSeconds(1);
            });
        });
        builder.ConfigureClient(client =>
        {
            client.Services.AddSingleton(Hashes);
            client.AddDraws(draws => configure?.Invoke(draws));
        });
        Cluster cluster = new(builder.Build());
        folder = cluster._folder;
        await cluster.Silos.DeployAsync();
        return cluster;
    }

    /// <summary>Lays a part of a frame into the folder and says what silos call it.</summary>
    public string Lay(string name, IEnumerable<FrameUnit> units)
    {
        File.WriteAllText(Path.Combine(_folder, name), string.Concat(units.Select(unit => $"{unit}\n")));
        return $"frames/{name}";
    }

    public async ValueTask DisposeAsync()
    {
        await Silos.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
