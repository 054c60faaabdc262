using RandomInspection.Credit;
using RandomInspection.Directories;
using RandomInspection.Disclosure;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection;

/// <summary>Every event of this library by its name in the log.</summary>
public static class DomainEvents
{
    /// <summary>The codec for them.</summary>
    public static EventCodec Codec { get; } = new(new Dictionary<string, Type>
    {
        ["directory.merged"] = typeof(DirectoryEvent.Merged),
        ["directory.tookEffect"] = typeof(DirectoryEvent.TookEffect),
        ["directory.inspectorsMerged"] = typeof(InspectorDirectoryEvent.Merged),
        ["plan.drafted"] = typeof(PlanEvent.Drafted),
        ["plan.taskAdded"] = typeof(PlanEvent.TaskAdded),
        ["plan.taskRevised"] = typeof(PlanEvent.TaskRevised),
        ["plan.taskRemoved"] = typeof(PlanEvent.TaskRemoved),
        ["plan.submitted"] = typeof(PlanEvent.Submitted),
        ["plan.returned"] = typeof(PlanEvent.Returned),
        ["plan.approved"] = typeof(PlanEvent.Approved),
        ["task.designed"] = typeof(TaskEvent.Designed),
        ["task.frozen"] = typeof(TaskEvent.Frozen),
        ["task.released"] = typeof(TaskEvent.Released),
        ["draw.prepared"] = typeof(CeremonyEvent.Prepared),
        ["draw.partyEnrolled"] = typeof(CeremonyEvent.PartyEnrolled),
        ["draw.opened"] = typeof(CeremonyEvent.Opened),
        ["draw.committed"] = typeof(CeremonyEvent.Committed),
        ["draw.revealed"] = typeof(CeremonyEvent.Revealed),
        ["draw.struck"] = typeof(CeremonyEvent.Struck),
        ["draw.drawn"] = typeof(CeremonyEvent.Drawn),
        ["draw.voidProposed"] = typeof(CeremonyEvent.VoidProposed),
        ["draw.voided"] = typeof(CeremonyEvent.Voided),
        ["draw.matched"] = typeof(CeremonyEvent.Matched),
        ["task.drawOffered"] = typeof(TaskEvent.DrawOffered),
        ["task.drawOfferWithdrawn"] = typeof(TaskEvent.DrawOfferWithdrawn),
        ["task.jointOffered"] = typeof(TaskEvent.JointOffered),
        ["task.jointWithdrawn"] = typeof(TaskEvent.JointWithdrawn),
        ["task.matchFrozen"] = typeof(TaskEvent.MatchFrozen),
        ["task.matchReleased"] = typeof(TaskEvent.MatchReleased),
        ["list.proposed"] = typeof(ListEvent.Proposed),
        ["list.declined"] = typeof(ListEvent.Declined),
        ["list.replaced"] = typeof(ListEvent.Replaced),
        ["list.fellShort"] = typeof(ListEvent.FellShort),
        ["list.supplementPrepared"] = typeof(ListEvent.SupplementPrepared),
        ["list.supplementReleased"] = typeof(ListEvent.SupplementReleased),
        ["list.supplemented"] = typeof(ListEvent.Supplemented),
        ["list.nobodyLeft"] = typeof(ListEvent.NobodyLeft),
        ["match.seatsChanged"] = typeof(SeatsChanged),
        ["visit.planned"] = typeof(VisitEvent.Planned),
        ["visit.officerReplaced"] = typeof(VisitEvent.OfficerReplaced),
        ["visit.officerAssigned"] = typeof(VisitEvent.OfficerAssigned),
        ["visit.begun"] = typeof(VisitEvent.Begun),
        ["visit.resultEntered"] = typeof(VisitEvent.ResultEntered),
        ["visit.concluded"] = typeof(VisitEvent.Concluded),
        ["visit.returned"] = typeof(VisitEvent.Returned),
        ["visit.audited"] = typeof(VisitEvent.Audited),
        ["visit.noticeServed"] = typeof(VisitEvent.NoticeServed),
        ["visit.measureDecided"] = typeof(VisitEvent.MeasureDecided),
        ["visit.closed"] = typeof(VisitEvent.Closed),
        ["recusal.requested"] = typeof(RecusalEvent.Requested),
        ["recusal.decided"] = typeof(RecusalEvent.Decided),
        ["dishonesty.proposed"] = typeof(DishonestyEvent.Proposed),
        ["dishonesty.told"] = typeof(DishonestyEvent.Told),
        ["dishonesty.heard"] = typeof(DishonestyEvent.Heard),
        ["dishonesty.waived"] = typeof(DishonestyEvent.Waived),
        ["dishonesty.listed"] = typeof(DishonestyEvent.Listed),
        ["dishonesty.notListed"] = typeof(DishonestyEvent.NotListed),
        ["dishonesty.appealed"] = typeof(DishonestyEvent.Appealed),
        ["dishonesty.appealDecided"] = typeof(DishonestyEvent.AppealDecided),
        ["dishonesty.exitRequested"] = typeof(DishonestyEvent.ExitRequested),
        ["dishonesty.exitDecided"] = typeof(DishonestyEvent.ExitDecided),
        ["dishonesty.expired"] = typeof(DishonestyEvent.Expired),
        ["disclosure.raised"] = typeof(DisclosureEvent.Raised),
        ["disclosure.listDrawn"] = typeof(DisclosureEvent.ListDrawn),
        ["disclosure.recomputed"] = typeof(DisclosureEvent.Recomputed),
        ["disclosure.published"] = typeof(DisclosureEvent.Published),
        ["channel.received"] = typeof(ChannelReceived),
        ["publication.disclosed"] = typeof(Disclosed),
        ["checkpoint.signed"] = typeof(CheckpointEvent.Signed),
        ["checkpoint.cosigned"] = typeof(CheckpointEvent.Cosigned),
        ["personal.erased"] = typeof(PersonalEvent.Erased),
        ["sealed.prepared"] = typeof(SealedEvent.Prepared),
        ["sealed.committed"] = typeof(SealedEvent.Committed),
        ["sealed.opened"] = typeof(SealedEvent.Opened),
        ["calendar.noticesLoaded"] = typeof(NoticesLoaded),
    });
}
