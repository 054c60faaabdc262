using System.Text.Json;
using System.Text.Json.Serialization;
using RandomInspection.Calendars;
using RandomInspection.Catalogue;
using RandomInspection.Credit;
using RandomInspection.Directories;
using RandomInspection.Disclosure;
using RandomInspection.Drawing;
using RandomInspection.Exchange;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.Supervision;

namespace RandomInspection;

/// <summary>How the events of <see cref="DomainEvents"/> read and write, made when this library is built: nothing is looked up by name while it runs.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(DishonestyEvent.ExitDecided), TypeInfoPropertyName = "DishonestyEventExitDecided")]
[JsonSerializable(typeof(TaskEvent.MatchReleased), TypeInfoPropertyName = "TaskEventMatchReleased")]
[JsonSerializable(typeof(VisitEvent.Corrected), TypeInfoPropertyName = "VisitEventCorrected")]
[JsonSerializable(typeof(EmbargoEvent.Ended), TypeInfoPropertyName = "EmbargoEventEnded")]
[JsonSerializable(typeof(SpecialDirectoryEvent.Saved), TypeInfoPropertyName = "SpecialDirectoryEventSaved")]
[JsonSerializable(typeof(VisitEvent.NoticeServed), TypeInfoPropertyName = "VisitEventNoticeServed")]
[JsonSerializable(typeof(FeedbackEvent.Given), TypeInfoPropertyName = "FeedbackEventGiven")]
[JsonSerializable(typeof(PlanEvent.TaskRemoved), TypeInfoPropertyName = "PlanEventTaskRemoved")]
[JsonSerializable(typeof(TaskEvent.ChoicesReleased), TypeInfoPropertyName = "TaskEventChoicesReleased")]
[JsonSerializable(typeof(TaskEvent.ChoicesFrozen), TypeInfoPropertyName = "TaskEventChoicesFrozen")]
[JsonSerializable(typeof(DisclosureEvent.Deferred), TypeInfoPropertyName = "DisclosureEventDeferred")]
[JsonSerializable(typeof(DishonestyEvent.Proposed), TypeInfoPropertyName = "DishonestyEventProposed")]
[JsonSerializable(typeof(NoticesLoaded), TypeInfoPropertyName = "NoticesLoaded")]
[JsonSerializable(typeof(VisitEvent.NoticeSentAhead), TypeInfoPropertyName = "VisitEventNoticeSentAhead")]
[JsonSerializable(typeof(VisitEvent.OfficerReplaced), TypeInfoPropertyName = "VisitEventOfficerReplaced")]
[JsonSerializable(typeof(CeremonyEvent.PartyEnrolled), TypeInfoPropertyName = "CeremonyEventPartyEnrolled")]
[JsonSerializable(typeof(VisitEvent.ResultEntered), TypeInfoPropertyName = "VisitEventResultEntered")]
[JsonSerializable(typeof(DisclosureEvent.Recomputed), TypeInfoPropertyName = "DisclosureEventRecomputed")]
[JsonSerializable(typeof(DishonestyEvent.Listed), TypeInfoPropertyName = "DishonestyEventListed")]
[JsonSerializable(typeof(PlanEvent.AmendmentBegun), TypeInfoPropertyName = "PlanEventAmendmentBegun")]
[JsonSerializable(typeof(DisclosureEvent.Corrected), TypeInfoPropertyName = "DisclosureEventCorrected")]
[JsonSerializable(typeof(TaskEvent.JointOffered), TypeInfoPropertyName = "TaskEventJointOffered")]
[JsonSerializable(typeof(DirectoryEvent.TookEffect), TypeInfoPropertyName = "DirectoryEventTookEffect")]
[JsonSerializable(typeof(VisitEvent.Closed), TypeInfoPropertyName = "VisitEventClosed")]
[JsonSerializable(typeof(RecusalEvent.Decided), TypeInfoPropertyName = "RecusalEventDecided")]
[JsonSerializable(typeof(CeremonyEvent.Struck), TypeInfoPropertyName = "CeremonyEventStruck")]
[JsonSerializable(typeof(PersonalEvent.Erased), TypeInfoPropertyName = "PersonalEventErased")]
[JsonSerializable(typeof(DishonestyEvent.ExitRequested), TypeInfoPropertyName = "DishonestyEventExitRequested")]
[JsonSerializable(typeof(CeremonyEvent.Committed), TypeInfoPropertyName = "CeremonyEventCommitted")]
[JsonSerializable(typeof(CatalogueEvent.ItemRemoved), TypeInfoPropertyName = "CatalogueEventItemRemoved")]
[JsonSerializable(typeof(TaskEvent.Frozen), TypeInfoPropertyName = "TaskEventFrozen")]
[JsonSerializable(typeof(SpecialDirectoryEvent.Revised), TypeInfoPropertyName = "SpecialDirectoryEventRevised")]
[JsonSerializable(typeof(ListEvent.Declined), TypeInfoPropertyName = "ListEventDeclined")]
[JsonSerializable(typeof(InboxEvent.Received), TypeInfoPropertyName = "InboxEventReceived")]
[JsonSerializable(typeof(ListEvent.SupplementReleased), TypeInfoPropertyName = "ListEventSupplementReleased")]
[JsonSerializable(typeof(CatalogueEvent.Reported), TypeInfoPropertyName = "CatalogueEventReported")]
[JsonSerializable(typeof(CeremonyEvent.Voided), TypeInfoPropertyName = "CeremonyEventVoided")]
[JsonSerializable(typeof(AttemptEvent.Refused), TypeInfoPropertyName = "AttemptEventRefused")]
[JsonSerializable(typeof(DishonestyEvent.Expired), TypeInfoPropertyName = "DishonestyEventExpired")]
[JsonSerializable(typeof(CatalogueEvent.BasisChanged), TypeInfoPropertyName = "CatalogueEventBasisChanged")]
[JsonSerializable(typeof(PlanEvent.TaskAdded), TypeInfoPropertyName = "PlanEventTaskAdded")]
[JsonSerializable(typeof(DisclosureEvent.Lapsed), TypeInfoPropertyName = "DisclosureEventLapsed")]
[JsonSerializable(typeof(VisitEvent.Begun), TypeInfoPropertyName = "VisitEventBegun")]
[JsonSerializable(typeof(CeremonyEvent.Drawn), TypeInfoPropertyName = "CeremonyEventDrawn")]
[JsonSerializable(typeof(CatalogueEvent.Published), TypeInfoPropertyName = "CatalogueEventPublished")]
[JsonSerializable(typeof(CatalogueEvent.Reviewed), TypeInfoPropertyName = "CatalogueEventReviewed")]
[JsonSerializable(typeof(CatalogueEvent.ItemAdded), TypeInfoPropertyName = "CatalogueEventItemAdded")]
[JsonSerializable(typeof(VisitEvent.Concluded), TypeInfoPropertyName = "VisitEventConcluded")]
[JsonSerializable(typeof(VisitEvent.MeasureDecided), TypeInfoPropertyName = "VisitEventMeasureDecided")]
[JsonSerializable(typeof(TaskEvent.ChoicesDrawn), TypeInfoPropertyName = "TaskEventChoicesDrawn")]
[JsonSerializable(typeof(TaskEvent.MatchFrozen), TypeInfoPropertyName = "TaskEventMatchFrozen")]
[JsonSerializable(typeof(TaskEvent.Designed), TypeInfoPropertyName = "TaskEventDesigned")]
[JsonSerializable(typeof(DishonestyEvent.Appealed), TypeInfoPropertyName = "DishonestyEventAppealed")]
[JsonSerializable(typeof(CeremonyEvent.Matched), TypeInfoPropertyName = "CeremonyEventMatched")]
[JsonSerializable(typeof(PlanEvent.Submitted), TypeInfoPropertyName = "PlanEventSubmitted")]
[JsonSerializable(typeof(VisitEvent.ProposalRefused), TypeInfoPropertyName = "VisitEventProposalRefused")]
[JsonSerializable(typeof(VisitEvent.OfficerAssigned), TypeInfoPropertyName = "VisitEventOfficerAssigned")]
[JsonSerializable(typeof(CatalogueEvent.Begun), TypeInfoPropertyName = "CatalogueEventBegun")]
[JsonSerializable(typeof(InboxEvent.Followed), TypeInfoPropertyName = "InboxEventFollowed")]
[JsonSerializable(typeof(CeremonyEvent.VoidProposed), TypeInfoPropertyName = "CeremonyEventVoidProposed")]
[JsonSerializable(typeof(VisitEvent.EvidenceKept), TypeInfoPropertyName = "VisitEventEvidenceKept")]
[JsonSerializable(typeof(CheckpointEvent.Signed), TypeInfoPropertyName = "CheckpointEventSigned")]
[JsonSerializable(typeof(DishonestyEvent.Heard), TypeInfoPropertyName = "DishonestyEventHeard")]
[JsonSerializable(typeof(VisitEvent.Rechecked), TypeInfoPropertyName = "VisitEventRechecked")]
[JsonSerializable(typeof(InspectorDirectoryEvent.Merged), TypeInfoPropertyName = "InspectorDirectoryEventMerged")]
[JsonSerializable(typeof(VisitEvent.CheckedIn), TypeInfoPropertyName = "VisitEventCheckedIn")]
[JsonSerializable(typeof(SealedEvent.Prepared), TypeInfoPropertyName = "SealedEventPrepared")]
[JsonSerializable(typeof(VisitEvent.FollowUpSet), TypeInfoPropertyName = "VisitEventFollowUpSet")]
[JsonSerializable(typeof(DisclosureEvent.ExemptionProposed), TypeInfoPropertyName = "DisclosureEventExemptionProposed")]
[JsonSerializable(typeof(DishonestyEvent.Waived), TypeInfoPropertyName = "DishonestyEventWaived")]
[JsonSerializable(typeof(ListEvent.SupplementPrepared), TypeInfoPropertyName = "ListEventSupplementPrepared")]
[JsonSerializable(typeof(CatalogueEvent.Submitted), TypeInfoPropertyName = "CatalogueEventSubmitted")]
[JsonSerializable(typeof(CeremonyEvent.Opened), TypeInfoPropertyName = "CeremonyEventOpened")]
[JsonSerializable(typeof(ListEvent.Proposed), TypeInfoPropertyName = "ListEventProposed")]
[JsonSerializable(typeof(DisclosureEvent.ExemptionDecided), TypeInfoPropertyName = "DisclosureEventExemptionDecided")]
[JsonSerializable(typeof(CatalogueEvent.Returned), TypeInfoPropertyName = "CatalogueEventReturned")]
[JsonSerializable(typeof(PlanEvent.Returned), TypeInfoPropertyName = "PlanEventReturned")]
[JsonSerializable(typeof(VisitEvent.Objected), TypeInfoPropertyName = "VisitEventObjected")]
[JsonSerializable(typeof(ListEvent.Supplemented), TypeInfoPropertyName = "ListEventSupplemented")]
[JsonSerializable(typeof(SealedEvent.Committed), TypeInfoPropertyName = "SealedEventCommitted")]
[JsonSerializable(typeof(TaskEvent.JointWithdrawn), TypeInfoPropertyName = "TaskEventJointWithdrawn")]
[JsonSerializable(typeof(SpecialDirectoryEvent.Retired), TypeInfoPropertyName = "SpecialDirectoryEventRetired")]
[JsonSerializable(typeof(DisclosureEvent.Raised), TypeInfoPropertyName = "DisclosureEventRaised")]
[JsonSerializable(typeof(PlanEvent.Drafted), TypeInfoPropertyName = "PlanEventDrafted")]
[JsonSerializable(typeof(TaskEvent.Released), TypeInfoPropertyName = "TaskEventReleased")]
[JsonSerializable(typeof(PlanEvent.Approved), TypeInfoPropertyName = "PlanEventApproved")]
[JsonSerializable(typeof(DisclosureEvent.ListDrawn), TypeInfoPropertyName = "DisclosureEventListDrawn")]
[JsonSerializable(typeof(VisitEvent.Returned), TypeInfoPropertyName = "VisitEventReturned")]
[JsonSerializable(typeof(Disclosed), TypeInfoPropertyName = "Disclosed")]
[JsonSerializable(typeof(ListEvent.FellShort), TypeInfoPropertyName = "ListEventFellShort")]
[JsonSerializable(typeof(VisitEvent.OfficerProposed), TypeInfoPropertyName = "VisitEventOfficerProposed")]
[JsonSerializable(typeof(TaskEvent.DrawOfferWithdrawn), TypeInfoPropertyName = "TaskEventDrawOfferWithdrawn")]
[JsonSerializable(typeof(DirectoryEvent.Merged), TypeInfoPropertyName = "DirectoryEventMerged")]
[JsonSerializable(typeof(SeatsChanged), TypeInfoPropertyName = "SeatsChanged")]
[JsonSerializable(typeof(ListEvent.NobodyLeft), TypeInfoPropertyName = "ListEventNobodyLeft")]
[JsonSerializable(typeof(TaskEvent.ChoicesWithdrawn), TypeInfoPropertyName = "TaskEventChoicesWithdrawn")]
[JsonSerializable(typeof(CeremonyEvent.Revealed), TypeInfoPropertyName = "CeremonyEventRevealed")]
[JsonSerializable(typeof(TaskEvent.DrawOffered), TypeInfoPropertyName = "TaskEventDrawOffered")]
[JsonSerializable(typeof(PlanEvent.AmendmentDropped), TypeInfoPropertyName = "PlanEventAmendmentDropped")]
[JsonSerializable(typeof(ChannelReceived), TypeInfoPropertyName = "ChannelReceived")]
[JsonSerializable(typeof(DisclosureEvent.WithdrawalOrdered), TypeInfoPropertyName = "DisclosureEventWithdrawalOrdered")]
[JsonSerializable(typeof(CatalogueEvent.ItemRevised), TypeInfoPropertyName = "CatalogueEventItemRevised")]
[JsonSerializable(typeof(VisitEvent.Approved), TypeInfoPropertyName = "VisitEventApproved")]
[JsonSerializable(typeof(EmbargoEvent.Begun), TypeInfoPropertyName = "EmbargoEventBegun")]
[JsonSerializable(typeof(VisitEvent.Audited), TypeInfoPropertyName = "VisitEventAudited")]
[JsonSerializable(typeof(DishonestyEvent.AppealDecided), TypeInfoPropertyName = "DishonestyEventAppealDecided")]
[JsonSerializable(typeof(PlanEvent.TaskRevised), TypeInfoPropertyName = "PlanEventTaskRevised")]
[JsonSerializable(typeof(CeremonyEvent.Prepared), TypeInfoPropertyName = "CeremonyEventPrepared")]
[JsonSerializable(typeof(TaskEvent.NamedApproved), TypeInfoPropertyName = "TaskEventNamedApproved")]
[JsonSerializable(typeof(RecusalEvent.Requested), TypeInfoPropertyName = "RecusalEventRequested")]
[JsonSerializable(typeof(DishonestyEvent.NotListed), TypeInfoPropertyName = "DishonestyEventNotListed")]
[JsonSerializable(typeof(DisclosureEvent.Withdrawn), TypeInfoPropertyName = "DisclosureEventWithdrawn")]
[JsonSerializable(typeof(VisitEvent.ObjectionDecided), TypeInfoPropertyName = "VisitEventObjectionDecided")]
[JsonSerializable(typeof(DisclosureEvent.Published), TypeInfoPropertyName = "DisclosureEventPublished")]
[JsonSerializable(typeof(CheckpointEvent.Cosigned), TypeInfoPropertyName = "CheckpointEventCosigned")]
[JsonSerializable(typeof(DishonestyEvent.Told), TypeInfoPropertyName = "DishonestyEventTold")]
[JsonSerializable(typeof(SealedEvent.Opened), TypeInfoPropertyName = "SealedEventOpened")]
[JsonSerializable(typeof(VisitEvent.Planned), TypeInfoPropertyName = "VisitEventPlanned")]
[JsonSerializable(typeof(ListEvent.Replaced), TypeInfoPropertyName = "ListEventReplaced")]
[JsonSerializable(typeof(TaskEvent.ChoicesDeclared), TypeInfoPropertyName = "TaskEventChoicesDeclared")]
internal sealed partial class DomainEventsJson : JsonSerializerContext
{
    /// <summary>Choices are written as words; a number is refused.</summary>
    public static IReadOnlyList<JsonConverter> Choices { get; } =
    [
        Words<Certainty>(),
        Words<DisclosureOccasion>(),
        Words<InspectionMethod>(),
        Words<AppealKind>(),
        Words<AppealOutcome>(),
        Words<ExitDecision>(),
        Words<ListingExit>(),
        Words<CarrierKind>(),
        Words<GeneralDirectory>(),
        Words<SubjectStatus>(),
        Words<ChannelStep>(),
        Words<ExemptionDecision>(),
        Words<ExemptionGround>(),
        Words<WithdrawalGround>(),
        Words<ChoiceKind>(),
        Words<ContributionKind>(),
        Words<Embargo>(),
        Words<ReplacementGround>(),
        Words<AssignmentCase>(),
        Words<CheckInSide>(),
        Words<Conclusion>(),
        Words<ItemResult>(),
        Words<MeasureKind>(),
        Words<ObjectionDecision>(),
        Words<RecheckOutcome>(),
        Words<RecusalDecision>(),
        Words<RecusalSide>(),
        Words<ServiceMethod>(),
        Words<ServiceReceipt>(),
        Words<CheckpointOccasion>(),
        Words<EmbargoEnd>(),
        Words<PlanKind>(),
        Words<RestingExemption>(),
        Words<Stratification>(),
        Words<TaskGround>(),
        Words<TaskKind>(),
        Words<TaskScale>(),
        Words<VisitDayRule>(),
    ];

    private static JsonStringEnumConverter<T> Words<T>()
        where T : struct, Enum => new(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
}
