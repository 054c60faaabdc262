using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.Web.Lists;
using RandomInspection.Web.Matches;

namespace RandomInspection.Web.Api;

/// <summary>Tasks: their design, what they offer to others, the draw and the match that begin from them, and the list as it changes.</summary>
internal static class TaskApi
{
    private static readonly Role[] Readers =
        [Role.Drafter, Role.GovernmentApprover, Role.DrawingOperator, Role.Witness, Role.AuthorityHead, Role.Supervisor, Role.DirectoryKeeper];

    private static readonly NamedValue Kind = new("kind", typeof(ChoiceKind));

    public static void MapTaskApi(this RouteGroupBuilder api)
    {
        RouteGroupBuilder tasks = api.MapGroup("/tasks").WithTags("tasks");
        tasks.MapRead("", "tasks.list", new("抽查任务", "Tasks"), ListAsync, Readers).Produces<ApiPage<TaskRow>>();
        tasks.MapRead("/{task}", "tasks.read", new("一项任务", "One task"), ReadAsync, Readers).Produces<TaskResource>();
        tasks.MapTrial("/{task}/preview", "tasks.preview", new("试算抽取方案", "Try a design"), PreviewAsync, Role.Drafter, Role.DrawingOperator).Produces<PreviewResource>();
        tasks.MapStep("/{task}/design", "tasks.design", On(TaskSteps.Design), (string task, DesignBody body, ApiCall call, TaskWorkflow workflow) => workflow.DesignAsync(
            call.Acting, task, body.Criteria.Criteria(), body.SpecialDirectory, body.Stratification, body.Document(), body.Resting?.Rules(), CancellationToken.None));
        tasks.MapStep("/{task}/named", "tasks.name", On(TaskSteps.Name), (string task, NamedBody body, ApiCall call, TaskWorkflow workflow) =>
            workflow.NameAsync(call.Acting, task, [.. body.Subjects.Select(one => new NamedSubject(one.Code, one.Reason))], CancellationToken.None));
        tasks.MapStep("/{task}/named/approve", "tasks.approveNamed", On(TaskSteps.ApproveNamed), (string task, ApiCall call, TaskWorkflow workflow) =>
            workflow.ApproveNamedAsync(call.Acting, task, CancellationToken.None));
        tasks.MapStep("/{task}/choices", "tasks.declareChoices", On(TaskSteps.DeclareChoices), (string task, ChoicesBody body, ApiCall call, TaskWorkflow workflow) =>
            workflow.DeclareChoicesAsync(call.Acting, task, body.Choices(), CancellationToken.None));
        tasks.MapStep("/{task}/choices/{kind}/withdraw", "tasks.withdrawChoices", On(TaskSteps.WithdrawChoices), (string task, string kind, ApiCall call, TaskWorkflow workflow) =>
            workflow.WithdrawChoicesAsync(call.Acting, task, KindOf(kind), CancellationToken.None)).WithMetadata(Kind);
        tasks.MapStep("/{task}/choices/{kind}/draw", "tasks.prepareChoices", On(TaskSteps.PrepareChoices) with { Begins = "draw/" }, (string task, string kind, ApiCall call, DrawWorkflow workflow) =>
            workflow.PrepareChoicesAsync(call.Acting, task, KindOf(kind), NewKey(), Sha256.Instance.Name, CancellationToken.None)).WithMetadata(Kind);
        tasks.MapStep("/{task}/offer-draw", "tasks.offerDraw", On(TaskSteps.OfferForDraw), (string task, OfferBody body, ApiCall call, DrawWorkflow workflow) =>
            workflow.OfferAsync(call.Acting, task, body.With, CancellationToken.None));
        tasks.MapStep("/{task}/withdraw-draw-offer", "tasks.withdrawDrawOffer", On(TaskSteps.WithdrawDrawOffer), (string task, ApiCall call, DrawWorkflow workflow) =>
            workflow.WithdrawOfferAsync(call.Acting, task, CancellationToken.None));
        tasks.MapStep("/{task}/offer-joint", "tasks.offerJoint", On(MatchSteps.Offer), (string task, OfferBody body, ApiCall call, MatchWorkflow workflow) =>
            workflow.OfferAsync(call.Acting, task, body.With, CancellationToken.None));
        tasks.MapStep("/{task}/withdraw-joint-offer", "tasks.withdrawJointOffer", On(MatchSteps.WithdrawOffer), (string task, ApiCall call, MatchWorkflow workflow) =>
            workflow.WithdrawOfferAsync(call.Acting, task, CancellationToken.None));
        tasks.MapStep("/{task}/draw", "tasks.prepareDraw", On(TaskSteps.Prepare) with { Begins = "draw/", NeedsProof = true }, (string task, PrepareDrawBody body, ApiCall call, DrawWorkflow workflow) =>
            workflow.PrepareAsync(call.Acting, [.. body.With.Prepend(task).Select(one => new TaskToDraw(one, NewKey()))], body.Hash ?? Sha256.Instance.Name, CancellationToken.None));
        tasks.MapTrial("/{task}/match/preview", "tasks.previewMatch", new("试算人员匹配", "Try a match"), PreviewMatchAsync, Role.DrawingOperator, Role.AuthorityHead, Role.Drafter, Role.DirectoryKeeper, Role.Supervisor)
            .Produces<MatchPreviewResource>();
        tasks.MapStep("/{task}/match", "tasks.prepareMatch", On(MatchSteps.Prepare) with { Begins = "match/", NeedsProof = true }, (string task, PrepareMatchBody body, ApiCall call, MatchWorkflow workflow) =>
            workflow.PrepareAsync(call.Acting, task, body.Request(), body.Hash ?? Sha256.Instance.Name, CancellationToken.None));
        tasks.MapRead("/{task}/drawn-list", "tasks.readDrawnList", new("抽中名单与递补", "The drawn list and its changes"), ReadListAsync, Role.Drafter, Role.DrawingOperator, Role.AuthorityHead, Role.Inspector, Role.ResultAuditor, Role.Supervisor)
            .Produces<DrawnListResource>();
        tasks.MapStep("/{task}/drawn-list/gone", "tasks.replaceGone", OnList(ListSteps.ReplaceGone), (string task, UnitBody body, ApiCall call, ReplacementWorkflow workflow) =>
            workflow.ReplaceGoneAsync(call.Acting, task, body.Unit, CancellationToken.None));
        tasks.MapStep("/{task}/drawn-list/proposals", "tasks.proposeReplacement", OnList(ListSteps.Propose), (string task, ProposeReplacementBody body, ApiCall call, ReplacementWorkflow workflow) =>
            workflow.ProposeAsync(call.Acting, task, body.Unit, [.. body.Attempts.Select(one => one.Attempt())], CancellationToken.None));
        tasks.MapStep("/{task}/drawn-list/proposals/{number:int}/approve", "tasks.approveReplacement", OnList(ListSteps.Approve), (string task, int number, ApiCall call, ReplacementWorkflow workflow) =>
            workflow.ApproveAsync(call.Acting, task, number, CancellationToken.None));
        tasks.MapStep("/{task}/drawn-list/proposals/{number:int}/decline", "tasks.declineReplacement", OnList(ListSteps.Decline), (string task, int number, ReasonBody body, ApiCall call, ReplacementWorkflow workflow) =>
            workflow.DeclineAsync(call.Acting, task, number, body.Reason, CancellationToken.None));
        tasks.MapStep("/{task}/drawn-list/staff", "tasks.staffReplacements", OnList(ListSteps.Staff), (string task, ApiCall call, ReplacementWorkflow workflow) =>
            workflow.StaffAsync(call.Acting, task, CancellationToken.None));
        tasks.MapStep("/{task}/supplement", "tasks.prepareSupplement", OnList(TaskSteps.PrepareSupplement) with { Begins = "draw/" }, (string task, ApiCall call, DrawWorkflow workflow) =>
            workflow.PrepareSupplementAsync(call.Acting, task, NewKey(), CancellationToken.None));
    }

