using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Tests.Ledger;

/// <summary>What follows from an event is written with it, or nothing is.</summary>
public sealed class ConsequentLedgerTests
{
    private static readonly StreamAppend Cause = new("plan/P1", 0, [new EncodedEvent("plan.approved", "{}")]);
    private static readonly StreamAppend First = new("disclosure/1", 0, [new EncodedEvent("disclosure.raised", "{}")]);
    private static readonly StreamAppend Second = new("disclosure/2", 0, [new EncodedEvent("disclosure.raised", "{}")]);
    private static readonly LedgerCommit Commit = new(new Actor("zheng", Role.GovernmentApprover), Instant.FromUtc(2026, 3, 2, 8, 0), "理由", [Cause], [new Row("plan")]);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CommitAsync_NoConsequences_CommitAsItWas()
    {
        Store store = new();
        await new ConsequentLedger(store, []).CommitAsync(Commit, Cancellation);
        Assert.Same(Commit, Assert.Single(store.Commits));
    }

    [Fact]
    public async Task CommitAsync_SeveralConsequences_OneCommitInTheirOrder()
    {
        Store store = new();
        ConsequentLedger ledger = new(store, [new Follows(First), new Follows(null), new Follows(Second)]);

        await ledger.CommitAsync(Commit, Cancellation);

        LedgerCommit whole = Assert.Single(store.Commits);
        Assert.Equal([Cause, First, Second], whole.Appends);
        Assert.Equal(["plan", "disclosure/1", "disclosure/2"], whole.Views.Select(v => v.Key));
        Assert.Equal((Commit.Actor, Commit.At, Commit.Reason, Commit.Effect), (whole.Actor, whole.At, whole.Reason, whole.Effect));
    }

    [Fact]
    public async Task CommitAsync_EachConsequence_SeesTheEventAndNoConsequenceOfAnother()
    {
        Follows[] consequences = [new(First), new(Second)];
        await new ConsequentLedger(new Store(), consequences).CommitAsync(Commit, Cancellation);
        Assert.All(consequences, c => Assert.Same(Commit, Assert.Single(c.Seen)));
    }

    [Fact]
    public async Task CommitAsync_ConsequenceFails_NothingIsWritten()
    {
        Store store = new();
        ConsequentLedger ledger = new(store, [new Follows(First), new Fails()]);
        await Assert.ThrowsAsync<InvalidOperationException>(() => ledger.CommitAsync(Commit, Cancellation));
        Assert.Empty(store.Commits);
    }

    [Fact]
    public async Task CommitAsync_StreamOfAConsequenceMovedOn_FollowsAnewWithTheSameSalt()
    {
        Store store = new() { Conflicts = new Queue<string>([First.Stream, First.Stream]) };
        Follows follows = new(First);
        Told told = new();
        await new ConsequentLedger(store, [follows], new Salts(), [told]).CommitAsync(Commit, Cancellation);
        Assert.Equal(3, follows.Seen.Count);
        Assert.Equal(["1"], store.Commits.Select(c => c.Salt).Distinct());
        Assert.Equal(1, told.Times);
    }

    [Fact]
    public async Task CommitAsync_StreamOfAConsequenceNeverStandsStill_GivesUpAfterAThousandTries()
    {
        Store store = new() { Conflicts = new Queue<string>(Enumerable.Repeat(First.Stream, 1001)) };
        AppendConflictException conflict = await Assert.ThrowsAsync<AppendConflictException>(() => new ConsequentLedger(store, [new Follows(First)]).CommitAsync(Commit, Cancellation));
        Assert.Equal((First.Stream, 1000), (conflict.Stream, store.Commits.Count));

        store = new() { Conflicts = new Queue<string>(Enumerable.Repeat(First.Stream, 999)) };
        await new ConsequentLedger(store, [new Follows(First)]).CommitAsync(Commit, Cancellation);
        Assert.Equal(1000, store.Commits.Count);
    }

    [Fact]
    public async Task CommitAsync_OneOfTheCausesStreamsMovedOn_NotTriedAgain()
    {
        Store store = new() { Conflicts = new Queue<string>([Cause.Stream]) };
        await Assert.ThrowsAsync<AppendConflictException>(
            () => new ConsequentLedger(store, [new Follows(First)]).CommitAsync(Commit with { Appends = [Second, Cause] }, Cancellation));
        Assert.Single(store.Commits);
    }

    [Fact]
    public async Task CommitAsync_StreamsOfASecret_InTheSealedLogAndNeverInBoth()
    {
        StreamAppend secret = Cause with { Stream = "plan/A2026-S001" };
        Store store = new();
        ConsequentLedger ledger = new(store, []);
        await ledger.CommitAsync(Commit with { Appends = [secret, Cause with { Events = [] }] }, Cancellation); // one that does not grow is only looked at
        Assert.Equal(LedgerLog.Sealed, Assert.Single(store.Commits).Log);
        ArgumentException both = await Assert.ThrowsAsync<ArgumentException>(() => ledger.CommitAsync(Commit with { Appends = [secret, Cause] }, Cancellation));
        Assert.StartsWith("\"plan/P1\" does not belong to what is kept secret.", both.Message, StringComparison.Ordinal);
        Assert.Single(store.Commits);
    }

