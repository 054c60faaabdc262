using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RandomInspection.Catalogue;
using RandomInspection.Credit;
using RandomInspection.Disclosure;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.SampleData;
using RandomInspection.Storage;

namespace RandomInspection.Tests.Acceptance;

/// <summary>A host in memory with the sample's people, departments and items; everything by the workflows that people use, seeds by the host alone.</summary>
internal sealed partial class MemoryHost : IDisposable
{
    private readonly IServiceProvider _services;
    private readonly Action<IServiceCollection>? _host;
    private readonly CountedSalts? _salts;

    /// <summary>A host.</summary>
    /// <param name="first">What is registered before the library.</param>
    /// <param name="departments">Departments besides the sample's.</param>
    public MemoryHost(Action<IServiceCollection>? first = null, params IEnumerable<Department> departments)
        : this(
            services =>
            {
                first?.Invoke(services);
                services.AddRandomInspection().UseCatalogue(SampleItems.All.Select(i => i.ToItem())).UseStaff(Sample.Concat(departments), DemoPeople.All);
            },
            new InMemoryStore(),
            new CountedSalts())
    {
    }

    /// <summary>The same way through another host, which stays its owner's.</summary>
    public MemoryHost(IServiceProvider services)
    {
        _services = services;
        Way = new Way(services);
    }

    private MemoryHost(Action<IServiceCollection> host, InMemoryStore store, CountedSalts salts)
    {
        ServiceCollection services = new();
        services.AddSingleton(store);
        services.AddSingleton<ISaltSource>(salts);
        host(services);
        services.AddRandomInspection().UseInMemory();
        _host = host;
        _salts = salts;
        _services = services.BuildServiceProvider();
        Way = new Way(_services);
    }

    public static Instant Morning { get; } = Way.Morning;

    /// <summary>The day of <see cref="Morning"/>.</summary>
    public static LocalDate Today { get; } = new(2026, 11, 23);

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The usual way through this host.</summary>
    public Way Way { get; }

    public IServiceProvider Services => _services;

    public CatalogueWorkflow Catalogues => Get<CatalogueWorkflow>();

    public PlanWorkflow Plans => Get<PlanWorkflow>();

    public VisitWorkflow Visits => Get<VisitWorkflow>();

    public DisclosureWorkflow Disclosures => Get<DisclosureWorkflow>();

    public DishonestyWorkflow Lists => Get<DishonestyWorkflow>();

    public IViews Views => Get<IViews>();

    public ILedger Ledger => Get<ILedger>();

    private static IEnumerable<Department> Sample => SampleDepartments.All.Select(d => new Department(d.Id, d.ChineseName, d.EnglishName));

    /// <summary>The first person of a role, some days after the first morning.</summary>
    public static Acting As(Role role, int days = 0) => new(DemoPeople.InRole(role)[0], Morning + Duration.FromDays(days));

    /// <summary>The first person of a role, at nine in the morning of a day.</summary>
    public static Acting As(Role role, LocalDate day) => As(role, Period.DaysBetween(Today, day));

    /// <summary>An officer, some days after the first morning.</summary>
    public static Acting Officer(string inspector, int days = 0) =>
        new(new Person(inspector, inspector, inspector, SampleDepartments.Market, [Role.Inspector]), Morning + Duration.FromDays(days));

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A host of its own that goes on from where this one stands now.</summary>
    public MemoryHost Fork() => new(_host!, Get<InMemoryStore>().Fork(), _salts!);

    /// <summary>A step is refused with this code, and neither log grows.</summary>
    public Task<Refusal> RefusedAsync(string code, Func<Task> step) => RefusedAsync([code], step);

    /// <summary>A step is refused with one of these codes, with a remedy in both languages, and neither log grows.</summary>
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
    public async Task<(LedgerHead Public, LedgerHead Sealed)> HeadsAsync() =>
        (await Ledger.HeadAsync(LedgerLog.Public, Cancellation), await Ledger.HeadAsync(LedgerLog.Sealed, Cancellation));

    /// <summary>Both logs, the public one first.</summary>
    public async Task<LedgerEntry[]> EntriesAsync() =>
    [
        .. await Ledger.ReadAsync(LedgerLog.Public, 0, int.MaxValue, Cancellation),
        .. await Ledger.ReadAsync(LedgerLog.Sealed, 0, int.MaxValue, Cancellation),
    ];

    public void Dispose()
    {
        Way.Dispose();
        if (_salts is not null)
        {
            (_services as ServiceProvider)?.Dispose();
        }
    }
}
