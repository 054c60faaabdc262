using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Disclosure;

/// <content>What else may become of it: exempt, corrected, taken down, or waiting for the end of a secret.</content>
public sealed partial class DisclosureObligation
{
    private const int MaxReason = 500;

    /// <summary>Proposes not to publish it.</summary>
    /// <param name="ground">On what ground.</param>
    /// <param name="reason">Why, 1 to 500 characters.</param>
    /// <param name="by">Who.</param>
    /// <exception cref="TransitionRefusedException">It is not open (RI2212).</exception>
    /// <exception cref="InputRefusedException">There is no reason (RI2213).</exception>
    /// <remarks>Source: 沈政办发〔2020〕19号 三(八).</remarks>
    public DisclosureEvent.ExemptionProposed ProposeExemption(ExemptionGround ground, string reason, string by)
    {
        Require("申请不予公开", "proposing an exemption", ObligationStatus.Open);
        return Raise(new DisclosureEvent.ExemptionProposed(ground, RequireReason(reason), by));
    }

    /// <summary>Decides on a proposed exemption: granted, the duty is at rest; denied, it is open as before, with its first deadline.</summary>
    /// <param name="decision">How.</param>
    /// <param name="reason">Why, 1 to 500 characters.</param>
    /// <param name="by">Somebody else than who proposed it.</param>
    /// <exception cref="TransitionRefusedException">None is proposed (RI2212).</exception>
    /// <exception cref="InputRefusedException">It is the person's own proposal (RI2214), or there is no reason (RI2213).</exception>
    public DisclosureEvent.ExemptionDecided DecideExemption(ExemptionDecision decision, string reason, string by)
    {
        Require("决定是否公开", "deciding on an exemption", ObligationStatus.ExemptionProposed);
        return Exemption!.By == by
            ? throw DisclosureStepRefusals.OwnExemption.Refuse(("obligation", Origin.Obligation), ("person", by))
            : Raise(new DisclosureEvent.ExemptionDecided(decision, RequireReason(reason), by));
    }

    /// <summary>Keeps that what was published was corrected.</summary>
    /// <param name="reason">Why, 1 to 500 characters; published.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">Now.</param>
    /// <param name="receipts">What the connected channels gave.</param>
    /// <exception cref="TransitionRefusedException">It is not published (RI2212).</exception>
    /// <exception cref="InputRefusedException">There is no reason (RI2213).</exception>
    public DisclosureEvent.Corrected Correct(string reason, string by, Instant at, ImmutableArray<ChannelReceipt> receipts)
    {
        RequireCorrectable();
        return Raise(new DisclosureEvent.Corrected(Revision + 1, RequireReason(reason), by, at, receipts));
    }

    /// <summary>Orders to take it down.</summary>
    /// <param name="ground">On what ground.</param>
    /// <param name="reason">Why, 1 to 500 characters; it is published, so it must not repeat what is taken down.</param>
    /// <param name="by">Who.</param>
    /// <exception cref="TransitionRefusedException">It is not published (RI2212).</exception>
    /// <exception cref="InputRefusedException">There is no reason (RI2213).</exception>
    public DisclosureEvent.WithdrawalOrdered OrderWithdrawal(WithdrawalGround ground, string reason, string by)
    {
        Require("决定撤回", "ordering a withdrawal", ObligationStatus.Published);
        return Raise(new DisclosureEvent.WithdrawalOrdered(ground, RequireReason(reason), by));
    }

    /// <summary>Keeps that it was taken down.</summary>
    /// <param name="by">Who.</param>
    /// <param name="at">Now.</param>
    /// <param name="receipts">What the connected channels gave.</param>
    /// <exception cref="TransitionRefusedException">No withdrawal is ordered (RI2212).</exception>
    public DisclosureEvent.Withdrawn Withdraw(string by, Instant at, ImmutableArray<ChannelReceipt> receipts)
    {
        RequireWithdrawable();
        return Raise(new DisclosureEvent.Withdrawn(Revision + 1, by, at, receipts));
    }

    /// <summary>Lets it wait until a secret has ended.</summary>
    /// <param name="until">The last day of the embargo.</param>
    /// <param name="reason">Why, 1 to 500 characters.</param>
    /// <param name="by">The named approver.</param>
    /// <exception cref="TransitionRefusedException">It is not open (RI2212).</exception>
    /// <exception cref="InputRefusedException">Its last day does not fall before the embargo ends (RI2218), or there is no reason (RI2213).</exception>
    /// <remarks>Source: 沈政办发〔2020〕19号 三(八): nothing before a surprise check, results after.</remarks>
    public DisclosureEvent.Deferred Defer(LocalDate until, string reason, string by)
    {
        Require("延后公示", "deferring", ObligationStatus.Open);
        return Due.On >= until || Deferral is { } earlier && earlier.Until >= until
            ? throw DisclosureStepRefusals.NoConflict.Refuse(("obligation", Origin.Obligation), ("due", $"{Due.On:R}"), ("until", $"{until:R}"))
            : Raise(new DisclosureEvent.Deferred(until, RequireReason(reason), by));
    }

    /// <summary>Ends it unpublished: what it was about is no more.</summary>
    /// <param name="reason">Why, 1 to 500 characters.</param>
    /// <param name="by">Who ended what it was about.</param>
    /// <exception cref="TransitionRefusedException">It is published, at rest, or taken down (RI2212).</exception>
    /// <exception cref="InputRefusedException">There is no reason (RI2213).</exception>
    public DisclosureEvent.Lapsed Lapse(string reason, string by)
    {
        if (Status != ObligationStatus.ExemptionProposed)
        {
            Require("终止公示", "ending it unpublished", ObligationStatus.Open);
        }

        return Raise(new DisclosureEvent.Lapsed(RequireReason(reason), by));
    }

    internal void RequirePublishable() => Require("公示", "publishing", ObligationStatus.Open);

    internal void RequireCorrectable() => Require("更正", "correcting", ObligationStatus.Published);

    internal void RequireWithdrawable() => Require("撤下", "taking down", ObligationStatus.WithdrawalOrdered);

    internal static string RequireReason(string reason) =>
        !string.IsNullOrWhiteSpace(reason) && reason.Trim().Length <= MaxReason
            ? reason.Trim()
            : throw DisclosureStepRefusals.ReasonMissing.Refuse(("most", MaxReason));

    private void Require(string chinese, string english, ObligationStatus status)
    {
        if (Status != status)
        {
            (string stateChinese, string stateEnglish) = StateWords.Of(Status);
            throw new TransitionRefusedException(
                DisclosureStepRefusals.WrongState.With(
                    ("obligation", Origin.Obligation), ("stateZh", stateChinese), ("stateEn", stateEnglish), ("commandZh", chinese), ("commandEn", english)),
                english,
                Status.ToString());
        }
    }
}
