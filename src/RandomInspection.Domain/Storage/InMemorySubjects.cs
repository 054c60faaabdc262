using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Inspections;
using RandomInspection.Ledger;

namespace RandomInspection.Storage;

/// <summary>The subject directory in memory; it is written by the ledger only.</summary>
internal sealed class InMemorySubjects(InMemoryStore store) : ISubjectDirectory
{
    private InMemoryDirectory<Subject> Kept => store.State.Subjects;

    public Task<long> VersionAsync(CancellationToken cancellation) => InMemory.Run(() => Kept.Version, cancellation);

    public IAsyncEnumerable<Subject> ReadAsync(CancellationToken cancellation) => InMemoryDirectory<Subject>.StreamAsync(Kept.All, cancellation);

    public IAsyncEnumerable<Subject> ReadAsync(DirectoryCriteria criteria, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        return InMemoryDirectory<Subject>.StreamAsync(Matching(criteria), cancellation);
    }

    public Task<ImmutableArray<SubjectCount>> CountAsync(CancellationToken cancellation) => CountAsync(DirectoryCriteria.Everything, cancellation);

    public Task<ImmutableArray<SubjectCount>> CountAsync(DirectoryCriteria criteria, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        return InMemory.Run(
            () => Matching(criteria).GroupBy(s => (s.Region, s.Trade, s.CreditClass, s.Status))
                .Select(g => new SubjectCount(g.Key.Region, g.Key.Trade, g.Key.CreditClass, g.Key.Status, g.LongCount())).ToImmutableArray(),
            cancellation);
    }

    public Task<ImmutableArray<TagCount>> TagsAsync(CancellationToken cancellation) => InMemory.Run(
        () => Kept.All.SelectMany(s => s.Tags.Names).GroupBy(tag => tag, StringComparer.Ordinal)
            .OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => new TagCount(tag.Key, tag.LongCount())).ToImmutableArray(),
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

    public Task<ImmutableDictionary<string, Subject>> FindAsync(IReadOnlyCollection<string> codes, DirectoryCriteria criteria, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(criteria);
        return InMemory.Run(
            () =>
            {
                HashSet<string> asked = new(codes, StringComparer.Ordinal);
                return Matching(criteria).Where(s => asked.Contains(s.Code)).ToImmutableDictionary(s => s.Code, StringComparer.Ordinal);
            },
            cancellation);
    }

    public Task<(ImmutableArray<Subject> Page, long Total)> SearchAsync(
        string text, DirectoryCriteria criteria, int skip, int take, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(criteria);
        return InMemory.Run(
            () => InMemoryDirectory<Subject>.Page(
                Matching(criteria).Where(s => s.Code.StartsWith(text, StringComparison.Ordinal) || s.Name.Contains(text, StringComparison.Ordinal)), skip, take),
            cancellation);
    }

    /// <summary>The subjects that match, of one moment.</summary>
    private IEnumerable<Subject> Matching(DirectoryCriteria criteria)
    {
        InMemoryState state = store.State;
        Dictionary<string, LocalDate> inspected = new(StringComparer.Ordinal);
        if (criteria.NotInspectedSince is not null)
        {
            foreach (VisitView visit in state.Views.GetValueOrDefault(typeof(VisitView), ImmutableDictionary<string, IView>.Empty).Values.Cast<VisitView>())
            {
                if (visit.ConcludedOn is { } day && (!inspected.TryGetValue(visit.SubjectCode, out LocalDate known) || known < day))
                {
                    inspected[visit.SubjectCode] = day;
                }
            }
        }

        return state.Subjects.All.Where(subject => criteria.Match(subject, inspected.TryGetValue(subject.Code, out LocalDate last) ? last : null));
    }
}
