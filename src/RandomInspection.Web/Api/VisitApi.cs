using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Api;

/// <summary>Visits: arrival, results, conclusion, audit, papers, evidence; and who is on a team.</summary>
internal static class VisitApi
{
    private static readonly Role[] Readers = [Role.Inspector, Role.ResultAuditor, Role.AuthorityHead, Role.DrawingOperator, Role.Drafter, Role.Publisher, Role.Supervisor];

    /// <summary>Evidence is 20 MiB at most, and a third more as base64.</summary>
    private const long EvidenceBytes = 28L << 20;

    public static void MapVisitApi(this RouteGroupBuilder api)
    {
        RouteGroupBuilder visits = api.MapGroup("/visits").WithTags("visits");
        visits.MapRead("", "visits.list", new("检查", "Visits"), ListAsync, Readers).WithMetadata(new NamedValue("status", typeof(VisitStatus))).Produces<ApiPage<VisitRow>>();
        visits.MapRead("/mine", "visits.mine", new("我的检查", "My visits"), MineAsync, Role.Inspector).Produces<ApiPage<VisitRow>>();
        visits.MapRead("/{visit}", "visits.read", new("一次检查", "One visit"), ReadAsync, Readers).Produces<VisitResource>();
        visits.MapRead("/{visit}/evidence/{digest}", "visits.evidence", new("一份证据", "A file of evidence"), EvidenceAsync, Role.Inspector, Role.ResultAuditor, Role.AuthorityHead, Role.Supervisor)
            .Produces<Stream>(StatusCodes.Status200OK, "application/octet-stream");
        visits.MapStep("/{visit}/arrive", "visits.arrive", On(VisitSteps.Arrive), (string visit, ArriveBody body, ApiCall call, VisitWorkflow workflow) =>
            workflow.ArriveAsync(call.Acting, visit, body.Separately, CancellationToken.None, body.Emergency));
        visits.MapStep("/{visit}/check-in", "visits.checkIn", On(VisitSteps.CheckIn), (string visit, CheckInBody body, ApiCall call, VisitWorkflow workflow) =>
            workflow.CheckInAsync(call.Acting, visit, body.Code, CancellationToken.None));
        visits.MapStep("/{visit}/check-in/party", "visits.checkInAsParty", On(VisitSteps.CheckInAsParty), CheckInAsPartyAsync);
        visits.MapStep("/{visit}/notice-ahead", "visits.sendNotice", On(VisitSteps.SendNotice), (string visit, NoticeAheadBody body, ApiCall call, VisitWorkflow workflow) =>
            workflow.SendNoticeAheadAsync(call.Acting, visit, body.Method, CancellationToken.None));
        visits.MapStep("/{visit}/results", "visits.enter", On(VisitSteps.Enter), (string visit, ResultsBody body, ApiCall call, VisitWorkflow workflow) =>
            workflow.EnterAsync(call.Acting, visit, body.Results.Select(one => (one.Item, one.Result, one.Note)), CancellationToken.None));
        visits.MapStep("/{visit}/results/all", "visits.enterAll", On(VisitSteps.EnterAll), (string visit, AllResultsBody body, ApiCall call, VisitWorkflow workflow) =>
            workflow.EnterAllAsync(call.Acting, visit, body.Result, body.Note, CancellationToken.None));
        visits.MapStep("/{visit}/conclude", "visits.conclude", On(VisitSteps.Conclude), (string visit, ApiCall call, VisitWorkflow workflow) =>
            workflow.ConcludeAsync(call.Acting, visit, CancellationToken.None));
        visits.MapStep("/{visit}/return", "visits.sendBack", On(VisitSteps.Return), (string visit, ReasonBody body, ApiCall call, VisitWorkflow workflow) =>
            workflow.ReturnAsync(call.Acting, visit, body.Reason, CancellationToken.None));
        visits.MapStep("/{visit}/audit", "visits.audit", On(VisitSteps.Audit), (string visit, ApiCall call, VisitWorkflow workflow) =>
            workflow.AuditAsync(call.Acting, visit, CancellationToken.None));
        visits.MapStep("/{visit}/serve", "visits.serve", On(VisitSteps.Serve), (string visit, ServiceBody body, ApiCall call, VisitWorkflow workflow) =>
            workflow.ServeAsync(call.Acting, visit, body.Service(), CancellationToken.None));
        visits.MapStep("/{visit}/measures", "visits.decide", On(VisitSteps.Decide), (string visit, MeasureBody body, ApiCall call, VisitWorkflow workflow) =>
            workflow.DecideAsync(call.Acting, visit, body.Kind, body.Text, body.LegalBasis, body.DecidedOn, CancellationToken.None));
        visits.MapStep("/approve", "visits.approve", new(VisitSteps.Approve), (ApproveVisitsBody body, ApiCall call, VisitWorkflow workflow) =>
            workflow.ApproveAsync(call.Acting, body.Visits, body.Reason, CancellationToken.None));
        visits.MapStep("/{visit}/evidence", "visits.keepEvidence", On(VisitSteps.KeepEvidence), (string visit, EvidenceBody body, ApiCall call, VisitWorkflow workflow) =>
            workflow.KeepEvidenceAsync(call.Acting, visit, body.Name, body.Content, CancellationToken.None)).WithMetadata(new BodyLimit(EvidenceBytes));
        visits.MapStep("/{visit}/objections", "visits.raiseObjection", On(VisitSteps.Object), (string visit, ObjectionBody body, ApiCall call, VisitWorkflow workflow) =>
            workflow.ObjectAsync(call.Acting, visit, body.Text, body.On, CancellationToken.None));
        visits.MapStep("/{visit}/objections/decide", "visits.decideObjection", On(VisitSteps.DecideObjection), (string visit, DecideObjectionBody body, ApiCall call, VisitWorkflow workflow) =>
            workflow.DecideObjectionAsync(call.Acting, visit, body.Decision, body.Reason, CancellationToken.None));
        visits.MapStep("/{visit}/correct", "visits.correct", On(VisitSteps.Correct), (string visit, ResultBody body, ApiCall call, VisitWorkflow workflow) =>
            workflow.CorrectAsync(call.Acting, visit, body.Item, body.Result, body.Note, CancellationToken.None));
        visits.MapStep("/{visit}/follow-ups", "visits.follow", On(VisitSteps.Follow), (string visit, FollowUpBody body, ApiCall call, VisitWorkflow workflow) =>
            workflow.FollowAsync(call.Acting, visit, body.Measure, body.DueOn, CancellationToken.None));
        visits.MapStep("/{visit}/rechecks", "visits.recheck", On(VisitSteps.Recheck), (string visit, RecheckBody body, ApiCall call, VisitWorkflow workflow) =>
            workflow.RecheckAsync(call.Acting, visit, body.Measure, body.Outcome, body.Note, CancellationToken.None));
        visits.MapStep("/{visit}/replace-officer", "visits.replaceOfficer", On(MatchSteps.Replace), (string visit, OfficerBody body, ApiCall call, MatchWorkflow workflow) =>
            workflow.ReplaceAsync(call.Acting, visit, body.Inspector, body.Reason, CancellationToken.None));
        visits.MapStep("/{visit}/assignment", "visits.proposeAssignment", On(MatchSteps.ProposeAssignment), (string visit, AssignBody body, ApiCall call, MatchWorkflow workflow) =>
            workflow.ProposeAssignmentAsync(call.Acting, visit, body.Case, body.Inspector, body.Reason, CancellationToken.None, body.InsteadOf));
        visits.MapStep("/{visit}/assignment/approve", "visits.assignOfficer", On(MatchSteps.Assign), (string visit, ApiCall call, MatchWorkflow workflow) =>
            workflow.AssignAsync(call.Acting, visit, CancellationToken.None));
        visits.MapStep("/{visit}/assignment/refuse", "visits.refuseAssignment", On(MatchSteps.RefuseAssignment), (string visit, ReasonBody body, ApiCall call, MatchWorkflow workflow) =>
            workflow.RefuseAssignmentAsync(call.Acting, visit, body.Reason, CancellationToken.None));

        RouteGroupBuilder recusals = api.MapGroup("/recusals").WithTags("recusals");
        recusals.MapRead("", "recusals.list", new("回避申请", "Requests for recusal"), ListRecusalsAsync, Role.Inspector, Role.DrawingOperator, Role.AuthorityHead, Role.ResultAuditor, Role.Supervisor)
            .Produces<ApiPage<RecusalRow>>();
        recusals.MapStep("", "recusals.askOwn", new(RecusalSteps.AskOwn) { Begins = "recusal/" }, (OwnRecusalBody body, ApiCall call, RecusalWorkflow workflow) =>
            workflow.AskAsync(call.Acting, call.Person.Id, body.SubjectCode, body.Reason, CancellationToken.None));
        recusals.MapStep("/for-party", "recusals.askForParty", new(RecusalSteps.AskForParty) { Begins = "recusal/" }, (PartyRecusalBody body, ApiCall call, RecusalWorkflow workflow) =>
            workflow.AskAsync(call.Acting, body.Inspector, body.SubjectCode, body.Reason, CancellationToken.None));
        recusals.MapStep("/{recusal}/decide", "recusals.decide", new(RecusalSteps.Decide) { Stream = "recusal/{recusal}" }, (string recusal, DecideRecusalBody body, ApiCall call, RecusalWorkflow workflow) =>
            workflow.DecideAsync(call.Acting, recusal, body.Decision, body.Reason, CancellationToken.None));
    }

