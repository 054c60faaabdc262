using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using NodaTime;
using RandomInspection.Inspections;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests;

/// <summary>What the public is answered is kept while nothing has become public, is not sent twice, and is never what somebody else was answered.</summary>
public sealed class KeptAnswersTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/results")]
    [InlineData("/results.json")]
    public async Task Results_AskedAgain_NotSentTwiceUntilSomethingIsPublished(string path)
    {
        await using PageHost host = await PageHost.StartAsync(MemoryHost.Morning);
        using MemoryHost way = new(host.Services);
        ImmutableArray<VisitView> visits = await AuditedAsync(host, way);
        using HttpClient anybody = new() { BaseAddress = host.Address };
        await PublishAsync(way, visits[0]);
        (HttpStatusCode first, EntityTagHeaderValue? tag, string text) = await AskAsync(anybody, path);
        Assert.Equal(HttpStatusCode.OK, first);
        Assert.NotNull(tag);
        Assert.Contains(visits[0].SubjectName, text, StringComparison.Ordinal);
        Assert.DoesNotContain(visits[1].SubjectName, text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotModified, ""), await AskAsync(anybody, path, tag) is var again ? (again.Status, again.Text) : default);
        Assert.Equal((HttpStatusCode.OK, text), await AskAsync(anybody, path) is var whole ? (whole.Status, whole.Text) : default);

        await PublishAsync(way, visits[1]);
        (HttpStatusCode status, EntityTagHeaderValue? next, string after) = await AskAsync(anybody, path, tag);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.NotEqual(tag, next);
        Assert.Contains(visits[1].SubjectName, after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_BySomebodySignedIn_NeitherKeptNorTakenFromWhatIsKept()
    {
        await using PageHost host = await PageHost.StartAsync(MemoryHost.Morning);
        using MemoryHost way = new(host.Services);
        await PublishAsync(way, (await AuditedAsync(host, way))[0]);
        using HttpClient anybody = new() { BaseAddress = host.Address };
        string kept = (await AskAsync(anybody, "/results")).Text;
        using PageReader keeper = await host.SignedInAsync("ku");
        Assert.Contains("Ku Shouce", (await keeper.OpenAsync("/results")).Html, StringComparison.Ordinal);
        Assert.Equal(kept, (await AskAsync(anybody, "/results")).Text);
        Assert.DoesNotContain("Ku Shouce", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("__RequestVerificationToken", kept, StringComparison.Ordinal); // a token belongs to one reader
    }

    [Fact]
    public async Task Results_InTheOtherLanguage_AnAnswerOfItsOwn()
    {
        await using PageHost host = await PageHost.StartAsync(MemoryHost.Morning);
        using HttpClient chinese = new() { BaseAddress = host.Address }, english = new() { BaseAddress = host.Address };
        Assert.Contains("lang=\"zh-CN\"", (await AskAsync(chinese, "/results")).Text, StringComparison.Ordinal);
        await english.GetStringAsync("/?lang=en", Cancellation); // a cookie remembers it
        Assert.Contains("lang=\"en\"", (await AskAsync(english, "/results")).Text, StringComparison.Ordinal);
        Assert.Contains("lang=\"zh-CN\"", (await AskAsync(chinese, "/results")).Text, StringComparison.Ordinal);
    }

    private static async Task<ImmutableArray<VisitView>> AuditedAsync(PageHost host, MemoryHost way)
    {
        await way.ImportAsync();
        string task = await way.ApprovedAsync();
        await way.DrawnAsync(task);
        await way.MatchedAsync(task);
        ImmutableArray<VisitView> visits = [.. (await way.Views.QueryAsync(new VisitsOfTask(task), Cancellation)).Take(2)];
        foreach (VisitView visit in visits)
        {
            await way.AuditedAsync(visit.Key, ItemResult.NoProblemFound, "");
        }

        host.Clock.Now = MemoryHost.Morning + Duration.FromDays(10);
        return visits;
    }

    private static Task PublishAsync(MemoryHost way, VisitView visit) =>
        way.Disclosures.PublishAsync(MemoryHost.As(Role.Publisher, 9), [$"result-{visit.Key}"], ["portal"], Cancellation);

    private static async Task<(HttpStatusCode Status, EntityTagHeaderValue? Tag, string Text)> AskAsync(HttpClient client, string path, EntityTagHeaderValue? known = null)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(known);
        }

        using HttpResponseMessage answer = await client.SendAsync(request, Cancellation);
        return (answer.StatusCode, answer.Headers.ETag, await answer.Content.ReadAsStringAsync(Cancellation));
    }
}
