using NodaTime;
using RandomInspection.Inspections;

namespace RandomInspection.Credit;

/// <content>Appeals, and how an entry leaves.</content>
public sealed partial class DishonestyEntry
{
    /// <summary>Enters an appeal; the entry stands until it is decided.</summary>
    /// <param name="kind">How.</param>
    /// <param name="body">To whom, 1 to 100 characters.</param>
    /// <param name="on">When.</param>
    /// <param name="by">Who enters it.</param>
    /// <param name="today">Today.</param>
    /// <exception cref="TransitionRefusedException">It does not stand (RI2321).</exception>
    /// <exception cref="InputRefusedException">An appeal is open (RI2329), the body is missing (RI2305), or the day does not fit (RI2333).</exception>
    public DishonestyEvent.Appealed Appeal(AppealKind kind, string body, LocalDate on, string by, LocalDate today)
    {
        Require("登记复议或诉讼", "entering an appeal", DishonestyStatus.Listed);
        if (AppealIsOpen)
        {
            throw DishonestyRefusals.AppealOpen.Refuse(("entry", Id));
        }

        RequireDay("申请复议或起诉日期", "Day of the appeal", on, Listing!.On, today);
        return Raise(new DishonestyEvent.Appealed(kind, Number(body, "受理机关", "Body"), on, by));
    }

    /// <summary>Enters what an appeal led to. Revoked, the entry has left at once.</summary>
    /// <param name="outcome">What.</param>
    /// <param name="document">The decision's number, 1 to 100 characters.</param>
    /// <param name="reason">Why, 1 to 500 characters; public if the entry was revoked.</param>
    /// <param name="on">When it was decided.</param>
    /// <param name="by">Who enters it.</param>
    /// <param name="today">Today.</param>
    /// <exception cref="TransitionRefusedException">It does not stand (RI2321).</exception>
    /// <exception cref="InputRefusedException">No appeal is open (RI2328), a text is missing (RI2305), the day does not fit (RI2333), or the reason repeats the penalty (RI2330).</exception>
    public DishonestyEvent.AppealDecided DecideAppeal(AppealOutcome outcome, string document, string reason, LocalDate on, string by, LocalDate today)
    {
        Require("登记复议或诉讼结果", "entering an appeal's outcome", DishonestyStatus.Listed);
        if (!AppealIsOpen)
        {
            throw DishonestyRefusals.NoAppeal.Refuse(("entry", Id));
        }

        RequireDay("复议或诉讼决定日期", "Day of the outcome", on, _appeals[^1].On, today);
        string why = InspectionTexts.Required(reason, "理由", "Reason");
        if (outcome == AppealOutcome.Revoked)
        {
            RequireNotRepeated(why);
        }

        return Raise(new DishonestyEvent.AppealDecided(outcome, Number(document, "决定书或裁判文书号", "Number of the decision"), why, on, by));
    }

    /// <summary>Asks that it leave before its time.</summary>
    /// <param name="rules">The rules of the list.</param>
    /// <param name="ground">Repair or withdrawal.</param>
    /// <param name="reason">Why, 1 to 500 characters; of a withdrawal it is public.</param>
    /// <param name="on">Today.</param>
    /// <param name="decideBy">The last day for the decision; <see langword="null"/> where the rules name none.</param>
    /// <param name="by">Who enters it.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ground"/> is neither.</exception>
    /// <exception cref="TransitionRefusedException">It does not stand (RI2321).</exception>
    /// <exception cref="InputRefusedException">A request is open (RI2326), it is too early for repair (RI2325), the reason is missing (RI2305) or repeats the penalty (RI2330).</exception>
    public DishonestyEvent.ExitRequested RequestExit(
        DishonestyRules rules, ListingExit ground, string reason, LocalDate on, LocalDate? decideBy, string by)
    {
        ArgumentNullException.ThrowIfNull(rules);
        if (ground is not (ListingExit.Repair or ListingExit.Withdrawal))
        {
            throw new ArgumentOutOfRangeException(nameof(ground), ground, "It leaves by repair or by withdrawal.");
        }

        Require("申请移出或撤销", "asking that it leave", DishonestyStatus.Listed);
        if (Request is not null)
        {
            throw DishonestyRefusals.RequestOpen.Refuse(("entry", Id));
        }

        LocalDate first = Listing!.On.PlusMonths(rules.StandsBeforeRepair.Length).PlusDays(1);
        if (ground == ListingExit.Repair && on < first)
        {
            throw DishonestyRefusals.TooEarly.Refuse(("entry", Id), ("first", $"{first:R}"));
        }

        string why = InspectionTexts.Required(reason, "申请理由", "Reason");
        if (ground == ListingExit.Withdrawal)
        {
            RequireNotRepeated(why);
        }

        return Raise(new DishonestyEvent.ExitRequested(ground, why, on, decideBy, by));
    }

