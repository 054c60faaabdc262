using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.Web.Matches;

namespace RandomInspection.Web.Api;

/// <summary>Draws and matches: the ceremony that both share, its documents, and the last step of each.</summary>
internal static class CeremonyApi
{
    public static void MapCeremonyApi(this RouteGroupBuilder api)
    {
        RouteGroupBuilder ceremonies = api.MapGroup("/ceremonies").WithTags("ceremonies");
        ceremonies.MapRead("/{ceremony}", "ceremonies.read", new("抽取或匹配的仪式", "The ceremony of a draw or match"), ReadAsync).Produces<CeremonyResource>();
        ceremonies.MapStep("/{ceremony}/enrol-operator", "ceremonies.enrolOperator", On(CeremonySteps.EnrolOperator), (string ceremony, KeyBody body, ApiCall call, DrawWorkflow workflow) =>
            workflow.EnrolOperatorAsync(call.Acting, ceremony, body.Key, CancellationToken.None));
        ceremonies.MapStep("/{ceremony}/enrol-witness", "ceremonies.enrolWitness", On(CeremonySteps.EnrolWitness), (string ceremony, KeyBody body, ApiCall call, DrawWorkflow workflow) =>
            workflow.EnrolWitnessAsync(call.Acting, ceremony, body.Key, CancellationToken.None));
        ceremonies.MapStep("/{ceremony}/enrol-system", "ceremonies.enrolSystem", On(CeremonySteps.EnrolSystem), (string ceremony, ApiCall call, DrawWorkflow workflow) =>
            workflow.EnrolSystemAsync(call.Acting, ceremony, CancellationToken.None));
        ceremonies.MapStep("/{ceremony}/public-values", "ceremonies.addPublicValue", On(CeremonySteps.AddPublicValue), (string ceremony, PublicValueBody body, ApiCall call, DrawWorkflow workflow) =>
            workflow.AddPublicValueAsync(call.Acting, ceremony, body.Name, body.Source, body.Outcomes, body.Time, CancellationToken.None));
        ceremonies.MapStep("/{ceremony}/open", "ceremonies.open", On(CeremonySteps.Open) with { NeedsProof = true }, (string ceremony, OpenBody body, ApiCall call, DrawWorkflow workflow) =>
            workflow.OpenAsync(call.Acting, ceremony, new OpeningDeadlines(body.CommitBy, body.RevealBy), CancellationToken.None));
        ceremonies.MapStep("/{ceremony}/commit", "ceremonies.commit", On(CeremonySteps.Commit), (string ceremony, CommitBody body, ApiCall call, DrawWorkflow workflow) =>
            workflow.CommitAsync(call.Acting, ceremony, Digest.Parse(body.Commitment), body.Signature, CancellationToken.None));
        ceremonies.MapStep("/{ceremony}/reveal", "ceremonies.reveal", On(CeremonySteps.Reveal), (string ceremony, RevealBody body, ApiCall call, DrawWorkflow workflow) =>
            workflow.RevealAsync(call.Acting, ceremony, body.Value, CancellationToken.None));
        ceremonies.MapStep("/{ceremony}/enter-public-value", "ceremonies.enterPublicValue", On(CeremonySteps.EnterPublicValue), (string ceremony, EnterPublicValueBody body, ApiCall call, DrawWorkflow workflow) =>
            workflow.EnterPublicValueAsync(call.Acting, ceremony, body.Name, body.Value, CancellationToken.None));
        ceremonies.MapStep("/{ceremony}/strike", "ceremonies.strike", On(CeremonySteps.Strike), (string ceremony, StrikeBody body, ApiCall call, DrawWorkflow workflow) =>
            workflow.StrikeAsync(call.Acting, ceremony, body.Party, CancellationToken.None));
        ceremonies.MapStep("/{ceremony}/propose-void", "ceremonies.proposeVoid", On(CeremonySteps.ProposeVoid), (string ceremony, ReasonBody body, ApiCall call, DrawWorkflow workflow) =>
            workflow.ProposeVoidAsync(call.Acting, ceremony, body.Reason, CancellationToken.None));
        ceremonies.MapStep("/{ceremony}/confirm-void", "ceremonies.confirmVoid", On(CeremonySteps.ConfirmVoid), (string ceremony, ApiCall call, DrawWorkflow workflow) =>
            workflow.ConfirmVoidAsync(call.Acting, ceremony, CancellationToken.None));

        RouteGroupBuilder draws = api.MapGroup("/draws").WithTags("draws");
        draws.MapRead("", "draws.list", new("抽取", "Draws"), ListDrawsAsync).Produces<ApiPage<DrawRow>>();
        draws.MapStep("/{draw}/draw", "draws.draw", new(CeremonySteps.Draw) { Stream = "draw/{draw}", NeedsProof = true }, DrawAsync);
        draws.MapRead("/{draw}/progress", "draws.progress", new("集群上抽取的进展", "How far a draw on a cluster is"), ProgressAsync, Role.DrawingOperator).Produces<DrawProgressResource>();
        draws.MapTrial("/{draw}/progress/cancel", "draws.cancel", new("停下集群上的抽取", "Call off a draw on a cluster"), async (string draw, ApiCall call, DrawWorkflow workflow) =>
        {
            await workflow.CancelElsewhereAsync(call.Acting, draw, CancellationToken.None);
            return await ProgressAsync(draw, call, workflow);
        }, Role.DrawingOperator).Produces<DrawProgressResource>();
        draws.MapTrial("/{draw}/progress/resume", "draws.resume", new("继续集群上的抽取", "Let a draw on a cluster go on"), async (string draw, ApiCall call, DrawWorkflow workflow) =>
        {
            await workflow.ResumeElsewhereAsync(call.Acting, draw, CancellationToken.None);
            return await ProgressAsync(draw, call, workflow);
        }, Role.DrawingOperator).Produces<DrawProgressResource>();
        draws.MapDocument("/{draw}/opening", "draws.opening", new("开启文件", "The opening"), OpeningAsync);
        draws.MapDocument("/{draw}/opening-signature", "draws.openingSignature", new("开启文件的签名", "The opening's signature"), (string draw, ApiCall call, DrawWorkflow workflow) => JsonAsync(workflow.OpeningSignatureAsync(draw, call.Cancellation)));
        draws.MapDocument("/{draw}/record", "draws.record", new("抽取记录", "The record"), (string draw, ApiCall call, DrawWorkflow workflow) => JsonAsync(workflow.PublicRecordAsync(draw, call.Cancellation)));
        draws.MapDocument("/{draw}/record-signature", "draws.recordSignature", new("抽取记录的签名", "The record's signature"), (string draw, ApiCall call, DrawWorkflow workflow) => JsonAsync(workflow.PublicSignatureAsync(draw, call.Cancellation)));

        RouteGroupBuilder matches = api.MapGroup("/matches").WithTags("matches");
        matches.MapRead("", "matches.list", new("人员匹配", "Matches"), ListMatchesAsync).Produces<ApiPage<MatchRow>>();
        matches.MapStep("/{match}/match", "matches.match", new(MatchSteps.Match) { Stream = "match/{match}", NeedsProof = true }, MatchAsync);
        matches.MapDocument("/{match}/record", "matches.record", new("匹配记录", "The record"), (string match, ApiCall call, MatchWorkflow workflow) => JsonAsync(workflow.PublicRecordAsync(match, call.Cancellation)));
        matches.MapDocument("/{match}/record-signature", "matches.recordSignature", new("匹配记录的签名", "The record's signature"), (string match, ApiCall call, MatchWorkflow workflow) => JsonAsync(workflow.PublicSignatureAsync(match, call.Cancellation)));
        matches.MapDocument("/{match}/days", "matches.days", new("可抽的检查日", "The days that may be drawn"), (string match, ApiCall call, MatchWorkflow workflow) => JsonAsync(workflow.DaysFileAsync(match, MatchReader.Public, call.Cancellation)));
        matches.MapDocument("/{match}/result", "matches.result", new("匹配结果", "The result"), (string match, ApiCall call, MatchWorkflow workflow) => JsonAsync(workflow.ResultFileAsync(match, MatchReader.Public, call.Cancellation)));
    }

