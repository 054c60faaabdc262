using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Catalogue;
using RandomInspection.Credit;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.Supervision;
using RandomInspection.Tests.Ledger;

namespace RandomInspection.Tests.Supervision;

/// <summary>Each check at its edges, on events made for it.</summary>
public sealed class AuditTests
{
    private static readonly LocalDate Day = new(2026, 11, 23);
    private static readonly VisitEvent.Planned Visit = Sample<VisitEvent.Planned>() with { Visit = "V1", From = Day, To = Day.PlusDays(10), Items = ["A", "B"], JointVisit = "V1", JointWith = [] };
    private static readonly CeremonyEvent.Prepared Draw = Sample<CeremonyEvent.Prepared>() with { Draw = "D1", Attempt = 1, Previous = null };

    [Fact]
    public void Attempts_NameTheVoidedOneBefore()
    {
        CeremonyEvent.Prepared again = Draw with { Draw = "D2", Attempt = 2, Previous = new PreviousDraw("D1", "record", "停电") };
        CeremonyEvent.Voided voided = Sample<CeremonyEvent.Voided>() with { AuditorRecord = "record" };
        Is("A7.attempts", "1 of 1", new TeamAudit(), ("draw/D1", Draw), ("draw/D1", voided), ("draw/D2", again));
        Is("A7.attempts", "0 of 1 D2", new TeamAudit(), ("draw/D1", Draw), ("draw/D1", voided with { AuditorRecord = "other" }), ("draw/D2", again));
        Is("A7.attempts", "0 of 1 D2", new TeamAudit(), ("draw/D1", Draw), ("draw/D2", again));
        Is("A7.attempts", "0 of 1 D2", new TeamAudit(), ("draw/D1", Draw), ("draw/D1", voided), ("draw/D2", again with { Previous = null }));
        Is("A7.attempts", "0 of 0", new TeamAudit(), ("draw/D1", Draw));
    }

    [Theory]
    [InlineData("i1", "人手不足", "shou", "qiu", "1 of 1")]
    [InlineData("i1", " ", "shou", "qiu", "0 of 1 V1/i1")]
    [InlineData("i1", "人手不足", "", "qiu", "0 of 1 V1/i1")]
    [InlineData("i1", "人手不足", "i1", "qiu", "0 of 1 V1/i1")]
    [InlineData("i1", "人手不足", "shou", "shou", "0 of 1 V1/i1")]
    [InlineData("i1", "人手不足", "shou", null, "0 of 1 V1/i1")]
    public void Assignments_ReasonAndApprover(string inspector, string reason, string approver, string? by, string due) =>
        Is("A7.assignments", due, new TeamAudit(), ("visit/V1", new VisitEvent.OfficerAssigned(inspector, reason, approver, ProposedBy: by)));

    [Theory]
    [InlineData("Submitted Reviewed Reported Published", "1 of 1")]
    [InlineData("Submitted Reported Published", "0 of 1 catalogue/market#2")]
    [InlineData("Submitted Reviewed Published", "0 of 1 catalogue/market#2")]
    [InlineData("Submitted Reviewed Reported Submitted Published", "0 of 1 catalogue/market#2")]
    [InlineData("Submitted Reviewed Reported Reviewed Published", "0 of 1 catalogue/market#2")]
    [InlineData("Submitted Reviewed Reported Published Published", "2 of 2")]
    [InlineData("Published", "0 of 1 catalogue/market#2")]
    public void Versions_ReviewedThenReported(string way, string due)
    {
        CatalogueEvent[] known = [Sample<CatalogueEvent.Submitted>(), Sample<CatalogueEvent.Reviewed>(), Sample<CatalogueEvent.Reported>(), Sample<CatalogueEvent.Published>() with { Version = 2 }];
        Is("A3.versions", due, new CatalogueAudit(), [.. way.Split(' ').Select(name => ("catalogue/market", (object)known.Single(one => one.GetType().Name == name)))]);
    }