    private static StepOperation On(WorkStep step) => new(step) { Stream = "visit/{visit}" };

    /// <summary>As on the page: an address that keeps trying wrong codes waits.</summary>
    private static async Task CheckInAsPartyAsync(string visit, CheckInBody body, ApiCall call, VisitWorkflow workflow, AttemptLimit limit)
    {
        string address = call.Http.Connection.RemoteIpAddress?.ToString() ?? "";
        if (!limit.MayTry(address, call.Now))
        {
            throw PaperRefusals.TooManyAttempts.Refuse(("minutes", AttemptLimit.Minutes));
        }

        try
        {
            await workflow.FindByCodeAsync(visit, body.Code, CancellationToken.None);
        }
        catch (InputRefusedException)
        {
            limit.Failed(address, call.Now);
            throw;
        }

        await workflow.CheckInAsPartyAsync(call.Acting, visit, body.Code, CancellationToken.None);
    }

    // Supervisors read everything; everybody else what their own department inspects.
    private static async Task<IResult> ListAsync(string? task, string? status, string? after, int? limit, ApiCall call) => TypedResults.Ok(await ApiPage.OfAsync<VisitView, VisitRow>(
        call, new VisitsWhere(call.Has(Role.Supervisor) ? null : call.Person.DepartmentId, string.IsNullOrEmpty(task) ? null : task, ApiCall.Named<VisitStatus>("status", status)), after, limit, VisitRow.Of));

