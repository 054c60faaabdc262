using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Tests.Api;

/// <summary>A step that is sent twice happens once: by its key, through 64 at once, after a crash, and on another host.</summary>
public sealed class IdempotencyTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 1, 0);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Key_MissingMalformedOrTooLong_Refused()
    {
        await using ApiHost host = await ApiHost.StartAsync(Now);
        using HttpClient drafter = host.Caller("ni");
        foreach (string? key in new[] { null, new string('k', 201), "a b" })
        {
            (HttpStatusCode status, JsonElement problem) = await BeginAsync(drafter, key);
            Assert.Equal((HttpStatusCode.BadRequest, "RI9071"), (status, problem.GetProperty("code").GetString()));
        }

        Assert.Equal(0, await host.Get<ILedger>().VersionAsync("plan/P2026-001", Cancellation));
    }

    [Fact]
    public async Task Same_SentAgain_SameAnswerAndOneEffect()
    {
        await using ApiHost host = await ApiHost.StartAsync(Now);
        using HttpClient drafter = host.Caller("ni"), other = host.Caller("huan");
        (_, JsonElement first) = await BeginAsync(drafter, "one");
        (HttpStatusCode status, JsonElement again) = await BeginAsync(drafter, "one");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(first.GetRawText(), again.GetRawText());
        Assert.Equal(1, await host.Get<ILedger>().VersionAsync("plan/P2026-001", Cancellation));

        // A key is its person's: the same key of somebody else is another request.
        (_, JsonElement others) = await BeginAsync(other, "one");
        Assert.Equal("P2026-002", others.GetProperty("id").GetString());
    }

    [Fact]
    public async Task Same_WithOtherPayload_Refused()
    {
        await using ApiHost host = await ApiHost.StartAsync(Now);
        using HttpClient drafter = host.Caller("ni");
        await BeginAsync(drafter, "one");
        (HttpStatusCode status, JsonElement problem) = await BeginAsync(drafter, "one", "另一份计划");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "RI9073"), (status, problem.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Refused_SentAgain_IsTriedAgain()
    {
        await using ApiHost host = await ApiHost.StartAsync(Now);
        using HttpClient drafter = host.Caller("ni");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await BeginAsync(drafter, "one", "")).Status);
        Assert.Equal(HttpStatusCode.OK, (await BeginAsync(drafter, "one")).Status);
    }

    [Fact]
    public async Task SixtyFour_AtOnce_OneEffectAndNobodyIsToldOtherwise()
    {
        await using ApiHost host = await ApiHost.StartAsync(Now);
        using HttpClient drafter = host.Caller("ni");
        (HttpStatusCode Status, JsonElement Body)[] answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => BeginAsync(drafter, "one")));
        Assert.All(answers, answer => Assert.True(
            answer.Status == HttpStatusCode.OK && answer.Body.GetProperty("id").GetString() == "P2026-001"
            || answer.Status == HttpStatusCode.Conflict && answer.Body.GetProperty("code").GetString() is "RI9072" or "RI9070", $"{answer.Status} {answer.Body}"));
        Assert.Contains(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal(1, await host.Get<ILedger>().VersionAsync("plan/P2026-001", Cancellation));
        Assert.Equal(0, await host.Get<ILedger>().VersionAsync("plan/P2026-002", Cancellation));
        Assert.Equal(HttpStatusCode.OK, (await BeginAsync(drafter, "one")).Status);
    }

    [Fact]
    public async Task SixtyFour_OnTwoHostsOfOneDatabase_OneEffect()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        await using ApiHost one = await ApiHost.StartAsync(Now, store.File), two = await ApiHost.StartAsync(Now, store.File);
        using HttpClient first = one.Caller("ni"), second = two.Caller("ni");
        (HttpStatusCode Status, JsonElement Body)[] answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(number => BeginAsync(number % 2 == 0 ? first : second, "one")));
        Assert.All(answers, answer => Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.Conflict, $"{answer.Status} {answer.Body}"));
        Assert.Equal(1, await one.Get<ILedger>().VersionAsync("plan/P2026-001", Cancellation));
        Assert.Equal(0, await one.Get<ILedger>().VersionAsync("plan/P2026-002", Cancellation));
        Assert.Equal(HttpStatusCode.OK, (await BeginAsync(second, "one")).Status);
    }

    [Fact]
    public async Task Crash_BetweenTheCommitAndTheAnswer_TheAnswerIsThereAndTheEffectOnce()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        await using (ApiHost falling = await ApiHost.StartAsync(Now, store.File, services => services.AddSingleton<ILedgerObserver, FallsAfterWriting>()))
        {
            using HttpClient drafter = falling.Caller("ni");
            (HttpStatusCode fallen, JsonElement problem) = await BeginAsync(drafter, "one");
            Assert.Equal((HttpStatusCode.InternalServerError, "RI9061"), (fallen, problem.GetProperty("code").GetString()));
        }

        await using ApiHost restarted = await ApiHost.StartAsync(Now, store.File);
        using HttpClient again = restarted.Caller("ni");
        (HttpStatusCode status, JsonElement receipt) = await BeginAsync(again, "one");
        Assert.Equal((HttpStatusCode.OK, "P2026-001"), (status, receipt.GetProperty("id").GetString()));
        Assert.Equal(1, await restarted.Get<ILedger>().VersionAsync("plan/P2026-001", Cancellation));
        Assert.Equal(0, await restarted.Get<ILedger>().VersionAsync("plan/P2026-002", Cancellation));
    }

    [Fact]
    public async Task Store_InMemory_KeepsRequestsAsTablesDo()
    {
        await using ApiHost host = await ApiHost.StartAsync(Now);
        Storage.InMemoryStore memory = new();
        foreach ((ILedger ledger, IAnsweredRequests requests) in new[] { (memory.Ledger, memory.Requests), (host.Get<ILedger>(), host.Get<IAnsweredRequests>()) })
        {
            LedgerCommit commit = new(Actor.System, Now, null, [new StreamAppend("test/one", 0, [new EncodedEvent("plan.approved", "{}"), new EncodedEvent("plan.approved", "{}")])], [])
            {
                Request = new AnsweredRequest(new string('a', 64), new string('b', 64), 0),
            };
            await ledger.CommitAsync(commit, Cancellation);
            KeptRequest kept = Assert.Single(await requests.FindAsync(new string('a', 64), Cancellation));
            Assert.Equal((Now, new WrittenEntries("test/one", 1, 2)), (kept.At, Assert.Single(kept.Written)));
            InputRefusedException twice = await Assert.ThrowsAsync<InputRefusedException>(() => ledger.CommitAsync(commit with { Appends = [new StreamAppend("test/two", 0, commit.Appends[0].Events)] }, Cancellation));
            Assert.Equal("RI9070", twice.Refusal.Code);
            Assert.Equal(0, await ledger.VersionAsync("test/two", Cancellation));
            Assert.Equal(0, await requests.ForgetAsync(Now, Cancellation));
            Assert.Equal(1, await requests.ForgetAsync(Now + Duration.Epsilon * 100, Cancellation));
            Assert.Empty(await requests.FindAsync(new string('a', 64), Cancellation));
        }
    }

    [Fact]
    public async Task Version_MissingStaleOrAny_AsTheTagSays()
    {
        await using ApiHost host = await ApiHost.StartAsync(Now);
        using HttpClient drafter = host.Caller("ni");
        await BeginAsync(drafter, "one");
        Assert.Equal(((HttpStatusCode)428, "RI9074"), await AddAsync(drafter, "add-1", null));
        Assert.Equal((HttpStatusCode.PreconditionFailed, "RI9075"), await AddAsync(drafter, "add-2", "\"7\""));
        Assert.Equal((HttpStatusCode.PreconditionFailed, "RI9075"), await AddAsync(drafter, "add-3", "W/\"1\""));
        Assert.Equal((HttpStatusCode.OK, null), await AddAsync(drafter, "add-4", "\"1\""));
        Assert.Equal((HttpStatusCode.PreconditionFailed, "RI9075"), await AddAsync(drafter, "add-5", "\"1\""));
        Assert.Equal((HttpStatusCode.OK, null), await AddAsync(drafter, "add-6", "*"));
        using HttpRequestMessage read = new(HttpMethod.Get, "/api/v1/plans/P2026-001");
        read.Headers.TryAddWithoutValidation("If-None-Match", "\"3\"");
        using HttpResponseMessage unchanged = await drafter.SendAsync(read, Cancellation);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task Version_OfTwoAtOnceOnTheSame_OneGetsThrough()
    {
        await using ApiHost host = await ApiHost.StartAsync(Now);
        using HttpClient drafter = host.Caller("ni");
        await BeginAsync(drafter, "one");
        (HttpStatusCode Status, string? Code)[] answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(number => AddAsync(drafter, $"add-{number}", "\"1\"")));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.All(answers, answer => Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict));
        Assert.Equal(2, await host.Get<ILedger>().VersionAsync("plan/P2026-001", Cancellation));
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> BeginAsync(HttpClient client, string? key, string title = "2026 年度抽查计划")
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/v1/plans") { Content = JsonContent.Create(new { year = 2026, title }) };
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        using HttpResponseMessage answer = await client.SendAsync(request, Cancellation);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation));
    }

    private static async Task<(HttpStatusCode Status, string? Code)> AddAsync(HttpClient client, string key, string? tag)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/v1/plans/P2026-001/tasks")
        {
            Content = JsonContent.Create(new { title = "食品经营抽查", items = new[] { "SCJG-01" }, from = "2026-04-01", to = "2026-12-31" }),
        };
        request.Headers.Add("Idempotency-Key", key);
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }

        using HttpResponseMessage answer = await client.SendAsync(request, Cancellation);
        JsonElement body = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        return (answer.StatusCode, body.TryGetProperty("code", out JsonElement code) ? code.GetString() : null);
    }

    /// <summary>As if the host fell right after the database had committed.</summary>
    private sealed class FallsAfterWriting : ILedgerObserver
    {
        public void Written(System.Collections.Immutable.ImmutableArray<LedgerEntry> entries) => throw new InvalidOperationException("The host falls.");
    }
}
