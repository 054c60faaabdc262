using System.Security.Cryptography;
using RandomInspection.Calendars;
using RandomInspection.Drawing;
using RandomInspection.Ledger;
using RandomInspection.Matching;
using RandomInspection.TestKit;

namespace RandomInspection.Tests.Broken;

/// <summary>Whatever is broken is caught by the case that is meant for it, and the same case passes what is sound.</summary>
public sealed class BrokenTests
{
    private static readonly Dictionary<string, (ConformanceContract<StoreUnderTest> Contract, string Case, string Found, Func<StoreUnderTest, StoreUnderTest> Break)> Stores = new()
    {
        ["lost update"] = (Contracts.Ledger, "LEDGER-07", "won version 1: due 1", store => With(store, ledger: new LosesUpdates(store.Ledger))),
        ["view outside the transaction"] = (Contracts.Ledger, "LEDGER-10", "the row that it would have replaced", store => With(store, ledger: new WritesViewsOutside(store.Ledger))),
        ["view outside the transaction, seen from the views"] = (Contracts.Views, "VIEWS-10", "Rows after the refusal", store => With(store, ledger: new WritesViewsOutside(store.Ledger))),
        ["stream by the clock"] = (Contracts.Ledger, "LEDGER-06", "Stream clock", store => With(store, ledger: new OrdersByTime(store.Ledger))),
        ["gap in the sequence"] = (Contracts.Ledger, "LEDGER-03", "Sequence of the Public log", store => With(store, ledger: new LeavesGaps(store.Ledger))),
        ["swallowed reason"] = (Contracts.Ledger, "LEDGER-02", "Reason: due \"\", found nothing", store => With(store, ledger: new SwallowsReasons(store.Ledger))),
        ["truncated time"] = (Contracts.Ledger, "LEDGER-05", "Moments with ticks", store => With(store, ledger: new TruncatesTime(store.Ledger))),
        ["normalised unicode"] = (Contracts.Ledger, "LEDGER-02", "Entries as written", store => With(store, ledger: new NormalisesTexts(store.Ledger))),
        ["page off by one"] = (Contracts.Ledger, "LEDGER-13", "page of 1", store => With(store, ledger: new PagesOffByOne(store.Ledger))),
        ["sealed entry leaking"] = (Contracts.Ledger, "LEDGER-19", "Sequence of the Public log, number 6", store => With(store, ledger: new LeaksSealedEntries(store.Ledger))),
        ["one log for both"] = (Contracts.Ledger, "LEDGER-19", "Sequence of the sealed log", store => With(store, ledger: new KeepsOneLog(store.Ledger))),
        ["half a cancellation"] = (Contracts.Ledger, "LEDGER-16", "all or nothing", store => With(store, ledger: new CancelsHalfWay(store.Ledger))),
        ["commit torn apart"] = (Contracts.Ledger, "LEDGER-23", "Streams of one commit", store => With(store, ledger: new WritesStreamByStream(store.Ledger))),
        ["swallowed effect"] = (Contracts.Ledger, "LEDGER-14", "nothing was thrown", store => With(store, ledger: new SwallowsEffects(store.Ledger))),
        ["head in two readings"] = (Contracts.Ledger, "LEDGER-22", "Root of a head", store => With(store, ledger: new ReadsHeadsInTwo(store.Ledger))),
        ["incomplete subtree"] = (Contracts.Ledger, "LEDGER-21", "nothing was thrown", store => With(store, ledger: new ProvesTooMuch(store.Ledger))),
        ["half a commit after a crash"] = (Contracts.Ledger, "LEDGER-17", "Head after the crash", CommitsBeforeTheCrash),
        ["nothing after a restart"] = (Contracts.Ledger, "LEDGER-18", "Entries after the restart", store => With(store, reopen: InMemory.OpenAsync)),
        ["ties as they come"] = (Contracts.Views, "VIEWS-05", "Ties of a text", store => With(store, views: new LeavesTies(store.Views))),
        ["count of the page"] = (Contracts.Views, "VIEWS-09", "Count of a query with a page", store => With(store, views: new CountsThePage(store.Views))),
        ["case folded"] = (Contracts.Views, "VIEWS-07", "Contains, character by character", store => With(store, views: new FoldsCase(store.Views))),
        ["merge that empties"] = (Contracts.SubjectDirectory, "SUBJECTS-03", "Subjects after the second merge", Empties),
        ["two versions in a stream"] = (Contracts.SubjectDirectory, "SUBJECTS-10", "merged anew", store => With(store, subjects: new StreamsInPages(store.Subjects))),
        ["reordered stream"] = (Contracts.SubjectDirectory, "SUBJECTS-04", "Codes in the order of bytes", store => With(store, subjects: new StreamsReordered(store.Subjects))),
        ["search by pattern"] = (Contracts.SubjectDirectory, "SUBJECTS-06", "\"%\"", store => With(store, subjects: new SearchesByPattern(store.Subjects))),
        ["erased and still there"] = (Contracts.PersonalTexts, "PERSONAL-03", "The erased piece", store => With(store, ledger: new ForgetsToErase(store.Ledger))),
        ["wrong digest"] = (Contracts.Evidence, "EVIDENCE-02", "Digest of 0 bytes", store => With(store, evidence: new DigestsWrongly(store.Evidence))),
        ["removed too early"] = (Contracts.Evidence, "EVIDENCE-05", "How many were removed", store => With(store, evidence: new RemovesTooMuch(store.Evidence))),
        ["carried out twice"] = (Contracts.Requests, "REQUESTS-03", "nothing was thrown", store => With(store, ledger: new ForgetsRequests(store.Ledger))),
        ["forgotten too early"] = (Contracts.Requests, "REQUESTS-06", "How many were forgotten", store => With(store, requests: new ForgetsTooMuch(store.Requests!))),
        ["one array for all"] = (Contracts.Evidence, "EVIDENCE-04", "buffer returned", store => With(store, evidence: new SharesBuffers(store.Evidence))),
    };

