using NodaTime;
using RandomInspection.Disclosure;
using RandomInspection.Ledger;

namespace RandomInspection.Supervision;

/// <summary>A9 (三(八)): what must be published was published by its last day.</summary>
internal sealed class PublicationAudit : IComplianceAudit
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    public void See(LedgerEntry entry, object happened)
    {
        // The rows say it all: each is the fold of one duty's stream.
    }

    public IEnumerable<ComplianceCheck> Find(SupervisionRows rows, LocalDate today) =>
    [
        ComplianceCheck.Of(
            "A9.inTime",
            "按期公示",
            "What is due is published by its last day",
            [.. rows.Obligations.Where(duty => duty.PublishedAt is not null || duty.LastDayBy(rows.Calendar) < today)],
            duty => duty.Key,
            duty => duty.PublishedAt?.InZone(Zone).Date <= duty.LastDayBy(rows.Calendar)),
    ];
}
