using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Disclosure;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Planning;
using RandomInspection.Supervision;

namespace RandomInspection.Tests.Supervision;

/// <summary>预警：from the number on, not before; each with what it is about.</summary>
public sealed class SupervisionAlertsTests
{
    private static readonly LocalDate Today = new(2026, 7, 1);
    private static readonly LocalDate Monday = new(2026, 5, 4);

    [Fact]
    public void VisitedTooOften_TwoOnADay_OneDoorIsOne()
    {
        VisitView[] visits = [RowsOf.Visit("V1", "a", Monday, door: "J"), RowsOf.Visit("V2", "a", Monday, door: "J")];
        Assert.Empty(Of(AlertKind.VisitedTooOften, visits));
        SupervisionAlert alert = Assert.Single(Of(AlertKind.VisitedTooOften, [.. visits, RowsOf.Visit("V3", "a", Monday)]));
        Assert.Equal(("a", 2L, 1L, Monday, AlertSpan.Day), (alert.About, alert.Figure, alert.Limit, alert.On, alert.Span));
    }

    [Fact]
    public void VisitedTooOften_WeekAndMonth_FromTheThirdAndTheFourth()
    {
        VisitView[] week = [RowsOf.Visit("V1", "a", Monday), RowsOf.Visit("V2", "a", Monday.PlusDays(3))];
        Assert.Empty(Of(AlertKind.VisitedTooOften, [.. week, RowsOf.Visit("V3", "a", Monday.PlusDays(7))])); // the next Monday is another week
        SupervisionAlert third = Assert.Single(Of(AlertKind.VisitedTooOften, [.. week, RowsOf.Visit("V3", "a", Monday.PlusDays(6))]));
        Assert.Equal((3L, 2L, Monday, AlertSpan.Week), (third.Figure, third.Limit, third.On, third.Span));

        VisitView[] month = [.. Enumerable.Range(0, 4).Select(i => RowsOf.Visit($"V{i}", "a", new LocalDate(2026, 5, 1 + (i * 8))))];
        Assert.Empty(Of(AlertKind.VisitedTooOften, month[..3]));
        SupervisionAlert fourth = Assert.Single(Of(AlertKind.VisitedTooOften, month));
        Assert.Equal((4L, 3L, new LocalDate(2026, 5, 1), AlertSpan.Month), (fourth.Figure, fourth.Limit, fourth.On, fourth.Span));
    }

    [Fact]
    public void CleanVisits_ThirdBySameOfficer_NotIfAProblemLiesBetween()
    {
        VisitView[] visits = [.. Enumerable.Range(0, 3).Select(i => RowsOf.Visit($"V{i}", "a", new LocalDate(2026, 1 + i, 10)))];
        Assert.Empty(Of(AlertKind.CleanVisitsByOneOfficer, visits[..2], [.. visits[..2].Select(v => RowsOf.Seat(v, "i1"))]));
        SupervisionAlert alert = Assert.Single(Of(AlertKind.CleanVisitsByOneOfficer, visits, [.. visits.Select(v => RowsOf.Seat(v, "i1")), RowsOf.Seat(visits[0], "i2")]));
        Assert.Equal(("a", "i1", 3L), (alert.About, alert.Officer, alert.Figure));

        visits[1] = RowsOf.Visit("V1", "a", new LocalDate(2026, 2, 10), Conclusion.ProblemsFound);
        Assert.Empty(Of(AlertKind.CleanVisitsByOneOfficer, visits, [.. visits.Select(v => RowsOf.Seat(v, "i1"))]));
    }

    [Fact]
    public void Overdue_DutiesAndVisits_FromTheDayAfterTheLast()
    {
        SupervisionRows rows = new()
        {
            Obligations = [RowsOf.Duty("today", Monday, Today, null), RowsOf.Duty("late", Monday, Today.PlusDays(-3), null), RowsOf.Duty("met", Monday, Today.PlusDays(-3), Today)],
            Visits = [RowsOf.Visit("V1", "a", null, to: Today), RowsOf.Visit("V2", "a", null, to: Today.PlusDays(-1)), RowsOf.Visit("V3", "a", Monday, to: Monday)],
        };
        Assert.Equal([("late", 3L)], All(rows).Where(a => a.Kind == AlertKind.PublicationOverdue).Select(a => (a.About, a.Figure)));
        Assert.Equal([("V2", 1L)], All(rows).Where(a => a.Kind == AlertKind.VisitOverdue).Select(a => (a.About, a.Figure)));
    }

