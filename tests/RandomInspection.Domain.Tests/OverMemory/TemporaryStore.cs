using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RandomInspection.Ledger;
using RandomInspection.SampleData;
using RandomInspection.Storage;

namespace RandomInspection.Tests;

/// <summary>A host's services over a store in memory, where the tests of the databases have one of theirs; a second one over the same folder is a restart.</summary>
internal sealed class TemporaryStore : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<string, InMemoryStore> Stores = new(StringComparer.Ordinal);
    private readonly bool _ownsFolder;
    private readonly ServiceProvider _services;

    private TemporaryStore(string folder, bool ownsFolder, ServiceProvider services) => (Folder, _ownsFolder, _services) = (folder, ownsFolder, services);

    /// <summary>What the store is called: it has no files.</summary>
    public string Folder { get; }

    /// <summary>Whether somebody tampered with it.</summary>
    public bool IsTampered { get; set; }

    public IServiceProvider Services => _services;

    /// <summary>A host.</summary>
    /// <param name="folder">The folder of another store that it shares; <see langword="null"/> for one of its own.</param>
    /// <param name="first">What is registered before the library.</param>
    /// <param name="last">What is registered after it.</param>
    public static Task<TemporaryStore> CreateAsync(string? folder = null, Action<IServiceCollection>? first = null, Action<IServiceCollection>? last = null)
    {
        string at = folder ?? Path.GetRandomFileName();
        ServiceCollection services = new();
        first?.Invoke(services);
        services.AddSingleton(Stores.GetOrAdd(at, _ => new InMemoryStore())).TryAddSingleton<ISaltSource>(new CountedSalts());
        services.AddRandomInspection().UseInMemory()
            .UseCatalogue(SampleItems.All.Select(i => i.ToItem()))
            .UseStaff(SampleDepartments.All.Select(d => new Department(d.Id, d.ChineseName, d.EnglishName)), DemoPeople.All);
        last?.Invoke(services);
        return Task.FromResult(new TemporaryStore(at, folder is null, services.BuildServiceProvider()));
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_ownsFolder)
        {
            Stores.TryRemove(Folder, out _);
        }
    }
}
