using RandomInspection.Directories;
using RandomInspection.Ledger;
using RandomInspection.Storage;
using RandomInspection.TestKit;
using RandomInspection.TestKit.Xunit;

namespace RandomInspection.Tests;

/// <summary>The store in memory, and how a fault strikes it in the midst of a commit.</summary>
internal static class InMemory
{
    public static ValueTask<StoreUnderTest> OpenAsync(CancellationToken cancellation) => ValueTask.FromResult(Open(new InMemoryStore()));

    /// <summary>There is no process to survive: a restart finds the same memory, and a crash is an exception after entries, rows and pieces are made.</summary>
    private static StoreUnderTest Open(InMemoryStore store) => new(store.Ledger, store.Views, store.Subjects, store.Inspectors, store.PersonalTexts, store.Evidence)
    {
        Requests = store.Requests,
        Reopen = _ => ValueTask.FromResult(Open(store)),
        CrashBeforeCommit = async (commit, cancellation) =>
        {
            await Assert.ThrowsAsync<NullReferenceException>(() => store.Ledger.CommitAsync(commit with { Effect = new SubjectMerge(2, [null!]) }, cancellation));
            return Open(store);
        },
    };
}

[Proves("RandomInspection.Storage.InMemoryLedger")]
public sealed class InMemoryLedgerSuite : LedgerSuite
{
    protected override ValueTask<StoreUnderTest> OpenAsync(CancellationToken cancellation) => InMemory.OpenAsync(cancellation);
}

[Proves("RandomInspection.Storage.InMemoryViews")]
public sealed class InMemoryViewsSuite : ViewsSuite
{
    protected override ValueTask<StoreUnderTest> OpenAsync(CancellationToken cancellation) => InMemory.OpenAsync(cancellation);
}

[Proves("RandomInspection.Storage.InMemorySubjects")]
public sealed class InMemorySubjectsSuite : SubjectDirectorySuite
{
    protected override ValueTask<StoreUnderTest> OpenAsync(CancellationToken cancellation) => InMemory.OpenAsync(cancellation);
}

[Proves("RandomInspection.Storage.InMemoryInspectors")]
public sealed class InMemoryInspectorsSuite : InspectorDirectorySuite
{
    protected override ValueTask<StoreUnderTest> OpenAsync(CancellationToken cancellation) => InMemory.OpenAsync(cancellation);
}

[Proves("RandomInspection.Storage.InMemoryPersonalTexts")]
public sealed class InMemoryPersonalTextsSuite : PersonalTextsSuite
{
    protected override ValueTask<StoreUnderTest> OpenAsync(CancellationToken cancellation) => InMemory.OpenAsync(cancellation);
}

[Proves("RandomInspection.Storage.InMemoryEvidence")]
public sealed class InMemoryEvidenceSuite : EvidenceSuite
{
    protected override ValueTask<StoreUnderTest> OpenAsync(CancellationToken cancellation) => InMemory.OpenAsync(cancellation);
}

[Proves("RandomInspection.Storage.InMemoryRequests")]
public sealed class InMemoryRequestsSuite : RequestsSuite
{
    protected override ValueTask<StoreUnderTest> OpenAsync(CancellationToken cancellation) => InMemory.OpenAsync(cancellation);
}

/// <summary>The log with consequences, none of which follows here: it adds nothing and loses nothing. Opened as a host does.</summary>
[Proves(typeof(ConsequentLedger))]
public sealed class ConsequentLedgerSuite : LedgerSuite
{
    protected override async ValueTask<StoreUnderTest> OpenAsync(CancellationToken cancellation)
    {
        StoreUnderTest plain = await InMemory.OpenAsync(cancellation);
        return new StoreUnderTest(new ConsequentLedger(plain.Ledger, []), plain.Views, plain.Subjects, plain.Inspectors, plain.PersonalTexts, plain.Evidence)
        {
            Requests = plain.Requests,
            Reopen = plain.Reopen,
            CrashBeforeCommit = plain.CrashBeforeCommit,
        };
    }
}
