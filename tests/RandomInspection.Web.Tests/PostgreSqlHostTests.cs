using System.Net;
using NodaTime;
using RandomInspection.Disclosure;

namespace RandomInspection.Tests;

/// <summary>The pages over PostgreSQL, from a plan to a published result: what they list, and steps taken on them; the check of the store comes with its end.</summary>
[OnPostgreSql]
public sealed class PostgreSqlHostTests
{
    private const string Plan = "/plans/P2026-002", Duty = $"result-{Way.VisitId}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_OverPostgreSql_FromPlanToPublicationAndEveryListOfIt()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("decide");
        await using PageHost host = await PageHost.StartAsync(Way.Morning + Duration.FromDays(12), store.ConnectionString);
        using PageReader anybody = host.Reader(), drafter = await host.SignedInAsync("ni"), government = await host.SignedInAsync("zheng"), publisher = await host.SignedInAsync("gong"), supervisor = await host.SignedInAsync("shen");

        await SendAsync(drafter, "/plans/new", "new-plan", ("Input.Year", "2026"), ("Input.Title", "第二份计划"));
        await SendAsync(drafter, Plan, "add-task", ("Input.Title", "广告抽查"), ("Input.Items", "SCJG-05"), ("Input.From", "2026-12-10"), ("Input.To", "2026-12-31"));
        await SendAsync(drafter, Plan, "submit-plan");
        await SendAsync(government, Plan, "approve-plan");
        await SendAsync(publisher, $"/disclosure/{Duty}", "publish", ("Publishing.Channels", "portal"));
        Assert.Equal(ObligationStatus.Published, (await host.Get<Ledger.IViews>().FindAsync<ObligationView>(Duty, Cancellation))!.Status);

        foreach ((PageReader reader, string path, string shown) in new[]
        {
            (anybody, "/", ""), (anybody, "/plans", "P2026-001"), (anybody, "/draws", Way.DrawId), (anybody, $"/draws/{Way.DrawId}", Way.DrawId), (anybody, "/results", ""), (anybody, $"/results/{Way.VisitId}", ""),
            (anybody, "/ledger", ""), (anybody, "/ledger/sealed", ""), (anybody, "/published.json", Duty[7..]), (drafter, Plan, "广告抽查"), (drafter, $"{Plan}/trail", "plan.approved"),
            (publisher, "/visits", Way.VisitId), (publisher, "/disclosure", ""), (supervisor, "/supervision", ""),
        })
        {
            Page page = await reader.OpenAsync(path);
            Assert.True(page.Status == HttpStatusCode.OK && page.Html.Contains(shown, StringComparison.Ordinal), $"{path}: {page.Status}, {shown}");
        }
    }

    private static async Task SendAsync(PageReader reader, string path, string form, params (string Name, string Value)[] fields)
    {
        Page answer = await reader.SendAsync(await reader.OpenAsync(path), form, fields);
        Assert.True(answer.Status == HttpStatusCode.Found, $"{path} {form}: {answer.Status} {answer.Text}");
    }
}
