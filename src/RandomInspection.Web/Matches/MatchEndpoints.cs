using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RandomInspection.Inspections;
using RandomInspection.Planning;
using RandomInspection.Web.Draws;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Matches;

/// <summary>A match's documents: for the public once every visit has ended, before that for auditors alone.</summary>
internal static class MatchEndpoints
{
    public static void MapMatches(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/matches/{draw}/opening.json", DrawEndpoints.OpeningAsync);
        endpoints.MapGet("/matches/{draw}/opening.sig.json", DrawEndpoints.OpeningSignatureAsync);
        endpoints.MapGet("/matches/{draw}/events", DrawEndpoints.EventsAsync).AddEndpointFilter(EventStreams.LimitAsync);
        endpoints.MapGet("/matches/{match}/record.json", RecordAsync);
        endpoints.MapGet("/matches/{match}/record.sig.json", RecordSignatureAsync);
        endpoints.MapGet("/matches/{match}/problem.json", ProblemAsync);
        endpoints.MapGet("/matches/{match}/result.json", ResultAsync);
        endpoints.MapGet("/matches/{match}/days.json", DaysAsync);
        RouteGroupBuilder auditors = endpoints.MapGroup("/matches/{match}/auditor")
            .WithMetadata(new RequireRoleAttribute(Role.Supervisor, Role.ResultAuditor)).AddEndpointFilter(AuditorReaders.OnlyAsync);
        auditors.MapGet("/record.json", AuditorRecordAsync);
        auditors.MapGet("/record.sig.json", AuditorSignatureAsync);
        auditors.MapGet("/problem.json", AuditorProblemAsync);
        auditors.MapGet("/result.json", AuditorResultAsync);
    }

    private static Task<IResult> RecordAsync(string match, MatchWorkflow matches, CancellationToken cancellation) =>
        Document(() => matches.PublicRecordAsync(match, cancellation));

    private static Task<IResult> RecordSignatureAsync(string match, MatchWorkflow matches, CancellationToken cancellation) =>
        Document(() => matches.PublicSignatureAsync(match, cancellation));

    private static Task<IResult> ProblemAsync(string match, MatchWorkflow matches, CancellationToken cancellation) =>
        Document(async () => await matches.ProblemFileAsync(match, MatchReader.Public, cancellation));

    private static Task<IResult> ResultAsync(string match, MatchWorkflow matches, CancellationToken cancellation) =>
        Document(() => matches.ResultFileAsync(match, MatchReader.Public, cancellation));

    private static Task<IResult> DaysAsync(string match, MatchWorkflow matches, CancellationToken cancellation) =>
        Document(() => matches.DaysFileAsync(match, MatchReader.Public, cancellation));

    private static Task<IResult> AuditorRecordAsync(string match, DrawWorkflow draws, CancellationToken cancellation) =>
        Document(() => draws.AuditorRecordAsync(match, cancellation));

    private static Task<IResult> AuditorSignatureAsync(string match, DrawWorkflow draws, CancellationToken cancellation) =>
        Document(() => draws.AuditorSignatureAsync(match, cancellation));

    private static Task<IResult> AuditorProblemAsync(string match, MatchWorkflow matches, CancellationToken cancellation) =>
        Document(async () => await matches.ProblemFileAsync(match, MatchReader.Staff, cancellation));

    private static Task<IResult> AuditorResultAsync(string match, MatchWorkflow matches, CancellationToken cancellation) =>
        Document(() => matches.ResultFileAsync(match, MatchReader.Staff, cancellation));

    // Sealed, unknown and not yet there are answered alike; the match's page says which it is.
    private static Task<IResult> Document(Func<Task<byte[]?>> read) =>
        DrawEndpoints.Found(async () => await read() is { } bytes ? DrawEndpoints.Json(bytes) : Results.NotFound());
}
