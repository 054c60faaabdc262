using System.Net;
using NodaTime;
using RandomInspection.Exchange;

namespace RandomInspection.Tests;

/// <summary>What goes out: at least once, in the order of each subject, given up after three days and never in silence.</summary>
public abstract class OutboxTests
{
    private static readonly FrontDecision Decision = new("guan", "agreed by telephone");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SendAsync_Published_SignedOnceEachInTheOrderOfItsSubject()
    {
        List<ExchangeMessage> sent = [];
        await using FrontHost host = await FrontHost.StartAsync((request, body) =>
        {
            Assert.Equal((FrontHost.Address, "application/cloudevents+json"), (request.RequestUri, request.Content!.Headers.ContentType!.MediaType));
            byte[] bytes = System.Text.Encoding.UTF8.GetBytes(body);
            Assert.Null(WebhookSignature.Refuse([FrontHost.Secret], Header("webhook-id"), Header("webhook-timestamp"), Header("webhook-signature"), bytes, Instant.FromUtc(2026, 11, 23, 1, 0)));
            sent.Add(ExchangeMessage.Parse(bytes));
            Assert.Equal(sent[^1].Id, Header("webhook-id"));
            return new HttpResponseMessage(HttpStatusCode.Accepted) { Content = new StringContent($$"""{"digest":"{{sent[^1].Digest}}"}""") };

            string Header(string name) => request.Headers.GetValues(name).Single();
        });
        await host.PublishAsync("A", "B", "A", "A");
        Assert.Equal(4, await host.RunAsync());
        await host.PublishAsync("B", "A");
        Assert.Equal(2, await host.RunAsync());
        Assert.Equal(0, await host.RunAsync());
        Assert.Equal([(1L, "publication-1"), (2L, "publication-3"), (3L, "publication-4"), (4L, "publication-6")], sent.Where(one => one.Subject == "A").Select(one => (one.Sequence!.Value, one.Id)));
        Assert.Equal([(1L, "publication-2"), (2L, "publication-5")], sent.Where(one => one.Subject == "B").Select(one => (one.Sequence!.Value, one.Id)));
        Assert.Equal(new OutFigures("province", 6, 0, 6, 0, 0, host.Clock.Now, null), await host.Out.FiguresAsync("province", Cancellation));
    }

    [Fact]
    public async Task SendAsync_OneFails_OnlyItsSubjectWaits()
    {
        bool isUp = false;
        List<string> sent = [];
        await using FrontHost host = await FrontHost.StartAsync((_, body) =>
        {
            ExchangeMessage message = ExchangeMessage.Parse(System.Text.Encoding.UTF8.GetBytes(body));
            sent.Add(message.Id);
            return new HttpResponseMessage(message.Subject == "A" && !isUp ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK);
        });
        await host.PublishAsync("A", "A", "B", "B");
        await host.RunAsync();
        Assert.Equal(["publication-1", "publication-3", "publication-4"], sent.Order(StringComparer.Ordinal));
        await host.AreAsync(OutboundStatus.Waiting, 1, 2);
        Assert.Equal(0, await host.RunAsync()); // not due yet
        isUp = true;
        host.Clock.Now += Duration.FromSeconds(5);
        Assert.Equal(2, await host.RunAsync());
        await host.AreAsync(OutboundStatus.Sent, 1, 2, 3, 4);
    }

    /// <summary>Whoever is not there is not stormed: one attempt at a time until somebody answers, then all.</summary>
    [Fact]
    public async Task SendAsync_NotReached_OneAtATimeUntilItAnswers()
    {
        bool isThere = false;
        int asked = 0;
        await using FrontHost host = await FrontHost.StartAsync(
            (_, _) => ++asked > 0 && isThere ? new HttpResponseMessage() : throw new HttpRequestException(HttpRequestError.ConnectionError),
            new ExchangeOptions { Source = "https://amr.shenyang.example/ledger", Partners = [FrontHost.Province], Parallel = 4, Pause = Duration.FromMilliseconds(1) });
        await host.PublishAsync([.. Enumerable.Range(0, 20).Select(i => $"S{i}")]);
        Assert.InRange(await host.RunAsync(), 1, 4); // what was under way
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(1, await host.RunAsync());
        }

