using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RandomInspection.Tabular;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Directories;

/// <summary>The pages of the directory: what they need, and the endpoints beside them.</summary>
internal static class DirectoryPages
{
    /// <summary>Adds what the pages need. A host that keeps another city's directory registers its own <see cref="SubjectRules"/>.</summary>
    public static void AddDirectories(this IServiceCollection services)
    {
        services.TryAddSingleton(SubjectRules.Shenyang);
        services.AddSingleton<ImportJobs>();
        services.AddHostedService(provider => provider.GetRequiredService<ImportJobs>());
        services.AddSingleton<SubjectImports>();
        services.AddHostedService<UploadSweep>();
    }

    public static void MapDirectories(this IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder import = endpoints.MapGroup(SubjectSource.ImportHref).RequireAuthorization(new RequireRoleAttribute(Role.DirectoryKeeper));
        import.MapGet("/jobs/{id}/events", JobEvents.Follow);
        import.MapGet("/{digest}/findings.csv", FindingsFile.SendAsync);
    }
}
