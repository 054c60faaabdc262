using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;
using RandomInspection.Calendars;
using RandomInspection.Disclosure;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Tabular;
using RandomInspection.Web.Publicity;
using RandomInspection.Web.Shared;
using RandomInspection.Web.Visits;

namespace RandomInspection.Web.Api;

/// <summary>Duties to publish, what is published, and results as open data.</summary>
internal static class DisclosureApi
{
    private static readonly Role[] Readers = [Role.Publisher, Role.Supervisor, Role.Drafter, Role.DrawingOperator, Role.AuthorityHead, Role.Administrator];

    public static void MapDisclosureApi(this RouteGroupBuilder api)
    {
        RouteGroupBuilder duties = api.MapGroup("/duties").WithTags("duties");
        duties.MapRead("", "duties.list", new("公示义务", "Duties to publish"), ListAsync, Readers).Produces<ApiPage<DutyRow>>();
        duties.MapRead("/{duty}", "duties.read", new("一项公示义务", "One duty to publish"), ReadAsync, Readers).Produces<DutyRow>();
        duties.MapStep("/{duty}/publish", "duties.publish", On(DisclosureSteps.Publish), (string duty, ChannelsBody body, ApiCall call, DisclosureWorkflow workflow) =>
            workflow.PublishAsync(call.Acting, [duty], body.Channels, CancellationToken.None));
        duties.MapStep("/{duty}/propose-exemption", "duties.proposeExemption", On(DisclosureSteps.ProposeExemption), (string duty, ExemptionBody body, ApiCall call, DisclosureWorkflow workflow) =>
            workflow.ProposeExemptionAsync(call.Acting, duty, body.Ground, body.Reason, CancellationToken.None));
        duties.MapStep("/{duty}/decide-exemption", "duties.decideExemption", On(DisclosureSteps.DecideExemption), (string duty, DecideExemptionBody body, ApiCall call, DisclosureWorkflow workflow) =>
            workflow.DecideExemptionAsync(call.Acting, duty, body.Decision, body.Reason, CancellationToken.None));
        duties.MapStep("/{duty}/correct", "duties.correct", On(DisclosureSteps.Correct), (string duty, ReasonBody body, ApiCall call, DisclosureWorkflow workflow) =>
            workflow.CorrectAsync(call.Acting, duty, body.Reason, CancellationToken.None));
        duties.MapStep("/{duty}/order-withdrawal", "duties.orderWithdrawal", On(DisclosureSteps.OrderWithdrawal), (string duty, WithdrawalBody body, ApiCall call, DisclosureWorkflow workflow) =>
            workflow.OrderWithdrawalAsync(call.Acting, duty, body.Ground, body.Reason, CancellationToken.None));
        duties.MapStep("/{duty}/take-down", "duties.takeDown", On(DisclosureSteps.TakeDown), (string duty, ApiCall call, DisclosureWorkflow workflow) =>
            workflow.TakeDownAsync(call.Acting, duty, CancellationToken.None));
        duties.MapStep("/{duty}/defer", "duties.defer", On(DisclosureSteps.Defer), (string duty, ReasonBody body, ApiCall call, EmbargoWorkflow workflow) =>
            workflow.DeferAsync(call.Acting, duty, body.Reason, CancellationToken.None));
        api.MapGroup("/embargoes").WithTags("duties").MapStep("/{plan}/end", "duties.endEmbargo", new(DisclosureSteps.EndEmbargo) { Stream = "embargo/{plan}" }, (string plan, ReasonBody body, ApiCall call, EmbargoWorkflow workflow) =>
            workflow.EndNowAsync(call.Acting, plan, body.Reason, CancellationToken.None));

        RouteGroupBuilder results = api.MapGroup("/results").WithTags("results");
        results.MapRead("", "results.list", new("公示的检查结果", "Published results"), ListResultsAsync).Produces<ApiPage<ResultResource>>();
        results.MapRead("/export.ndjson", "results.exportLines", new("全部公示结果，逐行 JSON", "All published results, a JSON document a line"), ExportLines).Produces<string>(StatusCodes.Status200OK, "application/x-ndjson");
        results.MapRead("/export.csv", "results.exportCsv", new("全部公示结果，CSV", "All published results as CSV"), ExportCsv).Produces<string>(StatusCodes.Status200OK, "text/csv");
    }

