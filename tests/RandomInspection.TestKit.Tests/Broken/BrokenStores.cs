using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Ledger;

namespace RandomInspection.Tests.Broken;

/// <summary>Leaves ties as they come.</summary>
internal sealed class LeavesTies(IViews sound) : IViews
{
    public Task<T?> FindAsync<T>(string key, CancellationToken cancellation)
        where T : class, IView => sound.FindAsync<T>(key, cancellation);

    public async Task<ImmutableArray<T>> QueryAsync<T>(ISpecification<T> specification, CancellationToken cancellation)
        where T : class, IView
    {
        ImmutableArray<T> all = await sound.QueryAsync(
            new Specification<T>(specification.Criteria, specification.Order) { Descending = specification.Descending, Take = int.MaxValue }, cancellation);
        Func<T, object?> order = specification.Order.Compile();
        return [.. all.GroupBy(order).SelectMany(ties => ties.Reverse()).Skip(specification.Skip).Take(specification.Take)];
    }

    public Task<int> CountAsync<T>(ISpecification<T> specification, CancellationToken cancellation)
        where T : class, IView => sound.CountAsync(specification, cancellation);
}

/// <summary>Counts the page instead of the whole.</summary>
internal sealed class CountsThePage(IViews sound) : IViews
{
    public Task<T?> FindAsync<T>(string key, CancellationToken cancellation)
        where T : class, IView => sound.FindAsync<T>(key, cancellation);

    public Task<ImmutableArray<T>> QueryAsync<T>(ISpecification<T> specification, CancellationToken cancellation)
        where T : class, IView => sound.QueryAsync(specification, cancellation);

    public async Task<int> CountAsync<T>(ISpecification<T> specification, CancellationToken cancellation)
        where T : class, IView => (await sound.QueryAsync(specification, cancellation)).Length;
}

/// <summary>Compares texts without regard to case, as a database with such a collation does.</summary>
internal sealed class FoldsCase(IViews sound) : IViews
{
    public Task<T?> FindAsync<T>(string key, CancellationToken cancellation)
        where T : class, IView => sound.FindAsync<T>(key, cancellation);

    public Task<ImmutableArray<T>> QueryAsync<T>(ISpecification<T> specification, CancellationToken cancellation)
        where T : class, IView => sound.QueryAsync(
            new Specification<T>((Expression<Func<T, bool>>)new Folding().Visit(specification.Criteria), specification.Order)
            {
                Descending = specification.Descending,
                Skip = specification.Skip,
                Take = specification.Take,
            },
            cancellation);

    public Task<int> CountAsync<T>(ISpecification<T> specification, CancellationToken cancellation)
        where T : class, IView => sound.CountAsync(specification, cancellation);

    private sealed class Folding : ExpressionVisitor
    {
        protected override Expression VisitMethodCall(MethodCallExpression node) => node.Object?.Type == typeof(string) && node.Method.Name == nameof(string.Contains)
            ? Expression.Call(Visit(node.Object), nameof(string.Contains), null, Visit(node.Arguments[0])!, Expression.Constant(StringComparison.OrdinalIgnoreCase))
            : base.VisitMethodCall(node);
    }
}

/// <summary>Takes a merge for the whole directory.</summary>
internal sealed class MergesAll(ILedger sound) : LedgerOver(sound)
{
    public ImmutableArray<Subject> Last { get; private set; } = [];

    public override async Task<ImmutableArray<LedgerEntry>> CommitAsync(LedgerCommit commit, CancellationToken cancellation)
    {
        ImmutableArray<LedgerEntry> written = await base.CommitAsync(commit, cancellation);
        Last = commit.Effect is SubjectMerge merge ? merge.Changed : Last;
        return written;
    }
}

/// <summary>Only what the last merge named is there.</summary>
internal sealed class OnlyTheLastMerge(ISubjectDirectory sound, MergesAll ledger) : SubjectsOver(sound)
{
    public override IAsyncEnumerable<Subject> ReadAsync(CancellationToken cancellation) => ledger.Last.OrderBy(s => s.Code, StringComparer.Ordinal).ToAsyncEnumerable();
}

