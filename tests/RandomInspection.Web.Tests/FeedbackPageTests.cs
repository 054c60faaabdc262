using System.Collections.Immutable;
using System.Net;
using RandomInspection.Inspections;
using RandomInspection.SampleData;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests;

/// <summary>检查评价: whoever was inspected rates a visit by the code of its notice; supervisors see it, and nobody else does.</summary>
public sealed class FeedbackPageTests
{
    private const string Said = "检查人员态度好";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rating_ByTheParty_OnceAndOnlyWithTheCode()
    {
        await using PageHost host = await PageHost.StartAsync(MemoryHost.Morning);
        using MemoryHost way = new(host.Services);
        string visit = (await way.WithVisitsAsync())[0].Key;
        string code = await way.Visits.CodeAsync(visit, Cancellation);
        using PageReader party = host.Reader();
        Assert.Contains("href=\"/feedback\"", (await party.OpenAsync("/checkin")).Html, StringComparison.Ordinal);
        Page form = await party.OpenAsync("/feedback");
        (string, string)[] rating = [("Input.Visit", $" {visit.ToLowerInvariant()} "), ("Input.Code", code), ("Input.Integrity", "5"), ("Input.Conduct", "4"), ("Input.Efficiency", "3"), ("Input.Text", Said)];
        await RefusedAsync("RI9083", rating);
        await way.ConcludedAsync(visit);
        await RefusedAsync("RI3022", rating, "Input.Code", "00000000");
        Page missing = await RefusedAsync("RI9081", rating, "Input.Conduct", "");
        Assert.Contains(Said, missing.Text, StringComparison.Ordinal); // what was entered stays
        Page given = await party.SendAsync(form, "rate", rating);
        Assert.Equal((HttpStatusCode.OK, true), (given.Status, given.Text.Contains("Your rating was received", StringComparison.Ordinal)));
        await RefusedAsync("RI9080", rating);

        async Task<Page> RefusedAsync(string refusal, (string Name, string Value)[] fields, string? field = null, string value = "")
        {
            Page refused = await party.SendAsync(form, "rate", [.. fields.Select(one => one.Name == field ? (one.Name, value) : one)]);
            Assert.Equal((HttpStatusCode.UnprocessableEntity, true), (refused.Status, refused.Text.Contains(refusal, StringComparison.Ordinal)));
            return refused;
        }
    }

    [Fact]
    public async Task Rating_WrongCodes_NotForEver()
    {
        await using PageHost host = await PageHost.StartAsync(MemoryHost.Morning);
        using MemoryHost way = new(host.Services);
        string visit = (await way.WithVisitsAsync())[0].Key;
        using PageReader anybody = host.Reader();
        Page form = await anybody.OpenAsync("/feedback");
        (string, string)[] guess = [("Input.Visit", visit), ("Input.Code", "00000000"), ("Input.Integrity", "1"), ("Input.Conduct", "1"), ("Input.Efficiency", "1"), ("Input.Text", "")];
        for (int attempt = 0; attempt < 10; attempt++)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await anybody.SendAsync(form, "rate", guess)).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await anybody.SendAsync(form, "rate", guess)).Status);
    }

    [Fact]
    public async Task Ratings_OfADepartment_ShownToSupervisorsFromThreeOnAndToNobodyElse()
    {
        await using PageHost host = await PageHost.StartAsync(MemoryHost.Morning);
        using MemoryHost way = new(host.Services);
        ImmutableArray<VisitView> visits = await way.WithVisitsAsync();
        using PageReader party = host.Reader(), supervisor = await host.SignedInAsync("shen");
        Page form = await party.OpenAsync("/feedback");
        foreach ((int i, VisitView visit) in visits.Index())
        {
            await way.ConcludedAsync(visit.Key);
            await party.SendAsync(
                form, "rate", ("Input.Visit", visit.Key), ("Input.Code", await way.Visits.CodeAsync(visit.Key, Cancellation)), ("Input.Integrity", "5"), ("Input.Conduct", "4"), ("Input.Efficiency", $"{i + 1}"),
                ("Input.Text", i == 0 ? $"{Said}<script>" : ""));
            Page figures = await supervisor.OpenAsync("/supervision/feedback");
            Assert.Equal(i == 2, figures.Text.Contains(Said, StringComparison.Ordinal));
            Assert.Equal(i < 2, figures.Text.Contains("fewer than 3", StringComparison.Ordinal));
            Assert.DoesNotContain("<script>", figures.Html.Split("<main", 2)[1], StringComparison.Ordinal);
            Assert.Equal(i == 2, figures.Text.Contains("3 5.0 4.0 2.0", StringComparison.Ordinal));
        }

        // Everybody else is told that the page is not open to them, and finds nothing of it elsewhere.
        foreach (Person person in DemoPeople.All.Where(person => !person.Roles.Contains(Role.Supervisor)))
        {
            using PageReader reader = await host.SignedInAsync(person.Id);
            foreach (string path in (string[])["/supervision/feedback", "/", "/visits", $"/visits/{visits[0].Key}", $"/visits/{visits[0].Key}/trail", $"/plans/{Way.PlanId}/trail", "/ledger"])
            {
                Page page = await reader.OpenAsync(path);
                Assert.True(path != "/supervision/feedback" || page.Status == HttpStatusCode.Forbidden || page.Status == HttpStatusCode.Found, $"{person.Id} {page.Status}");
                Assert.False(page.Text.Contains(Said, StringComparison.Ordinal) || page.Text.Contains("A visit rated", StringComparison.Ordinal), $"{person.Id} {path}");
            }
        }

        using HttpClient anybody = new() { BaseAddress = host.Address };
        foreach (string path in (string[])["/data/index.json", "/published.json", "/results.json", .. Enumerable.Range(1, 120).Select(i => $"/ledger/entries/{i}.json")])
        {
            using HttpResponseMessage answer = await anybody.GetAsync(path, Cancellation);
            string text = await answer.Content.ReadAsStringAsync(Cancellation);
            Assert.False(text.Contains(Said, StringComparison.Ordinal) || text.Contains("feedback.given", StringComparison.Ordinal), path);
        }
    }
}
