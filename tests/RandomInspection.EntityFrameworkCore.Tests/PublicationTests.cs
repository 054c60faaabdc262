using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Disclosure;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Tests;

/// <summary>The publication stream: dense, in the order in which things might be known, and nothing ever comes behind a cursor.</summary>
public abstract class PublicationTests
{
    private static readonly Acting Publisher = Way.As(Role.Publisher);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PublishAsync_OneAndSeveralAtOnce_NumberedInOrder()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        (DisclosureWorkflow workflow, Publications publications) = (store.Get<DisclosureWorkflow>(), store.Get<Publications>());
        await RaiseAsync(store, 5);
        Assert.Equal(0, await publications.LastAsync(Cancellation));
        Assert.Empty(await publications.ReadAsync(0, 10, Cancellation));

        await workflow.PublishAsync(Publisher, "d3", "公示系统", Cancellation);
        await workflow.PublishAsync(Publisher, ["d5", "d1"], "门户", Cancellation);
        ImmutableArray<DisclosedView> read = await publications.ReadAsync(0, 10, Cancellation);
        Assert.Equal([(1L, "d3", "公示系统"), (2L, "d5", "门户"), (3L, "d1", "门户")], read.Select(d => (d.Number, d.Obligation, d.Channel)));
        Assert.Equal(read[1..], await publications.ReadAsync(1, 10, Cancellation));
        Assert.Equal(read[1..2], await publications.ReadAsync(1, 1, Cancellation));
        Assert.Empty(await publications.ReadAsync(3, 10, Cancellation));
        Assert.Equal(3, await publications.LastAsync(Cancellation));

        // Refused: no number is used up.
        await LedgerAssert.RefusedAsync(store, "RI2202", () => workflow.PublishAsync(Publisher, ["d2", "d3"], "门户", Cancellation));
        await workflow.PublishAsync(Publisher, "d2", "门户", Cancellation);
        Assert.Equal((4L, "d2"), (await publications.ReadAsync(3, 10, Cancellation)).Select(d => (d.Number, d.Obligation)).Single());
        await LedgerAssert.IsSoundAsync(store);
    }

    [Fact]
    public async Task ReadAsync_WhileManyPublishAtOnce_CursorMissesNothingAndSeesNoGap()
    {
        const int Duties = 40;
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        await RaiseAsync(store, Duties);
        Publications publications = store.Get<Publications>();
        Task publishing = Task.WhenAll(Enumerable.Range(1, Duties).Select(i => Task.Run(
            () => store.Get<DisclosureWorkflow>().PublishAsync(Publisher, $"d{i}", "门户", Cancellation), Cancellation)));
        List<DisclosedView> seen = [];
        while (seen.Count < Duties)
        {
            ImmutableArray<DisclosedView> page = await publications.ReadAsync(seen.Count, 7, Cancellation);
            Assert.Equal(Enumerable.Range(seen.Count + 1, page.Length).Select(i => (long)i), page.Select(d => d.Number));
            seen.AddRange(page);
            if (publishing.IsCompleted)
            {
                await publishing;
            }
        }

        Assert.Equal(seen, await publications.ReadAsync(0, 100, Cancellation));
        Assert.Equal(Duties, seen.Select(d => d.Obligation).Distinct().Count());
        await LedgerAssert.IsSoundAsync(store);
    }

    [Fact]
    public async Task PublishAsync_InTheSealedLog_NoNumberBeforeItIsPublic()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        store.IsTampered = true; // the duty is written without its row
        await RaiseAsync(store, 1);
        DisclosureObligation secret = Raised("secret");
        await store.Get<ILedger>().CommitAsync(
            new LedgerCommit(
                Actor.System,
                Way.Morning,
                null,
                [new StreamAppend("disclosure/secret", 0, [DomainEvents.Codec.Encode(secret.Origin), DomainEvents.Codec.Encode(secret.Publish("门户", "p", Way.Morning))])],
                [],
                Log: LedgerLog.Sealed),
            Cancellation);
        Assert.Equal(0, await store.Get<Publications>().LastAsync(Cancellation));
        await store.Get<DisclosureWorkflow>().PublishAsync(Publisher, "d1", "门户", Cancellation);
        Assert.Equal("d1", Assert.Single(await store.Get<Publications>().ReadAsync(0, 10, Cancellation)).Obligation);
    }

    [Fact]
    public async Task CatchUpAsync_PublishedBeforeThereWasTheStream_EnteredOnceInTheirOrder()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        List<StreamAppend> appends = [];
        List<IView> rows = [];
        foreach ((string id, int hour) in new[] { ("late", 9), ("early", 1), ("middle", 5) })
        {
            DisclosureObligation duty = Raised(id);
            EncodedEvent raised = DomainEvents.Codec.Encode(duty.Origin);
            appends.Add(new StreamAppend($"disclosure/{id}", 0, [raised, DomainEvents.Codec.Encode(duty.Publish("旧渠道", "p", Way.Morning + Duration.FromHours(hour)))]));
            rows.Add(ObligationView.Of(duty));
        }

        // As an older version wrote it: straight into the store, without what follows today.
        ILedger old = new WithoutConsequences(store).Ledger;
        await old.CommitAsync(new LedgerCommit(Actor.System, Way.Morning, null, [.. appends], [.. rows]), Cancellation);
        Publications publications = store.Get<Publications>();
        Assert.Equal(0, await publications.LastAsync(Cancellation));
        Assert.Equal(3, await publications.CatchUpAsync(Way.Morning, Cancellation));
        Assert.Equal(0, await publications.CatchUpAsync(Way.Morning, Cancellation));
        Assert.Equal(["early", "middle", "late"], (await publications.ReadAsync(0, 10, Cancellation)).Select(d => d.Obligation));
        Assert.All(await publications.ReadAsync(0, 10, Cancellation), d => Assert.Equal("旧渠道", d.Channel));
    }

    private static async Task RaiseAsync(TemporaryStore store, int duties)
    {
        DisclosureObligation[] raised = [.. Enumerable.Range(1, duties).Select(i => Raised($"d{i}"))];
        await store.Get<ILedger>().CommitAsync(
            new LedgerCommit(
                Actor.System,
                Way.Morning,
                null,
                [.. raised.Select(d => new StreamAppend($"disclosure/{d.Origin.Obligation}", 0, [DomainEvents.Codec.Encode(d.Origin)]))],
                [.. raised.Select(ObligationView.Of)]),
            Cancellation);
    }

    private static DisclosureObligation Raised(string id) => DisclosureObligation.Replay(
    [
        new DisclosureEvent.Raised(
            id, DisclosureOccasion.PlanApproved, "P2026-001", $"事项 {id}", Publisher.Person.DepartmentId!, new LocalDate(2026, 11, 23), new DueDate(new LocalDate(2026, 12, 21), null, "三(八)", "2026-01")),
    ]);

    /// <summary>The store's own log, reached by a host without consequences over the same file.</summary>
    private sealed class WithoutConsequences(TemporaryStore store)
    {
        public ILedger Ledger => (ILedger)typeof(ForwardingLedger)
            .GetProperty("Inner", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.GetValue(store.Get<ILedger>())!;
    }
}
