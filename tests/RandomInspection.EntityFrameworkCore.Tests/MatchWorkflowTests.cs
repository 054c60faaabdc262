using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Matching;
using RandomInspection.Planning;
using RandomInspection.SampleData;

namespace RandomInspection.Tests;

/// <summary>From a drawn list to teams, and what happens to seats afterwards, over SQLite.</summary>
public abstract class MatchWorkflowTests
{
    private static readonly LocalDate First = new(2026, 11, 20);
    private static readonly LocalDate Last = new(2026, 12, 4);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static MatchRequest Usual => MatchRequest.Usual(First, Last);

    [Fact]
    public async Task MatchAsync_SampleInspectors_NobodyGoesWhoMustNot()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("inspectors");
        ImmutableArray<string> list = [.. RecordDocument.Read((await way.Draws.PublicRecordAsync(Way.DrawId, Cancellation))!).Tasks[0].Selected.Select(u => u.Id)];

        // Every third officer of the whole city is recused from every second subject.
        HashSet<(string, string)> recused = [];
        foreach (string subject in list.Where((_, i) => i % 2 == 0))
        {
            string recusal = await way.Recusals.AskAsync(Way.Officer("scjg-03"), "scjg-03", subject, "亲属", Cancellation);
            await way.Recusals.DecideAsync(Way.Head, recusal, RecusalDecision.Upheld, "属实", Cancellation);
            recused.Add((subject, "scjg-03"));
        }

        await way.GoAsync("match", after: "inspectors");
        ImmutableArray<VisitView> visits = await store.Get<IViews>().QueryAllAsync(new VisitsOfMatch(Way.MatchId), Cancellation);
        Assert.Equal(list.Order(StringComparer.Ordinal), visits.Select(v => v.SubjectCode));
        Assert.All(visits, v => Assert.Equal(0, v.Missing));
        foreach (VisitView row in visits)
        {
            Visit visit = await way.Visits.FindAsync(row.Key, Cancellation);
            Assert.Equal(2, visit.Team.Inspectors.Distinct().Count());
            foreach (string id in visit.Team.Inspectors)
            {
                Inspector inspector = SampleInspectors.All.Single(i => i.Id == id);
                Assert.Equal(SampleDepartments.Market, inspector.DepartmentId);
                Assert.True(inspector.Regions.IsEmpty || inspector.Regions.Contains(row.Region), $"{id} does not cover {row.Region}");
                Assert.Contains(inspector.Certificates, c => c.ValidFrom <= First && Last <= c.ValidTo);
                Assert.DoesNotContain(inspector.Leave, leave => leave.Start <= Last && First <= leave.End);
                Assert.DoesNotContain((row.SubjectCode, id), recused);
            }
        }

