using System.Net;
using NodaTime;

namespace RandomInspection.Tests;

/// <summary>The pages of supervision: figures, alerts and the compliance report, for supervisors only.</summary>
public sealed class SupervisionPageTests
{
    private const string Supervisor = "shen";

    [Fact]
    public async Task Supervision_WholeWay_FiguresAlertsAndReport()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("publishResult");
        await using PageHost host = await PageHost.StartAsync(Way.Morning + Duration.FromDays(30), store.File);
        using PageReader reader = await host.SignedInAsync(Supervisor);

        Page page = await reader.OpenAsync("/supervision");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Problems found 100.0%", page.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/disclosure/plan-P2026-001\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("Publication overdue", page.Text, StringComparison.Ordinal);
        Assert.Contains("/visits/P2026-001-T01-V0002", page.Html, StringComparison.Ordinal); // its period has ended
        Assert.DoesNotContain("style=", page.Html, StringComparison.Ordinal);

        Page other = await reader.OpenAsync("/supervision?of=sthj&from=2025-01-01&to=2025-12-31");
        Assert.Contains("2025-01-01", other.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Problems found 100.0%", other.Text, StringComparison.Ordinal);

        Page report = await reader.OpenAsync("/supervision/compliance");
        Assert.All(Enumerable.Range(1, 12), n => Assert.Contains($"<strong>A{n}</strong>", report.Html, StringComparison.Ordinal));
        Assert.Contains("A clause is broken", report.Text, StringComparison.Ordinal);
        Assert.Contains("The Merkle root over every entry is the log's", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Supervision_EmptyStore_ShownWithoutFigures()
    {
        await using PageHost host = await PageHost.StartAsync(Way.Morning);
        using PageReader reader = await host.SignedInAsync(Supervisor);
        Assert.Equal(HttpStatusCode.OK, (await reader.OpenAsync("/supervision?from=nonsense&to=2026-13-01&of=nobody")).Status);
        Page report = await reader.OpenAsync("/supervision/compliance");
        Assert.Contains("No clause is broken", report.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing yet", report.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ni")]
    [InlineData("guan")]
    [InlineData("shou")]
    public async Task Supervision_OtherRoles_Forbidden(string person)
    {
        await using PageHost host = await PageHost.StartAsync(Way.Morning);
        using PageReader reader = await host.SignedInAsync(person);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.OpenAsync("/supervision")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.OpenAsync("/supervision/compliance")).Status);
    }
}