    private static async Task<IResult> MineAsync(string? after, int? limit, ApiCall call)
    {
        string[] mine = [.. (await call.Views.QueryAllAsync(new SeatsOf(call.Person.Id), call.Cancellation)).Select(seat => seat.Visit)];
        return TypedResults.Ok(await ApiPage.OfAsync<VisitView, VisitRow>(call, new VisitsAmong(mine), after, limit, VisitRow.Of));
    }

    private static Task<IResult> ReadAsync(string visit, ApiCall call, VisitWorkflow workflow) => call.WithTagAsync($"visit/{visit}", async () =>
    {
        Visit found = await workflow.FindAsync(visit, call.Cancellation);
        return found.Team.DepartmentId == call.Person.DepartmentId || call.Has(Role.Supervisor) ? VisitResource.Of(found) : throw call.NotOurs();
    });

    private static async Task<IResult> EvidenceAsync(string visit, string digest, ApiCall call, VisitWorkflow workflow)
    {
        Visit found = await workflow.FindAsync(visit, call.Cancellation);
        if (found.Team.DepartmentId != call.Person.DepartmentId && !call.Has(Role.Supervisor))
        {
            throw call.NotOurs();
        }

        return await workflow.FindEvidenceAsync(visit, digest, call.Cancellation) is var (file, bytes)
            ? Results.File(bytes, "application/octet-stream", file.Name)
            : throw ApiCall.NothingHere();
    }

    private static async Task<IResult> ListRecusalsAsync(string? after, int? limit, ApiCall call)
    {
        (string me, string mine) = (call.Person.Id, call.Person.DepartmentId);
        Specification<RecusalView> shown = call.Has(Role.Supervisor) ? new Specification<RecusalView>(r => true, r => r.Key)
            : call.Has(Role.DrawingOperator, Role.AuthorityHead, Role.ResultAuditor) ? new RecusalsOfDepartment(mine)
            : new Specification<RecusalView>(r => r.Inspector == me, r => r.Key);
        return TypedResults.Ok(await ApiPage.OfAsync<RecusalView, RecusalRow>(call, shown, after, limit, RecusalRow.Of));
    }
}
