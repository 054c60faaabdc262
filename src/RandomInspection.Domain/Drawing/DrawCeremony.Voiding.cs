using NodaTime;

namespace RandomInspection.Drawing;

public sealed partial class DrawCeremony
{
    /// <summary>One person asks to void the draw.</summary>
    /// <param name="reason">Why; published.</param>
    /// <param name="personId">Who.</param>
    /// <exception cref="TransitionRefusedException">It is drawn or void, or a proposal stands already (RI1320).</exception>
    /// <exception cref="InputRefusedException">There is no reason (RI1333).</exception>
    public CeremonyEvent.VoidProposed ProposeVoid(string reason, string personId)
    {
        RequireOpenEnded("提出作废", "proposing to void");
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw CeremonyRefusals.ReasonMissing.Refuse();
        }

        if (VoidProposal is { } proposal)
        {
            throw CeremonyRefusals.AlreadyDone.Refuse(("party", proposal.By), ("whatZh", "提出作废"), ("whatEn", "proposed to void it"));
        }

        return Raise(new CeremonyEvent.VoidProposed(reason, personId));
    }

    /// <summary>A second person agrees: the draw is void.</summary>
    /// <param name="personId">Who.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="TransitionRefusedException">It is drawn or void, or nobody proposed it (RI1320).</exception>
    /// <exception cref="InputRefusedException">It is the same person (RI1332).</exception>
    public CeremonyEvent.Voided ConfirmVoid(string personId, Instant at)
    {
        RequireOpenEnded("确认作废", "confirming the voiding");
        if (VoidProposal is not { } proposal)
        {
            throw Refused("确认作废", "confirming the voiding");
        }

        if (proposal.By == personId)
        {
            throw CeremonyRefusals.SecondPersonNeeded.Refuse(("person", personId));
        }

        VoidedDraw voided = new(proposal.Reason, [proposal.By, personId], at);
        if (Opening is null)
        {
            return Raise(new CeremonyEvent.Voided(voided.Reason, voided.By, null, null, null, at));
        }

        (string auditor, string everybody, string file) = Digests(CeremonyRecord.Void(this, voided));
        return Raise(new CeremonyEvent.Voided(voided.Reason, voided.By, auditor, everybody, file, at));
    }

    private void RequireOpenEnded(string chinese, string english) => Require(
        chinese,
        english,
        CeremonyStatus.Prepared,
        CeremonyStatus.Committing,
        CeremonyStatus.Revealing,
        CeremonyStatus.AwaitingPublicValue,
        CeremonyStatus.Ready);
}
