using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RandomInspection.Inspections;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Visits;

/// <summary>The evidence of a visit, for its department and for supervisors: always as a download, never shown in the page.</summary>
internal static class EvidenceEndpoints
{
    public static void MapEvidence(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/visits/{visit}/evidence/{digest}", EvidenceAsync)
        .WithMetadata(new RequireRoleAttribute(Role.Inspector, Role.ResultAuditor, Role.AuthorityHead, Role.Supervisor));

    private static async Task<IResult> EvidenceAsync(string visit, string digest, VisitWorkflow visits, CurrentPerson current, HttpContext http, CancellationToken cancellation)
    {
        try
        {
            Visit found = await visits.FindAsync(visit, cancellation);
            bool may = current.Person is { } person && (person.DepartmentId == found.Team.DepartmentId || current.Has(Role.Supervisor));
            if (!may)
            {
                http.Features.Set(new AttemptMark(StepRefusals.OtherDepartment.Code));
            }

            return may && await visits.FindEvidenceAsync(visit, digest, cancellation) is var (file, bytes)
                ? Results.File(bytes, file.MediaType, file.Name)
                : Results.NotFound();
        }
        catch (InputRefusedException)
        {
            return Results.NotFound();
        }
    }
}
