using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using RandomInspection.Catalogue;
using RandomInspection.Ledger;
using RandomInspection.SampleData;
using RandomInspection.Storage;

namespace RandomInspection.Tests.Acceptance;

/// <summary>A host's services over a store in memory: the sample's people, departments and items.</summary>
internal sealed class MemoryHost : IDisposable
{
    private readonly ServiceProvider _services;

    /// <summary>A host.</summary>
    /// <param name="store">What it keeps everything in; <see langword="null"/> for an empty store.</param>
    /// <param name="first">What is registered before the library.</param>
    public MemoryHost(InMemoryStore? store = null, Action<IServiceCollection>? first = null)
    {
        ServiceCollection services = new();
        services.AddSingleton(store ?? new InMemoryStore());
        services.AddSingleton<ISaltSource, RandomSalts>();
        first?.Invoke(services);
        services.AddRandomInspection()
            .UseInMemory()
            .UseCatalogue(SampleItems.All.Select(i => new InspectionItem(
                i.Code, i.DepartmentId, i.ChineseTitle, i.EnglishTitle, i.LegalBasis, i.Kind == SampleItemKind.Key, i.RatioPercent)))
            .UseStaff(SampleDepartments.All.Select(d => new Department(d.Id, d.ChineseName, d.EnglishName)), DemoPeople.All);
        _services = services.BuildServiceProvider();
        Way = new Way(_services);
    }

    /// <summary>The usual way through this host.</summary>
    public Way Way { get; }

    public IServiceProvider Services => _services;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A host of its own that goes on from where this one stands now.</summary>
    public MemoryHost Fork() => new(Get<InMemoryStore>().Fork());

    /// <summary>A step is refused with one of these codes, and neither log grows.</summary>
    public async Task<Refusal> RefusedAsync(IEnumerable<string> codes, Func<Task> step)
    {
        (LedgerHead Public, LedgerHead Sealed) before = await HeadsAsync();
        RefusalException refused = await Assert.ThrowsAnyAsync<RefusalException>(step);
        Assert.Contains(refused.Refusal.Code, codes);
        Assert.NotEmpty(refused.Refusal.Remedy(Language.Chinese));
        Assert.NotEmpty(refused.Refusal.Remedy(Language.English));
        Assert.Equal(before, await HeadsAsync());
        return refused.Refusal;
    }

    /// <summary>How far both logs have grown.</summary>
    public async Task<(LedgerHead Public, LedgerHead Sealed)> HeadsAsync() => (
        await Get<ILedger>().HeadAsync(LedgerLog.Public, TestContext.Current.CancellationToken),
        await Get<ILedger>().HeadAsync(LedgerLog.Sealed, TestContext.Current.CancellationToken));

    /// <summary>Both logs, the public one first.</summary>
    public async Task<LedgerEntry[]> EntriesAsync() =>
    [
        .. await Get<ILedger>().ReadAsync(LedgerLog.Public, 0, int.MaxValue, TestContext.Current.CancellationToken),
        .. await Get<ILedger>().ReadAsync(LedgerLog.Sealed, 0, int.MaxValue, TestContext.Current.CancellationToken),
    ];

    public void Dispose()
    {
        Way.Dispose();
        _services.Dispose();
    }

    private sealed class RandomSalts : ISaltSource
    {
        public string Next() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
    }
}
