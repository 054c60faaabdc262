using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Orleans.Messaging;
using Orleans.Storage;
using RandomInspection.Orleans.Clustering;
using RandomInspection.Orleans.Grains;

namespace RandomInspection.Orleans;

/// <summary>A cluster that meets on PostgreSQL: which silos there are, and what is stored of draws. The tables are made where they are missing.</summary>
public static class PostgreSqlClusterExtensions
{
    /// <summary>A silo of the cluster.</summary>
    /// <param name="silo">The silo.</param>
    /// <param name="connectionString">How to connect.</param>
    public static ISiloBuilder UsePostgreSql(this ISiloBuilder silo, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(silo);
        silo.Services.AddTables(connectionString);
        silo.Services.AddSingleton<IMembershipTable>(static services => services.GetRequiredService<PostgreSqlMembershipTable>());
        silo.Services.AddSingleton<PostgreSqlGrainStorage>();
        silo.Services.AddKeyedSingleton<IGrainStorage>(DrawStorage.Name, static (services, _) => services.GetRequiredService<PostgreSqlGrainStorage>());
        return silo;
    }

    /// <summary>A client of the cluster.</summary>
    /// <param name="client">The client.</param>
    /// <param name="connectionString">How to connect.</param>
    public static IClientBuilder UsePostgreSql(this IClientBuilder client, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(client);
        client.Services.AddTables(connectionString);
        client.Services.AddSingleton<IGatewayListProvider, PostgreSqlGateways>();
        return client;
    }

    private static void AddTables(this IServiceCollection services, string connectionString)
    {
        // A data source of its own: the container closes it.
        services.AddSingleton(_ => new ClusterDatabase(NpgsqlDataSource.Create(connectionString)));
        services.AddSingleton(static provider => new PostgreSqlTables(provider.GetRequiredService<ClusterDatabase>().Source));
        services.AddSingleton<PostgreSqlMembershipTable>();
    }

    private sealed record ClusterDatabase(NpgsqlDataSource Source) : IAsyncDisposable, IDisposable
    {
        public void Dispose() => Source.Dispose();

        public ValueTask DisposeAsync() => Source.DisposeAsync();
    }
}
