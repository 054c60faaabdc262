using System.Net;
using Orleans.Configuration;
using Orleans.Hosting;
using RandomInspection;
using RandomInspection.Orleans;

namespace MinimalHost;

/// <summary>Draws on a cluster of hosts like this one, if the settings name the PostgreSQL on which they meet: <c>Cluster:PostgreSql</c>.</summary>
internal static class SampleCluster
{
    /// <summary>Uses the cluster if it is set. Several hosts share the database of the log, the storage key, and have ports of their own.</summary>
    public static void UseCluster(this RandomInspectionBuilder inspection, WebApplicationBuilder builder, DataFolder data)
    {
        IConfigurationSection settings = builder.Configuration.GetSection("Cluster");
        if (settings["PostgreSql"] is not { Length: > 0 } postgreSql)
        {
            return;
        }

        builder.UseOrleans(silo =>
        {
            silo.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (settings["Name"] ?? "random-inspection", "random-inspection"));
            silo.ConfigureEndpoints(IPAddress.Parse(settings["Address"] ?? "127.0.0.1"), settings.GetValue("SiloPort", 11_111), settings.GetValue("GatewayPort", 30_000));
            silo.UsePostgreSql(postgreSql).UseShortProbes();
            silo.AddDraws(static sources => sources.AddEvidence(), draws => draws.StorageKeys.Add(settings["StorageKey"] ?? data.StorageKey()));
        });
        inspection.UseClusterDraws(settings.GetValue("Partitions", 8));
    }
}
