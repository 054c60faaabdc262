using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using RandomInspection.Directories;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>The subject directory as a table; it is written by the ledger only.</summary>
internal sealed class SubjectDirectory(IDbContextFactory<InspectionContext> contexts) : ISubjectDirectory
{
    public async Task<long> VersionAsync(CancellationToken cancellation)
    {
        await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);
        return await context.VersionAsync(DirectoryRow.Subjects, cancellation);
    }

    public async IAsyncEnumerable<Subject> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);
        await foreach (SubjectRow row in context.Subjects.AsNoTracking().OrderBy(s => s.Code).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            yield return row.ToSubject();
        }
    }

    public async Task<ImmutableArray<SubjectCount>> CountAsync(CancellationToken cancellation)
    {
        await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);
        var counts = await context.Subjects.AsNoTracking()
            .GroupBy(s => new { s.Region, s.Trade, s.CreditClass, s.Status })
            .Select(g => new { g.Key, Subjects = g.LongCount() })
            .ToListAsync(cancellation);
        return [.. counts.Select(c => new SubjectCount(c.Key.Region, c.Key.Trade, c.Key.CreditClass, c.Key.Status, c.Subjects))];
    }

    public async Task<Subject?> FindAsync(string code, CancellationToken cancellation)
    {
        await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);
        return (await context.Subjects.AsNoTracking().SingleOrDefaultAsync(s => s.Code == code, cancellation))?.ToSubject();
    }

    public async Task<ImmutableDictionary<string, Subject>> FindAsync(IReadOnlyCollection<string> codes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(codes);
        await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);
        ImmutableDictionary<string, Subject>.Builder found = ImmutableDictionary.CreateBuilder<string, Subject>(StringComparer.Ordinal);
        foreach (string[] some in codes.Chunk(500))
        {
            foreach (SubjectRow row in await context.Subjects.AsNoTracking().Where(s => some.Contains(s.Code)).ToListAsync(cancellation))
            {
                found[row.Code] = row.ToSubject();
            }
        }

        return found.ToImmutable();
    }

    public async Task<(ImmutableArray<Subject> Page, long Total)> SearchAsync(
        string text, DirectoryCriteria criteria, int skip, int take, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(criteria);
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);
        IQueryable<SubjectRow> rows = context.Subjects.AsNoTracking();
        rows = text.Length == 0 ? rows : rows.Where(s => s.Code.StartsWith(text) || s.Name.Contains(text));
        rows = criteria.Regions.IsEmpty ? rows : rows.Where(s => criteria.Regions.Contains(s.Region));
        rows = criteria.Trades.IsEmpty ? rows : rows.Where(s => criteria.Trades.Contains(s.Trade));
        rows = criteria.CreditClasses.IsEmpty ? rows : rows.Where(s => criteria.CreditClasses.Contains(s.CreditClass));
        long total = await rows.LongCountAsync(cancellation);
        List<SubjectRow> page = await rows.OrderBy(s => s.Code).Skip(skip).Take(take).ToListAsync(cancellation);
        return ([.. page.Select(s => s.ToSubject())], total);
    }
}
