using System.Net;
using System.Text;
using NodaTime;
using RandomInspection.Exchange;

namespace RandomInspection.Tests;

/// <summary>What is fetched from a partner: each page with its cursor, or neither; asked for signed, and not again before its time.</summary>
public abstract class RestFetchTests
{
    private static readonly Uri Address = new("https://province.example/exchange/shenyang/out?of=market");
    private static readonly ExchangePartner Partner = FrontHost.Province with { Addresses = [Address], FetchFrom = Address, SendTo = null };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FetchAsync_TwoPages_KeptInOrderAndAskedForAfterTheLast()
    {
        List<string> asked = [];
        await using FrontHost host = await FrontHost.StartAsync((request, _) =>
        {
            Assert.Equal(HttpMethod.Get, request.Method);
            Assert.Null(WebhookSignature.Refuse(
                [FrontHost.Secret], Header("webhook-id"), Header("webhook-timestamp"), Header("webhook-signature"), Encoding.UTF8.GetBytes(request.RequestUri!.PathAndQuery), Instant.FromUtc(2026, 11, 23, 1, 0)));
            asked.Add(request.RequestUri.Query);
            return asked.Count switch { 1 => Page("e.2", Message(1), Message(2)), 2 => Page("e 3%", Message(3)), 3 => Page("e.3", Message(3)), _ => Page("e.3") };

            string Header(string name) => request.Headers.GetValues(name).Single();
        });
        Assert.Equal(2, await FetchAsync(host)); // a cursor that has a space is none
        Assert.StartsWith("RI9172", (await host.In.FetchedAsync("province", Cancellation))!.Error, StringComparison.Ordinal);
        Assert.StartsWith("RI9172：", FrontReason.In((await host.In.FetchedAsync("province", Cancellation))!.Error, Language.Chinese), StringComparison.Ordinal);
        host.Clock.Now += Duration.FromSeconds(5);
        Assert.Equal(1, await FetchAsync(host));
        Assert.Equal(["?of=market", "?of=market&after=e.2", "?of=market&after=e.2", "?of=market&after=e.3"], asked);
        Assert.Equal(["m-1", "m-2", "m-3"], (await host.In.ReadAsync("province", InboundStatus.Waiting, 10, Cancellation)).Select(row => row.Id));
        Assert.Equal(new FetchFigures("e.3", host.Clock.Now, 0, host.Clock.Now + Duration.FromMinutes(1), null, null), await host.In.FetchedAsync("province", Cancellation));
        Assert.Equal((0, 4), (await FetchAsync(host), asked.Count)); // not before its time
        await host.Get<InboxRun>().RunAsync(FrontHost.Province with { Takes = [ExchangeTypes.Publication] }, Cancellation);
        Assert.Equal(3, (await host.In.FiguresAsync("province", Cancellation)).Taken);
    }

    [Fact]
    public async Task FetchAsync_PoisonAndOtherContent_SetAsideAndTheOthersKept()
    {
        int asked = 0;
        await using FrontHost host = await FrontHost.StartAsync((_, _) => asked++ switch
        {
            0 => Page("1", Message(1), """{"specversion":"1.0"}""", Message(2)),
            1 => Page("2", Message(1, "{\"other\":1}"), Message(2)),
            _ => Page("2"),
        });
        Assert.Equal(5, await FetchAsync(host));
        Assert.Equal(["m-1", "m-2"], (await host.In.ReadAsync("province", InboundStatus.Waiting, 10, Cancellation)).Select(row => row.Id));
        Assert.Equal(["RI9150", "RI9157"], (await host.In.ReadAsync("province", InboundStatus.Aside, 10, Cancellation)).Select(row => row.Error![..6]));
        await host.In.ReplayAsync("province", null, new FrontDecision("guan", "look again"), host.Clock.Now, Cancellation);
        await host.Get<InboxRun>().RunAsync(Partner, Cancellation);
        Assert.Equal(2, (await host.In.FiguresAsync("province", Cancellation)).Aside); // the cause is still there
    }

    [Theory]
    [InlineData("no page", null)]
    [InlineData("[]", null)]
    [InlineData("""{"next":"1"}""", null)]
    [InlineData("""{"next":1,"messages":[]}""", null)]
    [InlineData("""{"next":"","messages":[{}]}""", null)]
    [InlineData("""{"next":"1","next":"2","messages":[]}""", null)]
    [InlineData("", 500)]
    [InlineData("", 302)]
    public async Task FetchAsync_NoPage_AskedAgainLaterEachTime(string body, int? status)
    {
        await using FrontHost host = await FrontHost.StartAsync((_, _) => new HttpResponseMessage((HttpStatusCode)(status ?? 200)) { Content = new StringContent(body) });
        for (int i = 1; i < 5; i++)
        {
            Assert.Equal(0, await FetchAsync(host));
            FetchFigures stands = (await host.In.FetchedAsync("province", Cancellation))!;
            Assert.Equal((i, "", true), (stands.Failures, stands.Cursor, stands.Error!.StartsWith(status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "RI9172", StringComparison.Ordinal)));
            Assert.InRange(stands.NextAt - host.Clock.Now, Duration.FromSeconds(2.5 * (1 << (i - 1))) - Duration.FromMilliseconds(1), Duration.FromSeconds(5 << (i - 1)));
            host.Clock.Now = stands.NextAt - Duration.FromMilliseconds(1);
            Assert.Equal(0, await FetchAsync(host));
            Assert.Equal(i, (await host.In.FetchedAsync("province", Cancellation))!.Failures); // not due yet
            host.Clock.Now = stands.NextAt;
        }

        Assert.Equal(0, (await host.In.FiguresAsync("province", Cancellation)).Waiting);
    }

