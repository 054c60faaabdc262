using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Web.Api;

/// <summary>Plans and ad-hoc tasks: drafted, submitted, approved, amended.</summary>
internal static class PlanApi
{
    private static readonly StepOperation Begin = new(PlanSteps.Begin) { Begins = "plan/" };

    public static void MapPlanApi(this RouteGroupBuilder api)
    {
        RouteGroupBuilder plans = api.MapGroup("/plans").WithTags("plans");
        plans.MapRead("", "plans.list", new("年度计划与临时任务", "Plans and ad-hoc tasks"), ListAsync).Produces<ApiPage<PlanRow>>();
        plans.MapRead("/{plan}", "plans.read", new("一份计划", "One plan"), ReadAsync).Produces<PlanResource>();
        plans.MapStep("", "plans.begin", Begin, (BeginPlanBody body, ApiCall call, PlanWorkflow workflow) =>
            workflow.BeginAsync(call.Acting, body.Year, body.Title, CancellationToken.None));
        plans.MapStep("/ad-hoc", "plans.beginAdHoc", new(PlanSteps.BeginAdHoc) { Begins = "plan/" }, (AdHocBody body, ApiCall call, PlanWorkflow workflow) =>
            workflow.BeginAdHocAsync(call.Acting, body.Year, body.Title, body.Terms(), body.Words, CancellationToken.None));
        plans.MapStep("/surprise", "plans.beginSurprise", new(PlanSteps.BeginSurprise) { Begins = "plan/" }, (SurpriseBody body, ApiCall call, PlanWorkflow workflow) =>
            workflow.BeginSurpriseAsync(call.Acting, body.Year, body.Title, body.Terms(), body.Words, CancellationToken.None));
        plans.MapStep("/{plan}/tasks", "plans.addTask", On(PlanSteps.AddTask) with { IdOf = TaskAdded }, (string plan, PlannedTaskBody body, ApiCall call, PlanWorkflow workflow) =>
            workflow.AddTaskAsync(call.Acting, plan, body.Title, body.Items, body.From, body.To, CancellationToken.None, body.VisitDay ?? VisitDayRule.ByTheTeam));
        plans.MapStep("/{plan}/tasks/{task}/revise", "plans.reviseTask", On(PlanSteps.ReviseTask), (string plan, string task, PlannedTaskBody body, ApiCall call, PlanWorkflow workflow) =>
            workflow.ReviseTaskAsync(call.Acting, plan, new PlannedTask(task, body.Title, body.Items, body.From, body.To, VisitDay: body.VisitDay ?? VisitDayRule.ByTheTeam), CancellationToken.None));
        plans.MapStep("/{plan}/tasks/{task}/remove", "plans.removeTask", On(PlanSteps.RemoveTask), (string plan, string task, ApiCall call, PlanWorkflow workflow) =>
            workflow.RemoveTaskAsync(call.Acting, plan, task, CancellationToken.None));
        plans.MapStep("/{plan}/submit", "plans.submit", On(PlanSteps.Submit), (string plan, ApiCall call, PlanWorkflow workflow) =>
            workflow.SubmitAsync(call.Acting, plan, CancellationToken.None));
        plans.MapStep("/{plan}/return", "plans.sendBack", On(PlanSteps.Return), (string plan, ReasonBody body, ApiCall call, PlanWorkflow workflow) =>
            workflow.ReturnAsync(call.Acting, plan, body.Reason, CancellationToken.None));
        plans.MapStep("/{plan}/approve", "plans.approve", On(PlanSteps.Approve), (string plan, ApiCall call, PlanWorkflow workflow) =>
            workflow.ApproveAsync(call.Acting, plan, CancellationToken.None));
        plans.MapStep("/{plan}/amend", "plans.amend", On(PlanSteps.Amend), (string plan, ReasonBody body, ApiCall call, PlanWorkflow workflow) =>
            workflow.AmendAsync(call.Acting, plan, body.Reason, CancellationToken.None));
        plans.MapStep("/{plan}/drop-amendment", "plans.dropAmendment", On(PlanSteps.DropAmendment), (string plan, ReasonBody body, ApiCall call, PlanWorkflow workflow) =>
            workflow.DropAmendmentAsync(call.Acting, plan, body.Reason, CancellationToken.None));
    }

    private static StepOperation On(WorkStep step) => new(step) { Stream = "plan/{plan}" };

    private static string? TaskAdded(EventCodec codec, LedgerEntry entry) => codec.Decode(entry) is PlanEvent.TaskAdded added ? added.Task.TaskId : null;

    // As the pages: the public reads what is approved, whoever works here what is being drafted too.
    private static async Task<IResult> ListAsync(string? after, int? limit, ApiCall call) =>
        TypedResults.Ok(await ApiPage.OfAsync<PlanView, PlanRow>(call, call.Reader is null ? new ApprovedPlans() : new AllPlans(), after, limit, PlanRow.Of));

    private static Task<IResult> ReadAsync(string plan, ApiCall call, PlanWorkflow workflow) => call.WithTagAsync($"plan/{plan}", async () =>
    {
        AnnualPlan found = await workflow.FindAsync(plan, call.Cancellation);
        return call.Reader is not null || found.Status == PlanStatus.Approved ? PlanResource.Of(found, call.Reader) : throw ApiCall.NothingHere();
    });
}
