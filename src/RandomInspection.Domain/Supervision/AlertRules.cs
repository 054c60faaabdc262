using RandomInspection.Calendars;

namespace RandomInspection.Supervision;

/// <summary>预警规则：the numbers from which supervision is warned; data of the profile, another city's is another set.</summary>
/// <param name="VisitsADay">More visits than these to one subject on a day; all that is inspected at once is one.</param>
/// <param name="VisitsAWeek">More than these within Monday to Sunday.</param>
/// <param name="VisitsAMonth">More than these within a calendar month.</param>
/// <param name="CleanVisits">From so many visits without findings by one officer to one subject, one after another.</param>
/// <param name="AdHocPercent">More ad-hoc tasks than this share of a department's tasks of the year.</param>
/// <param name="CertificateDays">A certificate that ends within so many days.</param>
/// <param name="LeastPool">Fewer officers than these whom a department can match.</param>
/// <param name="Source">What lays the numbers down.</param>
public sealed record AlertRules(
    int VisitsADay, int VisitsAWeek, int VisitsAMonth, int CleanVisits, int AdHocPercent, int CertificateDays, int LeastPool, LegalBasis Source)
{
    /// <summary>
    /// More than 1 visit a day, 2 a week, 3 a month; the third clean visit by the same officer; more than 30 % ad-hoc tasks; a certificate
    /// within 60 days; fewer than 4 officers, twice the two that a visit needs. Numbers of supervision, not of a law.
    /// </summary>
    public static AlertRules Default { get; } = new(1, 2, 3, 3, 30, 60, 4, new LegalBasis("沈政办发〔2020〕19号", "四(二)"));
}
