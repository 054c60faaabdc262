using System.Net;
using NodaTime;
using RandomInspection.Drawing;

namespace RandomInspection.Tests;

/// <summary>A draw's page, its trail, and what waits for whom.</summary>
public sealed class DrawPageTests
{
    private const string Draw = $"/draws/{Way.DrawId}";
    private static readonly Instant Now = Way.Morning;

    [Fact]
    public async Task Drawn_Page_ListBeforeTheVerification()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        await using PageHost host = await AfterAsync(store, "draw");
        using PageReader anybody = host.Reader();
        Page page = await anybody.OpenAsync(Draw);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        int picture = page.Html.IndexOf("class=\"tickets\"", StringComparison.Ordinal);
        int list = page.Html.IndexOf("id=\"list\"", StringComparison.Ordinal);
        int verify = page.Html.IndexOf("id=\"verify\"", StringComparison.Ordinal);
        Assert.True(0 < picture && picture < list && list < verify, $"{picture} {list} {verify}");
    }

    [Fact]
    public async Task Reveal_BeforeTheDrawingDepartment_WitnessIsToldToWait()
    {
        const string waiting = "Waiting for the drawing department to reveal first";
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        await using PageHost host = await AfterAsync(store, "commitWitness");
        using PageReader witness = await host.SignedInAsync(Way.Witness.Person.Id);
        using PageReader operates = await host.SignedInAsync(Way.Operator.Person.Id);

        Page before = await witness.OpenAsync(Draw);
        Assert.Contains(waiting, before.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("data-ceremony=\"reveal\"", before.Html, StringComparison.Ordinal);
        Assert.DoesNotContain($"{Draw}#ceremony", (await witness.OpenAsync("/")).Html, StringComparison.Ordinal);
        Assert.Contains("data-ceremony=\"reveal\"", (await operates.OpenAsync(Draw)).Html, StringComparison.Ordinal);
        Assert.Contains($"{Draw}#ceremony", (await operates.OpenAsync("/")).Html, StringComparison.Ordinal);

        using Way way = new(store);
        await way.StepAsync("revealOperator");

        Page after = await witness.OpenAsync(Draw);
        Assert.DoesNotContain(waiting, after.Text, StringComparison.Ordinal);
        Assert.Contains("data-ceremony=\"reveal\"", after.Html, StringComparison.Ordinal);
        Assert.Contains($"{Draw}#ceremony", (await witness.OpenAsync("/")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chai", true)] // inspector of the department
    [InlineData("fu", true)] // result auditor
    [InlineData("gong", true)] // publisher of the department
    [InlineData("shen", true)] // supervisor
    [InlineData("jian", true)] // witness
    [InlineData("lv", false)] // inspector of another department
    [InlineData("guan", false)] // administrator elsewhere
    public async Task Trail_StaffOfTheDepartmentAndSupervisors_ReadItOthersSeeNoLink(string person, bool reads)
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        await using PageHost host = await AfterAsync(store, "prepare");
        using PageReader reader = await host.SignedInAsync(person);
        foreach ((string page, string trail) in new[] { (Draw, $"/tasks/{Way.TaskId}/trail"), ($"/plans/{Way.PlanId}", $"/plans/{Way.PlanId}/trail") })
        {
            Assert.Equal(reads, (await reader.OpenAsync(page)).Html.Contains($"href=\"{trail}\"", StringComparison.Ordinal));
            Page read = await reader.OpenAsync(trail);
            Assert.Equal(reads ? HttpStatusCode.OK : HttpStatusCode.NotFound, read.Status);
            Assert.Equal(reads, read.Text.Contains("Merkle root", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("ni")]
    [InlineData("qiu")]
    public async Task Home_Headings_BeginWithOneOfTheFirstLevel(string? person)
    {
        await using PageHost host = await PageHost.StartAsync(Now);
        using PageReader reader = person is null ? host.Reader() : await host.SignedInAsync(person);
        string[] headings = [.. (await reader.OpenAsync("/")).Headings];
        Assert.Equal("h1", headings[0]);
        Assert.Single(headings, heading => heading == "h1");
    }

    private static async Task<PageHost> AfterAsync(TemporaryStore store, string step)
    {
        using Way way = new(store);
        await way.GoAsync(step);
        return await PageHost.StartAsync(Now, store.File);
    }
}
