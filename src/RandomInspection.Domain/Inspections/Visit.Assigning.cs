using System.Collections.Immutable;

namespace RandomInspection.Inspections;

/// <content>直接指派：proposed by one person with a named case, approved or refused by another.</content>
public sealed partial class Visit
{
    /// <summary>The assignment that waits for its approval; <see langword="null"/> if none does.</summary>
    public VisitEvent.OfficerProposed? Proposal { get; private set; }

    /// <summary>Officers who were assigned directly.</summary>
    public ImmutableArray<VisitEvent.OfficerAssigned> Assigned { get; private set; } = [];

    /// <summary>Proposes to assign an officer directly to an empty seat, or to the seat of one who falls out; nothing changes before it is approved.</summary>
    /// <param name="inspector">Who.</param>
    /// <param name="special">The special case.</param>
    /// <param name="reason">Why, 1 to 500 characters.</param>
    /// <param name="by">Who proposes it.</param>
    /// <param name="insteadOf">Who falls out; <see langword="null"/> for an empty seat.</param>
    /// <exception cref="TransitionRefusedException">The visit has begun (RI2301).</exception>
    /// <exception cref="InputRefusedException">
    /// Another proposal waits (RI3034), no seat is empty (RI2308), the one who falls out is not in the team (RI2302), the officer is in it already (RI2307), or there is no reason (RI2305).
    /// </exception>
    /// <remarks>Source: 沈政办发〔2020〕19号 三(六): 特殊情况下执法人员无法随机分配的，可直接指派.</remarks>
    public VisitEvent.OfficerProposed Propose(string inspector, AssignmentCase special, string reason, string by, string? insteadOf = null)
    {
        Require("直接指派", "assigning directly", VisitStatus.Planned);
        if (Proposal is { } earlier)
        {
            throw AssignmentRefusals.Waiting.Refuse(("visit", Id), ("inspector", earlier.Inspector), ("by", earlier.By));
        }

        RequireSeatFor(inspector, insteadOf);
        return Raise(new VisitEvent.OfficerProposed(inspector, special, InspectionTexts.Required(reason, "指派理由", "Reason"), by, insteadOf));
    }

    /// <summary>Approves the proposal: the officer is of the team from now on.</summary>
    /// <param name="approver">Neither who proposed it nor who is assigned.</param>
    /// <exception cref="TransitionRefusedException">The visit has begun (RI2301).</exception>
    /// <exception cref="InputRefusedException">Nothing is proposed (RI3035), it is the approver's own proposal or seat (RI3036), or the seat has changed since: as <see cref="Propose"/>.</exception>
    public VisitEvent.OfficerAssigned Assign(string approver)
    {
        VisitEvent.OfficerProposed proposal = RequireProposal("直接指派", "assigning directly", approver);
        RequireSeatFor(proposal.Inspector, proposal.InsteadOf);
        return Raise(new VisitEvent.OfficerAssigned(proposal.Inspector, proposal.Reason, approver, proposal.InsteadOf, proposal.Case, proposal.By));
    }

    /// <summary>Refuses the proposal: the team stays as it is.</summary>
    /// <param name="reason">Why, 1 to 500 characters.</param>
    /// <param name="by">Neither who proposed it nor who is assigned.</param>
    /// <exception cref="TransitionRefusedException">The visit has begun (RI2301).</exception>
    /// <exception cref="InputRefusedException">Nothing is proposed (RI3035), it is one's own proposal or seat (RI3036), or there is no reason (RI2305).</exception>
    public VisitEvent.ProposalRefused RefuseProposal(string reason, string by)
    {
        VisitEvent.OfficerProposed proposal = RequireProposal("不同意指派", "refusing an assignment", by);
        return Raise(new VisitEvent.ProposalRefused(proposal.Inspector, InspectionTexts.Required(reason, "不同意的理由", "Reason"), by));
    }

    private VisitEvent.OfficerProposed RequireProposal(string chinese, string english, string person)
    {
        Require(chinese, english, VisitStatus.Planned);
        VisitEvent.OfficerProposed proposal = Proposal ?? throw AssignmentRefusals.NothingProposed.Refuse(("visit", Id));
        return person == proposal.By || person == proposal.Inspector ? throw AssignmentRefusals.OwnProposal.Refuse(("visit", Id), ("person", person)) : proposal;
    }

    private void RequireSeatFor(string inspector, string? insteadOf)
    {
        if (insteadOf is not null)
        {
            RequireOfficer(insteadOf);
        }
        else if (Team.Missing == 0)
        {
            throw InspectionRefusals.NoEmptySeat.Refuse(("visit", Id));
        }

        RequireNotThere(inspector);
    }

    private void ApplyAssignment(VisitEvent happened)
    {
        switch (happened)
        {
            case VisitEvent.OfficerProposed proposed:
                Proposal = proposed;
                break;
            case VisitEvent.OfficerAssigned assigned:
                Team = Team with { Inspectors = [.. Team.Inspectors.Where(i => i != assigned.InsteadOf).Append(assigned.Inspector).Order(StringComparer.Ordinal)] };
                Left = assigned.InsteadOf is { } left ? Left.Add(left) : Left;
                (Assigned, Proposal) = (Assigned.Add(assigned), null);
                break;
            default:
                Proposal = null;
                break;
        }
    }
}
