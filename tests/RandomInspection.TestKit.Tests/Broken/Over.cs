using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Ledger;

namespace RandomInspection.Tests.Broken;

/// <summary>A ledger that does as another one does, until it is broken somewhere.</summary>
internal abstract class LedgerOver(ILedger sound) : ILedger
{
    protected ILedger Sound { get; } = sound;

    public virtual Task<ImmutableArray<LedgerEntry>> CommitAsync(LedgerCommit commit, CancellationToken cancellation) => Sound.CommitAsync(commit, cancellation);

    public virtual Task<ImmutableArray<LedgerEntry>> ReadStreamAsync(string stream, CancellationToken cancellation) => Sound.ReadStreamAsync(stream, cancellation);

    public virtual Task<ImmutableArray<LedgerEntry>> ReadAsync(LedgerLog log, long afterSequence, int most, CancellationToken cancellation) =>
        Sound.ReadAsync(log, afterSequence, most, cancellation);

    public virtual Task<LedgerHead> HeadAsync(LedgerLog log, CancellationToken cancellation) => Sound.HeadAsync(log, cancellation);

    public virtual Task<ImmutableArray<byte[]>> ReadNodesAsync(LedgerLog log, IReadOnlyList<TreeNode> nodes, CancellationToken cancellation) =>
        Sound.ReadNodesAsync(log, nodes, cancellation);
}

/// <summary>A subject directory that does as another one does, until it is broken somewhere.</summary>
internal abstract class SubjectsOver(ISubjectDirectory sound) : ISubjectDirectory
{
    protected ISubjectDirectory Sound { get; } = sound;

    public virtual Task<long> VersionAsync(CancellationToken cancellation) => Sound.VersionAsync(cancellation);

    public virtual IAsyncEnumerable<Subject> ReadAsync(CancellationToken cancellation) => Sound.ReadAsync(cancellation);

    public virtual Task<ImmutableArray<SubjectCount>> CountAsync(CancellationToken cancellation) => Sound.CountAsync(cancellation);

    public virtual IAsyncEnumerable<Subject> ReadAsync(DirectoryCriteria criteria, CancellationToken cancellation) => Sound.ReadAsync(criteria, cancellation);

    public virtual Task<ImmutableArray<SubjectCount>> CountAsync(DirectoryCriteria criteria, CancellationToken cancellation) => Sound.CountAsync(criteria, cancellation);

    public virtual Task<ImmutableArray<TagCount>> TagsAsync(CancellationToken cancellation) => Sound.TagsAsync(cancellation);

    public virtual Task<ImmutableDictionary<string, Subject>> FindAsync(IReadOnlyCollection<string> codes, DirectoryCriteria criteria, CancellationToken cancellation) =>
        Sound.FindAsync(codes, criteria, cancellation);

    public virtual Task<Subject?> FindAsync(string code, CancellationToken cancellation) => Sound.FindAsync(code, cancellation);

    public virtual Task<ImmutableDictionary<string, Subject>> FindAsync(IReadOnlyCollection<string> codes, CancellationToken cancellation) => Sound.FindAsync(codes, cancellation);

    public virtual Task<(ImmutableArray<Subject> Page, long Total)> SearchAsync(
        string text, DirectoryCriteria criteria, int skip, int take, CancellationToken cancellation) => Sound.SearchAsync(text, criteria, skip, take, cancellation);
}

/// <summary>An evidence store that does as another one does, until it is broken somewhere.</summary>
internal abstract class EvidenceOver(IEvidenceStore sound) : IEvidenceStore
{
    protected IEvidenceStore Sound { get; } = sound;

    public virtual Task<string> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation) => Sound.PutAsync(bytes, cancellation);

    public virtual Task<string> PutForNowAsync(ReadOnlyMemory<byte> bytes, Instant at, CancellationToken cancellation) => Sound.PutForNowAsync(bytes, at, cancellation);

    public virtual Task<int> RemoveKeptForNowAsync(Instant before, CancellationToken cancellation) => Sound.RemoveKeptForNowAsync(before, cancellation);

    public virtual Task<byte[]?> GetAsync(string digest, CancellationToken cancellation) => Sound.GetAsync(digest, cancellation);
}