    [Fact]
    public async Task CommitAsync_StreamOfTheCauseMovedOn_ConflictOfTheCaller()
    {
        Store store = new() { Conflicts = new Queue<string>([Cause.Stream]) };
        Told told = new();
        AppendConflictException conflict = await Assert.ThrowsAsync<AppendConflictException>(
            () => new ConsequentLedger(store, [new Follows(First)], null, [told]).CommitAsync(Commit, Cancellation));
        Assert.Equal((Cause.Stream, 1, 0), (conflict.Stream, store.Commits.Count, told.Times));
    }

    [Fact]
    public async Task CommitAsync_SaltGivenOrNot_OneIsMadeOnlyWhereThereIsNone()
    {
        Store store = new();
        await new ConsequentLedger(store, [], new Salts()).CommitAsync(Commit with { Salt = "given" }, Cancellation);
        await new ConsequentLedger(store, [], new Salts()).CommitAsync(Commit, Cancellation);
        await new ConsequentLedger(store, []).CommitAsync(Commit with { Salt = "given" }, Cancellation);
        await new ConsequentLedger(store, []).CommitAsync(Commit, Cancellation);
        Assert.Equal(["given", "1", "given", null], store.Commits.Select(c => c.Salt));
    }

    [Fact]
    public async Task CommitAsync_TermsOfTheRequest_AreTheCommits()
    {
        Store store = new();
        await new ConsequentLedger(store, [], terms: new Because("补录")).CommitAsync(Commit, Cancellation);
        Assert.Equal("补录", Assert.Single(store.Commits).Reason);
    }

    [Fact]
    public async Task ReadAsync_AnyReading_IsTheStores()
    {
        Store store = new();
        ConsequentLedger ledger = new(store, [new Follows(First)]);
        Assert.Equal("plan/P1", Assert.Single(await ledger.ReadStreamAsync("plan/P1", Cancellation)).Stream);
        Assert.Equal(8, Assert.Single(await ledger.ReadAsync(LedgerLog.Public, 7, 1, Cancellation)).Sequence);
        Assert.Equal(new LedgerHead(3, "Sealed"), await ledger.HeadAsync(LedgerLog.Sealed, Cancellation));
        Assert.Equal([2, 5], Assert.Single(await ledger.ReadNodesAsync(LedgerLog.Public, [new TreeNode(2, 5)], Cancellation)));
    }

    private sealed record Row(string Key) : IView;

    private sealed class Follows(StreamAppend? append) : ILedgerConsequence
    {
        public List<LedgerCommit> Seen { get; } = [];

        public ValueTask<(ImmutableArray<StreamAppend> Appends, ImmutableArray<IView> Views)> FollowAsync(LedgerCommit commit, CancellationToken cancellation)
        {
            Seen.Add(commit);
            return append is null
                ? new((ImmutableArray<StreamAppend>.Empty, ImmutableArray<IView>.Empty))
                : new((ImmutableArray.Create(append), ImmutableArray.Create<IView>(new Row(append.Stream))));
        }
    }

    private sealed class Fails : ILedgerConsequence
    {
        public ValueTask<(ImmutableArray<StreamAppend> Appends, ImmutableArray<IView> Views)> FollowAsync(LedgerCommit commit, CancellationToken cancellation) =>
            throw new InvalidOperationException("no rule");
    }

    private sealed class Salts : ISaltSource
    {
        private int _given;

        public string Next() => (++_given).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private sealed class Because(string reason) : ICommitTerms
    {
        public LedgerCommit Apply(LedgerCommit commit) => commit with { Reason = reason };
    }

    private sealed class Told : ILedgerObserver
    {
        public int Times { get; private set; }

        public void Written(ImmutableArray<LedgerEntry> entries) => Times++;
    }

    /// <summary>A store that only remembers what it was told.</summary>
    private sealed class Store : ILedger
    {
        public List<LedgerCommit> Commits { get; } = [];

        public Queue<string> Conflicts { get; init; } = [];

        public Task<ImmutableArray<LedgerEntry>> CommitAsync(LedgerCommit commit, CancellationToken cancellation)
        {
            Commits.Add(commit);
            if (Conflicts.TryDequeue(out string? stream))
            {
                throw new AppendConflictException(stream, 0, 1);
            }

            return Task.FromResult(ImmutableArray<LedgerEntry>.Empty);
        }

        public Task<ImmutableArray<LedgerEntry>> ReadStreamAsync(string stream, CancellationToken cancellation) => Task.FromResult(ImmutableArray.Create(Entry(1, stream)));

        public Task<ImmutableArray<LedgerEntry>> ReadAsync(LedgerLog log, long afterSequence, int most, CancellationToken cancellation) =>
            Task.FromResult(ImmutableArray.Create(Entry(afterSequence + 1, "any")));

        public Task<LedgerHead> HeadAsync(LedgerLog log, CancellationToken cancellation) => Task.FromResult(new LedgerHead(3, log.ToString()));

        public Task<ImmutableArray<byte[]>> ReadNodesAsync(LedgerLog log, IReadOnlyList<TreeNode> nodes, CancellationToken cancellation) =>
            Task.FromResult(nodes.Select(node => new[] { (byte)node.Level, (byte)node.Index }).ToImmutableArray());

        private static LedgerEntry Entry(long sequence, string stream) => new(sequence, stream, 1, "plan.approved", Commit.Actor, null, Commit.At, "{}");
    }
}
