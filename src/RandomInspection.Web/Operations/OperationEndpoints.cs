using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using RandomInspection.Ledger;

namespace RandomInspection.Web.Operations;

/// <summary>What whoever operates the host asks it.</summary>
internal static class OperationEndpoints
{
    /// <summary>Says that the process lives.</summary>
    public const string Live = "/health/live";

    /// <summary>Says whether it can work: 200 or 503.</summary>
    public const string Ready = "/health/ready";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void AddOperations(this IServiceCollection services)
    {
        services.AddMetrics();
        services.AddSingleton<RandomInspectionTelemetry>();
        services.AddSingleton<ILedgerObserver>(provider => provider.GetRequiredService<RandomInspectionTelemetry>());
        services.AddHealthChecks()
            .AddCheck<StoreHealth>("store", timeout: Patience)
            .AddCheck<CalendarHealth>("calendar", timeout: Patience);
    }

    public static void MapOperations(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks(Live, new HealthCheckOptions { Predicate = static _ => false, ResponseWriter = WriteAsync });
        endpoints.MapHealthChecks(Ready, new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    // Names and states only: why something fails stands in the log, not on a page that anybody can read.
    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        checks = report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Status.ToString(), StringComparer.Ordinal),
    });
}
