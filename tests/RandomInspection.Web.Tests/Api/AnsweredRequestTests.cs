using NodaTime;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Tests.Api;

/// <summary>A request is kept with its commit, all or nothing; on SQLite, and on PostgreSQL where it is at hand. The store's check, when the test ends, finds its tables as they ought to be.</summary>
public class AnsweredRequestTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Commit_WithARequest_KeepsItOnceAndForgetsItWhenItIsOld()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync(last: services => services.AddSingleton<ICommitTerms, OneRequest>());
        IAnsweredRequests requests = store.Get<IAnsweredRequests>();
        PlanWorkflow plans = store.Get<PlanWorkflow>();
        Assert.Equal("P2026-001", await plans.BeginAsync(Way.Drafter, 2026, "2026 年度抽查计划", Cancellation));
        KeptRequest kept = Assert.Single(await requests.FindAsync(OneRequest.Key, Cancellation));
        Assert.Equal((Way.Morning, new WrittenEntries("plan/P2026-001", 1, 1)), (kept.At, Assert.Single(kept.Written)));

        InputRefusedException twice = await Assert.ThrowsAsync<InputRefusedException>(() => plans.BeginAsync(Way.Drafter, 2026, "另一份计划", Cancellation));
        Assert.Equal("RI9070", twice.Refusal.Code);
        Assert.Equal(0, await store.Get<ILedger>().VersionAsync("plan/P2026-002", Cancellation));
        Assert.Null(await store.Get<IViews>().FindAsync<PlanView>("P2026-002", Cancellation));

        Assert.Equal(0, await requests.ForgetAsync(Way.Morning, Cancellation));
        Assert.Equal(1, await requests.ForgetAsync(Way.Morning + Duration.FromSeconds(1), Cancellation));
        Assert.Empty(await requests.FindAsync(OneRequest.Key, Cancellation));
    }

    private sealed class OneRequest : ICommitTerms
    {
        public static string Key { get; } = new('a', 64);

        public LedgerCommit Apply(LedgerCommit commit) => commit with { Request = new AnsweredRequest(Key, new string('b', 64), 0) };
    }
}

/// <summary>The same on PostgreSQL.</summary>
[OnPostgreSql]
public sealed class AnsweredRequestOnPostgreSqlTests : AnsweredRequestTests;
