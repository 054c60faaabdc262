using System.Net;
using NodaTime;
using RandomInspection.Planning;
using RandomInspection.SampleData;

namespace RandomInspection.Tests;

/// <summary>The page of a plan: amendments with what they change, each step by its role; ad-hoc tasks by named grounds; the warning before 31 March.</summary>
public sealed class PlanPageTests
{
    private const string Plan = "/plans/P2026-001";
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 1, 0);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Amendment_EachStepByItsRole_PublicSeesItOnceApproved()
    {
        await using PageHost host = await PageHost.StartAsync(Now);
        await ApprovedAsync(host);
        using PageReader anybody = host.Reader(), drafter = await host.SignedInAsync("ni"), government = await host.SignedInAsync("zheng");
        await SendAsync(drafter, Plan, "amend-plan", ("AmendReason", "机构职能调整"));
        await SendAsync(drafter, $"{Plan}/tasks/P2026-001-T01", "revise-task", ("Input.Title", "食品抽查（扩大）"), ("Input.Items", "SCJG-01"), ("Input.From", "2026-04-01"), ("Input.To", "2026-12-31"));
        await SendAsync(drafter, Plan, "add-task", ("Input.Title", "广告抽查"), ("Input.Items", "SCJG-05"), ("Input.From", "2026-05-01"), ("Input.To", "2026-12-31"));
        string drafted = (await drafter.OpenAsync(Plan)).Text;
        Assert.Contains("Amendment (to be version 2)", drafted, StringComparison.Ordinal);
        Assert.Contains("Added P2026-001-T02 广告抽查", drafted, StringComparison.Ordinal);
        Assert.Contains("Revised P2026-001-T01", drafted, StringComparison.Ordinal);
        Assert.DoesNotContain("广告抽查", (await anybody.OpenAsync(Plan)).Text, StringComparison.Ordinal);
        Assert.Contains("Draft the amendment", (await drafter.OpenAsync("/")).Text, StringComparison.Ordinal);
        await SendAsync(drafter, Plan, "submit-plan");
        Assert.Contains("Approve the amendment", (await government.OpenAsync("/")).Text, StringComparison.Ordinal);
        await SendAsync(government, Plan, "approve-plan");
        string published = (await anybody.OpenAsync(Plan)).Text;
        Assert.Contains("version 2, approved by", published, StringComparison.Ordinal);
        Assert.Contains("Why: 机构职能调整", published, StringComparison.Ordinal);
        Assert.Contains("Added P2026-001-T02 广告抽查", published, StringComparison.Ordinal);
        Assert.Contains("plan.amendmentBegun", (await drafter.OpenAsync($"{Plan}/trail")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Amendment_Dropped_PlanAsItWas()
    {
        await using PageHost host = await PageHost.StartAsync(Now);
        await ApprovedAsync(host);
        using PageReader drafter = await host.SignedInAsync("ni");
        await SendAsync(drafter, Plan, "amend-plan", ("AmendReason", "机构职能调整"));
        Page refused = await drafter.SendAsync(await drafter.OpenAsync(Plan), "submit-plan");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("RI2031", refused.Text, StringComparison.Ordinal);
        await SendAsync(drafter, Plan, "drop-amendment", ("DropReason", "不再需要"));
        Assert.DoesNotContain("Amendment (to be", (await drafter.OpenAsync(Plan)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AdHoc_NamedGroundAndSuperior_OnThePage()
    {
        await using PageHost host = await PageHost.StartAsync(Now);
        using PageReader drafter = await host.SignedInAsync("ni");
        (string, string)[] fields =
        [
            ("Input.Title", "冷链食品"), ("Input.Kind", "Special"), ("Input.Scale", "Full"), ("Input.Ground", "SuperiorTask"), ("Input.Words", "省局部署"),
            ("Input.Authority", "辽宁省市场监督管理局"), ("Input.Task", "LN2026-017"), ("Input.Document", "辽市监办〔2026〕17号"),
        ];
        await SendAsync(drafter, "/plans/ad-hoc", "new-ad-hoc", fields);
        string text = (await drafter.OpenAsync("/plans/A2026-001")).Text;
        Assert.Contains("Special check of all", text, StringComparison.Ordinal);
        Assert.Contains("A superior's planned task: 省局部署", text, StringComparison.Ordinal);
        Assert.Contains("It takes over the task LN2026-017 of 辽宁省市场监督管理局", text, StringComparison.Ordinal);
        Page twice = await drafter.SendAsync(await drafter.OpenAsync("/plans/ad-hoc"), "new-ad-hoc", fields);
        Assert.Contains("RI2036", twice.Text, StringComparison.Ordinal);
    }

    private static async Task ApprovedAsync(PageHost host)
    {
        PlanWorkflow plans = host.Get<PlanWorkflow>();
        Acting drafter = new(DemoPeople.InRole(Role.Drafter)[0], Now);
        string plan = await plans.BeginAsync(drafter, 2026, "2026 年度计划", Cancellation);
        await plans.AddTaskAsync(drafter, plan, "食品抽查", ["SCJG-01"], new LocalDate(2026, 3, 1), new LocalDate(2026, 12, 31), Cancellation);
        await plans.SubmitAsync(drafter, plan, Cancellation);
        await plans.ApproveAsync(new Acting(DemoPeople.InRole(Role.GovernmentApprover)[0], Now), plan, Cancellation);
    }

    private static async Task SendAsync(PageReader reader, string path, string form, params (string Name, string Value)[] fields)
    {
        Page answer = await reader.SendAsync(await reader.OpenAsync(path), form, fields);
        Assert.True(answer.Status == HttpStatusCode.Found, $"{form}: {answer.Status} {answer.Text}");
    }
}
