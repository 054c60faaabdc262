using System.Net;

namespace RandomInspection.Tests;

/// <summary>How fair a design is: seen by all for the strata once the draw is over, for the classes by auditors only.</summary>
public sealed class FairnessPageTests
{
    private const string Path = $"/draws/{Way.DrawId}/fairness";

    [Theory]
    [InlineData("prepare")]
    [InlineData("revealWitness")]
    public async Task Fairness_BeforeTheDraw_NothingHere(string step)
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        await using PageHost host = await AfterAsync(store, step);
        using PageReader anybody = host.Reader();
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.OpenAsync(Path)).Status);
        using PageReader supervisor = await host.SignedInAsync("shen");
        Assert.Equal(HttpStatusCode.NotFound, (await supervisor.OpenAsync(Path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.OpenAsync("/draws/none/fairness")).Status);
    }

    [Fact]
    public async Task Fairness_Drawn_StrataForAllClassesForAuditors()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        await using PageHost host = await AfterAsync(store, "draw");
        using PageReader anybody = host.Reader();
        Assert.Contains($"href=\"{Path}\"", (await anybody.OpenAsync($"/draws/{Way.DrawId}")).Html, StringComparison.Ordinal);

        // The first page shows progress and asks again by itself; in the end there is the picture.
        Page page = await anybody.OpenAsync(Path);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        while (page.Html.Contains("class=\"progress-panel\"", StringComparison.Ordinal))
        {
            Assert.Contains("http-equiv=\"refresh\"", page.Html, StringComparison.Ordinal);
            await Task.Delay(TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken);
            page = await anybody.OpenAsync(Path);
        }

        Assert.Contains("As the stated probabilities give", page.Text, StringComparison.Ordinal);
        Assert.Contains("<title id=\"fairness-title\">1000 repeats: expected against observed</title>", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page.Html, StringComparison.Ordinal);

        // No class, and no unit: a unit's count would tell its class.
        Assert.DoesNotContain("<th scope=\"col\">Class</th>", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<th scope=\"col\">Worst</th>", page.Html, StringComparison.Ordinal);

        foreach (string person in new[] { "shen", "fu" })
        {
            using PageReader auditor = await host.SignedInAsync(person);
            Page seen = await auditor.OpenAsync(Path);
            Assert.Contains("<th scope=\"col\">Class</th>", seen.Html, StringComparison.Ordinal);
            Assert.Contains("<th scope=\"col\">Worst</th>", seen.Html, StringComparison.Ordinal);
        }

        using PageReader inspector = await host.SignedInAsync("chai");
        Assert.DoesNotContain("<th scope=\"col\">Class</th>", (await inspector.OpenAsync(Path)).Html, StringComparison.Ordinal);
    }

    private static async Task<PageHost> AfterAsync(TemporaryStore store, string step)
    {
        using Way way = new(store);
        await way.GoAsync(step);
        return await PageHost.StartAsync(Way.Morning, store.File);
    }
}
