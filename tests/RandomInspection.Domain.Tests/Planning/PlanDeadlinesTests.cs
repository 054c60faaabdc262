using RandomInspection.Planning;
using RandomInspection.SampleData;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests.Planning;

/// <summary>Which departments owe the plan of a year, and which plan has come farthest.</summary>
public sealed class PlanDeadlinesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task MissingAsync_FromNoCatalogueToAnApprovedPlan_OwedInBetween()
    {
        using MemoryHost host = MemoryHost.WithoutCatalogue();
        PlanDeadlines deadlines = host.Get<PlanDeadlines>();
        await host.PrepareVersionAsync("首次编制");
        Assert.Empty(await deadlines.MissingAsync(2026, Cancellation)); // what is not published yet asks for no plan
        await host.PassVersionAsync();
        Assert.Equal((SampleDepartments.Market, 2026, null, null), Said(Assert.Single(await deadlines.MissingAsync(2026, Cancellation))));
        foreach (string title in (string[])["甲", "乙", "丙"])
        {
            await host.Plans.BeginAsync(Way.Drafter, 2026, title, Cancellation);
        }

        await host.Way.StepAsync("addTask");
        Assert.Equal(PlanStatus.Draft, Assert.Single(await deadlines.MissingAsync(2026, Cancellation)).Status);
        await host.Way.StepAsync("submit");
        Assert.Equal((SampleDepartments.Market, 2026, Way.PlanId, PlanStatus.Submitted), Said(Assert.Single(await deadlines.MissingAsync(2026, Cancellation))));
        MissingPlan missing = Assert.Single(await deadlines.MissingAsync(2027, Cancellation));
        Assert.Equal((SampleDepartments.Market, 2027, null, null), Said(missing));
        Assert.Equal((false, true), (missing.IsOverdueOn(missing.DueOn), missing.IsOverdueOn(missing.DueOn.PlusDays(1))));
        await host.Way.StepAsync("approve");
        Assert.Empty(await deadlines.MissingAsync(2026, Cancellation));
    }

    private static (string, int, string?, PlanStatus?) Said(MissingPlan missing) => (missing.DepartmentId, missing.Year, missing.PlanId, missing.Status);
}