    /// <summary>Decides on that request.</summary>
    /// <param name="decision">What.</param>
    /// <param name="reason">Why, 1 to 500 characters; of a withdrawal that is granted it is public.</param>
    /// <param name="on">Today.</param>
    /// <param name="by">The head of the authority, who did not ask.</param>
    /// <exception cref="TransitionRefusedException">It does not stand (RI2321).</exception>
    /// <exception cref="InputRefusedException">There is no request (RI2327), it is that person's own (RI2322), the reason is missing (RI2305) or repeats the penalty (RI2330).</exception>
    public DishonestyEvent.ExitDecided DecideExit(ExitDecision decision, string reason, LocalDate on, string by)
    {
        Require("决定移出或撤销", "deciding that it leave", DishonestyStatus.Listed);
        DishonestyEvent.ExitRequested request = Request ?? throw DishonestyRefusals.NoRequest.Refuse(("entry", Id));
        if (by == request.By)
        {
            throw DishonestyRefusals.OwnStep.Refuse(("person", by), ("entry", Id));
        }

        string why = InspectionTexts.Required(reason, "决定理由", "Reason");
        if (request.Ground == ListingExit.Withdrawal && decision == ExitDecision.Granted)
        {
            RequireNotRepeated(why);
        }

        return Raise(new DishonestyEvent.ExitDecided(decision, why, on, by));
    }

    /// <summary>Lets it leave because its time is over; <see langword="null"/> if it is not, or if it does not stand.</summary>
    /// <param name="today">Today.</param>
    public DishonestyEvent.Expired? Expire(LocalDate today) =>
        Status == DishonestyStatus.Listed && today > Listing!.Until ? Raise(new DishonestyEvent.Expired(Listing.Until.PlusDays(1))) : null;

    /// <summary>A withdrawal's reason is what the public reads in its place: it must not say again what is withdrawn.</summary>
    private void RequireNotRepeated(string reason)
    {
        if (((string?[])[Proposal.Penalty, Listing!.Document]).FirstOrDefault(number => number is not null && reason.Contains(number, StringComparison.OrdinalIgnoreCase)) is { } repeated)
        {
            throw DishonestyRefusals.RepeatsPenalty.Refuse(("repeated", repeated));
        }
    }

    private void Apply(DishonestyEvent happened)
    {
        switch (happened)
        {
            case DishonestyEvent.Told told:
                (Status, Notice) = (DishonestyStatus.Told, told);
                break;
            case DishonestyEvent.Heard heard:
                (Status, Hearing) = (DishonestyStatus.Heard, heard);
                break;
            case DishonestyEvent.Waived waived:
                (Status, Waiver) = (DishonestyStatus.Heard, waived);
                break;
            case DishonestyEvent.Listed listed:
                (Status, Listing) = (DishonestyStatus.Listed, listed);
                break;
            case DishonestyEvent.NotListed notListed:
                (Status, Refusal) = (DishonestyStatus.NotListed, notListed);
                break;
            case DishonestyEvent.Appealed appealed:
                _appeals.Add(appealed);
                break;
            case DishonestyEvent.AppealDecided decided:
                _outcomes.Add(decided);
                if (decided.Outcome == AppealOutcome.Revoked)
                {
                    Leave(DishonestyStatus.Withdrawn, new ListingLeft(ListingExit.Appeal, decided.Reason, decided.On));
                }

                break;
            case DishonestyEvent.ExitRequested requested:
                Request = requested;
                break;
            case DishonestyEvent.ExitDecided { Decision: ExitDecision.Granted } granted:
                Leave(
                    Request!.Ground == ListingExit.Repair ? DishonestyStatus.Removed : DishonestyStatus.Withdrawn,
                    new ListingLeft(Request.Ground, granted.Reason, granted.On));
                break;
            case DishonestyEvent.ExitDecided:
                Request = null;
                break;
            case DishonestyEvent.Expired expired:
                Leave(DishonestyStatus.Removed, new ListingLeft(ListingExit.Time, null, expired.On));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened));
        }
    }

    private void Leave(DishonestyStatus status, ListingLeft left) => (Status, Left, Request) = (status, left, null);
}

/// <summary>How an entry left.</summary>
/// <param name="Ground">On what ground.</param>
/// <param name="Reason">Why; <see langword="null"/> where its time was over.</param>
/// <param name="On">The first day on which it no longer stands.</param>
public sealed record ListingLeft(ListingExit Ground, string? Reason, LocalDate On)
{
    /// <summary>Whether it should never have stood: then the public reads why in its place, and nothing of what it said.</summary>
    public bool IsWithdrawal => Ground is ListingExit.Withdrawal or ListingExit.Appeal;
}
