using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RandomInspection.Catalogue;
using RandomInspection.Planning;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Api;

/// <summary>Item catalogues: what may be inspected, and how a version comes about.</summary>
internal static class CatalogueApi
{
    public static void MapCatalogueApi(this RouteGroupBuilder api)
    {
        RouteGroupBuilder catalogues = api.MapGroup("/catalogues").WithTags("catalogues");
        catalogues.MapRead("/items", "catalogues.items", new("现行随机抽查事项", "Items in force"), ItemsAsync).Produces<ApiPage<ItemResource>>();
        catalogues.MapRead("/{department}", "catalogues.read", new("一个部门的清单", "One department's catalogue"), ReadAsync).Produces<CatalogueResource>();
        catalogues.MapStep("/{department}/begin", "catalogues.begin", On(CatalogueSteps.Begin), (string department, ReasonBody body, ApiCall call, CatalogueWorkflow workflow) =>
            workflow.BeginAsync(call.Acting, department, body.Reason, CancellationToken.None));
        catalogues.MapStep("/{department}/items", "catalogues.addItem", On(CatalogueSteps.AddItem), (string department, ItemBody body, ApiCall call, CatalogueWorkflow workflow) =>
            workflow.AddAsync(call.Acting, department, body.Item(department), CancellationToken.None));
        catalogues.MapStep("/{department}/items/revise", "catalogues.reviseItem", On(CatalogueSteps.ReviseItem), (string department, ItemBody body, ApiCall call, CatalogueWorkflow workflow) =>
            workflow.ReviseAsync(call.Acting, department, body.Item(department), CancellationToken.None));
        catalogues.MapStep("/{department}/items/{item}/remove", "catalogues.removeItem", On(CatalogueSteps.RemoveItem), (string department, string item, ApiCall call, CatalogueWorkflow workflow) =>
            workflow.RemoveAsync(call.Acting, department, item, CancellationToken.None));
        catalogues.MapStep("/{department}/submit", "catalogues.submit", On(CatalogueSteps.Submit), (string department, ApiCall call, CatalogueWorkflow workflow) =>
            workflow.SubmitAsync(call.Acting, department, CancellationToken.None));
        catalogues.MapStep("/{department}/take-back", "catalogues.takeBack", On(CatalogueSteps.TakeBack), (string department, ReasonBody body, ApiCall call, CatalogueWorkflow workflow) =>
            workflow.TakeBackAsync(call.Acting, department, body.Reason, CancellationToken.None));
        catalogues.MapStep("/{department}/review", "catalogues.review", On(CatalogueSteps.Review), (string department, ReasonBody body, ApiCall call, CatalogueWorkflow workflow) =>
            workflow.ReviewAsync(call.Acting, department, body.Reason, CancellationToken.None));
        catalogues.MapStep("/{department}/return", "catalogues.sendBack", On(CatalogueSteps.Return), (string department, ReasonBody body, ApiCall call, CatalogueWorkflow workflow) =>
            workflow.ReturnAsync(call.Acting, department, body.Reason, CancellationToken.None));
        catalogues.MapStep("/{department}/report", "catalogues.report", On(CatalogueSteps.Report), (string department, ApiCall call, CatalogueWorkflow workflow) =>
            workflow.ReportAsync(call.Acting, department, CancellationToken.None));
        catalogues.MapStep("/{department}/publish", "catalogues.publish", On(CatalogueSteps.Publish), (string department, PublishCatalogueBody body, ApiCall call, CatalogueWorkflow workflow) =>
            workflow.PublishAsync(call.Acting, department, body.EffectiveFrom, body.Channel, CancellationToken.None));
        catalogues.MapStep("/{department}/changes", "catalogues.noteChange", On(CatalogueSteps.NoteChange), (string department, BasisChangeBody body, ApiCall call, CatalogueWorkflow workflow) =>
            workflow.NoteChangeAsync(call.Acting, department, body.Law, body.ChangedOn, body.Items, CancellationToken.None));
        catalogues.MapStep("/{department}/changes/for-department", "catalogues.noteChangeOf", On(CatalogueSteps.NoteChangeOf), (string department, BasisChangeBody body, ApiCall call, CatalogueWorkflow workflow) =>
            workflow.NoteChangeOfAsync(call.Acting, department, body.Law, body.ChangedOn, body.Items, CancellationToken.None));
    }

    private static StepOperation On(WorkStep step) => new(step) { Stream = "catalogue/{department}" };

    private static async Task<IResult> ItemsAsync(ApiCall call, IItemCatalogue catalogue) =>
        TypedResults.Ok(new ApiPage<ItemResource>([.. (await catalogue.ReadAsync(Tongue.DayOf(call.Now), call.Cancellation)).Items.Select(ItemResource.Of)], null));

    private static Task<IResult> ReadAsync(string department, ApiCall call, CatalogueWorkflow workflow, IStaff staff) => call.WithTagAsync($"catalogue/{department}", async () =>
    {
        ItemCatalogue found = await workflow.FindAsync(department, call.Cancellation);
        return staff.FindDepartment(department) is null || (found.Latest is null && call.Reader is null) ? throw ApiCall.NothingHere() : CatalogueResource.Of(found, call.Reader);
    });
}
