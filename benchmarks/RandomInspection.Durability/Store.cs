using Microsoft.Extensions.DependencyInjection;
using RandomInspection.EntityFrameworkCore;

namespace RandomInspection.Durability;

/// <summary>A host's store and nothing else of a host.</summary>
internal sealed class Store : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Store(ServiceProvider services)
    {
        _services = services;
    }

    public static async Task<Store> OpenAsync(string provider, string connection)
    {
        ServiceCollection services = new();
        RandomInspectionBuilder builder = services.AddRandomInspection();
        _ = provider == "sqlite" ? builder.UseSqlite(connection) : builder.UsePostgreSql(connection);
        Store store = new(services.BuildServiceProvider());
        await store._services.MigrateAsync(CancellationToken.None);
        return store;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
