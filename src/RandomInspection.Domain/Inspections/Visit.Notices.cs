using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Inspections;

/// <content>The notice of inspection that goes ahead of the team, and the referral of who cannot be contacted.</content>
public sealed partial class Visit
{
    /// <summary>That the notice of inspection was sent ahead; <see langword="null"/> where it is shown on arrival.</summary>
    public VisitEvent.NoticeSentAhead? Notice { get; private set; }

    /// <summary>Whether the subject could not be contacted (无法联系) and no transfer is entered yet.</summary>
    /// <remarks>Source: 企业经营异常名录管理暂行办法 9: the registration authority lists it within ten working days.</remarks>
    public bool ReferralIsOwed => Conclusion?.Conclusion == Inspections.Conclusion.CannotBeContacted && !IsReferred;

    /// <summary>Whether a transfer to another authority is entered.</summary>
    public bool IsReferred => _measures.Any(measure => measure.Kind == MeasureKind.Transfer);

    /// <summary>Keeps that the notice of inspection (行政检查通知书) was sent before the visit.</summary>
    /// <param name="rule">Whether it may be.</param>
    /// <param name="method">How it was sent.</param>
    /// <param name="by">An officer of the team.</param>
    /// <param name="today">The day on which it is sent.</param>
    /// <exception cref="TransitionRefusedException">The team has arrived (RI2301).</exception>
    /// <exception cref="InputRefusedException">
    /// Not an officer of the team (RI2302), a surprise inspection (RI3042), the profile has it shown on arrival (RI3041), not approved (RI3032), or sent already (RI3043).
    /// </exception>
    /// <remarks>Source: 国办发〔2024〕54号: shown on arrival; beforehand only where the profile says so.</remarks>
    public VisitEvent.NoticeSentAhead SendNoticeAhead(NoticeRule rule, ServiceMethod method, string by, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(rule);
        Require("提前送达检查通知", "sending the notice ahead", VisitStatus.Planned);
        RequireOfficer(by);
        return SecretNumbers.Has(Id) ? throw PaperRefusals.SurpriseNotice.Refuse(("visit", Id))
            : !rule.MayGoAhead ? throw PaperRefusals.NoticeOnArrival.Refuse(("visit", Id), ("source", rule.Source.Instrument))
            : Approval is null ? throw PaperRefusals.NotApproved.Refuse(("visit", Id))
            : Notice is { } earlier ? throw PaperRefusals.NoticeTwice.Refuse(("visit", Id), ("on", $"{earlier.On:R}"))
            : Raise(new VisitEvent.NoticeSentAhead(method, today, by));
    }
}
