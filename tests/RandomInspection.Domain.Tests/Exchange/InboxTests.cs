using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Exchange;
using RandomInspection.Ledger;
using RandomInspection.SampleData;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests.Exchange;

/// <summary>The inbox: once, in order, with its effect or not at all.</summary>
public sealed class InboxTests
{
    private static readonly Subject[] Sample = [.. SampleSubjects.Generate(9)];
    private static readonly ExchangePartner Partner = new("old-system", "旧系统", "The old system", "ku") { Takes = [ExchangeTypes.Subjects, ExchangeTypes.Publication] };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TakeAsync_Twice_OneEffect()
    {
        using MemoryHost host = new();
        ExchangeMessage message = Subjects("m-1", null, Sample);
        Assert.IsType<InboxOutcome.Taken>(await TakeAsync(host, message));
        LedgerEntry[] after = await host.EntriesAsync();
        Assert.Equal(["directory.merged", "exchange.received"], after.Select(entry => entry.Type)); // one commit: one moment, one actor
        Assert.Equal(["ku"], after.Select(entry => entry.Actor.PersonId).Distinct());
        Assert.IsType<InboxOutcome.Known>(await TakeAsync(host, message));
        Assert.Equal(after.Length, (await host.EntriesAsync()).Length);
        Assert.Equal("RI9157", SetAside(await TakeAsync(host, Subjects("m-1", null, Sample[..1]))).Code);
    }

    [Fact]
    public async Task TakeAsync_OutOfOrder_ParkedUntilItsTurn()
    {
        using MemoryHost host = new();
        ExchangeMessage[] three = [.. Enumerable.Range(1, 3).Select(i => Subjects($"m-{i}", i, Sample[..i]))];
        Assert.Equal(new InboxOutcome.Parked(1), await TakeAsync(host, three[2]));
        Assert.Equal(new InboxOutcome.Parked(1), await TakeAsync(host, three[1]));
        Assert.Empty(await host.EntriesAsync());
        Assert.IsType<InboxOutcome.Taken>(await TakeAsync(host, three[0]));
        Assert.Equal(new InboxOutcome.Parked(2), await TakeAsync(host, three[2]));
        Assert.IsType<InboxOutcome.Taken>(await TakeAsync(host, three[1]));
        Assert.IsType<InboxOutcome.Taken>(await TakeAsync(host, three[2]));
        Assert.Equal("RI9158", SetAside(await TakeAsync(host, Subjects("other", 2, Sample[..2]))).Code);
    }

    [Fact]
    public async Task TakeAsync_Poison_SetAsideWithItsReasonAndNothingWritten()
    {
        using MemoryHost host = new();
        Assert.Equal("RI9160", SetAside(await TakeAsync(host, Message("m-1", ExchangeTypes.Subjects, null, "{}"))).Code);
        Assert.Equal("RI9160", SetAside(await TakeAsync(host, Subjects("m-2", null, [Sample[0], Sample[0]]))).Code);
        Assert.Equal("RI9160", SetAside(await TakeAsync(host, Message("m-3", ExchangeTypes.Subjects, null, """{"subjects":[{"code":"x","name":" ","region":"r","trade":"H","creditClass":"A"}]}"""))).Code);
        Assert.Equal("RI9159", SetAside(await TakeAsync(host, Message("m-4", ExchangeTypes.Results, null, "{}"))).Code);
        Assert.Equal("RI2013", SetAside(await TakeAsync(host, Subjects("m-5", null, Sample), Partner with { AgentId = "chai" })).Code); // an inspector keeps no directory
        Assert.Equal("RI9163", SetAside(await TakeAsync(host, Subjects("m-6", null, Sample), Partner with { AgentId = "nobody" })).Code);
        Assert.Empty(await host.EntriesAsync());
    }

