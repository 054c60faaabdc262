using OwnStore;
using RandomInspection.TestKit;
using RandomInspection.TestKit.Xunit;

namespace RandomInspection.Tests;

[Proves("OwnStore.JournalLedger")]
public sealed class JournalLedgerSuite : LedgerSuite
{
    protected override ValueTask<StoreUnderTest> OpenAsync(CancellationToken cancellation) => Journals.OpenAsync(cancellation);
}

[Proves("OwnStore.JournalEvidence")]
public sealed class JournalEvidenceSuite : EvidenceSuite
{
    protected override ValueTask<StoreUnderTest> OpenAsync(CancellationToken cancellation) => Journals.OpenAsync(cancellation);
}

[Proves("OwnStore.JournalRequests")]
public sealed class JournalRequestsSuite : RequestsSuite
{
    protected override ValueTask<StoreUnderTest> OpenAsync(CancellationToken cancellation) => Journals.OpenAsync(cancellation);
}

/// <summary>The library's own memory reads them; here as the store fills it.</summary>
public sealed class JournalViewsSuite : ViewsSuite
{
    protected override ValueTask<StoreUnderTest> OpenAsync(CancellationToken cancellation) => Journals.OpenAsync(cancellation);
}

/// <summary>As <see cref="JournalViewsSuite"/>.</summary>
public sealed class JournalSubjectsSuite : SubjectDirectorySuite
{
    protected override ValueTask<StoreUnderTest> OpenAsync(CancellationToken cancellation) => Journals.OpenAsync(cancellation);
}

/// <summary>As <see cref="JournalViewsSuite"/>.</summary>
public sealed class JournalInspectorsSuite : InspectorDirectorySuite
{
    protected override ValueTask<StoreUnderTest> OpenAsync(CancellationToken cancellation) => Journals.OpenAsync(cancellation);
}

/// <summary>As <see cref="JournalViewsSuite"/>.</summary>
public sealed class JournalPersonalTextsSuite : PersonalTextsSuite
{
    protected override ValueTask<StoreUnderTest> OpenAsync(CancellationToken cancellation) => Journals.OpenAsync(cancellation);
}

/// <summary>A change to the store that forgets to prove a new port fails here.</summary>
public sealed class JournalCompletenessTests
{
    [Fact]
    public void EveryPortOfOursIsProved() => SuiteCompleteness.Check(typeof(JournalLedgerSuite).Assembly, typeof(OwnStoreServices).Assembly);
}
