using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>Pieces of personal data as rows; of an erased one the commitment stays. It is written by the ledger only.</summary>
internal sealed class PersonalTexts(IDbContextFactory<InspectionContext> contexts) : IPersonalTexts
{
    public async Task<ImmutableDictionary<string, PersonalText>> FindAsync(IReadOnlyCollection<string> commitments, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(commitments);
        await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);
        ImmutableDictionary<string, PersonalText>.Builder found = ImmutableDictionary.CreateBuilder<string, PersonalText>(StringComparer.Ordinal);
        foreach (string[] some in commitments.Chunk(500))
        {
            foreach (PersonalRow row in await context.Personal.AsNoTracking().Where(p => some.Contains(p.Commitment)).ToListAsync(cancellation))
            {
                found[row.Commitment] = row.ErasedAt is { } at ? new PersonalText.Erased(row.Commitment, at) : new PersonalText.Kept(row.ToPiece());
            }
        }

        return found.ToImmutable();
    }

    public async Task<ImmutableArray<PersonalPiece>> AboutAsync(string about, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(about);
        await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);
        return
        [
            .. (await context.Personal.AsNoTracking().Where(p => p.About == about).OrderBy(p => p.Commitment).ToListAsync(cancellation)).Select(p => p.ToPiece()),
        ];
    }

    /// <summary>Salt, text and whom they were about go; that there was something, and when it went, stays.</summary>
    internal static async Task EraseAsync(InspectionContext context, PersonalErasure erasure, Instant at, CancellationToken cancellation)
    {
        foreach (string[] some in erasure.Commitments.Chunk(500))
        {
            await context.Personal.Where(p => some.Contains(p.Commitment) && p.ErasedAt == null).ExecuteUpdateAsync(
                row => row.SetProperty(p => p.About, (string?)null).SetProperty(p => p.Salt, (string?)null).SetProperty(p => p.Text, (string?)null)
                    .SetProperty(p => p.ErasedAt, (Instant?)at),
                cancellation);
        }
    }
}