        await LedgerAssert.IsSoundAsync(store);
    }

    [Fact]
    public async Task PublicRecordAsync_Match_SealedUntilEveryVisitHasEndedThenRecomputes()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("match");
        ImmutableArray<VisitView> visits = await store.Get<IViews>().QueryAllAsync(new VisitsOfMatch(Way.MatchId), Cancellation);
        for (int i = 0; i < visits.Length; i++)
        {
            (string, string)[] values = [("match", Way.MatchId), ("open", $"{visits.Length - i}")];
            await LedgerAssert.RefusedAsync(store, "RI2404", () => way.Matches.PublicRecordAsync(Way.MatchId, Cancellation), values);
            await LedgerAssert.RefusedAsync(store, "RI2404", () => way.Matches.ProblemFileAsync(Way.MatchId, MatchReader.Public, Cancellation), values);
            await LedgerAssert.RefusedAsync(store, "RI2404", () => way.Matches.ResultFileAsync(Way.MatchId, MatchReader.Public, Cancellation), values);
            Assert.Null(await way.Draws.PublicRecordAsync(Way.MatchId, Cancellation));
            await EndAsync(way, visits[i].Key, ItemResult.NoProblemFound);
        }

        byte[] record = (await way.Matches.PublicRecordAsync(Way.MatchId, Cancellation))!;
        RecordVerification found = new RecordVerifier().Verify(record, ImmutableDictionary<string, byte[]>.Empty, ImmutableDictionary<string, FrameKey>.Empty);
        Assert.True(found.Verifies, string.Join('\n', found.Steps.Select(s => $"{s.Status} {s.English}")));
        DrawRecord read = RecordDocument.Read(record);
        RecordedMatch match = Assert.Single(read.Matches);
        MatchProblem problem = MatchProblemDocument.Parse(await way.Matches.ProblemFileAsync(Way.MatchId, MatchReader.Public, Cancellation));
        Assert.Equal(Assert.Single(Opening.Parse(read.OpeningText).Matches).ProblemDigest, problem.Digest);
        MatchResult again = new InspectorMatcher().Match(problem, read.Seed!, match.MixFactor);
        Assert.Equal(match.ResultDigest, again.Digest);
        Assert.Equal(MatchResultDocument.Write(again), await way.Matches.ResultFileAsync(Way.MatchId, MatchReader.Public, Cancellation));
        Assert.Equal((await way.Draws.FindAsync(Way.MatchId, Cancellation)).Matching!.PublicRecord, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(record)));
        await LedgerAssert.IsSoundAsync(store);
    }

    [Fact]
    public async Task MatchAsync_TooFewOfficers_StaffedAsFarAsPossibleAndCompletedDirectly()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("inspectors");
        MatchRequest tight = Usual with { Capacity = 1 };
        MatchPreview preview = await way.Matches.PreviewAsync(Way.TaskId, tight, Cancellation);
        Assert.NotNull(preview.Short);
        Assert.All(preview.Short.Parts, part => Assert.Equal(part.Missing, part.Seats - part.Capacity - part.SingleUse));
        Assert.Equal(1, preview.NotMatched["noCertificate"]);

        await way.Matches.PrepareAsync(Way.Operator, Way.TaskId, tight, "sha-256", Cancellation);
        await way.GoAsync("match", after: "prepareMatch");
        MatchView row = (await store.Get<IViews>().FindAsync<MatchView>(Way.MatchId, Cancellation))!;
        Assert.Equal(preview.Short.Missing, row.Missing);
        ImmutableArray<VisitView> visits = await store.Get<IViews>().QueryAllAsync(new ShortVisits(SampleDepartments.Market), Cancellation);
        Assert.Equal(preview.Short.Missing, visits.Sum(v => v.Missing));

        string id = visits[0].Key;
        Visit visit = await way.Visits.FindAsync(id, Cancellation);
        string anybody = visit.Team.Inspectors.FirstOrDefault() ?? "scjg-02";
        await LedgerAssert.RefusedAsync(store, visit.Team.Inspectors.IsEmpty ? "RI2302" : "RI2303", () => way.Visits.ArriveAsync(Way.Officer(anybody), id, Cancellation), ("visit", id));
        await LedgerAssert.RefusedAsync(store, "RI2406", () => Propose("scjg-12"), ("inspector", "scjg-12"), ("whyEn", "no valid certificate throughout the window"));
        await LedgerAssert.RefusedAsync(store, "RI2406", () => Propose("sthj-02"), ("whyEn", "of another department"));
        await LedgerAssert.RefusedAsync(store, "RI2407", () => Propose("nobody"), ("inspector", "nobody"));
        await LedgerAssert.RefusedAsync(store, "RI2013", () => way.Matches.ProposeAssignmentAsync(Way.Head, id, AssignmentCase.NobodyMatched, "scjg-02", "人手不足", Cancellation), ("role", "DrawingOperator"));
        for (int seat = 0; seat < visits[0].Missing; seat++)
        {
            Inspector free = (await way.Matches.AssignableAsync(id, Cancellation))[0];
            await LedgerAssert.RefusedAsync(store, "RI2305", () => Propose(free.Id, " "));
            await Propose(free.Id, "人手不足，任务期限将至");
            await LedgerAssert.RefusedAsync(store, "RI2013", () => way.Matches.AssignAsync(Way.Operator, id, Cancellation), ("role", "AuthorityHead"));
            await way.Matches.AssignAsync(Way.Head, id, Cancellation);
        }

        Visit complete = await way.Visits.FindAsync(id, Cancellation);
        Assert.Equal((0, visits[0].Missing), (complete.Team.Missing, complete.Assigned.Length));
        await LedgerAssert.RefusedAsync(store, "RI2308", () => Propose("scjg-04"));
        await way.ApproveAsync(id);
        await way.Visits.ArriveAsync(Way.Officer(complete.Team.Inspectors[0]), id, Cancellation);
        await LedgerAssert.RefusedAsync(store, "RI2301", () => Propose("scjg-04"));
        await LedgerAssert.IsSoundAsync(store);

        Task Propose(string inspector, string reason = "人手不足") =>
            way.Matches.ProposeAssignmentAsync(Way.Operator, id, AssignmentCase.NobodyMatched, inspector, reason, Cancellation);
    }

    [Fact]
    public async Task PrepareAsync_BadRequests_RefusedWithCodes()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("approve");
        await LedgerAssert.RefusedAsync(store, "RI2106", () => Prepare(Usual), ("task", Way.TaskId));
        await way.GoAsync("draw", after: "approve");
        await LedgerAssert.RefusedAsync(store, "RI2403", () => Prepare(Usual), ("department", SampleDepartments.Market));
        await way.StepAsync("inspectors");
        await LedgerAssert.RefusedAsync(store, "RI2401", () => Prepare(Usual with { From = new LocalDate(2026, 10, 31) }), ("from", "2026-10-31"), ("taskFrom", "2026-11-01"));
        await LedgerAssert.RefusedAsync(store, "RI2401", () => Prepare(Usual with { To = new LocalDate(2027, 1, 1) }), ("to", "2027-01-01"));
        await LedgerAssert.RefusedAsync(store, "RI2401", () => Prepare(Usual with { From = Last, To = First }));
        await LedgerAssert.RefusedAsync(store, "RI2402", () => Prepare(Usual with { Officers = 1 }), ("count", "1"), ("least", "2"));
        await LedgerAssert.RefusedAsync(store, "RI3104", () => Prepare(Usual with { Capacity = 0 }));
        await LedgerAssert.RefusedAsync(store, "RI2305", () => Prepare(Usual with { CleanVisitReason = "  " }));
        await LedgerAssert.RefusedAsync(store, "RI2009", () => way.Matches.PrepareAsync(Way.Operator, "T9", Usual, "sha-256", Cancellation), ("task", "T9"));
        await LedgerAssert.RefusedAsync(store, "RI2013", () => way.Matches.PrepareAsync(Way.Drafter, Way.TaskId, Usual, "sha-256", Cancellation), ("role", "DrawingOperator"));
        await LedgerAssert.RefusedAsync(store, "RI1302", () => way.Matches.PrepareAsync(Way.Operator, Way.TaskId, Usual, "md5", Cancellation));
        await LedgerAssert.RefusedAsync(store, "RI2011", () => way.Matches.MatchAsync(Way.Operator, "M2026-0001", Cancellation), ("draw", "M2026-0001"));
        Assert.Equal(Way.MatchId, await Prepare(Usual));
        await LedgerAssert.RefusedAsync(store, "RI2107", () => Prepare(Usual), ("match", Way.MatchId));
        await LedgerAssert.RefusedAsync(store, "RI1320", () => way.Matches.MatchAsync(Way.Operator, Way.MatchId, Cancellation), ("state", "Prepared"));
        await LedgerAssert.RefusedAsync(store, "RI2011", () => way.Matches.MatchAsync(Way.Operator, Way.DrawId, Cancellation), ("draw", Way.DrawId));

        Task<string> Prepare(MatchRequest request) => way.Matches.PrepareAsync(Way.Operator, Way.TaskId, request, "sha-256", Cancellation);
    }

    [Fact]
    public async Task ConfirmVoidAsync_Match_NextAttemptIsChainedAndNothingElseChanges()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("commitMatchOperator");
        await way.Draws.ProposeVoidAsync(Way.Operator, Way.MatchId, "休假登记有误", Cancellation);
        await way.Draws.ConfirmVoidAsync(Way.Head, Way.MatchId, Cancellation);
        string second = await way.Matches.PrepareAsync(Way.Operator, Way.TaskId, Usual, "sha-256", Cancellation);
        Assert.Equal("M2026-0002", second);
        DrawCeremony ceremony = await way.Draws.FindAsync(second, Cancellation);
        Assert.Equal((2, Way.MatchId), (ceremony.Preparation.Attempt, ceremony.Preparation.Previous!.Draw));
        Assert.NotNull(await way.Matches.PublicRecordAsync(Way.MatchId, Cancellation));
        Assert.Equal(0, await store.Get<IViews>().CountAsync(new VisitsOfTask(Way.TaskId), Cancellation));
        Assert.Equal(Way.DrawId, (await way.Tasks.FindAsync(Way.TaskId, Cancellation)).Task.Draw);
        await LedgerAssert.IsSoundAsync(store);
    }

    [Fact]
    public async Task ReplaceAsync_NobodyLeft_SaysWhyAndNothingIsWritten()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("match");
        Visit visit = await way.Visits.FindAsync(Way.VisitId, Cancellation);
        string leaves = visit.Team.Inspectors[0];
        foreach (Inspector other in SampleInspectors.All.Where(i => i.DepartmentId == SampleDepartments.Market && !visit.Team.Inspectors.Contains(i.Id)))
        {
            string recusal = await way.Recusals.AskAsync(Way.Operator, other.Id, visit.Plan.SubjectCode, "当事人申请", Cancellation);
            await way.Recusals.DecideAsync(Way.Head, recusal, RecusalDecision.Upheld, "属实", Cancellation);
        }

        await LedgerAssert.RefusedAsync(store, "RI2405", () => way.Matches.ReplaceAsync(Way.Head, Way.VisitId, leaves, "生病", Cancellation), ("visit", Way.VisitId), ("inspector", leaves));
        await LedgerAssert.RefusedAsync(store, "RI2302", () => way.Matches.ReplaceAsync(Way.Head, Way.VisitId, "nobody", "生病", Cancellation), ("person", "nobody"));
        await LedgerAssert.RefusedAsync(store, "RI2013", () => way.Matches.ReplaceAsync(Way.Operator, Way.VisitId, leaves, "生病", Cancellation));
        await LedgerAssert.RefusedAsync(store, "RI2305", () => way.Matches.ReplaceAsync(Way.Head, Way.VisitId, leaves, "", Cancellation));
    }

    [Fact]
    public async Task AssignAsync_InsteadOfSomebody_OnlyWhereTheMatchFindsNobody()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("match");
        Visit visit = await way.Visits.FindAsync(Way.VisitId, Cancellation);
        (string leaves, string stays) = (visit.Team.Inspectors[0], visit.Team.Inspectors[1]);
        const string Newcomer = "scjg-new";
        await LedgerAssert.RefusedAsync(
            store, "RI2413", async () => await AssignAsync((await way.Matches.AssignableAsync(Way.VisitId, Cancellation))[0].Id, leaves), ("visit", Way.VisitId), ("inspector", leaves));
        foreach (Inspector other in SampleInspectors.All.Where(i => i.DepartmentId == SampleDepartments.Market && i.Id != stays))
        {
            string recusal = await way.Recusals.AskAsync(Way.Operator, other.Id, visit.Plan.SubjectCode, "当事人申请", Cancellation);
            await way.Recusals.DecideAsync(Way.Head, recusal, RecusalDecision.Upheld, "属实", Cancellation);
        }

        // Who came after the match is in no problem of it, and may be assigned.
        Inspector known = SampleInspectors.All.Single(i => i.Id == stays);
        await store.Get<DirectoryWorkflow>().MergeInspectorsAsync(
            new Actor("ku", Role.DirectoryKeeper), new InspectorFile("later.csv", new string('3', 64), [known with { Id = Newcomer, Leave = [] }], 0, 0), Way.Morning, Cancellation);
        await way.ApproveAsync(Way.VisitId);
        await LedgerAssert.RefusedAsync(
            store, "RI2317", () => way.Visits.ArriveAsync(Way.Officer(stays), Way.VisitId, Cancellation), ("visit", Way.VisitId), ("person", leaves), ("subject", visit.Plan.SubjectCode));
        await LedgerAssert.RefusedAsync(store, "RI2302", () => AssignAsync(Newcomer, "nobody"), ("person", "nobody"));
        await AssignAsync(Newcomer, leaves);
        Assert.Equal(visit.Team.Inspectors, (await way.Visits.FindAsync(Way.VisitId, Cancellation)).Team.Inspectors);
        await way.Matches.AssignAsync(Way.Head, Way.VisitId, Cancellation);
        Visit now = await way.Visits.FindAsync(Way.VisitId, Cancellation);
        Assert.Equal([.. new[] { stays, Newcomer }.Order(StringComparer.Ordinal)], now.Team.Inspectors);
        Assert.Equal((leaves, Newcomer, leaves), (now.Left.Single(), now.Assigned.Single().Inspector, now.Assigned.Single().InsteadOf));
        await way.Visits.ArriveAsync(Way.Officer(stays), Way.VisitId, Cancellation);
        await LedgerAssert.IsSoundAsync(store);

        Task AssignAsync(string inspector, string insteadOf) =>
            way.Matches.ProposeAssignmentAsync(Way.Operator, Way.VisitId, AssignmentCase.NobodyMatched, inspector, "无人可以接替", Cancellation, insteadOf);
    }

    /// <summary>Two hosts count the year's matches at the same moment: whoever comes second takes the next number, and nobody is refused for it.</summary>
    [Fact]
    public async Task PrepareAsync_NumberTakenByAnotherHostMeanwhile_TakesTheNext()
    {
        await using TemporaryStore one = await TemporaryStore.CreateAsync();
        using Way way = new(one);
        await way.GoAsync("inspectors");
        IEvidenceStore evidence = one.Get<IEvidenceStore>();
        bool isTaken = false;
        async Task TakeAsync()
        {
            if (isTaken)
            {
                return;
            }

            // What another task's match leaves behind, after the number was chosen and before it is written.
            isTaken = true;
            string file = await evidence.PutAsync("other"u8.ToArray(), Cancellation);
            CeremonyEvent.Prepared other = new(
                Way.MatchId, 1, null, SampleDepartments.Market, "sha-256", [], new FrozenMatch("P2026-009-T01", Way.DrawId, new string('a', 64), file, file, 1, 1, 1, [], 0));
            await one.Get<ILedger>().CommitAsync(
                new LedgerCommit(
                    Actor.System, Way.Morning, null, [new StreamAppend($"match/{Way.MatchId}", 0, [one.Get<EventCodec>().Encode(other)])], [MatchView.Of(DrawCeremony.Prepare(new DrawHashes(), other), 2026)]),
                Cancellation);
        }

        await using TemporaryStore two = await TemporaryStore.CreateAsync(one.Folder, last: services => services.AddSingleton<IEvidenceStore>(new Interrupted(evidence, TakeAsync)));
        Assert.Equal("M2026-0002", await two.Get<MatchWorkflow>().PrepareAsync(Way.Operator, Way.TaskId, Usual with { Capacity = 40 }, "sha-256", Cancellation));
        Assert.True(isTaken);
        Assert.Equal("M2026-0002", (await one.Get<TaskWorkflow>().FindAsync(Way.TaskId, Cancellation)).Task.Match);
        await LedgerAssert.IsSoundAsync(one);
    }

    [Fact]
    public async Task ReplaceAsync_TwoAtOnce_EachIsComputedFromTheOther()
    {
        await using TemporaryStore one = await TemporaryStore.CreateAsync();
        await using TemporaryStore two = await TemporaryStore.CreateAsync(one.Folder);
        using Way first = new(one);
        using Way second = new(two);
        await first.GoAsync("match");
        string[] visits = [Way.VisitId, "P2026-001-T01-V0002"];
        string?[] outcomes = await Task.WhenAll(visits.Zip([first, second]).Select(pair => Task.Run(
            async () =>
            {
                Visit visit = await pair.Second.Visits.FindAsync(pair.First, Cancellation);
                try
                {
                    await pair.Second.Matches.ReplaceAsync(Way.Head, pair.First, visit.Team.Inspectors[0], "生病", Cancellation);
                    return null;
                }
                catch (AppendConflictException e)
                {
                    return e.Refusal.Code;
                }
            },
            Cancellation)));
        Assert.True(outcomes.Any(o => o is null), string.Join(' ', outcomes));
        Assert.All(outcomes.OfType<string>(), code => Assert.Equal("RI6001", code));
        await LedgerAssert.IsSoundAsync(one);
    }

    [Fact]
    public async Task ArriveAsync_CertificateRanOutSinceTheMatch_RI2315()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("match");
        Visit visit = await way.Visits.FindAsync(Way.VisitId, Cancellation);
        string officer = visit.Team.Inspectors[1];
        Inspector withdrawn = SampleInspectors.All.Single(i => i.Id == officer) with { Certificates = [] };
        await store.Get<DirectoryWorkflow>().MergeInspectorsAsync(
            new Actor("ku", Role.DirectoryKeeper), new InspectorFile("later.csv", new string('2', 64), [withdrawn], 0, 0), Way.Morning, Cancellation);
        await way.StepAsync("approveVisit");
        await LedgerAssert.RefusedAsync(store, "RI2315", () => way.StepAsync("arrive"), ("person", officer), ("today", "2026-11-23"));
    }

    [Fact]
    public async Task PreviewAsync_SameTeamLastTime_ExcludedByRotation()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("match");
        ImmutableArray<string> team = (await way.Visits.FindAsync(Way.VisitId, Cancellation)).Team.Inspectors;
        string subject = await EndAsync(way, Way.VisitId, ItemResult.NoProblemFound);
        MatchPreview preview = await way.Matches.PreviewAsync(Way.TaskId, Usual, Cancellation);
        Assert.Equal(
            team.Select(officer => new MatchExclusion(subject, officer, "RI3003")).OrderBy(e => e.Inspector, StringComparer.Ordinal),
            preview.Problem.Exclusions);
    }

    private static async Task<string> EndAsync(Way way, string id, ItemResult result)
    {
        Visit visit = await way.Visits.FindAsync(id, Cancellation);
        Acting officer = Way.Officer(visit.Team.Inspectors[0]);
        await way.ApproveAsync(id);
        await way.Visits.ArriveAsync(officer, id, Cancellation);
        await way.Visits.EnterAllAsync(officer, id, result, "", Cancellation);
        await way.Visits.ConcludeAsync(officer, id, Cancellation);
        return visit.Plan.SubjectCode;
    }

    /// <summary>The evidence of a host to which something happens whenever it keeps a file.</summary>
    private sealed class Interrupted(IEvidenceStore evidence, Func<Task> by) : IEvidenceStore
    {
        public async Task<string> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
        {
            await by();
            return await evidence.PutAsync(bytes, cancellation);
        }

        public Task<string> PutForNowAsync(ReadOnlyMemory<byte> bytes, Instant at, CancellationToken cancellation) => evidence.PutForNowAsync(bytes, at, cancellation);

        public Task<int> RemoveKeptForNowAsync(Instant before, CancellationToken cancellation) => evidence.RemoveKeptForNowAsync(before, cancellation);

        public Task<byte[]?> GetAsync(string digest, CancellationToken cancellation) => evidence.GetAsync(digest, cancellation);
    }
}