    [Fact]
    public async Task FetchAsync_TooLong_RefusedBeforeItFillsTheMemory()
    {
        await using FrontHost host = await FrontHost.StartAsync((_, _) => new HttpResponseMessage { Content = new StringContent(new string(' ', (32 << 20) + 1)) });
        await FetchAsync(host);
        Assert.Contains("33554432", (await host.In.FetchedAsync("province", Cancellation))!.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FetchAsync_RetryAfterThen410_WaitsThenStopsUntilResumed()
    {
        int asked = 0;
        await using FrontHost host = await FrontHost.StartAsync((_, _) =>
        {
            HttpResponseMessage answer = asked++ switch { 0 => new(HttpStatusCode.ServiceUnavailable), 1 => new(HttpStatusCode.Gone), _ => Page("1") };
            answer.Headers.TryAddWithoutValidation("Retry-After", asked == 1 ? "600" : null);
            return answer;
        });
        await FetchAsync(host);
        host.Clock.Now += Duration.FromSeconds(599);
        await FetchAsync(host);
        Assert.Equal(1, asked);
        host.Clock.Now += Duration.FromSeconds(1);
        await FetchAsync(host);
        host.Clock.Now += Duration.FromDays(3);
        await FetchAsync(host);
        Assert.Equal(2, asked);
        FrontDecision decision = new("guan", "agreed by telephone");
        Assert.True(await host.In.ResumeAsync("province", decision, host.Clock.Now, Cancellation));
        Assert.False(await host.In.ResumeAsync("province", decision, host.Clock.Now, Cancellation));
        await FetchAsync(host);
        Assert.Equal((3, "1"), (asked, (await host.In.FetchedAsync("province", Cancellation))!.Cursor));
        Assert.Equal("resume-fetch", Assert.Single(await host.Get<FrontDecisions>().ReadAsync("province", 10, Cancellation)).Action);
    }

    /// <summary>Two processes at once, or one that was killed before it knew: the page that is behind the cursor is not kept again.</summary>
    [Fact]
    public async Task KeepPageAsync_CursorMovedMeanwhile_NothingKept()
    {
        await using FrontHost host = await FrontHost.StartAsync();
        FetchedPage first = FetchedPage.Parse(Encoding.UTF8.GetBytes($$"""{"next":"1","messages":[{{Message(1)}}]}"""), ""), second = FetchedPage.Parse(Encoding.UTF8.GetBytes($$"""{"next":"9","messages":[{{Message(2)}}]}"""), "");
        Assert.True(await host.In.KeepPageAsync("province", "", first, host.Clock.Now, host.Clock.Now, Cancellation));
        Assert.False(await host.In.KeepPageAsync("province", "", second, host.Clock.Now, host.Clock.Now, Cancellation));
        Assert.Equal("m-1", Assert.Single(await host.In.ReadAsync("province", InboundStatus.Waiting, 10, Cancellation)).Id);
        Assert.Equal("1", (await host.In.FetchedAsync("province", Cancellation))!.Cursor);
    }

    [Fact]
    public async Task FetchAsync_AddressNotApproved_RI9161AndNothingAsked()
    {
        int asked = 0;
        await using FrontHost host = await FrontHost.StartAsync((_, _) =>
        {
            asked++;
            return Page("1");
        });
        InputRefusedException refused = await Assert.ThrowsAsync<InputRefusedException>(() => host.Get<RestFetch>().FetchAsync(Partner with { FetchFrom = new Uri("https://elsewhere.example/out") }, Cancellation));
        Assert.Equal(("RI9161", 0), (refused.Refusal.Code, asked));
        Assert.Equal(0, await host.Get<RestFetch>().FetchAsync(FrontHost.Province, Cancellation)); // nothing is fetched from who sends
    }

    private static Task<int> FetchAsync(FrontHost host) => host.Get<RestFetch>().FetchAsync(Partner, Cancellation);

    private static HttpResponseMessage Page(string next, params string[] messages) => new() { Content = new StringContent($$"""{"next":"{{next}}","messages":[{{string.Join(',', messages)}}]}""") };

    private static string Message(int number, string data = "{}") => Encoding.UTF8.GetString(
        ExchangeMessage.Of("https://province.example", $"m-{number}", ExchangeTypes.Publication, "D2026-0001", number, Instant.FromUtc(2026, 11, 23, 1, 0), data).ToBytes());
}

public sealed class RestFetchTestsOnSqlite : RestFetchTests;

[OnPostgreSql]
public sealed class RestFetchTestsOnPostgreSql : RestFetchTests;
