using System.Collections.Immutable;
using System.Security.Cryptography;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.SampleData;

namespace RandomInspection.Tests;

/// <summary>Two departments, one visit: offered, matched together, inspected on one day, concluded each by itself.</summary>
public abstract class JointVisitTests
{
    private const string EcologyTask = "P2026-002-T01";

    private static readonly Acting EcologyOperator =
        new(new Person("he", "何", "He", SampleDepartments.Ecology, [Role.DrawingOperator, Role.AuthorityHead]), Way.Morning);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task MatchAsync_TwoDepartmentsDrewTheSameSubjects_OneVisitWithTwoTeams()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("inspectors");
        await DrawEcologyAsync(store, way);
        await LedgerAssert.RefusedAsync(store, "RI2012", () => way.Matches.OfferAsync(Way.Operator, EcologyTask, Way.TaskId, Cancellation), ("department", SampleDepartments.Ecology));
        await LedgerAssert.RefusedAsync(store, "RI2109", () => way.Matches.OfferAsync(EcologyOperator, EcologyTask, EcologyTask, Cancellation), ("task", EcologyTask));
        await LedgerAssert.RefusedAsync(store, "RI2110", () => way.Matches.WithdrawOfferAsync(EcologyOperator, EcologyTask, Cancellation), ("task", EcologyTask));
        await way.Matches.OfferAsync(EcologyOperator, EcologyTask, Way.TaskId, Cancellation);
        await way.Matches.WithdrawOfferAsync(EcologyOperator, EcologyTask, Cancellation);
        Assert.Empty((await PreviewAsync(way)).Joined);
        await way.Matches.OfferAsync(EcologyOperator, EcologyTask, Way.TaskId, Cancellation);
        await LedgerAssert.RefusedAsync(store, "RI2108", () => way.Matches.OfferAsync(EcologyOperator, EcologyTask, Way.TaskId, Cancellation), ("with", Way.TaskId));

        MatchPreview preview = await PreviewAsync(way);
        Assert.Equal([EcologyTask], preview.Joined);
        string[] market = await ListAsync(way, Way.DrawId);
        string[] ecology = await ListAsync(way, "D2026-0002");
        string[] both = [.. market.Intersect(ecology)];
        Assert.NotEmpty(both);
        Assert.Equal(both.Length, preview.Saved);
        Assert.Equal(market.Union(ecology).Count(), preview.Problem.Visits.Length);

        await way.GoAsync("match", after: "inspectors");
        await LedgerAssert.RefusedAsync(store, "RI2107", () => way.Matches.WithdrawOfferAsync(EcologyOperator, EcologyTask, Cancellation), ("match", Way.MatchId));
        await LedgerAssert.RefusedAsync(
            store, "RI2107", () => way.Matches.PrepareAsync(EcologyOperator, EcologyTask, Request, "sha-256", Cancellation), ("match", Way.MatchId));
        ImmutableArray<VisitView> visits = await store.Get<IViews>().QueryAllAsync(new VisitsOfMatch(Way.MatchId), Cancellation);
        Assert.Equal(market.Length + ecology.Length, visits.Length);
        foreach (IGrouping<string, VisitView> joint in visits.GroupBy(v => v.JointVisit))
        {
            bool isBoth = both.Contains(joint.First().SubjectCode);
            Assert.Equal(isBoth ? 2 : 1, joint.Count());
            Assert.Equal(joint.Count(), joint.Select(v => v.DepartmentId).Distinct().Count());
            Assert.All(joint, v => Assert.Equal(joint.Count() - 1, v.JointWith));
            Assert.Single(joint.Select(v => (v.From, v.To)).Distinct());
        }

