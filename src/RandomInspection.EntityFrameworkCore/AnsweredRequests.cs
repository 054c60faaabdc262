using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>Requests that were carried out as rows; they are written by the ledger only.</summary>
internal sealed class AnsweredRequests(IDbContextFactory<InspectionContext> contexts) : IAnsweredRequests
{
    // Compiled once, because it is asked for before every step of the API.
    private readonly Func<InspectionContext, string, IAsyncEnumerable<AnsweredRequestRow>> _rows =
        EF.CompileAsyncQuery<InspectionContext, string, AnsweredRequestRow>((context, key) => context.Set<AnsweredRequestRow>().AsNoTracking().Where(r => r.Key == key).OrderBy(r => r.Part));

    public async Task<ImmutableArray<KeptRequest>> FindAsync(string key, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(key);
        await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);
        ImmutableArray<KeptRequest>.Builder parts = ImmutableArray.CreateBuilder<KeptRequest>();
        await foreach (AnsweredRequestRow row in _rows(context, key).WithCancellation(cancellation))
        {
            parts.Add(row.ToKept());
        }

        return parts.ToImmutable();
    }

    public async Task<int> ForgetAsync(Instant before, CancellationToken cancellation)
    {
        await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);
        long ticks = before.ToUnixTimeTicks();
        return await context.Database.ExecuteSqlAsync($"""DELETE FROM "answered_request" WHERE "At" < {ticks}""", cancellation);
    }

    /// <summary>Keeps a commit's request; of two hosts that carry it out at once the second waits here for the first, and is refused.</summary>
    /// <exception cref="InputRefusedException">It is kept already (RI9070).</exception>
    internal static async Task KeepAsync(InspectionContext context, LedgerCommit commit, CancellationToken cancellation)
    {
        AnsweredRequest request = commit.Request!;
        string written = string.Join('\n', WrittenEntries.Of(commit).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.First} {one.Last} {one.Stream}")));
        int kept = await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "answered_request" ("Key", "Part", "At", "Payload", "Written")
            VALUES ({request.Key}, {request.Part}, {commit.At.ToUnixTimeTicks()}, {request.Payload}, {written}) ON CONFLICT ("Key", "Part") DO NOTHING
            """,
            cancellation);
        if (kept == 0)
        {
            throw RequestRefusals.CarriedOut.Refuse();
        }
    }
}