/// <summary>Streams page by page, each as of its own moment.</summary>
internal sealed class StreamsInPages(ISubjectDirectory sound) : SubjectsOver(sound)
{
    public override async IAsyncEnumerable<Subject> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        for (int read = 0; ;)
        {
            ImmutableArray<Subject> page = (await Sound.SearchAsync("", DirectoryCriteria.Everything, read, 50, cancellation)).Page;
            foreach (Subject subject in page)
            {
                read++;
                yield return subject;
            }

            if (page.IsEmpty)
            {
                yield break;
            }
        }
    }
}

/// <summary>Streams in the order of a dictionary.</summary>
internal sealed class StreamsReordered(ISubjectDirectory sound) : SubjectsOver(sound)
{
    public override IAsyncEnumerable<Subject> ReadAsync(CancellationToken cancellation) =>
        Sound.ReadAsync(cancellation).OrderBy(s => s.Code, StringComparer.OrdinalIgnoreCase);
}

/// <summary>Takes what was searched for as a pattern.</summary>
internal sealed class SearchesByPattern(ISubjectDirectory sound) : SubjectsOver(sound)
{
    public override Task<(ImmutableArray<Subject> Page, long Total)> SearchAsync(
        string text, DirectoryCriteria criteria, int skip, int take, CancellationToken cancellation) =>
        Sound.SearchAsync(text.Trim('%'), criteria, skip, take, cancellation);
}

/// <summary>Writes the entry of an erasure, and leaves the pieces where they are.</summary>
internal sealed class ForgetsToErase(ILedger sound) : LedgerOver(sound)
{
    public override Task<ImmutableArray<LedgerEntry>> CommitAsync(LedgerCommit commit, CancellationToken cancellation) =>
        Sound.CommitAsync(commit.Effect is PersonalErasure ? commit with { Effect = null } : commit, cancellation);
}

/// <summary>Names files by the digest of something else.</summary>
internal sealed class DigestsWrongly(IEvidenceStore sound) : EvidenceOver(sound)
{
    public override async Task<string> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation) => (await Sound.PutAsync(bytes, cancellation)).ToUpperInvariant();

    public override Task<byte[]?> GetAsync(string digest, CancellationToken cancellation) => Sound.GetAsync(digest.ToLowerInvariant(), cancellation);
}

/// <summary>Removes what is as old as the moment, too.</summary>
internal sealed class RemovesTooMuch(IEvidenceStore sound) : EvidenceOver(sound)
{
    public override Task<int> RemoveKeptForNowAsync(Instant before, CancellationToken cancellation) => Sound.RemoveKeptForNowAsync(before.PlusTicks(1), cancellation);
}

/// <summary>Gives everybody the same array.</summary>
internal sealed class SharesBuffers(IEvidenceStore sound) : EvidenceOver(sound)
{
    private ImmutableDictionary<string, byte[]> _buffers = [];

    public override async Task<byte[]?> GetAsync(string digest, CancellationToken cancellation) =>
        await Sound.GetAsync(digest, cancellation) is { } bytes ? ImmutableInterlocked.GetOrAdd(ref _buffers, digest, bytes) : null;
}

/// <summary>Writes the commit of a request, and keeps no request.</summary>
internal sealed class ForgetsRequests(ILedger sound) : LedgerOver(sound)
{
    public override Task<ImmutableArray<LedgerEntry>> CommitAsync(LedgerCommit commit, CancellationToken cancellation) => Sound.CommitAsync(commit with { Request = null }, cancellation);
}

/// <summary>Forgets what is as old as the moment, too.</summary>
internal sealed class ForgetsTooMuch(IAnsweredRequests sound) : IAnsweredRequests
{
    public Task<ImmutableArray<KeptRequest>> FindAsync(string key, CancellationToken cancellation) => sound.FindAsync(key, cancellation);

    public Task<int> ForgetAsync(Instant before, CancellationToken cancellation) => sound.ForgetAsync(before.PlusTicks(1), cancellation);
}
