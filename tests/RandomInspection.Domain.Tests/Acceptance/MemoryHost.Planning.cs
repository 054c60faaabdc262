using System.Collections.Immutable;
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
        new CountedSalts());

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

    /// <summary>The rows that are kept are those that the streams give, none more and none less.</summary>
    public async Task IsSoundAsync()
    {
        DomainViews fold = new(DomainEvents.Codec, Get<DrawHashes>());
        List<IView> rows = [];
        IGrouping<string, LedgerEntry>[] streams = [.. (await EntriesAsync()).GroupBy(entry => entry.Stream, StringComparer.Ordinal)];
        foreach (string kind in fold.Kinds)
        {
            rows.AddRange(streams.Where(stream => stream.Key.StartsWith(kind, StringComparison.Ordinal)).SelectMany(stream => fold.Fold([.. stream])));
        }

        MethodInfo all = typeof(MemoryHost).GetMethod(nameof(AllAsync), BindingFlags.NonPublic | BindingFlags.Instance)!;
        foreach (Type view in fold.Views)
        {
            string[] kept = [.. (await (Task<ImmutableArray<IView>>)all.MakeGenericMethod(view).Invoke(this, [])!).Select(row => row.ToString()!)];
            Assert.Equal(rows.Where(row => row.GetType() == view).Select(row => row.ToString()!).Order(StringComparer.Ordinal), kept.Order(StringComparer.Ordinal));
        }
    }

    private async Task<ImmutableArray<IView>> AllAsync<T>()
        where T : class, IView =>
        [.. await Views.QueryAllAsync(new Specification<T>(_ => true, row => row.Key), Cancellation)];
}
