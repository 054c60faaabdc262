using System.Collections.Immutable;
using System.Security.Cryptography;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Disclosure;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.SampleData;

namespace RandomInspection.Tests;

/// <summary>What becomes of a drawn list, its visits and its record when subjects are gone, over SQLite.</summary>
public abstract partial class ReplacementTests
{
    private static readonly DesignDocument TwoAndOneReserve =
        DesignDocument.Parse("""{"kind":"rates","rates":{"A":"0.05","B":"0.05","C":"0.1","D":"0.3"},"minimumPerStratum":1,"reservesPerCell":1}""");

    private static readonly DesignDocument NoReserves = DesignDocument.Parse("""{"kind":"rates","rates":{"A":"0.05","B":"0.05","C":"0.1","D":"0.3"}}""");

    private static readonly DesignDocument Everybody = DesignDocument.Parse("""{"kind":"rates","rates":{"A":"1","B":"1","C":"1","D":"1"}}""");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReplaceGoneAsync_BeforeTheMatch_ListChangesAndTheRecordDoesNot()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("draw");
        byte[] before = (await way.Draws.PublicRecordAsync(Way.DrawId, Cancellation))!;
        Assert.Null(await way.Draws.ReplacementsFileAsync(Way.TaskId, Cancellation));
        Assert.Empty(await way.Replacements.FindGoneAsync(Way.TaskId, Cancellation));
        DrawnList list = (await way.Draws.FindListAsync(Way.TaskId, Cancellation))!;
        string unit = WithReserve(list);
        string reserve = list.Asked(unit)[1];
        await LedgerAssert.RefusedAsync(store, "RI2141", () => way.Replacements.ReplaceGoneAsync(Way.Operator, Way.TaskId, unit, Cancellation), ("unit", unit));

        await BecomeAsync(store, SubjectStatus.Suspended, unit);
        await LedgerAssert.RefusedAsync(store, "RI2141", () => way.Replacements.ReplaceGoneAsync(Way.Operator, Way.TaskId, unit, Cancellation), ("status", "Suspended"));
        await BecomeAsync(store, SubjectStatus.Revoked, unit);
        ProvenGone gone = Assert.Single(await way.Replacements.FindGoneAsync(Way.TaskId, Cancellation));
        Assert.Equal((unit, ReplacementGround.Revoked, 3L), (gone.Unit.Id, gone.Ground, gone.DirectoryVersion));
        foreach (Acting other in (Acting[])[Way.Officer("scjg-01"), Way.Head, Way.Drafter])
        {
            await LedgerAssert.RefusedAsync(store, "RI2013", () => way.Replacements.ReplaceGoneAsync(other, Way.TaskId, unit, Cancellation));
        }

        ListChange change = await way.Replacements.ReplaceGoneAsync(Way.Later(Way.Operator), Way.TaskId, unit, Cancellation);
        Assert.Equal((reserve, ReplacementGround.Revoked, null), (change.By, change.Ground, change.DecidedBy));
        Assert.Equal(list.Effective.Select(u => u.Id == unit ? reserve : u.Id).Order(StringComparer.Ordinal), await ToComeAsync(store));
        Assert.Empty(await way.Replacements.FindGoneAsync(Way.TaskId, Cancellation));
        await LedgerAssert.RefusedAsync(store, "RI2140", () => way.Replacements.ReplaceGoneAsync(Way.Operator, Way.TaskId, unit, Cancellation));
        Assert.Equal(before, await way.Draws.PublicRecordAsync(Way.DrawId, Cancellation));

