using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using RandomInspection.Directories;

namespace RandomInspection.Planning;

/// <summary>The subject directory as a draw sees it: who is on a dishonesty list counts as the class that its rules give, in criteria, cells and designs alike.</summary>
/// <remarks>对违法失信者“重点严查”: the register's class stays what it is. Source: 沈政办发〔2020〕19号 三(十).</remarks>
/// <param name="directory">The directory.</param>
/// <param name="listed">Who is listed on the day by which the draw judges.</param>
internal sealed class DirectoryOfDraws(ISubjectDirectory directory, ListedSubjects listed) : ISubjectDirectory
{
    /// <summary>Who is listed.</summary>
    public ListedSubjects Listed => listed;

    public Task<long> VersionAsync(CancellationToken cancellation) => directory.VersionAsync(cancellation);

    public IAsyncEnumerable<Subject> ReadAsync(CancellationToken cancellation) => ReadAsync(DirectoryCriteria.Everything, cancellation);

    public async IAsyncEnumerable<Subject> ReadAsync(DirectoryCriteria criteria, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        Queue<Subject> known = new(await ListedAsync(criteria, cancellation));
        await foreach (Subject subject in directory.ReadAsync(criteria, cancellation))
        {
            while (known.TryPeek(out Subject? next) && string.CompareOrdinal(next.Code, subject.Code) < 0)
            {
                yield return known.Dequeue();
            }

            if (!listed.Entries.ContainsKey(subject.Code))
            {
                yield return subject;
            }
        }

        while (known.TryDequeue(out Subject? last))
        {
            yield return last;
        }
    }

    public Task<ImmutableArray<SubjectCount>> CountAsync(CancellationToken cancellation) => CountAsync(DirectoryCriteria.Everything, cancellation);

    public async Task<ImmutableArray<SubjectCount>> CountAsync(DirectoryCriteria criteria, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        ImmutableArray<SubjectCount> counts = await directory.CountAsync(criteria, cancellation);
        IEnumerable<Subject> registered = (await directory.FindAsync([.. listed.Entries.Keys], criteria, cancellation)).Values;
        return
        [
            .. counts
                .Concat(registered.Select(s => new SubjectCount(s.Region, s.Trade, s.CreditClass, s.Status, -1)))
                .Concat((await ListedAsync(criteria, cancellation)).Select(s => new SubjectCount(s.Region, s.Trade, s.CreditClass, s.Status, 1)))
                .GroupBy(c => c with { Subjects = 0 }, c => c.Subjects)
                .Select(g => g.Key with { Subjects = g.Sum() })
                .Where(c => c.Subjects > 0),
        ];
    }

    public Task<ImmutableArray<TagCount>> TagsAsync(CancellationToken cancellation) => directory.TagsAsync(cancellation);

    public async Task<Subject?> FindAsync(string code, CancellationToken cancellation) =>
        await directory.FindAsync(code, cancellation) is { } subject ? AsDrawn(subject) : null;

    public Task<ImmutableDictionary<string, Subject>> FindAsync(IReadOnlyCollection<string> codes, CancellationToken cancellation) =>
        FindAsync(codes, DirectoryCriteria.Everything, cancellation);

    public async Task<ImmutableDictionary<string, Subject>> FindAsync(
        IReadOnlyCollection<string> codes, DirectoryCriteria criteria, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(codes);
        HashSet<string> asked = new(codes, StringComparer.Ordinal);
        return (await directory.FindAsync(codes, criteria, cancellation))
            .RemoveRange(listed.Entries.Keys)
            .AddRange((await ListedAsync(criteria, cancellation)).Where(s => asked.Contains(s.Code)).Select(s => KeyValuePair.Create(s.Code, s)));
    }

    public async Task<(ImmutableArray<Subject> Page, long Total)> SearchAsync(
        string text, DirectoryCriteria criteria, int skip, int take, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        if (listed.Entries.IsEmpty)
        {
            return await directory.SearchAsync(text, criteria, skip, take, cancellation);
        }

        // Listed subjects may match by another class than the register's: everything is read, as a draw reads it, and what is asked for is kept.
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        ImmutableArray<Subject>.Builder page = ImmutableArray.CreateBuilder<Subject>();
        long total = 0;
        await foreach (Subject subject in ReadAsync(criteria, cancellation))
        {
            if (subject.Code.StartsWith(text, StringComparison.Ordinal) || subject.Name.Contains(text, StringComparison.Ordinal))
            {
                if (total++ >= skip && page.Count < take)
                {
                    page.Add(subject);
                }
            }
        }

        return (page.ToImmutable(), total);
    }

    /// <summary>The listed subjects that match as they count, in the order of codes.</summary>
    private async Task<IEnumerable<Subject>> ListedAsync(DirectoryCriteria criteria, CancellationToken cancellation) =>
        listed.Entries.IsEmpty || !(criteria.CreditClasses.IsEmpty || criteria.CreditClasses.Contains(listed.CountsAs, StringComparer.Ordinal))
            ? []
            : (await directory.FindAsync([.. listed.Entries.Keys], criteria with { CreditClasses = [] }, cancellation)).Values
                .Select(AsDrawn)
                .OrderBy(s => s.Code, StringComparer.Ordinal);

    private Subject AsDrawn(Subject subject) => listed.Entries.ContainsKey(subject.Code) ? subject with { CreditClass = listed.CountsAs } : subject;
}
