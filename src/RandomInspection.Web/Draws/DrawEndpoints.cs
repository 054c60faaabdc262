using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using RandomInspection.Drawing;
using RandomInspection.Planning;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Draws;

/// <summary>A draw's documents, and what changes in it while somebody looks.</summary>
internal static class DrawEndpoints
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(700);

    public static void MapDraws(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/verify/offline.html", static () => Results.File(OfflineVerifier.File, "text/html; charset=utf-8", OfflineVerifier.FileName));
        endpoints.MapGet("/draws/{draw}/opening.json", OpeningAsync);
        endpoints.MapGet("/draws/{draw}/opening.sig.json", OpeningSignatureAsync);
        endpoints.MapGet("/draws/{draw}/{task}/design.json", DesignAsync);
        endpoints.MapGet("/draws/{draw}/record.json", RecordAsync);
        endpoints.MapGet("/draws/{draw}/record.sig.json", RecordSignatureAsync);
        endpoints.MapGet("/draws/{draw}/{task}/replacements.json", ReplacementsAsync);
        endpoints.MapGet("/draws/{draw}/{task}/frame.tsv", ChoicesAsync);
        endpoints.MapGet("/draws/{draw}/{task}/key.txt", ChoicesKeyAsync);
        endpoints.MapGet("/draws/{draw}/events", EventsAsync).AddEndpointFilter(EventStreams.LimitAsync);
        RouteGroupBuilder auditors = endpoints.MapGroup("/draws/{draw}")
            .WithMetadata(new RequireRoleAttribute(Role.Supervisor, Role.ResultAuditor)).AddEndpointFilter(AuditorReaders.OnlyAsync);
        auditors.MapGet("/auditor/record.json", AuditorRecordAsync);
        auditors.MapGet("/auditor/record.sig.json", AuditorSignatureAsync);
        auditors.MapGet("/auditor/{task}/frame.tsv", FrameAsync);
        auditors.MapGet("/auditor/{task}/key.txt", KeyAsync);
        auditors.MapGet("/auditor/{task}/resting.tsv", RestingAsync);
        auditors.MapGet("/auditor/{task}/listed.tsv", ListedAsync);
        auditors.MapGet("/subject.json", SubjectAsync);
        auditors.MapGet("/subject.sig.json", SubjectSignatureAsync);
    }

    /// <summary>Grows with everything that happens in a ceremony.</summary>
    public static int VersionOf(DrawCeremony ceremony) =>
        1 + ceremony.Parties.Count + (ceremony.Opening is null ? 0 : 1) + ceremony.Commitments.Count + ceremony.Contributions.Count
        + ceremony.Struck.Count + (ceremony.Drawing is null && ceremony.Matching is null ? 0 : 1) + (ceremony.VoidProposal is null ? 0 : 1) + (ceremony.Voiding is null ? 0 : 1);

    public static Task<IResult> OpeningAsync(string draw, DrawWorkflow draws, CancellationToken cancellation) =>
        Found(async () => (await draws.FindAsync(draw, cancellation)).Opening is { } opening ? Json(Encoding.UTF8.GetBytes(opening.Text)) : Results.NotFound());

    public static Task<IResult> OpeningSignatureAsync(string draw, DrawWorkflow draws, CancellationToken cancellation) =>
        Found(async () => await draws.OpeningSignatureAsync(draw, cancellation) is { } bytes ? Json(bytes) : Results.NotFound());

    private static Task<IResult> RecordSignatureAsync(string draw, DrawWorkflow draws, CancellationToken cancellation) =>
        Found(async () => await draws.PublicSignatureAsync(draw, cancellation) is { } bytes ? Json(bytes) : Results.NotFound());

    private static Task<IResult> AuditorSignatureAsync(string draw, DrawWorkflow draws, CancellationToken cancellation) =>
        Found(async () => await draws.AuditorSignatureAsync(draw, cancellation) is { } bytes ? Json(bytes) : Results.NotFound());

    private static Task<IResult> SubjectSignatureAsync(string draw, string code, DrawWorkflow draws, CancellationToken cancellation) =>
        Found(async () => await draws.SubjectSignatureAsync(draw, code.Trim(), cancellation) is { } bytes
            ? Results.File(bytes, "application/json", $"{draw}-{code.Trim()}.sig.json")
            : Results.NotFound());

    private static Task<IResult> DesignAsync(string draw, string task, DrawWorkflow draws, CancellationToken cancellation) =>
        Found(async () =>
        {
            DrawCeremony ceremony = await draws.FindAsync(draw, cancellation);
            return ceremony.Opening is not null && ceremony.Preparation.Tasks.FirstOrDefault(t => t.TaskId == task) is { } frozen
                ? Json(Encoding.UTF8.GetBytes(frozen.Design))
                : Results.NotFound();
        });

    private static Task<IResult> RecordAsync(string draw, DrawWorkflow draws, CancellationToken cancellation) =>
        Found(async () => await draws.PublicRecordAsync(draw, cancellation) is { } bytes ? Json(bytes) : Results.NotFound());

    private static Task<IResult> ReplacementsAsync(string draw, string task, DrawWorkflow draws, CancellationToken cancellation) =>
        Found(async () => (await draws.FindAsync(draw, cancellation)).Preparation.Tasks.Any(t => t.TaskId == task) && await draws.ReplacementsFileAsync(task, cancellation) is { } bytes
            ? Json(bytes)
            : Results.NotFound());

    private static Task<IResult> AuditorRecordAsync(string draw, DrawWorkflow draws, CancellationToken cancellation) =>
        Found(async () => await draws.AuditorRecordAsync(draw, cancellation) is { } bytes ? Json(bytes) : Results.NotFound());

    private static Task<IResult> SubjectAsync(string draw, string code, string? task, DrawWorkflow draws, CancellationToken cancellation) =>
        Found(async () => await draws.SubjectRecordAsync(draw, code.Trim(), cancellation, task) is { } bytes
            ? Results.File(bytes, "application/json", $"{draw}-{code.Trim()}.json")
            : Results.NotFound());

    private static Task<IResult> FrameAsync(string draw, string task, DrawWorkflow draws, CancellationToken cancellation) =>
        Found(async () => Results.Bytes(await draws.FrameFileAsync(draw, task, cancellation), "text/tab-separated-values; charset=utf-8"));

    private static Task<IResult> KeyAsync(string draw, string task, DrawWorkflow draws, CancellationToken cancellation) =>
        Found(async () => Results.Text((await draws.FrameKeyAsync(draw, task, cancellation)).Hex + "\n"));

    // Choices are no subjects' data: once they are drawn, anybody recomputes the frame's root too.
    private static Task<IResult> ChoicesAsync(string draw, string task, DrawWorkflow draws, CancellationToken cancellation) =>
        Found(async () => await HasOpenChoicesAsync(draw, draws, cancellation) ? await FrameAsync(draw, task, draws, cancellation) : Results.NotFound());

    private static Task<IResult> ChoicesKeyAsync(string draw, string task, DrawWorkflow draws, CancellationToken cancellation) =>
        Found(async () => await HasOpenChoicesAsync(draw, draws, cancellation) ? await KeyAsync(draw, task, draws, cancellation) : Results.NotFound());

    private static async Task<bool> HasOpenChoicesAsync(string draw, DrawWorkflow draws, CancellationToken cancellation) =>
        await draws.FindAsync(draw, cancellation) is { Preparation.Choice: not null, Drawing: not null };

    private static Task<IResult> RestingAsync(string draw, string task, DrawWorkflow draws, CancellationToken cancellation) =>
        Found(async () => await draws.RestingFileAsync(draw, task, cancellation) is { } bytes
            ? Results.Bytes(bytes, "text/tab-separated-values; charset=utf-8")
            : Results.NotFound());

    private static Task<IResult> ListedAsync(string draw, string task, DrawWorkflow draws, CancellationToken cancellation) =>
        Found(async () => await draws.ListedFileAsync(draw, task, cancellation) is { } bytes
            ? Results.Bytes(bytes, "text/tab-separated-values; charset=utf-8")
            : Results.NotFound());

    // Tells a page that something happened; the page then asks for itself anew, so that this stream need not know what it shows.
    public static async Task EventsAsync(string draw, HttpContext context, DrawWorkflow draws, IHostApplicationLifetime host)
    {
        // A host that stops waits for its answers, and this one never ends by itself.
        using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, host.ApplicationStopping);
        CancellationToken gone = ended.Token;
        int last = -1;
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            DrawCeremony ceremony = await draws.FindAsync(draw, gone);
            if (ceremony.Opening is null && ceremony.Voiding is null && context.User.Identity?.IsAuthenticated != true)
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            context.Response.ContentType = "text/event-stream; charset=utf-8";
            while (true)
            {
                ceremony = await draws.FindAsync(draw, gone);
                if (VersionOf(ceremony) is var version && version != last)
                {
                    await context.Response.WriteAsync($"data: {version}\n\n", gone);
                    await context.Response.Body.FlushAsync(gone);
                    last = version;
                }

                await Task.Delay(Beat, gone);
            }
        }
        catch (InputRefusedException)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        catch (OperationCanceledException)
        {
            // The reader went away, or the host stops.
        }
    }

    public static IResult Json(byte[] bytes) => Results.Bytes(bytes, "application/json; charset=utf-8");

    public static async Task<IResult> Found(Func<Task<IResult>> read)
    {
        try
        {
            return await read();
        }
        catch (InputRefusedException)
        {
            return Results.NotFound();
        }
    }
}