    /// <summary>A document, byte for byte as it is signed.</summary>
    private static void MapDocument(this RouteGroupBuilder group, string pattern, string name, ApiWords words, Delegate handler) =>
        group.MapRead(pattern, name, words, handler).Produces<System.Text.Json.JsonElement>(StatusCodes.Status200OK, "application/json");

    private static StepOperation On(WorkStep step) => new(step) { Stream = StepOperation.Ceremony };

    private static async Task<IResult> ListDrawsAsync(string? after, int? limit, ApiCall call) =>
        TypedResults.Ok(await ApiPage.OfAsync<DrawView, DrawRow>(call, call.Reader is null ? new PublicDraws() : new AllDraws(), after, limit, DrawRow.Of));

    private static async Task<IResult> ListMatchesAsync(string? after, int? limit, ApiCall call) =>
        TypedResults.Ok(await ApiPage.OfAsync<MatchView, MatchRow>(call, call.Reader is null ? new PublicMatches() : new AllMatches(), after, limit, MatchRow.Of));

    // As the pages: the public sees a ceremony once it is opened; nobody sees here what a match seals.
    private static Task<IResult> ReadAsync(string ceremony, ApiCall call, DrawWorkflow workflow) => call.WithTagAsync(ApiMatters.CeremonyStream(ceremony), async () =>
    {
        DrawCeremony found = await workflow.FindAsync(ceremony, call.Cancellation);
        return call.Reader is not null || found.Opening is not null || found.Voiding is not null ? CeremonyResource.Of(found) : throw ApiCall.NothingHere();
    });

    private static async Task<IResult> OpeningAsync(string draw, ApiCall call, DrawWorkflow workflow) =>
        (await workflow.FindAsync(draw, call.Cancellation)).Opening is { } opening ? Json(Encoding.UTF8.GetBytes(opening.Text)) : throw ApiCall.NothingHere();

    private static async Task<IResult> ProgressAsync(string draw, ApiCall call, DrawWorkflow workflow) =>
        TypedResults.Ok(DrawProgressResource.Of(workflow.DrawsElsewhere, await workflow.ProgressAsync(call.Acting, draw, call.Cancellation), call.Language));

    private static async Task DrawAsync(string draw, ApiCall call, DrawWorkflow workflow)
    {
        DrawCeremony found = await workflow.FindAsync(draw, call.Cancellation);
        await workflow.DrawAsync(call.Acting, draw, CancellationToken.None, System(found));
    }

    private static async Task MatchAsync(string match, ApiCall call, DrawWorkflow draws, MatchWorkflow workflow)
    {
        DrawCeremony found = await draws.FindAsync(match, call.Cancellation);
        await workflow.MatchAsync(call.Acting, match, CancellationToken.None, systemValue: System(found));
    }

    private static ReadOnlyMemory<byte>? System(DrawCeremony ceremony) => ceremony.AwaitsSystemValue ? new ReadOnlyMemory<byte>(RandomNumberGenerator.GetBytes(32)) : (ReadOnlyMemory<byte>?)null;

    private static async Task<IResult> JsonAsync(Task<byte[]?> bytes) => await bytes is { } document ? Json(document) : throw ApiCall.NothingHere();

    private static IResult Json(byte[] bytes) => Results.Bytes(bytes, "application/json; charset=utf-8");
}
