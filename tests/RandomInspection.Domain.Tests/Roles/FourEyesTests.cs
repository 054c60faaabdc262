using RandomInspection.Credit;
using RandomInspection.Disclosure;
using RandomInspection.Inspections;
using RandomInspection.Planning;
using RandomInspection.SampleData;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests.Roles;

/// <summary>四眼：nobody approves, witnesses or audits their own step, whatever roles they hold.</summary>
public sealed class FourEyesTests
{
    private static readonly Role[] Everything = Enum.GetValues<Role>();

    /// <summary>How somebody tries it, by the step and the place of the rule in it. A new rule adds its line here.</summary>
    private static readonly Dictionary<string, (string Place, Func<MemoryHost, Task> Try)> Scenes = new()
    {
        ["catalogue.review/0"] = ("catalogueSubmitted", h => CataloguePlaces.Of(h).ReviewAsync(All(Way.Drafter), CataloguePlaces.Market, "依据准确", Cancellation)),
        ["catalogue.report/0"] = ("catalogueReviewed", h => CataloguePlaces.Of(h).ReportAsync(All(Way.As(Role.JudicialReviewer)), CataloguePlaces.Market, Cancellation)),
        ["catalogue.publish/0"] = ("catalogueReported", h => CataloguePlaces.Of(h).PublishAsync(
            All(Way.As(Role.CoordinatingGroup), CataloguePlaces.Market), CataloguePlaces.Market, new NodaTime.LocalDate(2026, 11, 23), "公示系统", Cancellation)),
        ["plan.approve/0"] = ("submit", h => h.Way.Plans.ApproveAsync(All(Way.Drafter), Way.PlanId, Cancellation)),
        ["task.approveNamed/0"] = ("named", h => h.Way.Tasks.ApproveNamedAsync(All(Way.Drafter), ChoicePlaces.NamedTask, Cancellation)),
        ["ceremony.enrolWitness/0"] = ("prepare", h => h.Way.Draws.EnrolWitnessAsync(All(Way.Operator), Way.DrawId, StepPlaces.WitnessKey, Cancellation)),
        ["ceremony.enrolWitness/1"] = ("sharedDraw", h => h.Way.Draws.EnrolWitnessAsync(All(Way.Operator, SampleDepartments.Ecology), Way.DrawId, StepPlaces.WitnessKey, Cancellation)),
        ["ceremony.enrolWitness/2"] = ("enrolOperator", h => h.Way.Draws.EnrolWitnessAsync(All(Way.Operator, "moved"), Way.DrawId, StepPlaces.WitnessKey, Cancellation)),
        ["ceremony.confirmVoid/0"] = ("voidProposed:open", h => h.Way.Draws.ConfirmVoidAsync(All(Way.Operator), Way.DrawId, Cancellation)),
        ["list.approve/0"] = ("proposed", h => h.Way.Replacements.ApproveAsync(StepPlaces.DaysLater(All(Way.Operator)), Way.TaskId, 1, Cancellation)),
        ["list.decline/0"] = ("proposed", h => h.Way.Replacements.DeclineAsync(StepPlaces.DaysLater(All(Way.Officer("scjg-02"))), Way.TaskId, 1, "不同意", Cancellation)),
        ["match.assignOfficer/0"] = ("assignmentProposed", async h => await h.Way.Matches.AssignAsync(All(Way.Operator), await StepPlaces.ShortVisitAsync(h), Cancellation)),
        ["match.refuseAssignment/0"] = ("assignmentProposed", async h => await h.Way.Matches.RefuseAssignmentAsync(All(Way.Operator), await StepPlaces.ShortVisitAsync(h), "另行安排", Cancellation)),
        ["recusal.decide/0"] = ("askRecusal", async h => await h.Way.Recusals.DecideAsync(All(await StepPlaces.TeamAsync(h)), Way.RecusalId, RecusalDecision.Rejected, "不属实", Cancellation)),
        ["recusal.decide/1"] = ("askRecusalForParty", h => h.Way.Recusals.DecideAsync(All(Way.Head), Way.RecusalId, RecusalDecision.Upheld, "属实", Cancellation)),
        ["dishonesty.list/0"] = ("listingHeard", h => StepPlaces.ListAsync(h, StepPlaces.WeekLater(All(Way.As(Role.Inspector))))),
        ["dishonesty.decline/0"] = ("listingTold", h => h.Get<DishonestyWorkflow>().DeclineAsync(All(Way.As(Role.Inspector)), StepPlaces.EntryId, "情节轻微", Cancellation)),
        ["dishonesty.decideExit/0"] = ("exitRequested", h => h.Get<DishonestyWorkflow>().DecideExitAsync(StepPlaces.WeekLater(All(Way.As(Role.Inspector))), StepPlaces.EntryId, ExitDecision.Granted, "属实", Cancellation)),
        ["disclosure.decideExemption/0"] = ("exemptionProposed", h => h.Get<DisclosureWorkflow>().DecideExemptionAsync(All(Way.As(Role.Publisher)), $"result-{Way.VisitId}", ExemptionDecision.Granted, "属实", Cancellation)),
        ["visit.return/0"] = ("conclude", async h => await h.Way.Visits.ReturnAsync(All(await StepPlaces.TeamAsync(h)), Way.VisitId, "请补充", Cancellation)),
        ["visit.approve/0"] = ("arrive", async h => await h.Way.Visits.ApproveAsync(All(await StepPlaces.TeamAsync(h)), [Way.VisitId], "情况紧急", Cancellation)),
        ["visit.decideObjection/0"] = ("objected", async h => await h.Way.Visits.DecideObjectionAsync(All(await StepPlaces.TeamAsync(h)), Way.VisitId, ObjectionDecision.Rejected, "不属实", Cancellation)),
        ["visit.audit/0"] = ("conclude", async h => await h.Way.Visits.AuditAsync(All(await StepPlaces.TeamAsync(h)), Way.VisitId, Cancellation)),
    };

    public static TheoryData<string> Rules => new(DomainSteps.All.SelectMany(step => step.FourEyes.Select((_, i) => $"{step.Name}/{i}")));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Step_OwnEarlierStep_RefusedAndNothingWritten(string rule)
    {
        (string place, Func<MemoryHost, Task> attempt) = Scenes[rule];
        string[] parts = rule.Split('/');
        WorkStep step = DomainSteps.All.Single(s => s.Name == parts[0]);
        FourEyes eyes = step.FourEyes[int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture)];
        using MemoryHost host = await StepPlaces.AtAsync(place);
        await host.RefusedAsync([eyes.Refusal.Code], () => attempt(host));
    }

    [Fact]
    public void Scenes_EachIsOfARule() => Assert.Equal(Rules.Select(row => row.Data).Order(StringComparer.Ordinal), Scenes.Keys.Order(StringComparer.Ordinal));

    private static Acting All(Acting acting, string? departmentId = null) =>
        acting with { Person = acting.Person with { Roles = [.. Everything], DepartmentId = departmentId ?? acting.Person.DepartmentId } };
}
