using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RandomInspection.Credit;
using RandomInspection.Disclosure;
using RandomInspection.Web.Credit;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Api;

/// <summary>Dishonesty lists: the public list, and the desk on which an entry comes about, is appealed and leaves.</summary>
internal static class CreditApi
{
    private static readonly Role[] Readers = [Role.Inspector, Role.AuthorityHead, Role.ResultAuditor, Role.Publisher, Role.Supervisor];

    public static void MapCreditApi(this RouteGroupBuilder api)
    {
        RouteGroupBuilder list = api.MapGroup("/dishonesty").WithTags("dishonesty");
        list.MapRead("", "dishonesty.list", new("违法失信名单", "The dishonesty list"), PublicAsync).Produces<ApiPage<ListingResource>>();
        list.MapRead("/desk", "dishonesty.desk", new("列入办理", "The desk"), DeskAsync, Readers).Produces<ApiPage<ListingResource>>();
        list.MapStep("/desk", "dishonesty.propose", new(DishonestySteps.Propose) { Begins = "dishonesty/" }, (ProposeListingBody body, ApiCall call, DishonestyWorkflow workflow) =>
            workflow.ProposeAsync(call.Acting, body.SubjectCode, body.Facts, body.Grounds, body.Penalty, CancellationToken.None));
        list.MapStep("/desk/{entry}/tell", "dishonesty.tell", On(DishonestySteps.Tell), (string entry, ServiceBody body, ApiCall call, DishonestyWorkflow workflow) =>
            workflow.TellAsync(call.Acting, entry, body.Service(), CancellationToken.None));
        list.MapStep("/desk/{entry}/hear", "dishonesty.hear", On(DishonestySteps.Hear), (string entry, HearingBody body, ApiCall call, DishonestyWorkflow workflow) =>
            workflow.HearAsync(call.Acting, entry, body.On, body.Statement, body.Reply, CancellationToken.None));
        list.MapStep("/desk/{entry}/waive", "dishonesty.waive", On(DishonestySteps.Waive), (string entry, DayBody body, ApiCall call, DishonestyWorkflow workflow) =>
            workflow.WaiveAsync(call.Acting, entry, body.On, CancellationToken.None));
        list.MapStep("/desk/{entry}/list", "dishonesty.enlist", On(DishonestySteps.List), (string entry, ListingBody body, ApiCall call, DishonestyWorkflow workflow) =>
            workflow.ListAsync(call.Acting, entry, body.Document, body.Reason, body.Consent, body.RestrictedUntil, CancellationToken.None));
        list.MapStep("/desk/{entry}/decline", "dishonesty.decline", On(DishonestySteps.Decline), (string entry, ReasonBody body, ApiCall call, DishonestyWorkflow workflow) =>
            workflow.DeclineAsync(call.Acting, entry, body.Reason, CancellationToken.None));
        list.MapStep("/desk/{entry}/appeals", "dishonesty.appeal", On(DishonestySteps.Appeal), (string entry, AppealBody body, ApiCall call, DishonestyWorkflow workflow) =>
            workflow.AppealAsync(call.Acting, entry, body.Kind, body.Body, body.On, CancellationToken.None));
        list.MapStep("/desk/{entry}/appeals/decide", "dishonesty.decideAppeal", On(DishonestySteps.DecideAppeal), (string entry, DecideAppealBody body, ApiCall call, DishonestyWorkflow workflow) =>
            workflow.DecideAppealAsync(call.Acting, entry, body.Outcome, body.Document, body.Reason, body.On, CancellationToken.None));
        list.MapStep("/desk/{entry}/exit", "dishonesty.requestExit", On(DishonestySteps.RequestExit), (string entry, ExitBody body, ApiCall call, DishonestyWorkflow workflow) =>
            workflow.RequestExitAsync(call.Acting, entry, body.Ground, body.Reason, CancellationToken.None));
        list.MapStep("/desk/{entry}/exit/decide", "dishonesty.decideExit", On(DishonestySteps.DecideExit), (string entry, DecideExitBody body, ApiCall call, DishonestyWorkflow workflow) =>
            workflow.DecideExitAsync(call.Acting, entry, body.Decision, body.Reason, CancellationToken.None));
        list.MapRead("/desk/{entry}", "dishonesty.read", new("一条列入事项", "One entry"), ReadAsync, Readers).Produces<ListingResource>();
    }

    private static StepOperation On(WorkStep step) => new(step) { Stream = "dishonesty/{entry}" };

    private static async Task<IResult> PublicAsync(string? q, ApiCall call, RedactionPolicy policy)
    {
        string text = (q ?? "").Trim();
        return TypedResults.Ok(new ApiPage<ListingResource>(
            [.. (await PublishedListings.StandingAsync(call.Views, Tongue.DayOf(call.Now), text[..Math.Min(text.Length, 100)], call.Cancellation))
                .Select(entry => ListingResource.Of(entry) with { SubjectName = policy.Apply("subject.name", entry.SubjectName) })], null));
    }

    private static async Task<IResult> DeskAsync(string? after, int? limit, ApiCall call) => TypedResults.Ok(await ApiPage.OfAsync<DishonestyView, ListingResource>(
        call, new DishonestyOfDepartment(call.Has(Role.Supervisor) ? null : call.Person.DepartmentId), after, limit, ListingResource.Of));

    private static Task<IResult> ReadAsync(string entry, ApiCall call) => call.WithTagAsync($"dishonesty/{entry}", async () =>
    {
        DishonestyView found = ApiCall.Found(await call.Views.FindAsync<DishonestyView>(entry, call.Cancellation));
        return found.DepartmentId == call.Person.DepartmentId || call.Has(Role.Supervisor) ? ListingResource.Of(found) : throw call.NotOurs();
    });
}
