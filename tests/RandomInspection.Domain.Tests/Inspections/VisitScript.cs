using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Drawing;
using RandomInspection.Inspections;

namespace RandomInspection.Tests.Inspections;

/// <summary>Visits that tests start from: two officers, two items.</summary>
internal static class VisitScript
{
    public const string Id = "P2026-001-T01-V0001";
    public const string First = "chai";
    public const string Second = "scjg-02";
    public const string Outsider = "fu";
    public const string ItemA = "SCJG-01";
    public const string ItemB = "SCJG-03";

    public static LocalDate From { get; } = new(2026, 11, 20);

    public static LocalDate Today { get; } = new(2026, 11, 23);

    public static Instant Now { get; } = Instant.FromUtc(2026, 11, 23, 1, 0);

    public static VisitEvent.Planned Plan { get; } = new(
        Id, "P2026-001-T01", "D2026-0001", "M2026-0001", "91210100MA0000001X", "沈阳示例商贸有限公司", "沈河区", From, new LocalDate(2026, 12, 4),
        [ItemA, ItemB], new VisitTeam("scjg", 2, [First, Second]), "91210100MA0000001X", []);

    public static NoticeService Service { get; } = new(ServiceMethod.InPerson, Today, ServiceReceipt.Signed);

    /// <summary>A visit in a state, and the events that led there.</summary>
    public static (Visit Visit, List<VisitEvent> Events) At(VisitStatus status)
    {
        Visit visit = Visit.Begin(Plan);
        List<VisitEvent> events = [Plan];
        if (status == VisitStatus.Closed)
        {
            events.Add(visit.Close(ReplacementGround.Deregistered, 1, null));
            return (visit, events);
        }

        events.Add(visit.Approve("年度抽查计划", "shou"));
        if (status >= VisitStatus.Underway)
        {
            events.Add(visit.Arrive(First, Today));
        }

        if (status >= VisitStatus.Concluded)
        {
            events.Add(visit.Enter(ItemA, ItemResult.OrderedToCorrect, "记录不全", First));
            events.Add(visit.Enter(ItemB, ItemResult.NoProblemFound, "", Second));
            events.Add(visit.Conclude(First, Today));
        }

        if (status >= VisitStatus.Audited)
        {
            events.Add(visit.Audit(Outsider));
        }

        return (visit, events);
    }

    /// <summary>A visit whose team lacks an officer.</summary>
    public static Visit Short() => Visit.Begin(Plan with { Team = new VisitTeam("scjg", 2, [First]) });

    public static OfficerReplacement Replacement(string leaves, string comes, string reason = "出差") => new(leaves, comes, 1, "seed", "file", reason, "shou");

    /// <summary>Everything that can be seen of a visit, as text.</summary>
    public static string StateOf(Visit visit) => string.Join(
        '|',
        visit.Id,
        visit.Status,
        string.Join(',', visit.Team.Inspectors),
        string.Join(',', visit.Left),
        visit.Proposal,
        string.Join(',', visit.Assigned),
        visit.Approval,
        visit.Emergency,
        visit.CheckIn,
        visit.BegunOn,
        string.Join(',', visit.Results.Values.OrderBy(r => r.Item, StringComparer.Ordinal)),
        visit.Conclusion,
        visit.Closing,
        visit.AuditedBy,
        visit.ReturnReason,
        visit.Service,
        string.Join(',', visit.Measures));
}