        isThere = true;
        host.Clock.Now += Duration.FromSeconds(5);
        Assert.Equal(20, await host.RunAsync());
        Assert.Equal(20, (await host.Out.FiguresAsync("province", Cancellation)).Sent);
    }

    [Fact]
    public async Task SendAsync_RetryAfter_NotSooner()
    {
        await using FrontHost host = await FrontHost.StartAsync((_, _) =>
        {
            HttpResponseMessage answer = new(HttpStatusCode.TooManyRequests);
            answer.Headers.Add("Retry-After", "600");
            return answer;
        });
        await host.PublishAsync("A");
        await host.RunAsync();
        host.Clock.Now += Duration.FromSeconds(599);
        Assert.Equal(0, await host.RunAsync());
        host.Clock.Now += Duration.FromSeconds(1);
        Assert.Equal(1, await host.RunAsync());
    }

    [Fact]
    public async Task SendAsync_ThreeDaysOfFailure_DeadAndHoldsBackUntilSomebodyDecides()
    {
        bool isUp = false;
        await using FrontHost host = await FrontHost.StartAsync((_, _) => new HttpResponseMessage(isUp ? HttpStatusCode.OK : HttpStatusCode.InternalServerError));
        await host.PublishAsync("A", "A", "A");
        int attempts = 0;
        for (Instant end = host.Clock.Now + Duration.FromDays(4); host.Clock.Now < end; host.Clock.Now += Duration.FromHours(2))
        {
            attempts += await host.RunAsync();
        }

        Assert.InRange(attempts, 30, 40); // every two hours for three days
        await host.AreAsync(OutboundStatus.Dead, 1);
        Assert.Equal("500", Assert.Single(await host.Out.ReadAsync("province", OutboundStatus.Dead, 10, Cancellation)).Error);
        await host.AreAsync(OutboundStatus.Waiting, 2, 3); // order is kept: nothing overtakes it
        isUp = true;
        Assert.Equal(0, await host.RunAsync());
        await host.PublishAsync("A");
        Assert.Equal(0, await host.RunAsync());

        Assert.Equal(1, await host.Out.ReplayAsync("province", 1, Decision, host.Clock.Now, Cancellation));
        Assert.Equal(4, await host.RunAsync());
        await host.AreAsync(OutboundStatus.Sent, 1, 2, 3, 4);
        Assert.Equal(0, await host.Out.ReplayAsync("province", null, Decision, host.Clock.Now, Cancellation)); // nothing is dead any more
    }

    [Fact]
    public async Task GiveUpAsync_DeadLetter_WhatFollowsIsSent()
    {
        await using FrontHost host = await FrontHost.StartAsync(
            (_, body) => new HttpResponseMessage(body.Contains("publication-1", StringComparison.Ordinal) ? HttpStatusCode.BadRequest : HttpStatusCode.OK));
        await host.PublishAsync("A", "A");
        for (int i = 0; i < 60; i++, host.Clock.Now += Duration.FromHours(2))
        {
            await host.RunAsync();
        }

        await host.AreAsync(OutboundStatus.Dead, 1);
        Assert.Equal(1, await host.Out.GiveUpAsync("province", null, Decision, host.Clock.Now, Cancellation));
        Assert.Equal(new DecisionLine(host.Clock.Now, "give-up", null, 1, "guan", "agreed by telephone"), Assert.Single(await host.Get<FrontDecisions>().ReadAsync("province", 10, Cancellation)));
        Assert.Equal(1, await host.RunAsync());
        await host.AreAsync(OutboundStatus.GivenUp, 1);
        await host.AreAsync(OutboundStatus.Sent, 2);
    }

    [Fact]
    public async Task SendAsync_410_StopsUntilResumed()
    {
        bool isGone = true;
        int asked = 0;
        await using FrontHost host = await FrontHost.StartAsync((_, _) =>
        {
            asked++;
            return new HttpResponseMessage(isGone ? HttpStatusCode.Gone : HttpStatusCode.OK);
        });
        await host.PublishAsync("A", "A");
        await host.RunAsync();
        host.Clock.Now += Duration.FromDays(1);
        Assert.Equal((0, 1), (await host.RunAsync(), asked));
        Assert.NotNull((await host.Out.FiguresAsync("province", Cancellation)).StoppedAt);
        isGone = false;
        Assert.True(await host.Out.ResumeAsync("province", Decision, host.Clock.Now, Cancellation));
        Assert.False(await host.Out.ResumeAsync("province", Decision, host.Clock.Now, Cancellation));
        Assert.Equal(2, await host.RunAsync());
    }

    [Fact]
    public async Task SendAsync_ReceiptOfAnotherDigest_NotReceived()
    {
        await using FrontHost host = await FrontHost.StartAsync((_, _) => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{"digest":"other"}""") });
        await host.PublishAsync("A");
        await host.RunAsync();
        Assert.Equal("other digest", Assert.Single(await host.Out.ReadAsync("province", OutboundStatus.Waiting, 10, Cancellation)).Error);
    }

    [Theory]
    [InlineData("https://elsewhere.example/in")]
    [InlineData("http://province.example/in")]
    public async Task SendAsync_AddressNotApproved_RI9161AndNothingSent(string address)
    {
        int asked = 0;
        await using FrontHost host = await FrontHost.StartAsync((_, _) =>
        {
            asked++;
            return new HttpResponseMessage();
        });
        await host.PublishAsync("A");
        InputRefusedException refused = await Assert.ThrowsAsync<InputRefusedException>(() => host.RunAsync(FrontHost.Province with { SendTo = new Uri(address) }));
        Assert.Equal(("RI9161", 0), (refused.Refusal.Code, asked));
    }

    [Fact]
    public async Task SendAsync_Redirected_NotFollowed()
    {
        await using FrontHost host = await FrontHost.StartAsync((_, _) =>
        {
            HttpResponseMessage answer = new(HttpStatusCode.Found);
            answer.Headers.Location = new Uri("http://169.254.169.254/");
            return answer;
        });
        await host.PublishAsync("A");
        await host.RunAsync();
        Assert.Equal("302", Assert.Single(await host.Out.ReadAsync("province", OutboundStatus.Waiting, 10, Cancellation)).Error);
    }

    /// <summary>The front database is lost: the same messages are made again, with the same ids and places, and whoever fetches begins anew.</summary>
    [Fact]
    public async Task FeedAsync_FrontDatabaseLost_TheSameBytesAgain()
    {
        await using FrontHost host = await FrontHost.StartAsync(), other = await FrontHost.StartAsync();
        await host.PublishAsync("A", "B", "A");
        await other.PublishAsync("A", "B", "A");
        await host.Get<OutboxRun>().FeedAsync(FrontHost.Province, Cancellation);
        await other.Get<OutboxRun>().FeedAsync(FrontHost.Province, Cancellation);
        Assert.Equal(
            (await host.Out.AfterAsync("province", 0, 10, Cancellation)).Select(row => row.Body), (await other.Out.AfterAsync("province", 0, 10, Cancellation)).Select(row => row.Body));
        Assert.NotEqual(await host.Get<FrontDatabase>().EpochAsync(Cancellation), await other.Get<FrontDatabase>().EpochAsync(Cancellation));
    }

    /// <summary>Tables of the first layout keep what they have, and what was sent from them is not sent again.</summary>
    [Fact]
    public async Task CreateAsync_FirstLayout_KeptWithItsSource()
    {
        await using FrontHost host = await FrontHost.StartAsync();
        await host.PublishAsync("A", "B");
        await host.RunAsync();
        FrontDatabase front = host.Get<FrontDatabase>();
        await front.WriteAsync(
            (connection, transaction) => FrontDatabase.ExecuteAsync(
                connection,
                transaction,
                """
                CREATE TABLE old AS SELECT partner, number, batch, id, type, subject, sequence, operation, day, body, digest, status, attempts, first_at, next_at, error, receipt_digest, receipt_at FROM ex_out_message;
                DROP TABLE ex_out_message;
                ALTER TABLE old RENAME TO ex_out_message;
                ALTER TABLE ex_out_partner DROP COLUMN relay_cursor;
                DROP INDEX ex_in_message_taken;
                ALTER TABLE ex_in_message DROP COLUMN taken_number;
                DROP TABLE ex_front;
                DROP TABLE ex_decision;
                """,
                Cancellation),
            Cancellation);
        await front.CreateAsync(Cancellation);
        await host.PublishAsync("A");
        Assert.Equal(1, await host.RunAsync());
        await host.AreAsync(OutboundStatus.Sent, 1, 2, 3);
        Assert.Equal(["https://amr.shenyang.example/ledger"], (await front.QueryAsync("SELECT DISTINCT source FROM ex_out_message", row => row.GetString(0), Cancellation)).ToArray());
        Assert.Equal(2, await front.QueryAsync("SELECT max(sequence) FROM ex_out_message WHERE subject = 'A'", row => row.GetInt64(0), Cancellation).ContinueWith(task => task.Result.Single(), TaskScheduler.Default));
    }

    [Fact]
    public async Task Lease_TwoProcesses_OneHoldsUntilItsTimeIsOverOrItIsDead()
    {
        await using FrontHost host = await FrontHost.StartAsync();
        FrontDatabase front = host.Get<FrontDatabase>();
        FrontLease one = new(front, host.Clock, "a|1|x"), another = new(front, host.Clock, "b|1|x");
        Assert.True(await one.HoldAsync(Cancellation));
        Assert.True(await one.HoldAsync(Cancellation));
        Assert.False(await another.HoldAsync(Cancellation));
        host.Clock.Now += FrontLease.For + Duration.FromMilliseconds(1);
        Assert.True(await another.HoldAsync(Cancellation));
        Assert.False(await one.HoldAsync(Cancellation));
        await another.ReleaseAsync(Cancellation);
        FrontLease dead = new(front, host.Clock, $"{Environment.MachineName}|{int.MaxValue}|1"), living = new(front, host.Clock);
        Assert.True(await dead.HoldAsync(Cancellation));
        Assert.True(await living.HoldAsync(Cancellation)); // nobody waits for a process that was killed
        Assert.False(await dead.HoldAsync(Cancellation));
    }

    [Fact]
    public async Task FeedAsync_SeveralAtOnce_EachRowOnce()
    {
        await using FrontHost host = await FrontHost.StartAsync();
        await host.PublishAsync([.. Enumerable.Range(0, 1200).Select(i => $"S{i % 7}")]);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => host.Get<OutboxRun>().FeedAsync(FrontHost.Province, Cancellation))));
        Assert.Equal((1200L, 1200L), ((await host.Out.FiguresAsync("province", Cancellation)).Waiting, (await host.Out.FiguresAsync("province", Cancellation)).Cursor));
    }
}

public sealed class OutboxTestsOnSqlite : OutboxTests;

[OnPostgreSql]
public sealed class OutboxTestsOnPostgreSql : OutboxTests;
