using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using RandomInspection.Drawing;
using RandomInspection.Planning;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Draws;

/// <summary>Who reads what a draw or a match rests on: supervisors, and the result auditors of a department whose matter it is.</summary>
internal static class AuditorReaders
{
    /// <summary>Whether somebody reads frame, key, classes and auditor's record.</summary>
    /// <param name="reader">Who reads; <see langword="null"/> for the public.</param>
    /// <param name="ceremony">A draw's or a match's.</param>
    public static bool Has(Person? reader, DrawCeremony ceremony) => reader is not null
        && (reader.Roles.Contains(Role.Supervisor) || (reader.Roles.Contains(Role.ResultAuditor) && IsOf(reader.DepartmentId, ceremony.Preparation)));

    /// <summary>Answers everybody else as if there were no such draw.</summary>
    public static async ValueTask<object?> OnlyAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        string ceremony = (string)(http.GetRouteValue("draw") ?? http.GetRouteValue("match"))!;
        Person? reader = http.RequestServices.GetRequiredService<CurrentPerson>().Person;
        DrawWorkflow draws = http.RequestServices.GetRequiredService<DrawWorkflow>();
        return await DrawEndpoints.Found(async () => Has(reader, await draws.FindAsync(ceremony, http.RequestAborted)) ? Results.Empty : Results.NotFound()) is IStatusCodeHttpResult refused
            ? refused
            : await next(context);
    }

    private static bool IsOf(string departmentId, CeremonyEvent.Prepared preparation) =>
        preparation.DepartmentId == departmentId || preparation.Tasks.Any(task => task.DepartmentId == departmentId);
}
