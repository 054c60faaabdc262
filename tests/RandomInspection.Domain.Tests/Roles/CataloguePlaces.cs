using RandomInspection.Catalogue;
using RandomInspection.Planning;
using RandomInspection.SampleData;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests.Roles;

/// <summary>Places on the way of a catalogue: the market bureau's, with one version published and the next under way.</summary>
internal static class CataloguePlaces
{
    public const string Market = SampleDepartments.Market;

    public static InspectionItem Item { get; } = SampleItems.All.Single(i => i.Code == "SCJG-05").ToItem();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static CatalogueWorkflow Of(MemoryHost host) => host.Get<CatalogueWorkflow>();

    public static async Task PublishAsync(MemoryHost host)
    {
        await Of(host).BeginAsync(Way.Drafter, Market, "首次编制", Cancellation);
        await Of(host).AddAsync(Way.Drafter, Market, Item, Cancellation);
        await SubmitAsync(host);
        await ReviewAsync(host);
        await ReportAsync(host);
        await Of(host).PublishAsync(Way.As(Role.Publisher), Market, new NodaTime.LocalDate(2026, 11, 23), "公示系统", Cancellation);
    }

    public static async Task DraftAsync(MemoryHost host)
    {
        await Of(host).BeginAsync(Way.Drafter, Market, "调整", Cancellation);
        await Of(host).ReviseAsync(Way.Drafter, Market, Item with { RatioPercent = 2 }, Cancellation);
    }

    public static Task SubmitAsync(MemoryHost host) => Of(host).SubmitAsync(Way.Drafter, Market, Cancellation);

    public static Task ReviewAsync(MemoryHost host) => Of(host).ReviewAsync(Way.As(Role.JudicialReviewer), Market, "依据准确", Cancellation);

    public static Task ReportAsync(MemoryHost host) => Of(host).ReportAsync(Way.As(Role.CoordinatingGroup), Market, Cancellation);
}
