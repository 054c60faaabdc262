using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace RandomInspection.Web.Api;

/// <summary>Maps the API, its description and its page.</summary>
internal static class ApiEndpoints
{
    public static void MapApi(this IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder api = endpoints.MapGroup(ApiPaths.Root);
        api.MapPlanApi();
        api.MapTaskApi();
        api.MapCeremonyApi();
        api.MapVisitApi();
        api.MapDisclosureApi();
        api.MapCatalogueApi();
        api.MapDirectoryApi();
        api.MapCreditApi();
        api.MapLedgerApi();
        api.MapCalendarApi();
        api.MapSupervisionApi();
        endpoints.MapOpenApi("/openapi/{documentName}.json");
        endpoints.MapApiReference();
    }
}
