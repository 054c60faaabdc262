using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Configuration;
using Orleans.Runtime.MembershipService.SiloMetadata;
using RandomInspection.Drawing;
using RandomInspection.Orleans.Grains;
using RandomInspection.Orleans.Sources;

namespace RandomInspection.Orleans;

/// <summary>Adds draws to a silo or to a client.</summary>
public static class ClusterBuilderExtensions
{
    /// <summary>A silo that reads partitions. It needs a grain storage named <c>random-inspection</c>: <c>UsePostgreSql</c> brings one.</summary>
    /// <param name="silo">The silo.</param>
    /// <param name="sources">Names what it can read.</param>
    /// <param name="configure">How patient it is, and how much it may use.</param>
    public static ISiloBuilder AddDraws(this ISiloBuilder silo, Action<PartitionSources> sources, Action<ClusterDrawOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(silo);
        ArgumentNullException.ThrowIfNull(sources);
        PartitionSources named = new();
        sources(named);
        silo.UseSiloMetadata(new Dictionary<string, string> { [PartitionPlacement.Sources] = string.Join('\n', named.Names) });
        silo.Services.AddPlacementDirector<PartitionPlacement, PartitionPlacementDirector>();
        silo.Services.AddSingleton(named);
        silo.Services.AddSingleton<PartitionWorkers>();
        silo.Services.AddSingleton<DrawSeal>();
        silo.Services.TryAddSingleton(new PartialThinning(static (partial, plan) => partial.Below(plan)));
        silo.Services.AddHostedService<DrawKeeper>();
        silo.Services.AddDraws(configure);
        return silo;
    }

    /// <summary>A client that begins draws and follows them.</summary>
    /// <param name="client">The client.</param>
    /// <param name="configure">How patient it is.</param>
    public static IClientBuilder AddDraws(this IClientBuilder client, Action<ClusterDrawOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        client.Services.AddDraws(configure);
        return client;
    }

    /// <summary>Draws the host's tasks on its cluster; the host is a silo of it, or a client.</summary>
    /// <param name="inspection">The host.</param>
    /// <param name="partitions">In how many partitions a frame is read, 1 or more; best some for each silo.</param>
    public static RandomInspectionBuilder UseClusterDraws(this RandomInspectionBuilder inspection, int partitions = 8)
    {
        ArgumentNullException.ThrowIfNull(inspection);
        ArgumentOutOfRangeException.ThrowIfLessThan(partitions, 1);
        inspection.Services.TryAddSingleton<ITaskDraws>(services => new ClusterTaskDraws(services.GetRequiredService<ClusterDraw>(), services.GetRequiredService<DrawHashes>(), partitions));
        return inspection;
    }

    /// <summary>Silos that notice within about two seconds that one of them is gone: a probe every half second, two that are missed, two silos that say so.</summary>
    /// <param name="silo">The silo.</param>
    /// <remarks>For silos that are near each other. Over a wide network the defaults of Orleans take some fifteen seconds and fewer for dead that are not.</remarks>
    public static ISiloBuilder UseShortProbes(this ISiloBuilder silo)
    {
        ArgumentNullException.ThrowIfNull(silo);
        silo.Services.Configure<ClusterMembershipOptions>(static membership =>
        {
            membership.ProbeTimeout = TimeSpan.FromMilliseconds(500);
            membership.MaxProbeTimeout = TimeSpan.FromSeconds(1);
            membership.NumMissedProbesLimit = 2;
            membership.NumVotesForDeathDeclaration = 2;
            membership.TableRefreshTimeout = TimeSpan.FromSeconds(2);
            membership.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
        });
        silo.Services.Configure<SiloMessagingOptions>(static messages =>
        {
            // Of the runtime's own calls, for example to a silo that kept the grains' directory: what waits for the dead does not wait for half a minute.
            messages.SystemResponseTimeout = TimeSpan.FromSeconds(3);
            messages.ResponseTimeout = TimeSpan.FromSeconds(10);
        });
        silo.Services.Configure<ConnectionOptions>(static connections =>
        {
            connections.OpenConnectionTimeout = TimeSpan.FromSeconds(1);
            connections.ConnectionRetryDelay = TimeSpan.FromMilliseconds(200);
        });
        return silo;
    }

    /// <summary>A client that asks every second which gateways there are.</summary>
    /// <param name="client">The client.</param>
    public static IClientBuilder UseShortProbes(this IClientBuilder client)
    {
        ArgumentNullException.ThrowIfNull(client);
        client.Services.Configure<GatewayOptions>(static gateways => gateways.GatewayListRefreshPeriod = TimeSpan.FromSeconds(1));
        client.Services.Configure<ConnectionOptions>(static connections =>
        {
            connections.OpenConnectionTimeout = TimeSpan.FromSeconds(1);
            connections.ConnectionRetryDelay = TimeSpan.FromMilliseconds(200);
        });
        return client;
    }

    private static void AddDraws(this IServiceCollection services, Action<ClusterDrawOptions>? configure)
    {
        services.AddOptions<ClusterDrawOptions>();
        if (configure is not null)
        {
            services.Configure(configure);
        }

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new DrawHashes());
        services.TryAddSingleton<ClusterDraw>();
    }
}