        ObligationView duty = (await store.Get<IViews>().FindAsync<ObligationView>($"list-{Way.TaskId}-R001", Cancellation))!;
        Assert.Equal((Way.DrawId, RandomInspection.Calendars.DisclosureOccasion.ListDrawn, null), (duty.About, duty.Occasion, duty.PublishedAt));
        await VerifiesAsync(store, Way.DrawId);
        await way.GoAsync("match", after: "draw");
        ImmutableArray<VisitView> visits = await store.Get<IViews>().QueryAllAsync(new VisitsOfTask(Way.TaskId), Cancellation);
        Assert.Equal(list.Effective.Select(u => u.Id == unit ? reserve : u.Id).Order(StringComparer.Ordinal), visits.Select(v => v.SubjectCode));
        await LedgerAssert.IsSoundAsync(store);
    }

    [Fact]
    public async Task ReplaceGoneAsync_MatchUnderWay_Refused()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("openMatch");
        string unit = WithReserve((await way.Draws.FindListAsync(Way.TaskId, Cancellation))!);
        await BecomeAsync(store, SubjectStatus.Deregistered, unit);
        await LedgerAssert.RefusedAsync(store, "RI2151", () => way.Replacements.ReplaceGoneAsync(Way.Operator, Way.TaskId, unit, Cancellation), ("match", Way.MatchId));
    }

    [Fact]
    public async Task ReplaceGoneAsync_AfterTheMatch_TeamTakesOverButWhoIsRecused()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("match");
        DrawnList list = (await way.Draws.FindListAsync(Way.TaskId, Cancellation))!;
        ImmutableArray<VisitView> visits = await store.Get<IViews>().QueryAllAsync(new VisitsOfTask(Way.TaskId), Cancellation);
        VisitView row = visits.First(v => list.Asked(v.SubjectCode).Length > 1);
        Visit drawn = await way.Visits.FindAsync(row.Key, Cancellation);
        string reserve = list.Asked(row.SubjectCode)[1];
        string recused = drawn.Team.Inspectors[0];
        string asked = await way.Recusals.AskAsync(Way.Officer(recused), recused, reserve, "近亲属", Cancellation);
        await way.Recusals.DecideAsync(Way.Head, asked, RecusalDecision.Upheld, "属实", Cancellation);
        await BecomeAsync(store, SubjectStatus.MovedOut, row.SubjectCode);
        ListChange change = await way.Replacements.ReplaceGoneAsync(Way.Later(Way.Operator), Way.TaskId, row.SubjectCode, Cancellation);

        Visit closed = await way.Visits.FindAsync(row.Key, Cancellation);
        Assert.Equal((VisitStatus.Closed, ReplacementGround.MovedOut, 1), (closed.Status, closed.Closing!.Ground, closed.Closing.Change));
        Visit taken = await way.Visits.FindAsync(closed.Closing.TakenOverBy!, Cancellation);
        Assert.Equal((reserve, Way.DrawId, Way.MatchId, $"{Way.TaskId}-V{visits.Length + 1:0000}"), (taken.Plan.SubjectCode, taken.Plan.Draw, taken.Plan.Match, taken.Id));
        Assert.Equal(change.By, taken.Plan.SubjectCode);
        Assert.Contains(drawn.Team.Inspectors[1], taken.Team.Inspectors);
        Assert.DoesNotContain(recused, taken.Team.Inspectors);
        Assert.Equal((2, 0), (taken.Team.Inspectors.Distinct().Count(), taken.Team.Missing));
        await LedgerAssert.RefusedAsync(store, "RI2301", () => way.Visits.ArriveAsync(Way.Officer(drawn.Team.Inspectors[1]), closed.Id, Cancellation), ("state", "Closed"));

        // The seats of the new visit can change as those of any other.
        string leaves = taken.Team.Inspectors[0];
        await way.Matches.ReplaceAsync(Way.Head, taken.Id, leaves, "生病", Cancellation);
        taken = await way.Visits.FindAsync(taken.Id, Cancellation);
        Assert.DoesNotContain(leaves, taken.Team.Inspectors);
        Assert.DoesNotContain(recused, taken.Team.Inspectors);

        Acting officer = Way.Officer(taken.Team.Inspectors[0]);
        await LedgerAssert.RefusedAsync(store, "RI3032", () => way.Visits.ArriveAsync(officer, taken.Id, Cancellation), ("visit", taken.Id)); // the approval of the one that is closed is not its
        await way.ApproveAsync(taken.Id);
        await way.Visits.ArriveAsync(officer, taken.Id, Cancellation);
        await way.Visits.EnterAsync(officer, taken.Id, "SCJG-01", ItemResult.NoProblemFound, "", Cancellation);
        await BecomeAsync(store, SubjectStatus.Deregistered, reserve);
        await LedgerAssert.RefusedAsync(store, "RI2152", () => way.Replacements.ReplaceGoneAsync(Way.Operator, Way.TaskId, reserve, Cancellation), ("visit", taken.Id));
        await way.Visits.ConcludeAsync(officer, taken.Id, Cancellation);
        await LedgerAssert.RefusedAsync(store, "RI2301", () => way.Replacements.ReplaceGoneAsync(Way.Operator, Way.TaskId, reserve, Cancellation));
        Assert.Empty(await way.Replacements.FindGoneAsync(Way.TaskId, Cancellation));
        await VerifiesAsync(store, Way.DrawId);
        await LedgerAssert.IsSoundAsync(store);
    }

    [Fact]
    public async Task ProposeAsync_OfficerOfTheTeam_ReplacedOnlyBySecondPerson()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("match");
        DrawnList list = (await way.Draws.FindListAsync(Way.TaskId, Cancellation))!;
        VisitView row = (await store.Get<IViews>().QueryAllAsync(new VisitsOfTask(Way.TaskId), Cancellation)).First(v => list.Asked(v.SubjectCode).Length > 1);
        ImmutableArray<string> team = (await way.Visits.FindAsync(row.Key, Cancellation)).Team.Inspectors;
        Acting officer = DaysLater(Way.Officer(team[0])), head = DaysLater(Way.Head);
        ImmutableArray<ContactAttempt> attempts =
        [
            new(new LocalDate(2026, 11, 24), "上门", "门牌号不存在", null, team),
            new(new LocalDate(2026, 11, 25), "电话", "停机", null, [team[1]]),
        ];
        await LedgerAssert.RefusedAsync(store, "RI2142", () => way.Replacements.ProposeAsync(officer, Way.TaskId, row.SubjectCode, [attempts[0]], Cancellation));
        await LedgerAssert.RefusedAsync(
            store, "RI2153", () => way.Replacements.ProposeAsync(DaysLater(Way.Officer("somebody")), Way.TaskId, row.SubjectCode, attempts, Cancellation), ("person", "somebody"));
        ListChange proposed = await way.Replacements.ProposeAsync(officer, Way.TaskId, row.SubjectCode, attempts, Cancellation);
        Assert.Equal(VisitStatus.Planned, (await way.Visits.FindAsync(row.Key, Cancellation)).Status);
        Assert.Single(await store.Get<IViews>().QueryAsync(new ReplacementsInState(SampleDepartments.Market, ListChangeState.Proposed), Cancellation));

        await LedgerAssert.RefusedAsync(store, "RI2013", () => way.Replacements.ApproveAsync(officer, Way.TaskId, proposed.Number, Cancellation));
        await LedgerAssert.RefusedAsync(store, "RI2013", () => way.Replacements.ApproveAsync(DaysLater(Way.Operator), Way.TaskId, proposed.Number, Cancellation));
        Acting both = head with { Person = head.Person with { Id = team[1] } };
        await LedgerAssert.RefusedAsync(store, "RI2146", () => way.Replacements.ApproveAsync(both, Way.TaskId, proposed.Number, Cancellation));
        await way.Replacements.DeclineAsync(head, Way.TaskId, proposed.Number, "请再查找一次", Cancellation);
        Assert.Equal(VisitStatus.Planned, (await way.Visits.FindAsync(row.Key, Cancellation)).Status);

        proposed = await way.Replacements.ProposeAsync(officer, Way.TaskId, row.SubjectCode, attempts, Cancellation);
        ListChange change = await way.Replacements.ApproveAsync(head, Way.TaskId, proposed.Number, Cancellation);
        Assert.Equal((2, ReplacementGround.NotReached, head.Person.Id, list.Asked(row.SubjectCode)[1]), (change.Number, change.Ground, change.DecidedBy, change.By));
        Assert.Equal(VisitStatus.Closed, (await way.Visits.FindAsync(row.Key, Cancellation)).Status);
        Replacements published = ReplacementsDocument.Read((await way.Draws.ReplacementsFileAsync(Way.TaskId, Cancellation))!);
        Assert.Equal([new LocalDate(2026, 11, 24), new LocalDate(2026, 11, 25)], Assert.Single(published.Changes).Attempts);
        await VerifiesAsync(store, Way.DrawId);
        await LedgerAssert.IsSoundAsync(store);
    }

    [Fact]
    public async Task ReplaceGoneAsync_TwoOfOneCellAtOnce_NeverTheSameReserve()
    {
        await using TemporaryStore one = await TemporaryStore.CreateAsync();
        await using TemporaryStore two = await TemporaryStore.CreateAsync(one.Folder);
        using Way first = new(one);
        using Way second = new(two);
        await DrawnByAsync(first, TwoAndOneReserve);
        DrawnList list = (await first.Draws.FindListAsync(Way.TaskId, Cancellation))!;
        string[] cell = [.. list.Effective.GroupBy(u => u.Cell).First(c => c.Count() > 1 && list.Asked(c.First().Id).Length == 2).Take(2).Select(u => u.Id)];
        await BecomeAsync(one, SubjectStatus.Deregistered, cell);
        using Barrier start = new(2);
        string?[] outcomes = await Task.WhenAll(Attempt(first, cell[0]), Attempt(second, cell[1]));

        // Either one of them is told, or they came one after the other: then the second found no reserve.
        Assert.All(outcomes.OfType<string>(), code => Assert.Equal("RI6001", code));
        foreach ((string? refused, string unit) in outcomes.Zip(cell))
        {
            if (refused is not null)
            {
                await first.Replacements.ReplaceGoneAsync(Way.Operator, Way.TaskId, unit, Cancellation);
            }
        }

        list = (await second.Draws.FindListAsync(Way.TaskId, Cancellation))!;
        Assert.Equal([ListChangeState.Replaced, ListChangeState.Short], list.Changes.Select(c => c.State));
        await LedgerAssert.IsSoundAsync(two);

        Task<string?> Attempt(Way way, string unit) => Task.Run(
            async () =>
            {
                start.SignalAndWait(Cancellation);
                try
                {
                    await way.Replacements.ReplaceGoneAsync(Way.Operator, Way.TaskId, unit, Cancellation);
                    return null;
                }
                catch (RefusalException e)
                {
                    return e.Refusal.Code;
                }
            },
            Cancellation);
    }

    [Fact]
    public async Task ReplaceGoneAsync_SameSubjectInTwoTasks_EachListForItself()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("addTask");
        string other = await way.Plans.AddTaskAsync(Way.Drafter, Way.PlanId, "药品抽查", ["SCJG-01"], new LocalDate(2026, 11, 1), new LocalDate(2026, 12, 31), Cancellation);
        await way.GoAsync("draw", after: "addTask");
        await way.Tasks.DesignAsync(Way.Drafter, other, DirectoryCriteria.Everything, Stratification.Region, Everybody, Cancellation);
        await way.CeremonyAsync(await way.Draws.PrepareAsync(Way.Operator, other, Key("other"), "sha-256", Cancellation));
        DrawnList list = (await way.Draws.FindListAsync(Way.TaskId, Cancellation))!, second = (await way.Draws.FindListAsync(other, Cancellation))!;
        ImmutableArray<SubjectCount> counts = await store.Get<ISubjectDirectory>().CountAsync(Cancellation);
        Assert.Equal(counts.Where(c => c.Status == SubjectStatus.Active).Sum(c => c.Subjects), second.Effective.Count());
        string shared = WithReserve(list);
        await BecomeAsync(store, SubjectStatus.Deregistered, shared);
        await way.Replacements.ReplaceGoneAsync(Way.Operator, Way.TaskId, shared, Cancellation);
        Assert.DoesNotContain((await way.Draws.FindListAsync(Way.TaskId, Cancellation))!.Effective, u => u.Id == shared);
        Assert.Contains((await way.Draws.FindListAsync(other, Cancellation))!.Effective, u => u.Id == shared);
        Assert.Equal(ListChangeState.Short, (await way.Replacements.ReplaceGoneAsync(Way.Operator, other, shared, Cancellation)).State);
        Assert.DoesNotContain((await way.Draws.FindListAsync(other, Cancellation))!.Effective, u => u.Id == shared);
        await LedgerAssert.IsSoundAsync(store);
    }

    [Fact]
    public async Task Verify_TamperedAddendum_FailsAtTheRightStep()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await DrawnByAsync(way, TwoAndOneReserve);
        DrawnList list = (await way.Draws.FindListAsync(Way.TaskId, Cancellation))!;
        string unit = WithReserve(list);
        await BecomeAsync(store, SubjectStatus.Deregistered, unit);
        await way.Replacements.ReplaceGoneAsync(Way.Operator, Way.TaskId, unit, Cancellation);
        Replacements good = ReplacementsDocument.Read((await way.Draws.ReplacementsFileAsync(Way.TaskId, Cancellation))!);
        PublishedChange change = good.Changes[0];
        byte[] record = (await way.Draws.AuditorRecordAsync(Way.DrawId, Cancellation))!;
        RecordedTask task = RecordDocument.Read(record).Tasks[0];
        ReserveUnit another = task.Reserves.First(r => r.Cell != list.Units.Single(u => u.Id == unit).Cell && r.Ticket > change.Goes.Ticket);
        SelectedUnit onList = task.Selected.First(s => s.Id != unit && s.Ticket > change.Goes.Ticket);
        (string Step, Replacements Bad)[] cases =
        [
            ("replacements.record", good with { Draws = [good.Draws[0] with { Record = Digest.Parse(new string('0', 64)) }] }),
            ("replacements.tickets", With(change with { Comes = new SelectedUnit(change.Goes.Ticket, change.Comes!.Id) })),
            ("replacements.order", With(change with { Goes = change.Comes!, Comes = change.Goes })),
            ("replacements.order", With(change with { Comes = onList })),
            ("replacements.order", With(change, change)),
            ("replacements.order", With(change with { Ground = ReplacementGround.NotReached })),
            ("replacements.reserves", With(change with { Comes = new SelectedUnit(another.Ticket, another.Id) })),
            ("replacements.reserves", With(change with { Comes = null })),
        ];
        Dictionary<string, byte[]> frames = new() { [Way.TaskId] = await way.Draws.FrameFileAsync(Way.DrawId, Way.TaskId, Cancellation) };
        foreach ((string step, Replacements bad) in cases)
        {
            RecordVerification found = store.Get<ReplacementsVerifier>().Verify(ReplacementsDocument.Write(bad), record, frames);
            Assert.Contains(step, found.Steps.Where(s => s.Status == VerificationStatus.Failed).Select(s => s.Id));
        }

        Replacements With(params PublishedChange[] changes) => good with { Changes = [.. changes] };
    }

    private static FrameKey Key(string text) => FrameKey.Of(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));

    private static Acting DaysLater(Acting acting) => acting with { At = Way.Morning + Duration.FromDays(3) };

    private static string WithReserve(DrawnList list) => list.Effective.First(unit => list.Asked(unit.Id).Length > 1).Id;

    private static async Task DrawnByAsync(Way way, DesignDocument design)
    {
        await way.GoAsync("approve");
        await way.Tasks.DesignAsync(Way.Drafter, Way.TaskId, DirectoryCriteria.Everything, Stratification.Region, design, Cancellation);
        await way.GoAsync("draw", after: "design");
    }

    /// <summary>Who is to be visited, as whoever freezes the next frame is told: the list as it stands, nobody twice.</summary>
    private static async Task<IEnumerable<string>> ToComeAsync(TemporaryStore store) =>
        (await store.Get<IVisitHistory>().ReadAsync(new LocalDate(2026, 1, 1), Cancellation)).Select(visit => visit.SubjectCode).Order(StringComparer.Ordinal);

    private static Task BecomeAsync(TemporaryStore store, SubjectStatus status, params string[] codes)
    {
        HashSet<string> gone = [.. codes];
        Subject[] changed = [.. SampleSubjects.Generate(500).Where(s => gone.Contains(s.Code)).Select(s => s with { Status = status })];
        Assert.Equal(gone.Count, changed.Length);
        return store.Get<DirectoryWorkflow>().MergeAsync(Way.Keeper.As(DirectorySteps.MergeSubjects), new SubjectFile("changes.csv", new string('2', 64), [.. changed], 0, 0), Way.Morning, Cancellation);
    }

    /// <summary>The addendum verifies against both views of a draw's record, the auditor's with its frame.</summary>
    private static async Task VerifiesAsync(TemporaryStore store, string draw)
    {
        DrawWorkflow draws = store.Get<DrawWorkflow>();
        byte[] addendum = (await draws.ReplacementsFileAsync(Way.TaskId, Cancellation))!;
        Dictionary<string, byte[]> frames = new() { [Way.TaskId] = await draws.FrameFileAsync(draw, Way.TaskId, Cancellation) };
        foreach (byte[]? record in (byte[]?[])[await draws.PublicRecordAsync(draw, Cancellation), await draws.AuditorRecordAsync(draw, Cancellation)])
        {
            RecordVerification found = store.Get<ReplacementsVerifier>().Verify(addendum, record!, frames);
            Assert.True(found.Verifies, string.Join('\n', found.Steps.Select(s => $"{s.Status} {s.English}")));
        }
    }
}
