using Npgsql;
using RandomInspection.EntityFrameworkCore;
using RandomInspection.Ledger;

namespace RandomInspection.Tests;

/// <summary>When PostgreSQL fails: a refusal that says what became of it, and a store that goes on when the cause is gone.</summary>
[OnPostgreSql]
public sealed class PostgreSqlFailureTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("53100", "RI6050")]
    [InlineData("58030", "RI6051")]
    [InlineData("57P03", "RI6052")]
    [InlineData("55P03", "RI6054")]
    [InlineData("40001", "RI6054")]
    [InlineData("XX001", "RI6055")]
    [InlineData("25006", "RI6056")]
    public async Task CommitAsync_ServerReports_RefusedNothingWrittenAndGoesOn(string state, string code)
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        await FailOnAsync(store, "INSERT ON \"ledger\" FOR EACH ROW", $"RAISE EXCEPTION USING ERRCODE = '{state}'");
        ILedger ledger = store.Get<ILedger>();
        StoreFailedException refused = await Assert.ThrowsAsync<StoreFailedException>(() => ledger.CommitAsync(GroupCommitTests.Commit("x/1", 0), Cancellation));
        Assert.Equal((code, state), (refused.Refusal.Code, refused.Refusal["error"]));
        Assert.Equal(0, (await ledger.HeadAsync(LedgerLog.Public, Cancellation)).Size);
        await store.ExecuteAsync("""DROP TRIGGER "fails" ON "ledger" """);
        await ledger.CommitAsync(GroupCommitTests.Commit("x/1", 0), Cancellation);
        await LedgerAssert.IsWholeAsync(store);
    }

    [Theory]
    [InlineData("40001")]
    [InlineData("40P01")]
    public async Task CommitAsync_RolledBackForAnother_DoneAgain(string state)
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        store.IsTampered = true; // by a function and a sequence of the test's own
        await store.ExecuteAsync("CREATE SEQUENCE \"attempts\"");
        await FailOnAsync(store, "INSERT ON \"ledger\" FOR EACH ROW", $"IF nextval('attempts') < 4 THEN RAISE EXCEPTION USING ERRCODE = '{state}'; END IF");
        await store.Get<ILedger>().CommitAsync(GroupCommitTests.Commit("x/1", 0), Cancellation);
        Assert.Single(await store.Get<ILedger>().ReadStreamAsync("x/1", Cancellation));
        await LedgerAssert.IsWholeAsync(store);
    }

    [Fact]
    public async Task CommitAsync_NullCharacter_RefusedAndTheOthersOfItsBatchAreWritten()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        ILedger ledger = store.Get<ILedger>();
        Task<Exception?>[] outcomes;
        await using (await GroupCommitTests.HoldWriterAsync(store))
        {
            outcomes =
            [
                .. Enumerable.Range(0, 9).Select(i => GroupCommitTests.OutcomeAsync(ledger.CommitAsync(
                    GroupCommitTests.Commit($"x/{i}", 0) with { Reason = i == 5 ? "a\0b" : "𠮷" }, Cancellation))),
            ];
        }

        Exception refused = Assert.Single((await Task.WhenAll(outcomes)).OfType<Exception>());
        Assert.Equal("RI6059", Assert.IsType<StoreFailedException>(refused).Refusal.Code);
        Assert.Equal(8, (await ledger.HeadAsync(LedgerLog.Public, Cancellation)).Size);
        await LedgerAssert.IsWholeAsync(store);
    }

    [Fact]
    public async Task CommitAsync_ManyWait_OneTransaction()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        ILedger ledger = store.Get<ILedger>();
        Task[] commits;
        await using (await GroupCommitTests.HoldWriterAsync(store))
        {
            commits = [ledger.CommitAsync(GroupCommitTests.Commit("first/1", 0), Cancellation)];
            await Task.Delay(100, Cancellation); // most likely it is being written by now, and the others wait for it
            commits = [.. commits, .. Enumerable.Range(0, 30).Select(i => ledger.CommitAsync(GroupCommitTests.Commit($"x/{i}", 0), Cancellation))];
        }

        await Task.WhenAll(commits);
        await using NpgsqlConnection connection = new(store.ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using NpgsqlCommand transactions = new("""SELECT count(DISTINCT xmin::text) FROM "ledger" """, connection);
        Assert.InRange((long)(await transactions.ExecuteScalarAsync(Cancellation))!, 1, 2);
    }

    [Fact]
    public async Task CommitAsync_ConnectionBrokenBeforeTheCommit_AskedAndSaidThatNothingWasWritten()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        await FailOnAsync(
            store, "INSERT ON \"ledger\" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW", "PERFORM pg_terminate_backend(pg_backend_pid())", constraint: true);
        StoreFailedException refused = await Assert.ThrowsAsync<StoreFailedException>(
            () => store.Get<ILedger>().CommitAsync(GroupCommitTests.Commit("x/1", 0), Cancellation));
        Assert.Equal("RI6052", refused.Refusal.Code);
        await store.ExecuteAsync("""DROP TRIGGER "fails" ON "ledger" """);
        await store.Get<ILedger>().CommitAsync(GroupCommitTests.Commit("x/1", 0), Cancellation);
        await LedgerAssert.IsWholeAsync(store);
    }

    [Fact]
    public async Task CommitAsync_AnswerToTheCommitLost_AskedAndAcknowledged()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        await using LossyRelay relay = new(store.ConnectionString);
        await using TemporaryStore behind = await TemporaryStore.CreateAsync(store.Folder, connectionString: relay.ConnectionString);
        ILedger ledger = behind.Get<ILedger>();
        await ledger.CommitAsync(GroupCommitTests.Commit("x/1", 0), Cancellation);
        relay.LoseNextCommit();
        LedgerEntry entry = Assert.Single(await ledger.CommitAsync(GroupCommitTests.Commit("x/1", 1), Cancellation));
        Assert.Equal(1, relay.Lost);
        Assert.Equal(entry, (await store.Get<ILedger>().ReadStreamAsync("x/1", Cancellation))[1]);
        await LedgerAssert.IsWholeAsync(store);
    }

    [Fact]
    public async Task CommitAsync_AnswerLostAndServerGone_OutcomeUnknown()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        await using LossyRelay relay = new(store.ConnectionString);
        await using TemporaryStore behind = await TemporaryStore.CreateAsync(store.Folder, connectionString: relay.ConnectionString);
        behind.IsTampered = true; // nobody answers behind the relay
        relay.LoseNextCommit(thenAll: true);
        StoreFailedException refused = await Assert.ThrowsAsync<StoreFailedException>(
            () => behind.Get<ILedger>().CommitAsync(GroupCommitTests.Commit("x/1", 0), Cancellation));
        Assert.Equal("RI6053", refused.Refusal.Code);
        Assert.Single(await store.Get<ILedger>().ReadStreamAsync("x/1", Cancellation));
    }

    [Fact]
    public async Task MigrateAsync_NobodyAnswers_Refused()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        StoreFailedException refused = await Assert.ThrowsAsync<StoreFailedException>(
            () => TemporaryStore.CreateAsync(store.Folder, connectionString: $"Host={store.Folder};Username=ri;Database=x"));
        Assert.Equal("RI6052", refused.Refusal.Code);
    }

    private static Task<int> FailOnAsync(TemporaryStore store, string when, string what, bool constraint = false) => store.ExecuteAsync(
        $"""
        CREATE FUNCTION "fails"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {what}; RETURN NEW; END $$;
        CREATE {(constraint ? "CONSTRAINT TRIGGER \"fails\" AFTER" : "TRIGGER \"fails\" BEFORE")} {when} EXECUTE FUNCTION "fails"();
        """);
}