    [Fact]
    public void Overdue_DeferredUntilASecretEnds_NotBeforeThat()
    {
        ObligationView duty = RowsOf.Duty("secret", Monday, Today.PlusDays(-3), null) with { DeferredUntil = Today.PlusDays(-1) }; // a Tuesday: it may go out on Wednesday, today
        SupervisionRows rows = new() { Obligations = [duty] };
        Assert.DoesNotContain(All(rows), alert => alert.Kind == AlertKind.PublicationOverdue);
        Assert.Equal(0, SupervisionFigures.Of(rows, SupervisionScope.OfYear(2026), RateTable.Henan2021, Today).Late);
        rows = rows with { Obligations = [duty with { DeferredUntil = Today.PlusDays(-2) }] };
        SupervisionAlert late = Assert.Single(All(rows), alert => alert.Kind == AlertKind.PublicationOverdue);
        Assert.Equal((1L, Today.PlusDays(-1)), (late.Figure, late.On));
        Assert.Equal(1, SupervisionFigures.Of(rows, SupervisionScope.OfYear(2026), RateTable.Henan2021, Today).Late);
    }

    [Theory]
    [InlineData(2026, 6, 26, 1)] // begun on Friday, approved by Monday 29 June
    [InlineData(2026, 6, 29, 1)]
    [InlineData(2026, 6, 30, 0)]
    public void ApprovalOverdue_BegunInAnEmergency_AfterTheNextWorkingDay(int year, int month, int day, int alerts)
    {
        VisitView begun = RowsOf.Visit("V1", "a", null) with { Status = VisitStatus.Underway, BegunOn = new LocalDate(year, month, day) };
        Assert.Equal(alerts, Of(AlertKind.ApprovalOverdue, [begun, begun with { Key = "V2", Approved = true }, begun with { Key = "V3", Status = VisitStatus.Closed }]).Count(alert => alert.About == "V1"));
        Assert.DoesNotContain(Of(AlertKind.ApprovalOverdue, [begun with { Key = "V2", Approved = true }, begun with { Key = "V3", Status = VisitStatus.Closed }]), _ => true);
    }

    [Fact]
    public void RecheckOverdue_FromTheDayAfterTheLast()
    {
        VisitView[] visits = [RowsOf.Visit("V1", "a", Monday) with { RecheckDueOn = Today }, RowsOf.Visit("V2", "a", Monday.PlusDays(60)) with { RecheckDueOn = Today.PlusDays(-2) }, RowsOf.Visit("V3", "b", Monday)];
        SupervisionAlert late = Assert.Single(Of(AlertKind.RecheckOverdue, visits));
        Assert.Equal(("V2", 2L, Today.PlusDays(-2), "scjg"), (late.About, late.Figure, late.On, late.DepartmentId));
    }

    [Theory]
    [InlineData(2026, 6, 15, 1)] // a holiday on 19 June: ten working days end on 30 June
    [InlineData(2026, 6, 16, 0)]
    public void ReferralOverdue_CannotBeContacted_AfterTenWorkingDays(int year, int month, int day, int alerts)
    {
        VisitView gone = RowsOf.Visit("V1", "a", new LocalDate(year, month, day), Conclusion.CannotBeContacted);
        Assert.Equal(alerts, Of(AlertKind.ReferralOverdue, [gone]).Length);
        Assert.Empty(Of(AlertKind.ReferralOverdue, [gone with { Referred = true }, gone with { Key = "V2", Conclusion = Conclusion.ProblemsFound }]));
    }

    [Fact]
    public void ManyAdHocTasks_ByThePlansOwnLimit_ASuperiorsTasksAside()
    {
        ImmutableArray<TaskView> annual = [.. Enumerable.Range(0, 11).Select(i => RowsOf.Task($"T{i}", "P1", Today))];
        ImmutableArray<TaskView> adHoc = [.. Enumerable.Range(0, 5).Select(i => RowsOf.Task($"X{i}", "A1", Today))];
        ImmutableArray<TaskView> superiors = [.. Enumerable.Range(0, 9).Select(i => RowsOf.Task($"S{i}", "A2", Today))];
        SupervisionRows rows = new()
        {
            Plans = [RowsOf.Plan("P1"), RowsOf.Plan("A1", PlanKind.AdHoc), RowsOf.Plan("A2", PlanKind.AdHoc) with { Ground = TaskGround.SuperiorTask }],
            Tasks = [.. annual, .. adHoc, .. superiors],
        };
        Assert.DoesNotContain(All(rows), alert => alert.Kind == AlertKind.ManyAdHocTasks); // 5 of 16
        SupervisionAlert alert = Assert.Single(All(rows with { Tasks = [.. annual[1..], .. adHoc] }), a => a.Kind == AlertKind.ManyAdHocTasks); // 5 of 15
        Assert.Equal(("scjg", 33L, (long)PlanRules.Shenyang.MostAdHocPercent), (alert.DepartmentId, alert.Figure, alert.Limit));
        Assert.DoesNotContain(All(rows with { Tasks = [.. adHoc[1..]] }), a => a.Kind == AlertKind.ManyAdHocTasks); // the first few say nothing
    }

