using System.Net;
using NodaTime;

namespace RandomInspection.Tests;

/// <summary>The pages of the item catalogue: each step by the role that does it, versions with what changed, and what the public sees.</summary>
public sealed class CataloguePageTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 1, 0);

    [Fact]
    public async Task Version_EachStepByItsRole_PublicAtTheEndOnly()
    {
        await using PageHost host = await PageHost.StartAsync(Now);
        const string Page = "/catalogue/scjg";
        using PageReader anybody = host.Reader(), drafter = await host.SignedInAsync("ni"), justice = await host.SignedInAsync("fa"),
            group = await host.SignedInAsync("xie"), publisher = await host.SignedInAsync("gong");
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.OpenAsync(Page)).Status);
        Assert.Contains("Prepare the department's catalogue", (await drafter.OpenAsync("/catalogue")).Text, StringComparison.Ordinal);
        await SendAsync(drafter, Page, "begin-version", ("Reason", "首次编制"));
        Assert.Contains("RI2424", await RefusedAsync(drafter, "/catalogue/scjg/items/new", "save-item", Item("SCJG 06", "10")), StringComparison.Ordinal);
        Assert.Contains("RI2425", await RefusedAsync(drafter, "/catalogue/scjg/items/new", "save-item", Item("SCJG-06", "21")), StringComparison.Ordinal);
        await SendAsync(drafter, "/catalogue/scjg/items/new", "save-item", Item("SCJG-06", "10"));
        await SendAsync(drafter, "/catalogue/scjg/items/new", "save-item", Item("SCJG-07", "10"));
        await SendAsync(drafter, "/catalogue/scjg/items/SCJG-07", "save-item", [.. Item("", "5").Skip(1)]);
        await SendAsync(drafter, Page, "submit-version");
        Assert.Contains("Review the item catalogue: Market Regulation Bureau", (await justice.OpenAsync("/")).Text, StringComparison.Ordinal);
        await SendAsync(justice, Page, "return-version", ("ReturnReason", "条款有误"));
        Assert.Contains("条款有误", (await drafter.OpenAsync(Page)).Text, StringComparison.Ordinal);
        await SendAsync(drafter, Page, "submit-version");
        await SendAsync(justice, Page, "review-version", ("Opinion", "依据准确"));
        Assert.Contains("Receive the item catalogue", (await group.OpenAsync("/")).Text, StringComparison.Ordinal);
        await SendAsync(group, Page, "report-version");
        Assert.Contains("Publish the item catalogue", (await publisher.OpenAsync("/")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.OpenAsync(Page)).Status);
        await SendAsync(publisher, Page, "publish-version", ("Publication.From", "2026-11-23"), ("Publication.Channel", "公示系统"));
        string text = (await anybody.OpenAsync(Page)).Text;
        Assert.Contains("Version 1, in force from 23 November 2026", text, StringComparison.Ordinal);
        Assert.Contains("SCJG-06", text, StringComparison.Ordinal);
        Assert.Contains("5%", text, StringComparison.Ordinal);
        Assert.Contains("Market Regulation Bureau", (await anybody.OpenAsync("/catalogue")).Text, StringComparison.Ordinal);
        Assert.Contains("catalogue.published", (await justice.OpenAsync("/catalogue/scjg/trail")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_OfTheLaw_DueOnThePageAndAnsweredByTheNextVersion()
    {
        await using PageHost host = await PageHost.StartAsync(Now);
        using PageReader anybody = host.Reader(), drafter = await host.SignedInAsync("ni"), justice = await host.SignedInAsync("fa");
        const string Page = "/catalogue/scjg";
        await PublishAsync(host, [("SCJG-06", "10"), ("SCJG-07", "5")]);
        await SendAsync(justice, Page, "note-change", ("Change.Law", "广告法（2026 修正）"), ("Change.On", "2026-12-01"), ("Change.Items", "SCJG-07"));
        Assert.Contains("due by 29 December 2026", (await drafter.OpenAsync(Page)).Text, StringComparison.Ordinal);
        string home = (await drafter.OpenAsync("/")).Text;
        Assert.Contains("a new version of the catalogue is due", home, StringComparison.Ordinal);
        Assert.Contains("by 29 December 2026", home, StringComparison.Ordinal);
        await SendAsync(drafter, Page, "begin-version", ("Reason", "广告法修正"));
        Assert.Contains("RI2427", await RefusedAsync(drafter, Page, "submit-version"), StringComparison.Ordinal);
        await SendAsync(drafter, "/catalogue/scjg/items/SCJG-07", "remove-item");
        await PublishAsync(host, []);
        string text = (await anybody.OpenAsync(Page)).Text;
        Assert.Contains("Removed SCJG-07", text, StringComparison.Ordinal);
        Assert.DoesNotContain("SCJG-07", (await anybody.OpenAsync($"{Page}?version=2")).Text.Split("Versions and what changed")[0], StringComparison.Ordinal);
        Assert.Contains("SCJG-07", (await anybody.OpenAsync($"{Page}?version=1")).Text.Split("Versions and what changed")[0], StringComparison.Ordinal);
        Assert.DoesNotContain("The law changed", (await drafter.OpenAsync(Page)).Text, StringComparison.Ordinal);
        Assert.Contains("answered by version 2", (await drafter.OpenAsync(Page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Item_OfAnotherDepartmentOrWithoutAVersion_NotFound()
    {
        await using PageHost host = await PageHost.StartAsync(Now);
        using PageReader drafter = await host.SignedInAsync("ni"), other = await host.SignedInAsync("huan");
        Assert.Equal(HttpStatusCode.NotFound, (await drafter.OpenAsync("/catalogue/scjg/items/new")).Status);
        await SendAsync(drafter, "/catalogue/scjg", "begin-version", ("Reason", "首次编制"));
        Assert.Equal(HttpStatusCode.OK, (await drafter.OpenAsync("/catalogue/scjg/items/new")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await drafter.OpenAsync("/catalogue/scjg/items/XX-99")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.OpenAsync("/catalogue/scjg/items/new")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await drafter.OpenAsync("/catalogue/nowhere")).Status);
    }

    private static async Task PublishAsync(PageHost host, (string Code, string Ratio)[] items)
    {
        using PageReader drafter = await host.SignedInAsync("ni"), justice = await host.SignedInAsync("fa"), group = await host.SignedInAsync("xie"), publisher = await host.SignedInAsync("gong");
        if (items.Length > 0)
        {
            await SendAsync(drafter, "/catalogue/scjg", "begin-version", ("Reason", "首次编制"));
        }

        foreach ((string code, string ratio) in items)
        {
            await SendAsync(drafter, "/catalogue/scjg/items/new", "save-item", Item(code, ratio));
        }

        await SendAsync(drafter, "/catalogue/scjg", "submit-version");
        await SendAsync(justice, "/catalogue/scjg", "review-version", ("Opinion", "依据准确"));
        await SendAsync(group, "/catalogue/scjg", "report-version");
        await SendAsync(publisher, "/catalogue/scjg", "publish-version", ("Publication.From", "2026-11-23"), ("Publication.Channel", "公示系统"));
    }

    private static (string Name, string Value)[] Item(string code, string ratio) =>
    [
        ("Input.Code", code), ("Input.Title", "食品生产经营监督检查"), ("Input.EnglishTitle", "Food trade"), ("Input.LegalBasis", "食品安全法 第一百一十条"),
        ("Input.ObjectKind", "食品生产经营者"), ("Input.EnglishObjectKind", "Food traders"), ("Input.Kind", "general"), ("Input.Method", "Documents"),
        ("Input.Ratio", ratio), ("Input.Times", "2"), ("Input.Qualifications", "食品 药品"),
    ];

    private static async Task SendAsync(PageReader reader, string path, string form, params (string Name, string Value)[] fields)
    {
        Page answer = await reader.SendAsync(await reader.OpenAsync(path), form, fields);
        Assert.True(answer.Status == HttpStatusCode.Found, $"{form}: {answer.Status} {answer.Text}");
    }

    private static async Task<string> RefusedAsync(PageReader reader, string path, string form, params (string Name, string Value)[] fields)
    {
        Page answer = await reader.SendAsync(await reader.OpenAsync(path), form, fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        return answer.Text;
    }
}
