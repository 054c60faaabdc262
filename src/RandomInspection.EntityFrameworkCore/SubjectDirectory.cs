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

    public async IAsyncEnumerable<Subject> ReadAsync(DirectoryCriteria criteria, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);
        await foreach (SubjectRow row in context.Matching(criteria).OrderBy(s => s.Code).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            yield return row.ToSubject();
        }
    }

    public Task<ImmutableArray<SubjectCount>> CountAsync(CancellationToken cancellation) => CountAsync(DirectoryCriteria.Everything, cancellation);

    public async Task<ImmutableArray<SubjectCount>> CountAsync(DirectoryCriteria criteria, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);
        var counts = await context.Matching(criteria)
            .GroupBy(s => new { s.Region, s.Trade, s.CreditClass, s.Status })
            .Select(g => new { g.Key, Subjects = g.LongCount() })
            .ToListAsync(cancellation);
        return [.. counts.Select(c => new SubjectCount(c.Key.Region, c.Key.Trade, c.Key.CreditClass, c.Key.Status, c.Subjects))];
    }

    public async Task<ImmutableArray<TagCount>> TagsAsync(CancellationToken cancellation)
    {
        await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);
        var sets = await context.Subjects.AsNoTracking().Where(s => s.Tags != "")
            .GroupBy(s => s.Tags)
            .Select(g => new { Tags = g.Key, Subjects = g.LongCount() })
            .ToListAsync(cancellation);
        return
        [
            .. sets.SelectMany(set => SubjectTags.Parse(set.Tags).Names.Select(tag => (Tag: tag, set.Subjects)))
                .GroupBy(one => one.Tag, one => one.Subjects, StringComparer.Ordinal)
                .OrderBy(tag => tag.Key, StringComparer.Ordinal)
                .Select(tag => new TagCount(tag.Key, tag.Sum())),
        ];
    }

    public async Task<Subject?> FindAsync(string code, CancellationToken cancellation)
    {
        await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);
        return (await context.Subjects.AsNoTracking().SingleOrDefaultAsync(s => s.Code == code, cancellation))?.ToSubject();
    }

    public Task<ImmutableDictionary<string, Subject>> FindAsync(IReadOnlyCollection<string> codes, CancellationToken cancellation) =>
        FindAsync(codes, DirectoryCriteria.Everything, cancellation);

    public async Task<ImmutableDictionary<string, Subject>> FindAsync(
        IReadOnlyCollection<string> codes, DirectoryCriteria criteria, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(criteria);
        await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);
        ImmutableDictionary<string, Subject>.Builder found = ImmutableDictionary.CreateBuilder<string, Subject>(StringComparer.Ordinal);
        foreach (string[] some in codes.Chunk(500))
        {
            foreach (SubjectRow row in await context.Matching(criteria).Where(s => some.Contains(s.Code)).ToListAsync(cancellation))
            {
                found[row.Code] = row.ToSubject();
            }
        }

        return found.ToImmutable();
    }

    public async IAsyncEnumerable<Subject> CarriersAsync(string subjectCode, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(subjectCode);
        await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);
        await foreach (SubjectRow row in context.Subjects.AsNoTracking().Where(s => s.CarrierOf == subjectCode).OrderBy(s => s.Code).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            yield return row.ToSubject();
        }
    }

    public async Task<(ImmutableArray<Subject> Page, long Total)> SearchAsync(
        string text, DirectoryCriteria criteria, int skip, int take, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(criteria);
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);
        IQueryable<SubjectRow> rows = context.Matching(criteria);
        rows = text.Length == 0 ? rows : rows.Where(s => s.Code.StartsWith(text) || s.Name.Contains(text));
        long total = await rows.LongCountAsync(cancellation);
        List<SubjectRow> page = await rows.OrderBy(s => s.Code).Skip(skip).Take(take).ToListAsync(cancellation);
        return ([.. page.Select(s => s.ToSubject())], total);
    }
}
