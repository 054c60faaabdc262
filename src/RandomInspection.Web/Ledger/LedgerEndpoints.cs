using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;
using RandomInspection.Disclosure;
using RandomInspection.Ledger;

namespace RandomInspection.Web.Ledger;

/// <summary>The public log for machines: checkpoints, proofs, its public entries, and the publication stream by cursor.</summary>
internal static class LedgerEndpoints
{
    private const int MostBytes = 64 * 1024;
    private const int MostPublications = 500;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    /// <summary>Streams whose entries anybody may read: they say what is public anyhow.</summary>
    private static readonly string[] PublicStreams = [Checkpoints.Stream, SealedLedger.Commitments, Publications.Stream, PersonalErasures.Stream];

    public static void MapLedger(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/ledger/key.txt", static (CheckpointSigner signer) => signer.Key is { } key ? Text(key + "\n") : Results.NotFound());
        endpoints.MapGet("/ledger/checkpoint.txt", NewestAsync);
        endpoints.MapGet("/ledger/checkpoints/{size}.txt", CheckpointAsync);
        endpoints.MapGet("/ledger/growth.txt", GrowthAsync);
        endpoints.MapGet("/ledger/proofs/{sequence}.txt", ProofAsync);
        endpoints.MapGet("/ledger/entries/{sequence}.json", EntryAsync);
        endpoints.MapPost("/ledger/cosignatures", CosignAsync).WithMetadata(new NoteLimit());
        endpoints.MapGet("/published.json", PublishedAsync);
    }

    private static async Task<IResult> NewestAsync(Checkpoints checkpoints, CancellationToken cancellation) =>
        await checkpoints.NewestAsync(cancellation) is { } newest ? Text(newest.Note) : Results.NotFound();

    private static async Task<IResult> CheckpointAsync(string size, IViews views, CancellationToken cancellation) =>
        await views.FindAsync<CheckpointView>(size, cancellation) is { } row ? Text(row.Note) : Results.NotFound();

    private static Task<IResult> GrowthAsync(string? from, Checkpoints checkpoints, CancellationToken cancellation) =>
        AnswerAsync(async () => Text((await checkpoints.ProveGrowthAsync(Number(from), cancellation)).ToString()));

    private static Task<IResult> ProofAsync(string sequence, Checkpoints checkpoints, CancellationToken cancellation) =>
        AnswerAsync(async () => Text((await checkpoints.ProveEntryAsync(Number(sequence), cancellation)).ToString()));

    /// <summary>An entry's canonical bytes, for the streams that are public; 410 for a publication that was taken down, whose proof still holds.</summary>
    private static async Task<IResult> EntryAsync(string sequence, ILedger ledger, IViews views, EventCodec codec, CancellationToken cancellation)
    {
        if (Number(sequence) is not (>= 1 and var number)
            || await ledger.ReadAsync(LedgerLog.Public, number - 1, 1, cancellation) is not [var entry]
            || !PublicStreams.Contains(entry.Stream))
        {
            return Results.NotFound();
        }

        return entry.Stream == Publications.Stream
            && await views.FindAsync<ObligationView>(((Disclosed)codec.Decode(entry)).Obligation, cancellation) is { Status: ObligationStatus.Withdrawn }
                ? Results.StatusCode(StatusCodes.Status410Gone)
                : Results.Bytes(LedgerLeaf.Bytes(entry), "application/json; charset=utf-8");
    }

    private static Task<IResult> CosignAsync(HttpRequest request, Checkpoints checkpoints, IClock clock, CancellationToken cancellation) => AnswerAsync(async () =>
    {
        using MemoryStream body = new();
        byte[] buffer = new byte[4096];
        for (int read; (read = await request.Body.ReadAsync(buffer, cancellation)) > 0 && body.Length <= MostBytes;)
        {
            body.Write(buffer, 0, read);
        }

        SignedNote note = SignedNote.Parse(body.GetBuffer().AsSpan(0, (int)body.Length));
        return Text((await checkpoints.CosignAsync(note, clock.GetCurrentInstant(), CancellationToken.None)).Note);
    });

    private static Task<IResult> PublishedAsync(string? after, string? most, Publications publications, IViews views, RedactionPolicy policy, CancellationToken cancellation) => AnswerAsync(async () =>
    {
        // A cursor that does not read is refused: whoever began anew by mistake would take everything for news.
        long cursor = Asked(nameof(after), after, 0);
        int take = (int)Math.Clamp(Asked(nameof(most), most, 100), 1, MostPublications);
        var rows = await publications.ReadAsync(cursor, take, cancellation);
        HashSet<string> takenDown =
        [
            .. (await views.QueryAllAsync(new ObligationsAmong([.. rows.Select(row => row.Obligation)]), cancellation))
                .Where(duty => duty.Status == ObligationStatus.Withdrawn).Select(duty => duty.Key),
        ];
        return Results.Json(
            new
            {
                after = cursor,
                next = rows.IsEmpty ? cursor : rows[^1].Number,
                items = rows.Select(row => new
                {
                    number = row.Number,
                    occasion = row.Occasion.ToString(),
                    about = takenDown.Contains(row.Obligation) ? null : row.About,
                    title = takenDown.Contains(row.Obligation) ? null : Publications.TitleOf(row.Occasion, row.Title, policy), // taken down: its tombstone is an item of its own
                    departmentId = row.DepartmentId,
                    channel = row.Channel,
                    publishedAt = InstantPattern.General.Format(row.PublishedAt),
                }),
            },
            Readable);
    });

    private static long Asked(string name, string? value, long otherwise) =>
        value is null ? otherwise : Number(value) is >= 0 and var number ? number : throw LedgerRefusals.MalformedNumber.Refuse(("name", name), ("value", value));

    /// <summary>A whole number of 0 or more; -1, which no log has, for anything else.</summary>
    private static long Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : -1;

    private static IResult Text(string text) => Results.Text(text, "text/plain", Encoding.UTF8);

    /// <summary>What is asked for that does not exist is 404, a conflict 409, what is refused 422; the answer says why, with its code.</summary>
    private static async Task<IResult> AnswerAsync(Func<Task<IResult>> answer)
    {
        try
        {
            return await answer();
        }
        catch (RefusalException refused)
        {
            int status = refused.Refusal.Code switch
            {
                "RI6018" or "RI6019" => StatusCodes.Status404NotFound,
                "RI6001" => StatusCodes.Status409Conflict,
                _ => StatusCodes.Status422UnprocessableEntity,
            };
            return Results.Text(refused.Refusal + "\n", "text/plain", Encoding.UTF8, status);
        }
    }

    private sealed class NoteLimit : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => MostBytes;
    }
}
