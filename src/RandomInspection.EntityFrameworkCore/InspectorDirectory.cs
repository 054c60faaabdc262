using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using RandomInspection.Directories;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>The inspector directory as a table; it is written by the ledger only.</summary>
internal sealed class InspectorDirectory(IDbContextFactory<InspectionContext> contexts) : IInspectorDirectory
{
    public async Task<long> VersionAsync(CancellationToken cancellation)
    {
        await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);
        return await context.VersionAsync(DirectoryRow.Inspectors, cancellation);
    }

    public async IAsyncEnumerable<Inspector> ReadAsync(string? departmentId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);
        IQueryable<InspectorRow> rows = Of(context, departmentId);
        await foreach (InspectorRow row in rows.OrderBy(i => i.Id).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            yield return row.ToInspector();
        }
    }

    public async Task<Inspector?> FindAsync(string id, CancellationToken cancellation)
    {
        await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);
        return (await context.Inspectors.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancellation))?.ToInspector();
    }

    public async Task<ImmutableDictionary<string, Inspector>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(ids);
        await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);
        ImmutableDictionary<string, Inspector>.Builder found = ImmutableDictionary.CreateBuilder<string, Inspector>(StringComparer.Ordinal);
        foreach (string[] some in ids.Chunk(500))
        {
            foreach (InspectorRow row in await context.Inspectors.AsNoTracking().Where(i => some.Contains(i.Id)).ToListAsync(cancellation))
            {
                found[row.Id] = row.ToInspector();
            }
        }

        return found.ToImmutable();
    }

    public async Task<(ImmutableArray<Inspector> Page, long Total)> SearchAsync(
        string text, string? departmentId, int skip, int take, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);
        IQueryable<InspectorRow> rows = Of(context, departmentId);
        rows = text.Length == 0 ? rows : rows.Where(i => i.Id.StartsWith(text) || i.Name.Contains(text));
        long total = await rows.LongCountAsync(cancellation);
        List<InspectorRow> page = await rows.OrderBy(i => i.Id).Skip(skip).Take(take).ToListAsync(cancellation);
        return ([.. page.Select(i => i.ToInspector())], total);
    }

    public async Task<long?> SinceAsync(string id, CancellationToken cancellation)
    {
        await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Inspectors.AsNoTracking().Where(i => i.Id == id).Select(i => (long?)i.Since).SingleOrDefaultAsync(cancellation);
    }

    private static IQueryable<InspectorRow> Of(InspectionContext context, string? departmentId)
    {
        IQueryable<InspectorRow> rows = context.Inspectors.AsNoTracking();
        return departmentId is null ? rows : rows.Where(i => i.DepartmentId == departmentId);
    }
}