        await LedgerAssert.IsSoundAsync(store);
        await ArriveTogetherAsync(store, way, visits.First(v => v.JointWith == 1 && v.TaskId == Way.TaskId).Key);
    }

    private static async Task ArriveTogetherAsync(TemporaryStore store, Way way, string id)
    {
        Visit visit = await way.Visits.FindAsync(id, Cancellation);
        Visit other = await way.Visits.FindAsync(Assert.Single(visit.Plan.JointWith), Cancellation);
        Assert.Equal([id], other.Plan.JointWith);
        await way.ApproveAsync(id);
        await way.Visits.ApproveAsync(EcologyOperator, [other.Id], "年度抽查计划", Cancellation);
        await way.Visits.ArriveAsync(Way.Officer(visit.Team.Inspectors[0]), id, Cancellation);
        Acting late = Way.Officer(other.Team.Inspectors[0], SampleDepartments.Ecology) with { At = Way.Morning + Duration.FromDays(1) };
        await LedgerAssert.RefusedAsync(
            store, "RI2316", () => way.Visits.ArriveAsync(late, other.Id, Cancellation), ("other", id), ("on", "2026-11-23"), ("today", "2026-11-24"));
        await LedgerAssert.RefusedAsync(store, "RI2305", () => way.Visits.ArriveAsync(late, other.Id, " ", Cancellation));
        await way.Visits.ArriveAsync(late, other.Id, "环境监测仪器故障", Cancellation);
        Acting market = Way.Officer(visit.Team.Inspectors[0]);
        await way.Visits.EnterAllAsync(market, id, ItemResult.NoProblemFound, "", Cancellation);
        await way.Visits.ConcludeAsync(market, id, Cancellation);
        Assert.Equal(VisitStatus.Underway, (await way.Visits.FindAsync(other.Id, Cancellation)).Status);
        await LedgerAssert.IsSoundAsync(store);
    }

    [Fact]
    public async Task ReplaceAsync_JointVisit_OnlyThatDepartmentsSeatChanges()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("inspectors");
        await DrawEcologyAsync(store, way);
        await way.Matches.OfferAsync(EcologyOperator, EcologyTask, Way.TaskId, Cancellation);
        await way.GoAsync("match", after: "inspectors");
        ImmutableArray<VisitView> visits = await store.Get<IViews>().QueryAllAsync(new VisitsOfTask(EcologyTask), Cancellation);
        Visit visit = await way.Visits.FindAsync(visits.First(v => v.JointWith == 1).Key, Cancellation);
        Visit other = await way.Visits.FindAsync(visit.Plan.JointWith[0], Cancellation);
        string leaves = visit.Team.Inspectors[1];
        await LedgerAssert.RefusedAsync(store, "RI2012", () => way.Matches.ReplaceAsync(Way.Head, visit.Id, leaves, "生病", Cancellation));
        await way.Matches.ReplaceAsync(EcologyOperator, visit.Id, leaves, "生病", Cancellation);
        Visit after = await way.Visits.FindAsync(visit.Id, Cancellation);
        Assert.DoesNotContain(leaves, after.Team.Inspectors);
        Assert.Equal([leaves], after.Left);
        Assert.Equal(2, after.Team.Inspectors.Length);
        Assert.Equal(other.Team.Inspectors, (await way.Visits.FindAsync(other.Id, Cancellation)).Team.Inspectors);
        await LedgerAssert.IsSoundAsync(store);
    }

    [Fact]
    public async Task ConfirmVoidAsync_JointMatch_ReleasesEveryTask()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("inspectors");
        await DrawEcologyAsync(store, way);
        await way.Matches.OfferAsync(EcologyOperator, EcologyTask, Way.TaskId, Cancellation);
        await way.GoAsync("prepareMatch", after: "inspectors");
        Acting ecology = new(new Person("huan", "桓", "Huan", SampleDepartments.Ecology, [Role.Witness]), Way.Morning);
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await LedgerAssert.RefusedAsync(store, "RI1353", () => way.Draws.EnrolWitnessAsync(ecology, Way.MatchId, PartySignature.PublicKey(key), Cancellation), ("task", EcologyTask));
        await way.GoAsync("openMatch", after: "prepareMatch");
        await way.Draws.ProposeVoidAsync(Way.Operator, Way.MatchId, "停电", Cancellation);
        await way.Draws.ConfirmVoidAsync(Way.Head, Way.MatchId, Cancellation);
        Assert.Null((await way.Tasks.FindAsync(EcologyTask, Cancellation)).Task.Match);
        await way.Matches.WithdrawOfferAsync(EcologyOperator, EcologyTask, Cancellation);
        Assert.Equal("M2026-0002", await way.Matches.PrepareAsync(EcologyOperator, EcologyTask, Request, "sha-256", Cancellation));
        CeremonyEvent.Prepared again = (await way.Draws.FindAsync("M2026-0002", Cancellation)).Preparation;
        Assert.Equal((2, Way.MatchId), (again.Attempt, again.Previous!.Draw)); // a joined task's attempt is not forgotten
        await LedgerAssert.IsSoundAsync(store);
    }

    private static MatchRequest Request => MatchRequest.Usual(new LocalDate(2026, 11, 20), new LocalDate(2026, 12, 4)) with { Capacity = 60 };

    private static Task<MatchPreview> PreviewAsync(Way way) => way.Matches.PreviewAsync(Way.TaskId, Request, Cancellation);

    private static async Task<string[]> ListAsync(Way way, string draw) =>
        [.. RecordDocument.Read((await way.Draws.PublicRecordAsync(draw, Cancellation))!).Tasks[0].Selected.Select(u => u.Id)];

    /// <summary>A second department's task over the same directory, drawn by the operator alone; a quarter of the subjects, so that lists meet.</summary>
    private static async Task DrawEcologyAsync(TemporaryStore store, Way way)
    {
        Acting drafter = new(new Person("huan", "桓", "Huan", SampleDepartments.Ecology, [Role.Drafter]), Way.Morning);
        string plan = await way.Plans.BeginAsync(drafter, 2026, "生态环境局年度计划", Cancellation);
        string task = await way.Plans.AddTaskAsync(drafter, plan, "排污许可抽查", ["STHJ-01"], new LocalDate(2026, 11, 10), new LocalDate(2026, 12, 20), Cancellation);
        await way.Plans.SubmitAsync(drafter, plan, Cancellation);
        await way.Plans.ApproveAsync(Way.Approver, plan, Cancellation);
        DesignDocument design = DesignDocument.Parse("""{"kind":"fixed","size":125,"weights":{"A":1,"B":1,"C":1,"D":1}}""");
        await way.Tasks.DesignAsync(drafter, task, DirectoryCriteria.Everything, Stratification.None, design, Cancellation);
        string draw = await way.Draws.PrepareAsync(EcologyOperator, task, FrameKey.Of(SHA256.HashData("ecology"u8)), "sha-256", Cancellation);
        using ECDsa key = Way.KeyOf("ecology"); // the opening names it: with another one each time the lists would meet by chance only
        await way.Draws.EnrolOperatorAsync(EcologyOperator, draw, PartySignature.PublicKey(key), Cancellation);
        await way.Draws.OpenAsync(EcologyOperator, draw, new OpeningDeadlines(Way.Morning + Duration.FromHours(1), Way.Morning + Duration.FromHours(2)), Cancellation);
        DrawCeremony ceremony = await way.Draws.FindAsync(draw, Cancellation);
        string value = new('3', 64);
        Digest commitment = SeedText.Commitment(ceremony.Opening!, "he", value, Sha256.Instance);
        string statement = SeedText.CommitmentToSign(Digest.Parse(ceremony.OpeningDigest!), "he", commitment);
        await way.Draws.CommitAsync(EcologyOperator, draw, commitment, PartySignature.Sign(key, System.Text.Encoding.UTF8.GetBytes(statement)), Cancellation);
        await way.Draws.RevealAsync(EcologyOperator, draw, value, Cancellation);
        await way.Draws.DrawAsync(EcologyOperator, draw, Cancellation);
        Assert.Equal(EcologyTask, task);
    }
}
