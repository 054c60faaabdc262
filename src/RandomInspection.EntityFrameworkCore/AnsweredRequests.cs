using System.Collections.Immutable;
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

    /// <summary>Keeps the requests of commits; of two hosts that carry one out at once the second waits here for the first, and is refused.</summary>
    /// <exception cref="InputRefusedException">One is kept already (RI9070).</exception>
    internal static async Task KeepAsync(InspectionContext context, ImmutableArray<LedgerCommit> commits, CancellationToken cancellation)
    {
        AnsweredRequestRow[] rows = [.. commits.Where(commit => commit.Request is not null).Select(AnsweredRequestRow.Of)];
        if (await context.AddNewAsync(context.Set<AnsweredRequestRow>().EntityType, rows, rows.Length, cancellation) < rows.Length)
        {
            throw RequestRefusals.CarriedOut.Refuse();
        }
    }
}