    private static StepOperation On(WorkStep step) => new(step) { Stream = "disclosure/{duty}" };

    private static async Task<IResult> ListAsync(bool? open, string? after, int? limit, ApiCall call, CalendarInUse calendars)
    {
        (WorkingDayCalendar calendar, _) = await calendars.ReadAsync(call.Cancellation);
        LocalDate today = Tongue.DayOf(call.Now);
        return TypedResults.Ok(await ApiPage.OfAsync<ObligationView, DutyRow>(call, open == true ? new OpenObligations() : new AllObligations(), after, limit, row => DutyRow.Of(row, today, calendar)));
    }

    private static Task<IResult> ReadAsync(string duty, ApiCall call, CalendarInUse calendars) => call.WithTagAsync($"disclosure/{duty}", async () =>
    {
        (WorkingDayCalendar calendar, _) = await calendars.ReadAsync(call.Cancellation);
        return DutyRow.Of(ApiCall.Found(await call.Views.FindAsync<ObligationView>(duty, call.Cancellation)), Tongue.DayOf(call.Now), calendar);
    });

    private static async Task<IResult> ListResultsAsync(string? q, string? after, ApiCall call, RedactionPolicy policy)
    {
        string text = (q ?? "").Trim();
        int page = after is null ? 1 : int.TryParse(ApiPage.CursorOf(after), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0
            ? number : throw ApiRefusals.MalformedCursor.Refuse(("name", "after"), ("value", "…"));
        ResultQuery found = await ResultQuery.ReadAsync(call.Views, text, page.ToString(CultureInfo.InvariantCulture), call.Cancellation);
        bool more = found.Page * ResultQuery.PageSize < found.Total && found.Page == page;
        return TypedResults.Ok(ApiPage.Link(
            call,
            found.Page == page ? [.. found.Rows.Select(row => ResultResource.Of(row.Duty, row.Visit, policy))] : ImmutableArray<ResultResource>.Empty,
            more ? ApiPage.CursorTo((page + 1).ToString(CultureInfo.InvariantCulture)) : null));
    }

    private static IResult ExportLines(ApiCall call, RedactionPolicy policy) => Results.Stream(
        async destination =>
        {
            await foreach (ResultResource result in AllAsync(call, policy))
            {
                await JsonSerializer.SerializeAsync(destination, result, ApiJson.Options, call.Cancellation);
                await destination.WriteAsync("\n"u8.ToArray(), call.Cancellation);
            }
        },
        "application/x-ndjson", "results.ndjson");

    private static IResult ExportCsv(ApiCall call, RedactionPolicy policy) => Results.Stream(
        async destination =>
        {
            await using CsvExport csv = await CsvExport.BeginAsync(destination, ["visit", "task", "department", "uniscid", "name", "conclusion", "concludedOn", "publishedAt"], cancellationToken: call.Cancellation);
            await foreach (ResultResource one in AllAsync(call, policy))
            {
                await csv.WriteRowAsync(
                    [one.Visit, one.TaskId, one.DepartmentId, one.SubjectCode, one.SubjectName ?? "", one.Conclusion?.ToString() ?? "", one.ConcludedOn is { } on ? LocalDatePattern.Iso.Format(on) : "", InstantPattern.General.Format(one.PublishedAt)],
                    call.Cancellation);
            }
        },
        "text/csv; charset=utf-8", "results.csv");

    /// <summary>All published results, a page of rows in memory at a time.</summary>
    private static async IAsyncEnumerable<ResultResource> AllAsync(ApiCall call, RedactionPolicy policy)
    {
        for (int page = 1; ; page++)
        {
            ResultQuery found = await ResultQuery.ReadAsync(call.Views, "", page.ToString(CultureInfo.InvariantCulture), call.Cancellation);
            foreach ((ObligationView duty, VisitView visit) in found.Page == page ? found.Rows : [])
            {
                yield return ResultResource.Of(duty, visit, policy);
            }

            if (page * ResultQuery.PageSize >= found.Total)
            {
                yield break;
            }
        }
    }
}
