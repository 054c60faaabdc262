using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RandomInspection.Tabular;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Directories;

/// <summary>The pages of the directories: what they need, and the endpoints beside them.</summary>
internal static class DirectoryPages
{
    /// <summary>Adds what the pages need. A host that keeps another city's directory registers its own <see cref="SubjectRules"/>.</summary>
    public static void AddDirectories(this IServiceCollection services)
    {
        services.TryAddSingleton(SubjectRules.Shenyang);
        services.AddSingleton<ImportJobs>();
        services.AddHostedService(provider => provider.GetRequiredService<ImportJobs>());
        services.AddSingleton<ImportFiles>();
        services.AddSingleton<SubjectImports>();
        services.AddSingleton<InspectorImports>();
        services.AddHostedService<UploadSweep>();
        services.AddHostedService<DueChanges>();
    }

    public static void MapDirectories(this IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder keepers = endpoints.MapGroup("/directories").RequireAuthorization(new RequireRoleAttribute(Role.DirectoryKeeper));
        keepers.MapGet("/import/jobs/{id}/events", JobEvents.Follow).AddEndpointFilter(EventStreams.LimitAsync);
        keepers.MapGet("/import/{digest}/findings.csv", FindingsFile.OfSubjectsAsync);
        keepers.MapGet("/inspectors/import/{digest}/findings.csv", FindingsFile.OfInspectorsAsync);
        keepers.MapGet("/inspectors/template.csv", InspectorsFile.SendTemplate);
        endpoints.MapGet("/directories/inspectors/inspectors.csv", InspectorsFile.Send)
            .RequireAuthorization(new RequireRoleAttribute(Role.DirectoryKeeper, Role.Drafter, Role.DrawingOperator, Role.Supervisor));
    }
}