    public static TheoryData<string> BrokenStores => [.. Stores.Keys];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(BrokenStores))]
    public async Task Run_BrokenStore_CaughtByTheCaseMeantForIt(string broken)
    {
        (ConformanceContract<StoreUnderTest> contract, string id, string found, Func<StoreUnderTest, StoreUnderTest> spoil) = Stores[broken];
        ConformanceResult result = await contract[id].RunAsync(
            async cancellation => spoil(await InMemory.OpenAsync(cancellation)), ConformanceSettings.Default, Cancellation);
        Assert.Equal(ConformanceOutcome.Failed, result.Outcome);
        Assert.Contains(found, result.English, StringComparison.Ordinal);
        ConformanceException thrown = Assert.Throws<ConformanceException>(result.ThrowIfFailed);
        Assert.StartsWith(id + " ", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(ConformanceOutcome.Passed, (await contract[id].RunAsync(InMemory.OpenAsync, ConformanceSettings.Default, Cancellation)).Outcome);
    }

    [Fact]
    public async Task Run_SignerOfAnotherKey_Signer02()
    {
        using ECDsa one = ECDsa.Create(ECCurve.NamedCurves.nistP256), other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        SignerUnderTest broken = new(new NamesAnotherKey(new EcdsaP256Signer(one), new EcdsaP256Signer(other)), EcdsaP256.Instance);
        await CaughtAsync(Contracts.Signer, broken, "SIGNER-02", "SIGNER-04", "SIGNER-06");
    }

    [Fact]
    public Task Run_CalendarOfMondayToFriday_Calendar01And04() => CaughtAsync<IWorkingDayCalendar>(
        Contracts.Calendar, new MondayToFriday(WorkingDayCalendar.Embedded), "CALENDAR-01", "CALENDAR-02", "CALENDAR-03", "CALENDAR-04", "CALENDAR-06");

    [Fact]
    public Task Run_DrawThatPassesOverOne_Draw02() => CaughtAsync<IDrawEngine>(
        Contracts.DrawEngine, new PassesOverOne(new DrawEngine(new DrawHashes())), "DRAW-02", "DRAW-10");

    [Fact]
    public Task Run_DrawThatFollowsTheCulture_Draw09() => CaughtAsync<IDrawEngine>(Contracts.DrawEngine, new FollowsTheCulture(new DrawEngine(new DrawHashes())), "DRAW-09");

    [Fact]
    public Task Run_FirstFitMatcher_Match02() => CaughtAsync<IInspectorMatcher>(Contracts.Matcher, new FirstFit(new InspectorMatcher()), "MATCH-02", "MATCH-03", "MATCH-04");

    [Fact]
    public Task Run_MatcherWithoutSeed_Match01() => CaughtAsync<IInspectorMatcher>(Contracts.Matcher, new IgnoresTheSeed(new InspectorMatcher()), "MATCH-01", "MATCH-10");

    /// <summary>Exactly these cases fail.</summary>
    private static async Task CaughtAsync<T>(ConformanceContract<T> contract, T broken, params string[] by)
        where T : class
    {
        ContractRun run = await contract.RunAsync("broken", _ => ValueTask.FromResult(broken), ConformanceSettings.Default, Cancellation);
        Assert.Equal(by, run.Results.Where(r => r.Outcome == ConformanceOutcome.Failed).Select(r => r.Case.Id));
        Assert.False(run.Conforms);
    }

    private static StoreUnderTest CommitsBeforeTheCrash(StoreUnderTest store) => With(store, crash: async (commit, cancellation) =>
    {
        await store.Ledger.CommitAsync(commit with { Views = [], Effect = null }, cancellation);
        return store;
    });

    private static StoreUnderTest Empties(StoreUnderTest store)
    {
        MergesAll ledger = new(store.Ledger);
        return With(store, ledger: ledger, subjects: new OnlyTheLastMerge(store.Subjects, ledger));
    }

    private static StoreUnderTest With(
        StoreUnderTest store,
        ILedger? ledger = null,
        IViews? views = null,
        Directories.ISubjectDirectory? subjects = null,
        IEvidenceStore? evidence = null,
        IAnsweredRequests? requests = null,
        Func<CancellationToken, ValueTask<StoreUnderTest>>? reopen = null,
        Func<LedgerCommit, CancellationToken, ValueTask<StoreUnderTest>>? crash = null) => new(
            ledger ?? store.Ledger, views ?? store.Views, subjects ?? store.Subjects, store.Inspectors, store.PersonalTexts, evidence ?? store.Evidence)
        {
            Requests = requests ?? store.Requests,
            Reopen = reopen ?? store.Reopen,
            CrashBeforeCommit = crash ?? store.CrashBeforeCommit,
        };
}
