using System.Collections.Immutable;
using RandomInspection.Directories;

namespace RandomInspection.Storage;

/// <summary>The subject directory in memory; it is written by the ledger only.</summary>
internal sealed class InMemorySubjects(InMemoryStore store) : ISubjectDirectory
{
    private InMemoryDirectory<Subject> Kept => store.State.Subjects;

    public Task<long> VersionAsync(CancellationToken cancellation) => InMemory.Run(() => Kept.Version, cancellation);

    public IAsyncEnumerable<Subject> ReadAsync(CancellationToken cancellation) => InMemoryDirectory<Subject>.StreamAsync(Kept.All, cancellation);

    public Task<ImmutableArray<SubjectCount>> CountAsync(CancellationToken cancellation) => InMemory.Run(
        () => Kept.All.GroupBy(s => (s.Region, s.Trade, s.CreditClass, s.Status))
            .Select(g => new SubjectCount(g.Key.Region, g.Key.Trade, g.Key.CreditClass, g.Key.Status, g.LongCount())).ToImmutableArray(),
        cancellation);

    public Task<Subject?> FindAsync(string code, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(code);
        return InMemory.Run(() => Kept.Find(code), cancellation);
    }

    public Task<ImmutableDictionary<string, Subject>> FindAsync(IReadOnlyCollection<string> codes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(codes);
        return InMemory.Run(() => Kept.Find(codes), cancellation);
    }

    public Task<(ImmutableArray<Subject> Page, long Total)> SearchAsync(
        string text, DirectoryCriteria criteria, int skip, int take, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(criteria);
        return InMemory.Run(
            () => InMemoryDirectory<Subject>.Page(
                Kept.All.Where(s => (s.Code.StartsWith(text, StringComparison.Ordinal) || s.Name.Contains(text, StringComparison.Ordinal)) && criteria.Match(s)), skip, take),
            cancellation);
    }
}