    [Fact]
    public void Items_ThoseOfTheTask_InAnyOrder()
    {
        PlanEvent.TaskAdded added = Sample<PlanEvent.TaskAdded>();
        VisitEvent.Planned visit = Visit with { TaskId = added.Task.TaskId };
        (string, object) task = ("plan/P", added with { Task = added.Task with { Items = ["B", "A"] } });
        Is("A3.items", "1 of 1", new CatalogueAudit(), task, ("visit/V1", visit));
        Is("A3.items", "0 of 1 V1", new CatalogueAudit(), task, ("visit/V1", visit with { Items = ["A"] }));
        Is("A3.items", "0 of 1 V1", new CatalogueAudit(), ("visit/V1", visit));
        Is("A3.items", "0 of 1 V1", new CatalogueAudit(), task, ("plan/P", new PlanEvent.TaskRevised(added.Task with { Items = ["A"] })), ("visit/V1", visit));
    }

    [Theory]
    [InlineData("Told Heard", 0, "1 of 1")]
    [InlineData("Told Waived", 0, "1 of 1")]
    [InlineData("Told", 1, "1 of 1")]
    [InlineData("Told", 0, "0 of 1 listing/L1")]
    [InlineData("Heard", 0, "0 of 1 listing/L1")]
    [InlineData("", 99, "0 of 1 listing/L1")]
    public void Listings_ToldAndHeardOrTheTimeOver(string way, int daysAfter, string due)
    {
        DishonestyEvent.Told told = Sample<DishonestyEvent.Told>() with { StatementUntil = Day };
        DishonestyEvent[] known = [told, Sample<DishonestyEvent.Heard>(), Sample<DishonestyEvent.Waived>()];
        Is(
            "A11.listings",
            due,
            new CreditAudit(),
            [
                .. way.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => ("listing/L1", (object)known.Single(one => one.GetType().Name == name))),
                ("listing/L1", Sample<DishonestyEvent.Listed>() with { On = Day.PlusDays(daysAfter) }),
            ]);
    }

    [Theory]
    [InlineData("1% 2% 2% 4%", "1 of 1", "1 of 1")]
    [InlineData("4% 2% 2% 1%", "0 of 1 D1/T1", "1 of 1")]
    [InlineData("1% 3% 2% 4%", "0 of 1 D1/T1", "1 of 1")]
    [InlineData("0% 2% 2% 4%", "1 of 1", "0 of 1 D1/T1")]
    [InlineData("0% 0% 0% 0%", "1 of 1", "0 of 1 D1/T1")]
    public void Rates_RiseAndLeaveNobodyOut(string rates, string rising, string drawable)
    {
        string design = DesignDocument.Of(new DrawDesign.Rates(
            ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, rates.Split(' ').Select((rate, i) => KeyValuePair.Create($"{(char)('A' + i)}", 10_000_000 * (rate[0] - '0')))),
            ImmutableSortedDictionary<Stratum, ImmutableSortedDictionary<string, int>>.Empty)).Text;
        CeremonyEvent.Prepared prepared = Draw with { Tasks = [Draw.Tasks[0] with { TaskId = "T1", Design = design }] };
        Is("A11.rates", rising, new CreditAudit(), ("draw/D1", prepared));
        Is("A11.drawable", drawable, new CreditAudit(), ("draw/D1", prepared));
    }

    [Theory]
    [InlineData(1, "{}", 0, "1 of 1")]
    [InlineData(2, "{}", 0, "0 of 1 D1/T1")]
    [InlineData(1, "", 0, "0 of 1 D1/T1")]
    [InlineData(1, "{}", -1, "0 of 1 D1/T1")]
    public void Frames_NameVersionCriteriaAndWhoWasLeftOut(int version, string criteria, int leftOut, string due)
    {
        FrozenTask frozen = Draw.Tasks[0] with { TaskId = "T1", DirectoryVersion = version, Criteria = criteria };
        frozen = frozen with { LeftOut = frozen.LeftOut.Clear().Add("some", 3).Add("others", leftOut) };
        Is("A4.frames", due, new DirectoryAudit(), (DirectoryEvent.Stream, Sample<DirectoryEvent.Merged>() with { Version = 1 }), ("draw/D1", Draw with { Tasks = [frozen] }));
    }

    [Theory]
    [InlineData("i1 i2", 0, "2 of 2")]
    [InlineData("i1 gone", 0, "1 of 2 V1/gone")]
    [InlineData("i1 expert", 0, "1 of 2 V1/expert")]
    [InlineData("i1", -1, "0 of 1 V1/i1")]
    [InlineData("i1", 30, "1 of 1")]
    [InlineData("i1", 31, "0 of 1 V1/i1")]
    [InlineData("twice", 0, "1 of 1")]
    [InlineData("twice", 200, "0 of 1 V1/twice")]
    public void Certificates_ValidOnTheDay(string team, int daysAfter, string due)
    {
        Certificate valid = new("c", Day, Day.PlusDays(30));
        SupervisionRows rows = new()
        {
            Inspectors =
            [
                RowsOf.Officer("i1", null) with { Certificates = [valid] }, RowsOf.Officer("i2", null) with { Certificates = [valid], Kind = InspectorKind.CertifiedStaff },
                RowsOf.Officer("expert", null) with { Certificates = [valid], Kind = InspectorKind.Expert },
                RowsOf.Officer("twice", null) with { Certificates = [valid, new Certificate("d", Day.PlusDays(300), Day.PlusDays(400))] },
            ],
        };
        VisitEvent.Planned planned = Visit with { Team = new VisitTeam("market", 2, [.. team.Split(' ')]) };
        Is("A5.certificates", due, new InspectorAudit(), rows, Day, ("visit/V1", planned), ("visit/V1", Begun(daysAfter)));
    }

    [Fact]
    public void Certificates_ReplacedOrAssigned_OfThoseWhoWent()
    {
        VisitEvent.Planned planned = Visit with { Team = new VisitTeam("market", 2, ["i1", "i2"]) };
        VisitEvent.OfficerReplaced replaced = Sample<VisitEvent.OfficerReplaced>();
        replaced = new VisitEvent.OfficerReplaced(replaced.Replacement with { Leaves = "i1", Comes = "i3" });
        VisitEvent.OfficerAssigned assigned = new("i4", "人手不足", "shou", "i2");
        Is("A5.certificates", "0 of 2 V1/i2 V1/i3", new InspectorAudit(), ("visit/V1", planned), ("visit/V1", replaced), ("visit/V1", Begun(0)));
        Is("A5.certificates", "0 of 2 V1/i1 V1/i4", new InspectorAudit(), ("visit/V1", planned), ("visit/V1", assigned), ("visit/V1", Begun(0)));
        Is("A5.certificates", "0 of 3 V1/i1 V1/i2 V1/i4", new InspectorAudit(), ("visit/V1", planned), ("visit/V1", assigned with { InsteadOf = null }), ("visit/V1", Begun(0)));
    }

    [Theory]
    [InlineData(0, 0, null, "1 of 1")]
    [InlineData(0, 1, null, "0 of 1 V1")]
    [InlineData(0, 1, "对方人员当日生病", "1 of 1")]
    [InlineData(0, null, null, "0 of 0")]
    public void OneDoor_OneDayOrAReason(int first, int? second, string? separately, string due)
    {
        VisitEvent.Planned one = Visit with { JointVisit = "J", JointWith = ["V2"] }, other = Visit with { Visit = "V2", JointVisit = "J", JointWith = ["V1"] };
        Is(
            "A10.oneDoor",
            due,
            new JointAudit(),
            [("visit/V2", other), ("visit/V1", one), ("visit/V1", Begun(first)), .. second is { } day ? [("visit/V2", (object)(Begun(day) with { Separately = separately }))] : Array.Empty<(string, object)>()]);
        Is("A10.oneDoor", "0 of 0", new JointAudit(), ("visit/V1", Visit), ("visit/V2", Visit with { Visit = "V2" }), ("visit/V1", Begun(0)), ("visit/V2", Begun(1)));
    }

    [Theory]
    [InlineData(0, 0, "1 of 1")]
    [InlineData(10, 0, "1 of 1")]
    [InlineData(-1, 0, "0 of 1 V1")]
    [InlineData(11, 0, "0 of 1 V1")]
    [InlineData(null, 10, "0 of 0")]
    [InlineData(null, 11, "0 of 1 V1")]
    public void Period_BegunWithinItOrNotYetOver(int? begun, int today, string due)
    {
        (string, object)[] events = [("visit/V1", Visit), .. begun is { } day ? [("visit/V1", (object)Begun(day))] : Array.Empty<(string, object)>()];
        Is("A8.period", due, new VisitAudit(Rules), new SupervisionRows(), Day.PlusDays(today), events);
        Is("A8.period", "0 of 0", new VisitAudit(Rules), new SupervisionRows(), Day.PlusDays(today), [.. events, ("visit/V1", new VisitEvent.Closed(ReplacementGround.MovedOut, 1, null))]);
    }

    [Theory]
    [InlineData("A", "0 of 1 V1")]
    [InlineData("A B", "1 of 1")]
    [InlineData("A B C", "1 of 1")]
    [InlineData("C", "0 of 1 V1")]
    public void Items_AllHaveTheirResult(string entered, string due) => Is(
        "A8.items",
        due,
        new VisitAudit(Rules),
        [("visit/V1", Visit), .. entered.Split(' ').Select(item => ("visit/V1", (object)(Sample<VisitEvent.ResultEntered>() with { Item = item }))), ("visit/V1", Concluded(Conclusion.NoProblemFound))]);

    [Theory]
    [InlineData(1, "0 of 1 V1")]
    [InlineData(2, "1 of 1")]
    public void Officers_TwoAtLeast(int officers, string due) => Is("A8.officers", due, new VisitAudit(Rules), ("visit/V1", Visit with { Team = new VisitTeam("market", officers, ["i1"]) }));

    [Theory]
    [InlineData(null, 14, "0 of 0")]
    [InlineData(null, 15, "0 of 1 V1")]
    [InlineData(14, 15, "1 of 1")]
    [InlineData(15, 15, "0 of 1 V1")]
    [InlineData(1, 2, "1 of 1")]
    public void Referral_WithinTenWorkingDays(int? referred, int today, string due)
    {
        (string, object)[] events = [("visit/V1", Visit), ("visit/V1", Concluded(Conclusion.CannotBeContacted)), .. referred is { } day ? [("visit/V1", (object)Transfer(day)), ("visit/V1", Transfer(day + 40))] : Array.Empty<(string, object)>()];
        SupervisionRows rows = new() { Calendar = RowsOf.Year().Calendar };
        Is("A8.referral", due, new VisitAudit(Rules), rows, Day.PlusDays(today), events);
        Is("A8.referral", "0 of 0", new VisitAudit(Rules), rows, Day.PlusDays(today), [.. events, ("visit/V1", Sample<VisitEvent.Returned>())]);
        Is("A8.referral", "0 of 0", new VisitAudit(Rules), rows, Day.PlusDays(today), [.. events, ("visit/V1", Sample<VisitEvent.Corrected>() with { Conclusion = Conclusion.ProblemsFound })]);
    }

    private static AlertRules Rules => AlertRules.Of(PlanRules.Shenyang);

    private static VisitEvent.Begun Begun(int daysAfter) => new("i1", Day.PlusDays(daysAfter), null);

    private static VisitEvent.Concluded Concluded(Conclusion conclusion) => new(conclusion, Day, "i1");

    private static VisitEvent.MeasureDecided Transfer(int daysAfter) => new(new Measure(1, MeasureKind.Transfer, "移送", "暂行办法 第九条", Day.PlusDays(daysAfter)), "i1");

    private static T Sample<T>() => EventSamples.All.OfType<T>().First();

    private static void Is(string name, string due, IComplianceAudit audit, params (string Stream, object Event)[] events) => Is(name, due, audit, new SupervisionRows(), Day, events);

    private static void Is(string name, string due, IComplianceAudit audit, SupervisionRows rows, LocalDate today, params (string Stream, object Event)[] events)
    {
        for (int i = 0; i < events.Length; i++)
        {
            audit.See(new LedgerEntry(i + 1, events[i].Stream, i + 1, "event", Actor.System, null, RowsOf.At(Day), "{}"), events[i].Event);
        }

        ComplianceCheck check = audit.Find(rows, today).Single(one => one.Name == name);
        Assert.Equal(due, $"{check.Held.Numerator} of {check.Held.Denominator} {string.Join(' ', check.Failing)}".TrimEnd());
    }
}
