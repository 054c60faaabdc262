using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Exchange;
using RandomInspection.Ledger;
using RandomInspection.SampleData;

namespace RandomInspection.Tests;

/// <summary>What came in: kept before it is answered, taken in once and in order, set aside with its reason.</summary>
public abstract class InboxRunTests
{
    private static readonly Subject[] Sample = [.. SampleSubjects.Generate(5)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_LateAndPoison_EachAsItShould()
    {
        await using FrontHost host = await FrontHost.StartAsync();
        await KeepAsync(host, Message("m-3", 3), Message("m-2", 2), Message("bad", null, "{}"), Message("m-1", 1));
        await host.Get<InboxRun>().RunAsync(FrontHost.Province, Cancellation);
        Assert.Equal(new InFigures("province", 0, 3, 0, 1, host.Clock.Now) { OldestAt = host.Clock.Now }, await host.In.FiguresAsync("province", Cancellation));
        InboundMessage aside = Assert.Single(await host.In.ReadAsync("province", InboundStatus.Aside, 10, Cancellation));
        Assert.Equal("bad", aside.Id);
        Assert.Matches("^RI9160：[^\n]*[\u4e00-\u9fff]", FrontReason.In(aside.Error, Language.Chinese));
        Assert.Matches("^RI9160: [ -~]+$", FrontReason.In(aside.Error, Language.English));
        Assert.Equal(["m-1", "m-2", "m-3"], await ReceivedAsync(host));

        // Its cause is still there: it is set aside again.
        Assert.Equal(1, await host.In.ReplayAsync("province", aside.Place, new FrontDecision("guan", "mended"), host.Clock.Now, Cancellation));
        await host.Get<InboxRun>().RunAsync(FrontHost.Province, Cancellation);
        Assert.Equal(1, (await host.In.FiguresAsync("province", Cancellation)).Aside);
    }

    [Fact]
    public async Task RunAsync_GapStays_WhatIsBehindWaitsForIt()
    {
        await using FrontHost host = await FrontHost.StartAsync();
        await KeepAsync(host, Message("m-2", 2), Message("m-3", 3));
        await host.Get<InboxRun>().RunAsync(FrontHost.Province, Cancellation);
        Assert.Equal(2, (await host.In.FiguresAsync("province", Cancellation)).Parked);
        await KeepAsync(host, Message("m-1", 1));
        await host.Get<InboxRun>().RunAsync(FrontHost.Province, Cancellation);
        Assert.Equal(["m-1", "m-2", "m-3"], await ReceivedAsync(host));
    }

    /// <summary>Killed between the effect and the note of it: the row waits again, the log knows.</summary>
    [Fact]
    public async Task RunAsync_TakenAndNotNoted_NoSecondEffect()
    {
        await using FrontHost host = await FrontHost.StartAsync();
        ExchangeMessage message = Message("m-1", 1);
        await KeepAsync(host, message);
        await host.Get<Inbox>().TakeAsync(FrontHost.Province, message, host.Clock.Now, Cancellation);
        await host.Get<InboxRun>().RunAsync(FrontHost.Province, Cancellation);
        Assert.Equal(["m-1"], await ReceivedAsync(host));
        Assert.Equal(1, (await host.In.FiguresAsync("province", Cancellation)).Taken);
    }

    [Fact]
    public async Task ReceiveAsync_EveryRefusal_AndARepeatIsAnsweredTheSame()
    {
        await using FrontHost host = await FrontHost.StartAsync();
        await using WebhookReceiver receiver = new(host.Get<ExchangeOptions>(), host.In, host.Clock);
        ExchangeMessage message = Message("m-1", 1);
        Assert.Equal(message, await SendAsync(message));
        Assert.Equal(message, await SendAsync(message)); // a replay within the window has no effect and harms nobody
        Assert.Equal("RI9157", await RefusedAsync(() => SendAsync(Message("m-1", 1, SubjectMessages.Write(Sample[..1])))));
        Assert.Equal("RI9163", await RefusedAsync(() => SendAsync(message, partner: "nobody")));
        Assert.Equal("RI9153", await RefusedAsync(() => SendAsync(message, secret: new WebhookKey.Secret([.. new byte[32]]))));
        Assert.Equal("RI9154", await RefusedAsync(() => SendAsync(message, at: host.Clock.Now - Duration.FromMinutes(6)))); // a replay after it
        Assert.Equal("RI9155", await RefusedAsync(() => SendAsync(message, id: "another")));
        Assert.Equal("RI9155", await RefusedAsync(() => receiver.ReceiveAsync("province", "m-1", null, null, message.ToBytes(), Cancellation)));
        Assert.Equal("RI9150", await RefusedAsync(() => SendAsync(message, body: "no message"u8.ToArray())));
        Assert.Equal(1, (await host.In.FiguresAsync("province", Cancellation)).Waiting);

        Task<ExchangeMessage> SendAsync(ExchangeMessage one, string partner = "province", WebhookKey.Secret? secret = null, Instant? at = null, string? id = null, byte[]? body = null)
        {
            string timestamp = WebhookSignature.Timestamp(at ?? host.Clock.Now), name = id ?? one.Id;
            body ??= one.ToBytes();
            return receiver.ReceiveAsync(partner, name, timestamp, WebhookSignature.By(secret ?? FrontHost.Secret, name, timestamp, body), body, Cancellation);
        }

        static async Task<string> RefusedAsync(Func<Task> step) => (await Assert.ThrowsAsync<InputRefusedException>(step)).Refusal.Code;
    }

    /// <summary>A key is changed: during the change messages by either are received, before and after it by one only; what came by the old one and comes again by the new has no second effect.</summary>
    [Fact]
    public async Task ReceiveAsync_KeyRotated_EitherDuringTheChangeAndTheNewOneAfterIt()
    {
        WebhookKey.Secret former = FrontHost.Secret, next = new([.. Enumerable.Range(0, 32).Select(i => (byte)(i + 100))]);
        await using FrontHost host = await FrontHost.StartAsync();
        foreach ((string id, WebhookKey.Secret[] keys, WebhookKey.Secret signedBy, bool isReceived) in ((string, WebhookKey.Secret[], WebhookKey.Secret, bool)[])
        [
            ("m-1", [former], former, true),
            ("m-2", [former], next, false),
            ("m-2", [next, former], next, true),
            ("m-3", [next, former], former, true),
            ("m-3", [next, former], next, true),
            ("m-4", [next], former, false),
            ("m-4", [next], next, true),
        ])
        {
            ExchangeOptions options = host.Get<ExchangeOptions>() with { Partners = [FrontHost.Province with { Keys = [.. keys] }] };
            await using WebhookReceiver receiver = new(options, host.In, host.Clock);
            ExchangeMessage message = Message(id, null);
            string timestamp = WebhookSignature.Timestamp(host.Clock.Now);
            Task<ExchangeMessage> received = receiver.ReceiveAsync("province", id, timestamp, WebhookSignature.By(signedBy, id, timestamp, message.ToBytes()), message.ToBytes(), Cancellation);
            if (isReceived)
            {
                Assert.Equal(message, await received);
            }
            else
            {
                Assert.Equal("RI9153", (await Assert.ThrowsAsync<InputRefusedException>(() => received)).Refusal.Code);
            }
        }

        await host.Get<InboxRun>().RunAsync(FrontHost.Province, Cancellation);
        Assert.Equal(["m-1", "m-2", "m-3", "m-4"], await ReceivedAsync(host));
    }

    private static Task KeepAsync(FrontHost host, params ExchangeMessage[] messages) =>
        host.In.KeepAsync([.. messages.Select(message => ("province", message, "test"))], host.Clock.Now, Cancellation);

    private static async Task<string[]> ReceivedAsync(FrontHost host) =>
    [
        .. (await host.Get<ILedger>().ReadAsync(LedgerLog.Public, 0, int.MaxValue, Cancellation)).Where(entry => entry.Type == "exchange.received")
            .Select(entry => ((InboxEvent.Received)DomainEvents.Codec.Decode(entry)).Id),
    ];

    private static ExchangeMessage Message(string id, long? place, string? data = null) => ExchangeMessage.Of(
        "https://province.example", id, ExchangeTypes.Subjects, "subjects", place, Instant.FromUtc(2026, 11, 23, 1, 0), data ?? SubjectMessages.Write(Sample));
}

public sealed class InboxRunTestsOnSqlite : InboxRunTests;
