using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Directories;
using RandomInspection.Disclosure;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Planning;
using RandomInspection.Supervision;

namespace RandomInspection.Tests.Supervision;

/// <summary>Rows by hand: only what a figure asks for is said.</summary>
internal static class RowsOf
{
    public static PlanView Plan(string id, PlanKind kind = PlanKind.Annual, PlanStatus status = PlanStatus.Approved, int year = 2026, string department = "scjg") =>
        new() { Key = id, Year = year, DepartmentId = department, Kind = kind, Title = id, Status = status, Tasks = 1, ApprovedAt = null };

    public static TaskView Task(string id, string plan, LocalDate to, string department = "scjg", PlanStatus status = PlanStatus.Approved) =>
        new() { Key = id, PlanId = plan, DepartmentId = department, Title = id, From = to.PlusDays(-30), To = to, PlanStatus = status, Removed = false };

    public static VisitView Visit(
        string id, string subject, LocalDate? on, Conclusion? conclusion = Conclusion.NoProblemFound, string task = "T1", string department = "scjg", string? door = null, LocalDate? to = null) =>
        new()
        {
            Key = id,
            TaskId = task,
            Match = "M1",
            JointVisit = door ?? id,
            JointWith = door is null ? 0 : 1,
            DepartmentId = department,
            SubjectCode = subject,
            SubjectName = subject,
            Region = "沈河区",
            From = new LocalDate(2026, 1, 1),
            To = to ?? new LocalDate(2026, 12, 31),
            Status = on is null ? VisitStatus.Planned : VisitStatus.Audited,
            Missing = 0,
            Conclusion = on is null ? null : conclusion,
            ConcludedOn = on,
            Measures = 0,
        };

    public static SeatView Seat(VisitView visit, string inspector, bool replaced = false) => new()
    {
        Key = $"{visit.Key}/{inspector}",
        Visit = visit.Key,
        Inspector = inspector,
        DepartmentId = visit.DepartmentId,
        Match = visit.Match,
        JointVisit = visit.JointVisit,
        SubjectCode = visit.SubjectCode,
        Replaced = replaced,
        Status = visit.Status,
        Conclusion = visit.Conclusion,
        ConcludedOn = visit.ConcludedOn,
    };

    public static ObligationView Duty(string id, LocalDate day, LocalDate due, LocalDate? published, string department = "scjg") => new()
    {
        Key = id,
        Occasion = DisclosureOccasion.ResultFormed,
        About = id,
        Title = id,
        DepartmentId = department,
        EventDay = day,
        DueOn = due,
        Certainty = Certainty.Confirmed,
        Rule = "三(八)",
        PublishedAt = published is { } on ? At(on) : null,
    };

    public static DrawView Draw(string id, LocalDate on, CeremonyStatus status, long selected, int attempt = 1) => new()
    {
        Key = id,
        Year = on.Year,
        DepartmentId = "scjg",
        TaskId = "T1",
        Attempt = attempt,
        Status = status,
        FrameSize = 100,
        Selected = selected,
        Assurance = null,
        EndedAt = At(on),
        Supplements = null,
    };

    public static ReplacementView Change(int number, ListChangeState state, LocalDate on) => new()
    {
        Key = $"T1-R{number:000}",
        TaskId = "T1",
        DepartmentId = "scjg",
        Draw = "D1",
        Number = number,
        Unit = $"s{number}",
        By = null,
        Ground = ReplacementGround.NotReached,
        State = state,
        ProposedBy = null,
        At = At(on),
    };

    public static Inspector Officer(string id, LocalDate? validTo, string department = "scjg", InspectorKind kind = InspectorKind.Officer) => new()
    {
        Id = id,
        Name = id,
        DepartmentId = department,
        Kind = kind,
        Certificates = validTo is { } last ? [new Certificate($"C-{id}", new LocalDate(2020, 1, 1), last)] : [],
    };

