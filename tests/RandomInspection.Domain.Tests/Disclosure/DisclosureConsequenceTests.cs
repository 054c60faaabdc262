using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Disclosure;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.Tests.Inspections;

namespace RandomInspection.Tests.Disclosure;

/// <summary>Which duties visits, measures and ad-hoc tasks raise, and by when they are due.</summary>
public class DisclosureConsequenceTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 8, 0);
    private static readonly LocalDate Today = new(2026, 11, 23);
    private static readonly Actor Officer = new(VisitScript.First, Role.Inspector);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FollowAsync_VisitConcluded_ResultIsDueInTenWorkingDays()
    {
        Visit visit = VisitScript.At(VisitStatus.Concluded).Visit;
        (ImmutableArray<DisclosureEvent> raised, ImmutableArray<ObligationView> rows) = await FollowAsync(new Store(), Concluded(visit), VisitView.Of(visit));

        DisclosureEvent.Raised duty = Assert.IsType<DisclosureEvent.Raised>(Assert.Single(raised));
        Assert.Equal($"result-{visit.Id}", duty.Obligation);
        Assert.Equal((DisclosureOccasion.ResultFormed, visit.Id, visit.Plan.SubjectName, "scjg", Today), (duty.Occasion, duty.About, duty.Title, duty.DepartmentId, duty.EventDay));
        Assert.Equal(new LocalDate(2026, 12, 7), duty.Due.On);
        Assert.Equal(duty.Obligation, Assert.Single(rows).Key);
    }

    [Fact]
    public async Task FollowAsync_VisitConcludedAgain_FirstDeadlineStands()
    {
        Visit visit = VisitScript.At(VisitStatus.Concluded).Visit;
        Store store = new();
        await FollowAsync(store, Concluded(visit), VisitView.Of(visit));
        (ImmutableArray<DisclosureEvent> raised, _) = await FollowAsync(store, Concluded(visit), VisitView.Of(visit));
        Assert.Empty(raised);
    }

    [Theory]
    [InlineData(MeasureKind.Order, DisclosureOccasion.MeasureDecided)]
    [InlineData(MeasureKind.Compulsion, DisclosureOccasion.MeasureDecided)]
    [InlineData(MeasureKind.Penalty, DisclosureOccasion.PenaltyDecided)]
    public async Task FollowAsync_MeasureDecided_IsDueInSevenWorkingDaysOfItsOwnDay(MeasureKind kind, DisclosureOccasion occasion)
    {
        Visit visit = VisitScript.At(VisitStatus.Audited).Visit;
        visit.Decide(MeasureKind.Transfer, "移送", "法", Today, VisitScript.First, Today);
        VisitEvent.MeasureDecided decided = visit.Decide(kind, "改正", "法", Today, VisitScript.First, Today.PlusDays(3));

        (ImmutableArray<DisclosureEvent> raised, _) = await FollowAsync(new Store(), decided, VisitView.Of(visit));

        DisclosureEvent.Raised duty = Assert.IsType<DisclosureEvent.Raised>(Assert.Single(raised));
        Assert.Equal(($"measure-{visit.Id}-2", occasion, visit.Id, Today), (duty.Obligation, duty.Occasion, duty.About, duty.EventDay));
        Assert.Equal(new LocalDate(2026, 12, 2), duty.Due.On);
    }

    [Theory]
    [InlineData(MeasureKind.SeparateCase)]
    [InlineData(MeasureKind.Transfer)]
    public async Task FollowAsync_CaseOfOthers_RaisesNothing(MeasureKind kind)
    {
        Visit visit = VisitScript.At(VisitStatus.Audited).Visit;
        (ImmutableArray<DisclosureEvent> raised, _) = await FollowAsync(new Store(), visit.Decide(kind, "移送", "法", Today, VisitScript.First, Today), VisitView.Of(visit));
        Assert.Empty(raised);
    }

    [Fact]
    public async Task FollowAsync_OtherStepsOfAVisit_RaiseNothing()
    {
        (Visit visit, List<VisitEvent> events) = VisitScript.At(VisitStatus.Audited);
        foreach (VisitEvent happened in events.Where(e => e is not VisitEvent.Concluded))
        {
            Assert.Empty((await FollowAsync(new Store(), happened, VisitView.Of(visit))).Raised);
        }
    }

    [Theory]
    [InlineData(PlanKind.Annual, DisclosureOccasion.PlanApproved)]
    [InlineData(PlanKind.AdHoc, DisclosureOccasion.AdHocTaskApproved)]
    public async Task FollowAsync_Approved_RaisesTheDutyOfItsKind(PlanKind kind, DisclosureOccasion occasion)
    {
        PlanView plan = Plan(kind);
        (ImmutableArray<DisclosureEvent> raised, _) = await FollowAsync(new Store(), new PlanEvent.Approved("zheng", Now), plan);
        DisclosureEvent.Raised duty = Assert.IsType<DisclosureEvent.Raised>(Assert.Single(raised));
        Assert.Equal(($"plan-{plan.Key}", occasion, plan.Key), (duty.Obligation, duty.Occasion, duty.About));
    }

    [Fact]
    public async Task FollowAsync_ListOfAnAdHocTaskDrawn_TaskIsDueTogetherWithIt()
    {
        Store store = new();
        PlanView plan = Plan(PlanKind.AdHoc);
        await FollowAsync(store, new PlanEvent.Approved("zheng", Now), plan);

        (ImmutableArray<DisclosureEvent> raised, ImmutableArray<ObligationView> rows) = await FollowAsync(store.With(plan).With(Task(plan)), happened: null, Draw());

        Assert.Equal("list-D2026-0001", Assert.Single(raised.OfType<DisclosureEvent.Raised>()).Obligation);
        DisclosureEvent.ListDrawn list = Assert.Single(raised.OfType<DisclosureEvent.ListDrawn>());
        Assert.Equal(Today, list.Day);
        Assert.Equal(DueDate.By(DisclosureRules.Shenyang2020, DisclosureOccasion.AdHocTaskApproved, Today, Duties.Calendar, Today), list.Due);
        Assert.Equal(["list-D2026-0001", $"plan-{plan.Key}"], rows.Select(r => r.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task FollowAsync_ListOfAnAnnualPlansTaskDrawn_OnlyTheListIsDue()
    {
        Store store = new();
        PlanView plan = Plan(PlanKind.Annual);
        await FollowAsync(store, new PlanEvent.Approved("zheng", Now), plan);
        (ImmutableArray<DisclosureEvent> raised, _) = await FollowAsync(store.With(plan).With(Task(plan)), happened: null, Draw());
        Assert.Equal("list-D2026-0001", Assert.IsType<DisclosureEvent.Raised>(Assert.Single(raised)).Obligation);
    }

    [Fact]
    public async Task FollowAsync_SharedDraw_EachTasksListIsItsOwnDepartmentsDuty()
    {
        Store store = new();
        PlanView plan = Plan(PlanKind.Annual);
        TaskView other = Task(plan) with { Key = "P2026-002-T01", PlanId = "P2026-002", DepartmentId = "sthj", Title = "排污许可" };
        DrawView draw = Draw() with { TaskId = $"{plan.Key}-T01", Joined = " P2026-002-T01 " };
        (ImmutableArray<DisclosureEvent> raised, _) = await FollowAsync(store.With(plan).With(Task(plan)).With(other), happened: null, draw);
        Assert.Equal(
            [("list-D2026-0001", "scjg", "网络餐饮专项"), ("list-D2026-0001-P2026-002-T01", "sthj", "排污许可")],
            raised.OfType<DisclosureEvent.Raised>().Select(r => (r.Obligation, r.DepartmentId, r.Title)));
    }

    private static VisitEvent.Concluded Concluded(Visit visit) => visit.Conclusion!;

    private static PlanView Plan(PlanKind kind) => new()
    {
        Key = kind == PlanKind.AdHoc ? "A2026-001" : "P2026-001",
        Year = 2026,
        DepartmentId = "scjg",
        Kind = kind,
        Title = "网络餐饮专项",
        Status = PlanStatus.Approved,
        Tasks = 1,
        ApprovedAt = Now,
    };

    private static TaskView Task(PlanView plan) => new()
    {
        Key = $"{plan.Key}-T01",
        PlanId = plan.Key,
        DepartmentId = "scjg",
        Title = "网络餐饮专项",
        From = new LocalDate(2026, 11, 1),
        To = new LocalDate(2026, 12, 31),
        PlanStatus = PlanStatus.Approved,
        Removed = false,
    };

    private static DrawView Draw() => new()
    {
        Key = "D2026-0001",
        Year = 2026,
        DepartmentId = "scjg",
        TaskId = "A2026-001-T01",
        Attempt = 1,
        Status = CeremonyStatus.Drawn,
        FrameSize = 100,
        Selected = 10,
        Assurance = null,
        EndedAt = Now,
        Supplements = null,
    };

    private static async Task<(ImmutableArray<DisclosureEvent> Raised, ImmutableArray<ObligationView> Rows)> FollowAsync(Store store, object? happened, IView row)
    {
        EventCodec codec = DomainEvents.Codec;

        // Of a draw only the name of the event is looked at.
        EncodedEvent encoded = happened is null ? new EncodedEvent("draw.drawn", "{}") : codec.Encode(happened);
        DisclosureConsequence consequence = new(() => store, () => new CalendarInUse(store, store, codec), store, DisclosureRules.Shenyang2020, codec);
        (ImmutableArray<StreamAppend> appends, ImmutableArray<IView> views) = await consequence.FollowAsync(
            new LedgerCommit(Officer, Now, null, [new StreamAppend("any/1", 0, [encoded])], [row]), Cancellation);

        // The calendar's stream is held fast, or nothing is appended at all.
        Assert.Equal(appends.IsEmpty ? [] : [CalendarInUse.Stream], appends.Where(a => a.Events.IsEmpty).Select(a => a.Stream));
        store.Append(appends);
        return ([.. appends.SelectMany(a => a.Events).Select(e => (DisclosureEvent)codec.Decode(e))], [.. views.Cast<ObligationView>()]);
    }

    /// <summary>Streams and rows in memory; nothing else is asked for.</summary>
    private sealed class Store : ILedger, IViews, IEvidenceStore
    {
        private readonly List<LedgerEntry> _entries = [];
        private readonly Dictionary<string, IView> _rows = [];

        public Store With(IView row)
        {
            // The draw names the ad-hoc task, whatever the plan's kind.
            _rows[row.Key] = row;
            if (row is TaskView)
            {
                _rows.TryAdd("A2026-001-T01", row);
            }

            return this;
        }

        public void Append(ImmutableArray<StreamAppend> appends)
        {
            foreach (StreamAppend append in appends)
            {
                foreach (EncodedEvent happened in append.Events)
                {
                    _entries.Add(new LedgerEntry(_entries.Count + 1, append.Stream, append.ExpectedVersion + 1, happened.Type, Officer, null, Now, happened.Data));
                }
            }
        }

        public Task<ImmutableArray<LedgerEntry>> ReadStreamAsync(string stream, CancellationToken cancellation) =>
            System.Threading.Tasks.Task.FromResult(_entries.Where(e => e.Stream == stream).ToImmutableArray());

        public Task<T?> FindAsync<T>(string key, CancellationToken cancellation)
            where T : class, IView => System.Threading.Tasks.Task.FromResult(_rows.GetValueOrDefault(key) as T);

        public Task<ImmutableArray<LedgerEntry>> CommitAsync(LedgerCommit commit, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<ImmutableArray<LedgerEntry>> ReadAsync(LedgerLog log, long afterSequence, int most, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<LedgerHead> HeadAsync(LedgerLog log, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<ImmutableArray<byte[]>> ReadNodesAsync(LedgerLog log, IReadOnlyList<TreeNode> nodes, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<ImmutableArray<T>> QueryAsync<T>(ISpecification<T> specification, CancellationToken cancellation)
            where T : class, IView => throw new NotSupportedException();

        public Task<int> CountAsync<T>(ISpecification<T> specification, CancellationToken cancellation)
            where T : class, IView => throw new NotSupportedException();

        public Task<string> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<string> PutForNowAsync(ReadOnlyMemory<byte> bytes, Instant at, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<int> RemoveKeptForNowAsync(Instant before, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<byte[]?> GetAsync(string digest, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
