using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Disclosure;
using RandomInspection.Ledger;
using RandomInspection.Supervision;
using RandomInspection.Web.Calendars;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Api;

/// <summary>The public log with its proofs, the publication stream, and what is erased.</summary>
internal static class LedgerApi
{
    /// <summary>As on the page for machines: streams whose entries anybody may read.</summary>
    private static readonly string[] PublicStreams = [Checkpoints.Stream, SealedLedger.Commitments, Publications.Stream, PersonalErasures.Stream];

    public static void MapLedgerApi(this RouteGroupBuilder api)
    {
        RouteGroupBuilder log = api.MapGroup("/ledger").WithTags("ledger");
        log.MapRead("/checkpoints/newest", "ledger.newestCheckpoint", new("最新检查点", "The newest checkpoint"), NewestAsync).Produces<NoteResource>();
        log.MapRead("/checkpoints/{size:long}", "ledger.checkpoint", new("一个检查点", "One checkpoint"), CheckpointAsync).Produces<NoteResource>();
        log.MapRead("/growth", "ledger.growth", new("一致性证明", "A proof of growth"), GrowthAsync).Produces<ProofResource>();
        log.MapRead("/proofs/{sequence:long}", "ledger.proof", new("包含证明", "A proof of inclusion"), ProofAsync).Produces<ProofResource>();
        log.MapRead("/entries/{sequence:long}", "ledger.entry", new("公开条目", "A public entry"), EntryAsync).Produces<JsonElement>(StatusCodes.Status200OK, "application/json");
        log.MapRead("/publications", "ledger.publications", new("公示流", "The publication stream"), PublicationsAsync).Produces<ApiPage<PublicationResource>>();
        log.MapRead("/sealed", "ledger.sealedDays", new("密封留痕的每日承诺", "Daily commitments of the sealed log"), SealedDaysAsync).Produces<ApiPage<SealedDayResource>>();
        log.MapStep("/sealed/{day}/open", "ledger.openSealedDay", new(DisclosureSteps.OpenSealedDay), (string day, ApiCall call, EmbargoWorkflow workflow) =>
            workflow.OpenDayAsync(call.Acting, ApiCall.Day("day", day) ?? throw ApiCall.NothingHere(), CancellationToken.None));
        log.MapStep("/erasures", "ledger.eraseAbout", new(PersonalSteps.EraseAbout), EraseAboutAsync);
        log.MapStep("/erasures/pieces", "ledger.erase", new(PersonalSteps.Erase), (ErasePiecesBody body, ApiCall call, PersonalErasures erasures) =>
            erasures.EraseAsync(call.Acting.As(PersonalSteps.Erase), call.Now, body.Commitments, body.Basis, CancellationToken.None));
    }

    private static async Task<IResult> NewestAsync(ApiCall call, Checkpoints checkpoints) =>
        TypedResults.Ok(new NoteResource(ApiCall.Found(await checkpoints.NewestAsync(call.Cancellation)).Note));

    private static async Task<IResult> CheckpointAsync(long size, ApiCall call) =>
        TypedResults.Ok(new NoteResource(ApiCall.Found(await call.Views.FindAsync<CheckpointView>(size.ToString(CultureInfo.InvariantCulture), call.Cancellation)).Note));

    private static async Task<IResult> GrowthAsync(long from, ApiCall call, Checkpoints checkpoints) =>
        TypedResults.Ok(new ProofResource((await checkpoints.ProveGrowthAsync(Number(from, "from"), call.Cancellation)).ToString()));

    private static async Task<IResult> ProofAsync(long sequence, ApiCall call, Checkpoints checkpoints) =>
        TypedResults.Ok(new ProofResource((await checkpoints.ProveEntryAsync(Number(sequence, "sequence"), call.Cancellation)).ToString()));

    private static async Task<IResult> EntryAsync(long sequence, ApiCall call, ILedger ledger, EventCodec codec)
    {
        if (sequence < 1 || await ledger.ReadAsync(LedgerLog.Public, sequence - 1, 1, call.Cancellation) is not [var entry] || !PublicStreams.Contains(entry.Stream)
            || (entry.Stream == Publications.Stream
                && await call.Views.FindAsync<ObligationView>(((Disclosed)codec.Decode(entry)).Obligation, call.Cancellation) is { Status: ObligationStatus.Withdrawn }))
        {
            throw ApiCall.NothingHere();
        }

        return Results.Bytes(LedgerLeaf.Bytes(entry), "application/json; charset=utf-8");
    }

    /// <summary>The newest first; <c>before</c> is the last day of the page before.</summary>
    private static async Task<IResult> SealedDaysAsync(string? before, int? limit, ApiCall call, SealedLedger heads)
    {
        int take = ApiPage.LimitOf(limit);
        LocalDate? until = ApiCall.Day("before", before);
        return TypedResults.Ok(new ApiPage<SealedDayResource>(
            [.. (await heads.ReadDaysAsync(call.Cancellation).Where(day => until is null || day.Day < until).Take(take).ToListAsync(call.Cancellation)).Select(SealedDayResource.Of)], null));
    }

    private static async Task<IResult> PublicationsAsync(long? after, int? limit, ApiCall call, Publications publications, RedactionPolicy policy)
    {
        ImmutableArray<DisclosedView> rows = await publications.ReadAsync(Number(after ?? 0, "after"), ApiPage.LimitOf(limit), call.Cancellation);
        HashSet<string> takenDown =
        [
            .. (await call.Views.QueryAllAsync(new ObligationsAmong([.. rows.Select(row => row.Obligation)]), call.Cancellation))
                .Where(duty => duty.Status == ObligationStatus.Withdrawn).Select(duty => duty.Key),
        ];
        return TypedResults.Ok(ApiPage.Link(
            call, [.. rows.Select(row => PublicationResource.Of(row, takenDown.Contains(row.Obligation), policy))], rows is [.., var last] ? last.Number.ToString(CultureInfo.InvariantCulture) : null));
    }

    private static Task EraseAboutAsync(EraseBody body, ApiCall call, PersonalErasures erasures) => erasures.EraseAboutAsync(
        call.Acting.As(PersonalSteps.EraseAbout), call.Now, body.Kind == ErasedKind.Subject ? PersonalPieces.AboutSubject(body.Id) : PersonalPieces.AboutInspector(body.Id), body.Basis, CancellationToken.None);

    private static long Number(long number, string name) => number >= 0 ? number : throw ApiRefusals.MalformedCursor.Refuse(("name", name), ("value", number));
}
