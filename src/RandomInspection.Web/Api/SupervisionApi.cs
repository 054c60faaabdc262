using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using RandomInspection.Drawing;
using RandomInspection.Supervision;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Api;

/// <summary>Supervision: figures, alerts, the compliance report.</summary>
internal static class SupervisionApi
{
    public static void MapSupervisionApi(this RouteGroupBuilder api)
    {
        RouteGroupBuilder supervision = api.MapGroup("/supervision").WithTags("supervision");
        supervision.MapRead("/figures", "supervision.figures", new("监督指标", "Figures"), FiguresAsync, Role.Supervisor).Produces<FiguresResource>();
        supervision.MapRead("/alerts", "supervision.alerts", new("预警", "Alerts"), AlertsAsync, Role.Supervisor).Produces<ApiPage<AlertResource>>();
        supervision.MapRead("/compliance", "supervision.compliance", new("落实情况报告", "The compliance report"), ComplianceAsync, Role.Supervisor).Produces<ComplianceResource>();
    }

    private static async Task<IResult> FiguresAsync(string? department, string? from, string? to, ApiCall call, SupervisionReader reader, RateTable rates)
    {
        SupervisionRows rows = await reader.ReadAsync(call.Cancellation);
        return TypedResults.Ok(FiguresResource.Of(SupervisionFigures.Of(rows, Scope(department, from, to, call), rates, Tongue.DayOf(call.Now))));
    }

    private static async Task<IResult> AlertsAsync(string? department, string? from, string? to, ApiCall call, SupervisionReader reader, AlertRules rules)
    {
        SupervisionRows rows = await reader.ReadAsync(call.Cancellation);
        return TypedResults.Ok(new ApiPage<AlertResource>([.. SupervisionAlerts.Of(rows, Scope(department, from, to, call), rules, Tongue.DayOf(call.Now)).Select(AlertResource.Of)], null));
    }

    private static async Task<IResult> ComplianceAsync(ApiCall call, ComplianceAuditor auditor) =>
        TypedResults.Ok(ComplianceResource.Of(await auditor.AuditAsync(call.Now, call.Cancellation), call.Language));

    private static SupervisionScope Scope(string? department, string? from, string? to, ApiCall call)
    {
        SupervisionScope year = SupervisionScope.OfYear(Tongue.DayOf(call.Now).Year);
        (LocalDate first, LocalDate last) = (ApiCall.Day("from", from) ?? year.From, ApiCall.Day("to", to) ?? year.To);
        return last < first ? throw ApiRefusals.Malformed.Refuse(("where", "to")) : new SupervisionScope(string.IsNullOrEmpty(department) ? null : department, first, last);
    }
}
