using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RandomInspection.Catalogue;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.SampleData;

namespace RandomInspection.Tests.Acceptance;

/// <summary>A host in memory whose catalogue is the one that the departments publish; everything by the workflows that people use.</summary>
internal sealed class PlanningHost : IDisposable
{
    private readonly ServiceProvider _services;

    private PlanningHost(Action<IServiceCollection>? first)
    {
        ServiceCollection services = new();
        first?.Invoke(services);
        services.AddRandomInspection()
            .UseInMemory()
            .UsePublishedCatalogue()
            .UseStaff(SampleDepartments.All.Concat(SampleDepartments.OtherBodies).Select(d => new Department(d.Id, d.ChineseName, d.EnglishName)), DemoPeople.All);
        _services = services.BuildServiceProvider();
    }

    public static LocalDate Today { get; } = new(2026, 11, 23);

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public CatalogueWorkflow Catalogues => Get<CatalogueWorkflow>();

    public PlanWorkflow Plans => Get<PlanWorkflow>();

    public IViews Views => Get<IViews>();

    /// <summary>A host without anything.</summary>
    public static PlanningHost Empty(Action<IServiceCollection>? first = null) => new(first);

    /// <summary>A host where the market bureau's items are published.</summary>
    public static async Task<PlanningHost> WithCatalogueAsync(Action<IServiceCollection>? first = null)
    {
        PlanningHost host = new(first);
        await host.PrepareVersionAsync("首次编制");
        await host.PassVersionAsync();
        return host;
    }

    /// <summary>The first person of a role, at nine in the morning of a day.</summary>
    public static Acting As(Role role, LocalDate? day = null) =>
        new(DemoPeople.InRole(role)[0], (day ?? Today).At(new LocalTime(9, 0)).InZoneStrictly(DateTimeZoneProviders.Tzdb["Asia/Shanghai"]).ToInstant());

    public static IEnumerable<InspectionItem> MarketItems => SampleItems.All.Where(i => i.DepartmentId == SampleDepartments.Market).Select(i => i.ToItem());

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>The market bureau prepares a version of all its items.</summary>
    public async Task PrepareVersionAsync(string reason)
    {
        await Catalogues.BeginAsync(As(Role.Drafter), SampleDepartments.Market, reason, Cancellation);
        foreach (InspectionItem item in MarketItems)
        {
            await Catalogues.AddAsync(As(Role.Drafter), SampleDepartments.Market, item, Cancellation);
        }
    }

    /// <summary>The version under way goes to the public.</summary>
    public async Task PassVersionAsync(LocalDate? effectiveFrom = null)
    {
        await Catalogues.SubmitAsync(As(Role.Drafter), SampleDepartments.Market, Cancellation);
        await Catalogues.ReviewAsync(As(Role.JudicialReviewer), SampleDepartments.Market, "依据准确，予以通过", Cancellation);
        await Catalogues.ReportAsync(As(Role.CoordinatingGroup), SampleDepartments.Market, Cancellation);
        await Catalogues.PublishAsync(As(Role.Publisher), SampleDepartments.Market, effectiveFrom ?? Today, "国家企业信用信息公示系统（辽宁）", Cancellation);
    }

    /// <summary>A step is refused with this code, and the log does not grow.</summary>
    public async Task<Refusal> RefusedAsync(string code, Func<Task> step)
    {
        LedgerHead before = await Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation);
        RefusalException refused = await Assert.ThrowsAnyAsync<RefusalException>(step);
        Assert.Equal(code, refused.Refusal.Code);
        Assert.Equal(before, await Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation));
        return refused.Refusal;
    }

    /// <summary>Every row of the log's views is what its stream gives.</summary>
    public async Task IsSoundAsync()
    {
        DomainViews fold = new(DomainEvents.Codec, Get<RandomInspection.Drawing.DrawHashes>());
        IGrouping<string, LedgerEntry>[] streams = [.. (await Get<ILedger>().ReadAsync(LedgerLog.Public, 0, int.MaxValue, Cancellation)).GroupBy(e => e.Stream)];
        foreach (string kind in fold.Kinds)
        {
            foreach (IGrouping<string, LedgerEntry> stream in streams.Where(s => s.Key.StartsWith(kind, StringComparison.Ordinal)))
            {
                foreach (IView row in fold.Fold([.. stream]))
                {
                    object? kept = await (Task<object?>)typeof(PlanningHost).GetMethod(nameof(FindAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
                        .MakeGenericMethod(row.GetType()).Invoke(this, [row.Key])!;
                    Assert.Equal(row.ToString(), kept?.ToString());
                }
            }
        }
    }

    public void Dispose() => _services.Dispose();

    private async Task<object?> FindAsync<T>(string key)
        where T : class, IView => await Views.FindAsync<T>(key, Cancellation);
}
