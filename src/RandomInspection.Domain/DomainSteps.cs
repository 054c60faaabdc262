using System.Collections.Immutable;
using RandomInspection.Credit;
using RandomInspection.Disclosure;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection;

/// <summary>岗位与步骤：every command of this library's workflows with the roles that may carry it out, one table; <c>docs/roles.md</c> shows it.</summary>
public static class DomainSteps
{
    /// <summary>All steps, in the order of the work.</summary>
    public static ImmutableArray<WorkStep> All { get; } =
    [
        DirectorySteps.MergeSubjects, DirectorySteps.MergeInspectors, SpecialDirectorySteps.Save, SpecialDirectorySteps.Revise, SpecialDirectorySteps.Retire,
        CatalogueSteps.Begin, CatalogueSteps.AddItem, CatalogueSteps.ReviseItem, CatalogueSteps.RemoveItem, CatalogueSteps.Submit, CatalogueSteps.TakeBack,
        CatalogueSteps.Review, CatalogueSteps.Return, CatalogueSteps.Report, CatalogueSteps.Publish, CatalogueSteps.NoteChange, CatalogueSteps.NoteChangeOf,
        PlanSteps.Begin, PlanSteps.BeginAdHoc, PlanSteps.BeginSurprise, PlanSteps.AddTask, PlanSteps.ReviseTask, PlanSteps.RemoveTask, PlanSteps.Submit, PlanSteps.Return, PlanSteps.Approve,
        PlanSteps.Amend, PlanSteps.DropAmendment,
        TaskSteps.Design, TaskSteps.Name, TaskSteps.ApproveNamed, TaskSteps.DeclareChoices, TaskSteps.WithdrawChoices, TaskSteps.PrepareChoices, TaskSteps.OfferForDraw, TaskSteps.WithdrawDrawOffer, TaskSteps.Prepare, TaskSteps.PrepareSupplement,
        CeremonySteps.EnrolOperator, CeremonySteps.EnrolWitness, CeremonySteps.EnrolSystem, CeremonySteps.AddPublicValue, CeremonySteps.Open, CeremonySteps.Commit,
        CeremonySteps.Reveal, CeremonySteps.EnterPublicValue, CeremonySteps.Strike, CeremonySteps.Draw, CeremonySteps.ProposeVoid, CeremonySteps.ConfirmVoid,
        ListSteps.ReplaceGone, ListSteps.Propose, ListSteps.Approve, ListSteps.Decline, ListSteps.Staff,
        MatchSteps.Offer, MatchSteps.WithdrawOffer, MatchSteps.Prepare, MatchSteps.Match, MatchSteps.Replace,
        MatchSteps.ProposeAssignment, MatchSteps.Assign, MatchSteps.RefuseAssignment,
        RecusalSteps.AskOwn, RecusalSteps.AskForParty, RecusalSteps.Decide,
        VisitSteps.Arrive, VisitSteps.Enter, VisitSteps.EnterAll, VisitSteps.Conclude, VisitSteps.Return, VisitSteps.Audit, VisitSteps.Serve, VisitSteps.Decide,
        VisitSteps.Approve, VisitSteps.CheckIn, VisitSteps.CheckInAsParty, VisitSteps.SendNotice, VisitSteps.KeepEvidence, VisitSteps.Object, VisitSteps.DecideObjection, VisitSteps.Correct, VisitSteps.Follow, VisitSteps.Recheck,
        FeedbackSteps.Give,
        DishonestySteps.Propose, DishonestySteps.Tell, DishonestySteps.Hear, DishonestySteps.Waive, DishonestySteps.List, DishonestySteps.Decline,
        DishonestySteps.Appeal, DishonestySteps.DecideAppeal, DishonestySteps.RequestExit, DishonestySteps.DecideExit,
        DisclosureSteps.Publish, DisclosureSteps.ProposeExemption, DisclosureSteps.DecideExemption, DisclosureSteps.Correct, DisclosureSteps.OrderWithdrawal,
        DisclosureSteps.TakeDown, DisclosureSteps.EndEmbargo, DisclosureSteps.Defer, DisclosureSteps.OpenSealedDay, DisclosureSteps.LoadNotices,
        PersonalSteps.EraseAbout, PersonalSteps.Erase,
    ];

    /// <summary>Events that no person's step writes: what the law attaches to other events, and what the host does by itself; each by its name in the log.</summary>
    public static ImmutableArray<string> Consequences { get; } =
    [
        "disclosure.raised", "disclosure.listDrawn", "disclosure.lapsed", "publication.disclosed", "channel.received", "embargo.begun",
        "directory.tookEffect", "checkpoint.signed", "checkpoint.cosigned", "sealed.prepared", "sealed.committed",
        "dishonesty.expired", "exchange.received", "exchange.followed", "attempt.refused",
    ];
}