    [Fact]
    public async Task TryAsync_DryRun_SaysTheSameAndWritesNothing()
    {
        using MemoryHost host = new();
        Inbox inbox = host.Get<Inbox>();
        Assert.IsType<InboxOutcome.Taken>(await inbox.TryAsync(Partner, Subjects("m-1", 1, Sample), MemoryHost.Morning, Cancellation));
        Assert.IsType<InboxOutcome.Parked>(await inbox.TryAsync(Partner, Subjects("m-2", 2, Sample), MemoryHost.Morning, Cancellation));
        Assert.IsType<InboxOutcome.SetAside>(await inbox.TryAsync(Partner, Message("m-1", ExchangeTypes.Subjects, 1, "{}"), MemoryHost.Morning, Cancellation));
        Assert.Empty(await host.EntriesAsync());
        Assert.Equal(0, await host.Get<ISubjectDirectory>().VersionAsync(Cancellation));
    }

    [Fact]
    public async Task TakeAllAsync_RepeatsAndGaps_EachOnceInItsOrder()
    {
        using MemoryHost host = new();
        Inbox inbox = host.Get<Inbox>();
        await inbox.TakeAsync(Partner, Kept(1, 1), MemoryHost.Morning, Cancellation);
        await inbox.TakeAsync(Partner, Kept(3, null), MemoryHost.Morning, Cancellation);
        ExchangeMessage[] some = [Kept(1, 1), Kept(2, 1), Kept(1, 2), Kept(1, 1), Kept(2, 3), Kept(2, 2), Kept(2, 5)];
        Assert.Equal(["Known", "Taken", "Taken", "Known", "Taken", "Taken", "Parked"], await NamesAsync(inbox, some));

        // One without a place that is known breaks the common commit; each is then looked at by itself.
        Assert.Equal(["Taken", "Known", "Taken"], await NamesAsync(inbox, [Kept(2, 4), Kept(3, null), Kept(2, 5)]));
        Assert.Equal(
            ["k-1-1", "k-3-", "k-2-1", "k-1-2", "k-2-2", "k-2-3", "k-2-4", "k-2-5"],
            (await host.EntriesAsync()).Where(entry => entry.Type == "exchange.received").Select(entry => ((InboxEvent.Received)DomainEvents.Codec.Decode(entry)).Id));
    }

    [Fact]
    public async Task TakeAsync_SixteenAtOnce_OneEffect()
    {
        using MemoryHost host = new();
        Inbox inbox = host.Get<Inbox>();
        InboxOutcome[] outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => inbox.TakeAsync(Partner, Subjects("m-1", 1, Sample), MemoryHost.Morning, Cancellation))));
        Assert.Single(outcomes, outcome => outcome is InboxOutcome.Taken);
        Assert.Equal(15, outcomes.Count(outcome => outcome is InboxOutcome.Known));
        Assert.Single(await host.EntriesAsync(), entry => entry.Type == "directory.merged");
    }

    private static ExchangeMessage Kept(int subject, int? place) => Message($"k-{subject}-{place}", ExchangeTypes.Publication, place, "{}", $"D-{subject}");

    private static ExchangeMessage Subjects(string id, long? place, Subject[] subjects) => Message(id, ExchangeTypes.Subjects, place, SubjectMessages.Write(subjects));

    private static ExchangeMessage Message(string id, string type, long? place, string data, string subject = "subjects") =>
        ExchangeMessage.Of("https://old.example", id, type, subject, place, Instant.FromUtc(2026, 11, 23, 1, 0), data);

    private static Task<InboxOutcome> TakeAsync(MemoryHost host, ExchangeMessage message, ExchangePartner? partner = null) =>
        host.Get<Inbox>().TakeAsync(partner ?? Partner, message, MemoryHost.Morning, Cancellation);

    private static async Task<string[]> NamesAsync(Inbox inbox, ExchangeMessage[] messages) =>
        [.. (await inbox.TakeAllAsync(Partner, messages, MemoryHost.Morning, Cancellation)).Select(outcome => outcome.GetType().Name)];

    private static Refusal SetAside(InboxOutcome outcome) => Assert.IsType<InboxOutcome.SetAside>(outcome).Reason;
}
