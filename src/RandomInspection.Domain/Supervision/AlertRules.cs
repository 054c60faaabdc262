using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Planning;

namespace RandomInspection.Supervision;

/// <summary>预警规则：the numbers from which supervision is warned; data of the profile, another city's is another set.</summary>
/// <param name="VisitsADay">More visits than these to one subject on a day; all that is inspected at once is one.</param>
/// <param name="VisitsAWeek">More than these within Monday to Sunday.</param>
/// <param name="VisitsAMonth">More than these within a calendar month.</param>
/// <param name="CleanVisits">From so many visits without findings by one officer to one subject, one after another.</param>
/// <param name="Plans">The rules of plans: by when they are due, and how many ad-hoc tasks may stand beside them.</param>
/// <param name="CertificateDays">A certificate that ends within so many days.</param>
/// <param name="LeastPool">Fewer officers than these whom a department can match.</param>
/// <param name="Source">What lays the numbers down.</param>
public sealed record AlertRules(
    int VisitsADay, int VisitsAWeek, int VisitsAMonth, int CleanVisits, PlanRules Plans, int CertificateDays, int LeastPool, LegalBasis Source)
{
    /// <summary>Within what time a visit that began in an emergency is approved afterwards (补办审批): by the end of the next working day.</summary>
    public LegalPeriod ApproveAfterwards { get; init; } = new LegalPeriod.WorkingDays(
        1, new LegalBasis("国办发〔2024〕54号", null, "“事后及时补办”，未定时限；一个工作日由本规则集设定，参照行政强制法 19。Without delay, no number: the profile's own, after 行政强制法 19."));

    /// <summary>Within what time a subject that could not be contacted is referred (移送列入经营异常名录).</summary>
    public LegalPeriod Refer { get; init; } = new LegalPeriod.WorkingDays(10, new LegalBasis("企业经营异常名录管理暂行办法", "9"));

    /// <summary>
    /// More than 1 visit a day, 2 a week, 3 a month; the third clean visit by the same officer; a certificate within 60 days; fewer than
    /// 4 officers, twice the two that a visit needs. Numbers of supervision, not of a law; those of plans are the plans' own.
    /// </summary>
    /// <param name="plans">The rules of plans.</param>
    public static AlertRules Of(PlanRules plans) => new(1, 2, 3, 3, plans, 60, 4, new LegalBasis("沈政办发〔2020〕19号", "四(二)"));

    /// <summary>The last day for the approval of a visit that began in an emergency; while a notice is missing, one that is never too late.</summary>
    /// <param name="begunOn">The day on which it began.</param>
    /// <param name="calendar">The calendar.</param>
    public LocalDate ApprovalDueOn(LocalDate begunOn, WorkingDayCalendar calendar) => LastDay(ApproveAfterwards, begunOn, calendar);

    /// <summary>The last day for the referral of a subject that could not be contacted; while a notice is missing, one that is never too late.</summary>
    /// <param name="concludedOn">The day of the conclusion.</param>
    /// <param name="calendar">The calendar.</param>
    public LocalDate ReferralDueOn(LocalDate concludedOn, WorkingDayCalendar calendar) => LastDay(Refer, concludedOn, calendar);

    private static LocalDate LastDay(LegalPeriod period, LocalDate from, WorkingDayCalendar calendar) => period.Foresee(from, calendar) switch
    {
        DeadlineOutcome.Known known => known.Deadline.Date,
        DeadlineOutcome.Unknown { ConservativeDate: { } date } => date,
        _ => from,
    };
}
