using System.Collections.Immutable;
using System.Data.Common;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Tests;

/// <summary>Commits that are written together: each with an outcome of its own, acknowledged when it is safe and not before.</summary>
public abstract class GroupCommitTests
{
    private static readonly EncodedEvent Happened = new("x.happened", """{"text":"𠮷·全角Ａ"}""");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CommitAsync_SixtyFourAtOnceOfOneVersion_OneWins()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        store.IsTampered = true; // rows without the events they would follow from
        ILedger ledger = store.Get<ILedger>();
        await ledger.CommitAsync(Commit("x/1", 0), Cancellation);
        using Barrier start = new(8);
        Exception?[] outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            async () =>
            {
                start.SignalAndWait(Cancellation);
                return await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => OutcomeAsync(ledger.CommitAsync(Commit("x/1", 1), Cancellation))));
            },
            Cancellation))) is var all ? [.. all.SelectMany(o => o)] : [];

        Assert.Single(outcomes, o => o is null);
        Assert.All(outcomes.OfType<Exception>(), e => Assert.Equal(("x/1", 1, 2), e is AppendConflictException c ? (c.Stream, c.Expected, c.Actual) : default));
        Assert.Equal(2, (await ledger.ReadStreamAsync("x/1", Cancellation)).Length);
        await LedgerAssert.IsWholeAsync(store);
    }

    [Fact]
    public async Task CommitAsync_SomeOfManyFail_TheOthersAreWrittenAndNothingOfThose()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        store.IsTampered = true; // rows without the events they would follow from
        ILedger ledger = store.Get<ILedger>();
        await ledger.CommitAsync(Commit("taken/1", 0) with { Personal = [Piece('a')] }, Cancellation);
        Task<Exception?>[] outcomes;
        await using (await HoldWriterAsync(store))
        {
            Task<Exception?> first = OutcomeAsync(ledger.CommitAsync(Commit("first/1", 0), Cancellation));
            outcomes =
            [
                first,
                .. Enumerable.Range(0, 20).Select(i => OutcomeAsync(ledger.CommitAsync(Written(i), Cancellation))),
                OutcomeAsync(ledger.CommitAsync(Commit("stale/1", 3), Cancellation)),
                OutcomeAsync(ledger.CommitAsync(Commit("twice/1", 0) with { Views = [Row("twice")], Personal = [Piece('a')] }, Cancellation)),
                OutcomeAsync(ledger.CommitAsync(Commit("view/1", 0) with { Views = [Row("view"), new Unknown("u")] }, Cancellation)),
                OutcomeAsync(ledger.CommitAsync(Commit("log/1", 0) with { Log = LedgerLog.Sealed, Appends = [new StreamAppend("taken/1", 1, [Happened])] }, Cancellation)),
                .. Enumerable.Range(20, 20).Select(i => OutcomeAsync(ledger.CommitAsync(Written(i), Cancellation))),
                OutcomeAsync(ledger.CommitAsync(Commit("effect/1", 0) with { Effect = new Other() }, Cancellation)),
            ];
        }

        Exception?[] all = await Task.WhenAll(outcomes);
        Assert.Equal(
            [nameof(AppendConflictException), "constraint", nameof(NotSupportedException), nameof(ArgumentException), nameof(NotSupportedException)],
            all.OfType<Exception>().Select(e => e is DbException ? "constraint" : e.GetType().Name));
        foreach (string stream in new[] { "stale/1", "twice/1", "view/1", "log/1", "effect/1" })
        {
            Assert.Empty(await ledger.ReadStreamAsync(stream, Cancellation));
        }

        IViews views = store.Get<IViews>();
        Assert.Null(await views.FindAsync<DrawOfferView>("twice", Cancellation));
        Assert.Null(await views.FindAsync<DrawOfferView>("view", Cancellation));
        for (int i = 0; i < 40; i++)
        {
            Assert.Equal($"of {i}", (await views.FindAsync<DrawOfferView>($"w{i}", Cancellation))!.With);
        }

        Assert.Equal(42, (await ledger.HeadAsync(LedgerLog.Public, Cancellation)).Size);
        await LedgerAssert.IsWholeAsync(store);

        static LedgerCommit Written(int i) => Commit($"w/{i}", 0) with { Views = [Row($"w{i}") with { With = $"of {i}" }] };
    }

    [Fact]
    public async Task CommitAsync_RequestsCarriedOutBeforeAndTwiceInABatch_EachOnceAndTheOthersAreWritten()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        store.IsTampered = true; // events without an aggregate
        ILedger ledger = store.Get<ILedger>();
        await ledger.CommitAsync(Asked("before/1", "before"), Cancellation);
        Task<Exception?>[] outcomes;
        await using (await HoldWriterAsync(store))
        {
            outcomes =
            [
                OutcomeAsync(ledger.CommitAsync(Commit("first/1", 0), Cancellation)),
                .. new[] { Asked("before/2", "before"), Asked("new/1", "new"), Asked("new/2", "new"), Asked("other/1", "other"), Commit("last/1", 0) }
                    .Select(commit => OutcomeAsync(ledger.CommitAsync(commit, Cancellation))),
            ];
        }

        Exception?[] all = await Task.WhenAll(outcomes);
        Assert.Equal([null, "RI9070", null, "RI9070", null, null], all.Select(e => (e as InputRefusedException)?.Refusal.Code ?? e?.GetType().Name));
        foreach ((string stream, int entries) in new[] { ("first/1", 1), ("before/2", 0), ("new/1", 1), ("new/2", 0), ("other/1", 1), ("last/1", 1) })
        {
            Assert.Equal(entries, await ledger.VersionAsync(stream, Cancellation));
        }

        IAnsweredRequests requests = store.Get<IAnsweredRequests>();
        Assert.Equal("new/1", Assert.Single(Assert.Single(await requests.FindAsync("new", Cancellation)).Written).Stream);
        Assert.Equal("before/1", Assert.Single(Assert.Single(await requests.FindAsync("before", Cancellation)).Written).Stream);
        await LedgerAssert.IsWholeAsync(store);

        static LedgerCommit Asked(string stream, string key) => Commit(stream, 0) with { Request = new AnsweredRequest(key, "payload", 0) };
    }

    [Fact]
    public async Task CommitAsync_OneStreamManyTimesInABatch_InTheOrderOfArrival()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        store.IsTampered = true; // rows without the events they would follow from
        ILedger ledger = store.Get<ILedger>();
        Task<ImmutableArray<LedgerEntry>>[] commits;
        await using (await HoldWriterAsync(store))
        {
            commits = [.. Enumerable.Range(0, 10).Select(i => ledger.CommitAsync(Commit("x/1", i), Cancellation))];
        }

        ImmutableArray<LedgerEntry>[] entries = await Task.WhenAll(commits);
        Assert.Equal(Enumerable.Range(1, 10).Select(i => ((long)i, i)), entries.Select(e => (Assert.Single(e).Sequence, e[0].Version)));
        Assert.Equal(entries.Select(e => e[0]), await ledger.ReadStreamAsync("x/1", Cancellation));
    }

    [Fact]
    public async Task CommitAsync_CancelledBefore_NothingWritten()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        store.IsTampered = true; // rows without the events they would follow from
        ILedger ledger = store.Get<ILedger>();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ledger.CommitAsync(Commit("x/1", 0), new CancellationToken(canceled: true)));
        await ledger.CommitAsync(Commit("x/1", 0), Cancellation);
        Assert.Single(await LedgerAssert.IsWholeAsync(store));
    }

    [Fact]
    public async Task CommitAsync_NoEvents_StreamHeldFastOnly()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        store.IsTampered = true; // rows without the events they would follow from
        ILedger ledger = store.Get<ILedger>();
        LedgerCommit held = Commit("x/1", 0) with { Appends = [new StreamAppend("x/1", 0, [])], Views = [Row("r")] };
        Assert.Empty(await ledger.CommitAsync(held, Cancellation));
        Assert.Equal(0, (await ledger.HeadAsync(LedgerLog.Public, Cancellation)).Size);
        Assert.NotNull(await store.Get<IViews>().FindAsync<DrawOfferView>("r", Cancellation));
        await ledger.CommitAsync(Commit("x/1", 0), Cancellation);
        await Assert.ThrowsAsync<AppendConflictException>(() => ledger.CommitAsync(held, Cancellation));
    }

    internal static LedgerCommit Commit(string stream, int version, int events = 1) =>
        new(Actor.System, Way.Morning, null, [new StreamAppend(stream, version, [.. Enumerable.Repeat(Happened, events)])], []);

    /// <summary>Keeps every writer of this store waiting until it is disposed.</summary>
    internal static async Task<DbConnection> HoldWriterAsync(TemporaryStore store)
    {
        DbConnection connection = await store.ConnectAsync();
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = OnPostgreSqlAttribute.Holds ? """BEGIN; SELECT * FROM "ledger_head" FOR UPDATE""" : "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync(Cancellation);
        return connection;
    }

    internal static async Task<Exception?> OutcomeAsync(Task commit)
    {
        try
        {
            await commit;
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }

    private static DrawOfferView Row(string key) => new() { Key = key, DepartmentId = "d", With = "w" };

    private static PersonalPiece Piece(char commitment) => new(new string(commitment, 64), "inspector/1", new string('0', 64), "欧阳");

    private sealed record Unknown(string Key) : IView;

    private sealed record Other : ILedgerEffect
    {
        public string Name => "other";
    }
}