    [Fact]
    public void Of_AnotherProfile_ItsDayAndItsShare()
    {
        PlanRules early = PlanRules.Shenyang with { Due = new AnnualDate(1, 31), MostAdHocPercent = 10, ShareFrom = 1 };
        SupervisionRows rows = new()
        {
            Plans = [RowsOf.Plan("P2026-001", status: PlanStatus.Draft), RowsOf.Plan("A1", PlanKind.AdHoc)],
            Tasks = [RowsOf.Task("X1", "A1", new LocalDate(2026, 2, 28))],
        };
        ImmutableArray<SupervisionAlert> found = SupervisionAlerts.Of(rows, SupervisionScope.OfYear(2026), AlertRules.Of(early), new LocalDate(2026, 2, 1));
        Assert.Equal([(AlertKind.ManyAdHocTasks, 10L), (AlertKind.PlanOverdue, 0L)], found.Where(a => a.Kind is AlertKind.ManyAdHocTasks or AlertKind.PlanOverdue).Select(a => (a.Kind, a.Limit)));
    }

    [Fact]
    public void CertificatesAndPools_OfficersOnly()
    {
        SupervisionRows rows = new()
        {
            Tasks = [RowsOf.Task("T1", "P1", Today)],
            Inspectors =
            [
                RowsOf.Officer("soon", Today.PlusDays(60)), RowsOf.Officer("later", Today.PlusDays(61)), RowsOf.Officer("gone", Today.PlusDays(-1)),
                RowsOf.Officer("expert", Today, kind: InspectorKind.Expert), RowsOf.Officer("none", null),
            ],
        };
        Assert.Equal([("gone", -1L), ("soon", 60L)], All(rows).Where(a => a.Kind == AlertKind.CertificateExpiring).Select(a => (a.About, a.Figure)));
        Assert.Equal([("scjg", 2L, 4L)], All(rows).Where(a => a.Kind == AlertKind.SmallPool).Select(a => (a.About, a.Figure, a.Limit)));
        Assert.DoesNotContain(All(rows with { Inspectors = [.. rows.Inspectors, RowsOf.Officer("x", Today), RowsOf.Officer("y", Today)] }), a => a.Kind == AlertKind.SmallPool);
    }

    [Theory]
    [InlineData(2026, 11, 14, false)]
    [InlineData(2026, 11, 15, true)]
    public void CalendarYearMissing_FromMidNovember(int year, int month, int day, bool warned) =>
        Assert.Equal(warned, SupervisionAlerts.Of(new SupervisionRows(), SupervisionScope.OfYear(year), AlertRules.Of(PlanRules.Shenyang), new LocalDate(year, month, day)).Any(a => a.Kind == AlertKind.CalendarYearMissing && a.About == "2027"));

    [Theory]
    [InlineData(PlanStatus.Draft, 3, 31, false)]
    [InlineData(PlanStatus.Draft, 4, 1, true)]
    [InlineData(PlanStatus.Submitted, 4, 1, false)]
    public void PlanOverdue_AfterTheEndOfMarch(PlanStatus status, int month, int day, bool warned)
    {
        SupervisionRows rows = new() { Plans = [RowsOf.Plan("P2026-001", status: status)] };
        SupervisionAlert[] found = [.. SupervisionAlerts.Of(rows, SupervisionScope.OfYear(2026), AlertRules.Of(PlanRules.Shenyang), new LocalDate(2026, month, day)).Where(a => a.Kind == AlertKind.PlanOverdue)];
        Assert.Equal(warned ? ["P2026-001"] : [], found.Select(a => a.About));
    }

    [Fact]
    public void Of_Department_OnlyItsOwn()
    {
        SupervisionRows rows = new() { Obligations = [RowsOf.Duty("a", Monday, Monday, null), RowsOf.Duty("b", Monday, Monday, null, "sthj")] };
        Assert.Equal(["b"], SupervisionAlerts.Of(rows, SupervisionScope.OfYear(2026) with { DepartmentId = "sthj" }, AlertRules.Of(PlanRules.Shenyang), Today).Select(a => a.About));
    }

    private static SupervisionAlert[] Of(AlertKind kind, VisitView[] visits, SeatView[]? seats = null) =>
        [.. All(new SupervisionRows { Visits = [.. visits], Seats = [.. seats ?? []] }).Where(alert => alert.Kind == kind)];

    private static ImmutableArray<SupervisionAlert> All(SupervisionRows rows) => SupervisionAlerts.Of(rows, SupervisionScope.OfYear(2026), AlertRules.Of(PlanRules.Shenyang), Today);
}