    private static StepOperation On(WorkStep step) => new(step) { Stream = "task/{task}" };

    private static StepOperation OnList(WorkStep step) => new(step) { Stream = "list/{task}" };

    private static ChoiceKind KindOf(string kind) => ApiCall.Named<ChoiceKind>("kind", kind) ?? throw ApiCall.NothingHere();

    private static FrameKey NewKey() => FrameKey.Of(RandomNumberGenerator.GetBytes(32));

    private static async Task<IResult> ListAsync(string? after, int? limit, ApiCall call) =>
        TypedResults.Ok(await ApiPage.OfAsync<TaskView, TaskRow>(call, new AllTasks(), after, limit, TaskRow.Of));

    private static Task<IResult> ReadAsync(string task, ApiCall call, TaskWorkflow workflow) => call.WithTagAsync($"task/{task}", async () =>
    {
        (InspectionTask found, TaskView row) = await workflow.FindAsync(task, call.Cancellation);
        return TaskResource.Of(found, row);
    });

    private static async Task<IResult> PreviewAsync(string task, DesignBody body, ApiCall call, TaskWorkflow workflow) => TypedResults.Ok(PreviewResource.Of(
        await workflow.PreviewAsync(task, call.Now, body.Criteria.Criteria(), body.Stratification, body.Document().Design, body.Resting?.Rules(), call.Cancellation)));

    private static async Task<IResult> PreviewMatchAsync(string task, PrepareMatchBody body, ApiCall call, TaskWorkflow workflow, MatchWorkflow matches)
    {
        (_, TaskView row) = await workflow.FindAsync(task, call.Cancellation);
        return MatchSeal.MayReadBehind(call.Reader, row.DepartmentId)
            ? TypedResults.Ok(MatchPreviewResource.Of(await matches.PreviewAsync(task, body.Request(), call.Cancellation)))
            : throw ApiCall.NothingHere();
    }

    private static Task<IResult> ReadListAsync(string task, ApiCall call, DrawWorkflow draws) => call.WithTagAsync($"list/{task}", async () =>
    {
        TaskView row = ApiCall.Found(await call.Views.FindAsync<TaskView>(task, call.Cancellation));
        return DrawnListPage.Opens(call.Reader, row.DepartmentId) && await draws.FindListAsync(task, call.Cancellation) is { } list
            ? DrawnListResource.Of(list)
            : throw ApiCall.NothingHere();
    });
}
