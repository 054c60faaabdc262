using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;
using RandomInspection.Catalogue;
using RandomInspection.Disclosure;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.Web.Shared;
using RandomInspection.Web.Visits;

namespace RandomInspection.Web.Publicity;

/// <summary>Published results for machines, a page at a time, in the fields of the national publicity record.</summary>
internal static class ResultEndpoints
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static void MapResults(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/results.json", ResultsAsync).WithMetadata(new KeptForEverybodyAttribute());

    private static async Task<IResult> ResultsAsync(
        string? q, string? page, ReaderViews views, VisitWorkflow visits, PlanWorkflow plans, TaskWorkflow tasks, IStaff staff, IItemCatalogue catalogue, IClock clock, RedactionPolicy policy, CancellationToken cancellation)
    {
        PublishedItems published = await catalogue.ReadAsync(Tongue.DayOf(clock.GetCurrentInstant()), cancellation);
        ResultQuery found = await ResultQuery.ReadAsync(views, q, page, cancellation);
        Dictionary<string, (string Plan, string PlanTitle, string Title, string Type)> known = new(StringComparer.Ordinal);
        List<object> results = [];
        foreach ((ObligationView duty, VisitView row) in found.Rows)
        {
            Visit visit = await visits.FindAsync(row.Key, cancellation);
            if (!known.TryGetValue(row.TaskId, out (string Plan, string PlanTitle, string Title, string Type) task))
            {
                (InspectionTask design, TaskView view) = await tasks.FindAsync(row.TaskId, cancellation);
                AnnualPlan plan = await plans.FindAsync(view.PlanId, cancellation);
                bool aimed = design.Design?.Criteria is { IsEverything: false };
                known[row.TaskId] = task = (plan.Id, plan.Draft.Title, view.Title, aimed ? "定向" : "不定向");
            }

            results.Add(new
            {
                id = row.Key,
                uniscid = row.SubjectCode,
                entName = policy.Apply("subject.name", row.SubjectName),
                raninsPlanId = task.Plan,
                raninsPlaneName = task.PlanTitle, // so spelt in the national record
                raninsTaskId = row.TaskId,
                raninsTaskName = task.Title,
                raninsTypeName = task.Type,
                insAuth = staff.FindDepartment(row.DepartmentId)?.Name(Language.Chinese) ?? row.DepartmentId,
                insDate = LocalDatePattern.Iso.Format(visit.BegunOn!.Value),
                conclusion = row.Conclusion?.ToString(),
                draw = visit.Plan.Draw,
                publishedAt = InstantPattern.General.Format(duty.PublishedAt!.Value),
                details = visit.Plan.Items.Select((item, index) => new
                {
                    seqno = index + 1,
                    raninsItemName = published.Known(item)?.ChineseTitle ?? item,
                    raninsCheckResName = VisitText.Standard(visit.Results[item].Result),
                }),
            });
        }

        return Results.Json(
            new { query = found.Text, page = found.Page, pageSize = ResultQuery.PageSize, total = found.Total, results }, Readable);
    }
}
