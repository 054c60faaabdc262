using System.Text.RegularExpressions;
using NodaTime;
using RandomInspection.Planning;
using RandomInspection.SampleData;

namespace RandomInspection.Tests;

/// <summary>Lists are shown fifty rows at a time.</summary>
public sealed partial class ListTests
{
    private const int Plans = 53;
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 10, 1, 0);

    [Theory]
    [InlineData("/plans", "ni", "/plans/P2026-")]
    [InlineData("/tasks", "ni", "/tasks/P2026-")]
    [InlineData("/disclosure", "gong", "/disclosure/plan-P2026-")]
    public async Task List_MoreRowsThanAPage_EveryRowOnceOverThePages(string path, string person, string row)
    {
        await using PageHost host = await PageHost.StartAsync(Now);
        await FillAsync(host);
        using PageReader reader = await host.SignedInAsync(person);
        string[][] pages = [Rows(await reader.OpenAsync(path), row), Rows(await reader.OpenAsync($"{path}?page=2"), row)];
        Assert.Equal([50, Plans - 50], pages.Select(page => page.Length));
        Assert.Equal(Plans, pages.SelectMany(page => page).Distinct().Count());
        Assert.Contains("1–50 of 53", (await reader.OpenAsync(path)).Text, StringComparison.Ordinal);
        Assert.Equal(pages[1], Rows(await reader.OpenAsync($"{path}?page=99"), row)); // the nearest there is
    }

    [Fact]
    public async Task Board_SomeMet_OpenOnesOverThePagesAndTheMetByThemselves()
    {
        await using PageHost host = await PageHost.StartAsync(Now);
        string[] plans = await FillAsync(host);
        foreach (string plan in plans[..2])
        {
            await host.Get<Disclosure.DisclosureWorkflow>().PublishAsync(
                new Acting(DemoPeople.InRole(Role.Publisher)[0], Now), $"plan-{plan}", "公示系统", TestContext.Current.CancellationToken);
        }

        using PageReader reader = await host.SignedInAsync("gong");
        string[] open = [.. Rows(await reader.OpenAsync("/disclosure"), "/disclosure/plan-"), .. Rows(await reader.OpenAsync("/disclosure?page=2"), "/disclosure/plan-")];
        string[] met = Rows(await reader.OpenAsync("/disclosure?state=Met"), "/disclosure/plan-");
        Assert.Equal(plans[2..].Order(), open.Select(href => href["/disclosure/plan-".Length..]).Order());
        Assert.Equal(plans[..2].Order(), met.Select(href => href["/disclosure/plan-".Length..]).Order());
    }

    private static string[] Rows(Page page, string row) => [.. Links().Matches(page.Html).Select(match => match.Groups[1].Value).Where(href => href.StartsWith(row, StringComparison.Ordinal))];

    private static async Task<string[]> FillAsync(PageHost host)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        PlanWorkflow plans = host.Get<PlanWorkflow>();
        Acting drafter = new(DemoPeople.InRole(Role.Drafter)[0], Now), approver = new(DemoPeople.InRole(Role.GovernmentApprover)[0], Now);
        List<string> made = [];
        for (int i = 0; i < Plans; i++)
        {
            string plan = await plans.BeginAsync(drafter, 2026, $"计划 {i}", cancellation);
            await plans.AddTaskAsync(drafter, plan, $"任务 {i}", ["SCJG-01"], new LocalDate(2026, 11, 1), new LocalDate(2026, 12, 31), cancellation);
            await plans.SubmitAsync(drafter, plan, cancellation);
            await plans.ApproveAsync(approver, plan, cancellation);
            made.Add(plan);
        }

        return [.. made];
    }

    [GeneratedRegex("<td[^>]*>(?:<span>)?<a href=\"([^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex Links();
}
