using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RandomInspection.Catalogue;
using RandomInspection.Drawing;
using RandomInspection.Ledger;
using RandomInspection.SampleData;
using RandomInspection.Storage;

namespace RandomInspection.Tests.Acceptance;

/// <content>Catalogues that the departments publish themselves, and the views of the log.</content>
internal sealed partial class MemoryHost
{
    public static IEnumerable<InspectionItem> MarketItems => SampleItems.All.Where(i => i.DepartmentId == SampleDepartments.Market).Select(i => i.ToItem());

    /// <summary>A host whose catalogue is the one that the departments publish; none has yet.</summary>
    public static MemoryHost WithoutCatalogue(Action<IServiceCollection>? first = null) => new(
        services =>
        {
            first?.Invoke(services);
            services.AddRandomInspection().UsePublishedCatalogue().UseStaff(
                Sample.Concat(SampleDepartments.OtherBodies.Select(d => new Department(d.Id, d.ChineseName, d.EnglishName))), DemoPeople.All);
        },
        new InMemoryStore(),
        new Salts());

    /// <summary>A host where the market bureau's items are published.</summary>
    public static async Task<MemoryHost> WithCatalogueAsync(Action<IServiceCollection>? first = null)
    {
        MemoryHost host = WithoutCatalogue(first);
        await host.PrepareVersionAsync("首次编制");
        await host.PassVersionAsync();
        return host;
    }

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

    /// <summary>Every row of the logs' views is what its stream gives.</summary>
    public async Task IsSoundAsync()
    {
        DomainViews fold = new(DomainEvents.Codec, Get<DrawHashes>());
        MethodInfo find = typeof(MemoryHost).GetMethod(nameof(FindAsync), BindingFlags.NonPublic | BindingFlags.Instance)!;
        IGrouping<string, LedgerEntry>[] streams = [.. (await EntriesAsync()).GroupBy(e => e.Stream)];
        foreach (string kind in fold.Kinds)
        {
            foreach (IGrouping<string, LedgerEntry> stream in streams.Where(s => s.Key.StartsWith(kind, StringComparison.Ordinal)))
            {
                foreach (IView row in fold.Fold([.. stream]))
                {
                    object? kept = await (Task<object?>)find.MakeGenericMethod(row.GetType()).Invoke(this, [row.Key])!;
                    Assert.Equal(row.ToString(), kept?.ToString());
                }
            }
        }
    }

    private async Task<object?> FindAsync<T>(string key)
        where T : class, IView => await Views.FindAsync<T>(key, Cancellation);
}
