using NodaTime;
using RandomInspection;
using RandomInspection.Catalogue;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.SampleData;

namespace MinimalHost;

/// <summary>The six departments' item catalogues, prepared, reviewed, reported and published as people do it.</summary>
internal static class SampleCatalogues
{
    private const string Channel = "国家企业信用信息公示系统（辽宁）、信用中国（辽宁沈阳）";

    /// <summary>Publishes them if none is: also in a database of a time before there were catalogues.</summary>
    public static async Task PublishAsync(IServiceProvider services, Instant now)
    {
        if (await services.GetRequiredService<IViews>().CountAsync(new AllCatalogues(), CancellationToken.None) > 0)
        {
            return;
        }

        CatalogueWorkflow catalogues = services.GetRequiredService<CatalogueWorkflow>();
        foreach (IGrouping<string, SampleItem> department in SampleItems.All.GroupBy(item => item.DepartmentId))
        {
            Acting drafter = new(SampleClerks.Of(Role.Drafter, department.Key), now);
            await catalogues.BeginAsync(drafter, department.Key, "示例：首次编制", CancellationToken.None);
            foreach (SampleItem item in department)
            {
                await catalogues.AddAsync(drafter, department.Key, item.ToItem(), CancellationToken.None);
            }

            await PassAsync(catalogues, department.Key, now);
        }

        // A second version, so that there is a difference to see.
        SampleItem adverts = SampleItems.All.Single(item => item.Code == "SCJG-05");
        Acting market = new(SampleClerks.Of(Role.Drafter, adverts.DepartmentId), now);
        await catalogues.BeginAsync(market, adverts.DepartmentId, "示例：按上年问题发现率调低广告抽查比例", CancellationToken.None);
        await catalogues.ReviseAsync(market, adverts.DepartmentId, adverts.ToItem() with { RatioPercent = 2 }, CancellationToken.None);
        await PassAsync(catalogues, adverts.DepartmentId, now);
    }

    private static async Task PassAsync(CatalogueWorkflow catalogues, string departmentId, Instant now)
    {
        await catalogues.SubmitAsync(new Acting(SampleClerks.Of(Role.Drafter, departmentId), now), departmentId, CancellationToken.None);
        await catalogues.ReviewAsync(new Acting(DemoPeople.InRole(Role.JudicialReviewer)[0], now), departmentId, "示例：依据准确，予以通过", CancellationToken.None);
        await catalogues.ReportAsync(new Acting(DemoPeople.InRole(Role.CoordinatingGroup)[0], now), departmentId, CancellationToken.None);
        await catalogues.PublishAsync(
            new Acting(SampleClerks.Of(Role.Publisher, departmentId), now), departmentId, now.InZone(SampleTimeline.Zone).Date, Channel, CancellationToken.None);
    }
}
