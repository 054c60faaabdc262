using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;
using RandomInspection.Catalogue;
using RandomInspection.Disclosure;
using RandomInspection.Exchange;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Publicity;

/// <summary>Published results for machines, a page at a time, in the fields of the national publicity record, as they go to partners.</summary>
internal static class ResultEndpoints
{
    public static void MapResults(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/results.json", ResultsAsync).WithMetadata(new KeptForEverybodyAttribute());

    private static async Task<IResult> ResultsAsync(
        string? q, string? page, ReaderViews views, VisitWorkflow visits, PlanWorkflow plans, TaskWorkflow tasks, IStaff staff, IItemCatalogue catalogue, RedactionPolicy policy, CancellationToken cancellation)
    {
        ResultQuery found = await ResultQuery.ReadAsync(views, q, page, cancellation);
        Dictionary<string, (InspectionTask Task, AnnualPlan Plan, string Title)> known = new(StringComparer.Ordinal);
        Dictionary<LocalDate, PublishedItems> items = [];
        using MemoryStream text = new();
        await using (Utf8JsonWriter json = new(text, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("query", found.Text);
            json.WriteNumber("page", found.Page);
            json.WriteNumber("pageSize", ResultQuery.PageSize);
            json.WriteNumber("total", found.Total);
            json.WriteStartArray("results");
            foreach ((ObligationView duty, VisitView row) in found.Rows)
            {
                Visit visit = await visits.FindAsync(row.Key, cancellation);
                if (!known.TryGetValue(row.TaskId, out (InspectionTask Task, AnnualPlan Plan, string Title) task))
                {
                    (InspectionTask design, TaskView view) = await tasks.FindAsync(row.TaskId, cancellation);
                    known[row.TaskId] = task = (design, await plans.FindAsync(view.PlanId, cancellation), view.Title);
                }

                LocalDate day = visit.BegunOn!.Value;
                if (!items.TryGetValue(day, out PublishedItems? named))
                {
                    items[day] = named = await catalogue.ReadAsync(day, cancellation);
                }

                json.WriteStartObject();
                json.WriteString("id", row.Key);
                json.WriteString("uniscid", row.SubjectCode);
                json.WriteString("entName", policy.Apply("subject.name", row.SubjectName));
                NationalRecord.Of(visit, task.Task, task.Plan, task.Title, staff.FindDepartment(row.DepartmentId)?.Name(Language.Chinese) ?? row.DepartmentId, named).WriteMembers(json);
                json.WriteString("conclusion", row.Conclusion?.ToString());
                json.WriteString("draw", visit.Plan.Draw);
                json.WriteString("publishedAt", InstantPattern.General.Format(duty.PublishedAt!.Value));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Results.Text(text.ToArray(), "application/json; charset=utf-8");
    }
}