    public static Instant At(LocalDate day) => day.AtMidnight().InZoneStrictly(DateTimeZoneProviders.Tzdb["Asia/Shanghai"]).ToInstant() + Duration.FromHours(10);

    /// <summary>A year with a bit of everything: two annual tasks and an ad-hoc one, five visits through four doors.</summary>
    public static SupervisionRows Year()
    {
        VisitView[] visits =
        [
            Visit("V1", "a", new LocalDate(2026, 5, 4), Conclusion.ProblemsFound, door: "J1"),
            Visit("V2", "a", new LocalDate(2026, 5, 4), task: "T2", department: "sthj", door: "J1"),
            Visit("V3", "b", new LocalDate(2026, 5, 6), Conclusion.CannotBeContacted),
            Visit("V4", "a", new LocalDate(2026, 6, 1), task: "T3"),
            Visit("V5", "c", null, task: "T2", department: "sthj"),
        ];
        return new SupervisionRows
        {
            Plans = [Plan("P1"), Plan("P2", department: "sthj"), Plan("A1", PlanKind.AdHoc)],
            Tasks =
            [
                Task("T1", "P1", new LocalDate(2026, 6, 30)), Task("T2", "P2", new LocalDate(2026, 6, 30), "sthj"), Task("T3", "A1", new LocalDate(2026, 7, 31)),
                Task("T4", "P1", new LocalDate(2026, 6, 30), status: PlanStatus.Draft),
            ],
            Draws = [Draw("D1", new LocalDate(2026, 4, 1), CeremonyStatus.Void, 0), Draw("D2", new LocalDate(2026, 4, 2), CeremonyStatus.Drawn, 4, 2)],
            Visits = [.. visits],
            Seats =
            [
                Seat(visits[0], "i1"), Seat(visits[0], "i2"), Seat(visits[0], "i3", replaced: true), Seat(visits[1], "e1"), Seat(visits[1], "e2"),
                Seat(visits[2], "i1"), Seat(visits[2], "i2"), Seat(visits[3], "i1"), Seat(visits[3], "i4"), Seat(visits[4], "e1"),
            ],
            Changes = [Change(1, ListChangeState.Replaced, new LocalDate(2026, 4, 20)), Change(2, ListChangeState.Declined, new LocalDate(2026, 4, 21))],
            Obligations =
            [
                Duty("in-time", new LocalDate(2026, 5, 4), new LocalDate(2026, 5, 18), new LocalDate(2026, 5, 18)),
                Duty("late", new LocalDate(2026, 5, 4), new LocalDate(2026, 5, 18), new LocalDate(2026, 5, 24)),
                Duty("overdue", new LocalDate(2026, 6, 1), new LocalDate(2026, 6, 15), null),
                Duty("open", new LocalDate(2026, 6, 20), new LocalDate(2026, 7, 4), null),
            ],
            Assignments = [new DirectAssignment("V4", "i4", "shou", HasReason: true, At(new LocalDate(2026, 5, 20)))],
            Subjects =
            [
                new SubjectCount("沈河区", "F", "A", SubjectStatus.Active, 150), new SubjectCount("皇姑区", "F", "A", SubjectStatus.Active, 50),
                new SubjectCount("沈河区", "F", "D", SubjectStatus.Active, 2), new SubjectCount("沈河区", "F", "D", SubjectStatus.Deregistered, 7),
            ],
            Classes = ImmutableDictionary.CreateRange(StringComparer.Ordinal, [KeyValuePair.Create("a", "A"), KeyValuePair.Create("b", "D"), KeyValuePair.Create("c", "A")]),
            Inspectors = [Officer("i1", new LocalDate(2030, 1, 1)), Officer("i2", new LocalDate(2030, 1, 1)), Officer("i4", new LocalDate(2030, 1, 1)), Officer("i5", new LocalDate(2030, 1, 1))],
        };
    }
}
