using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>Commits that are written in one transaction, the rows of all of them together. One that does not fit its streams is left out and does not touch the others.</summary>
/// <param name="context">The context, in a transaction.</param>
internal sealed class LedgerBatch(InspectionContext context)
{
    private readonly List<Checked> _passed = [];
    private readonly List<(WaitingCommit Commit, Exception Failure)> _failed = [];
    private Dictionary<string, StreamStanding> _standing = [];

    /// <summary>What was written, each with its entries; it counts once the transaction has committed.</summary>
    public IEnumerable<(WaitingCommit Commit, ImmutableArray<LedgerEntry> Entries)> Written => _passed.Select(c => (c.Commit, c.Entries));

    /// <summary>What was not written and why, whatever becomes of the transaction.</summary>
    public IReadOnlyList<(WaitingCommit Commit, Exception Failure)> Failed => _failed;

    /// <summary>Writes commits in their order. An exception means that the transaction is lost.</summary>
    public async Task WriteAsync(ImmutableArray<WaitingCommit> commits, CancellationToken cancellation)
    {
        _standing = await context.HoldStreamsAsync([.. commits.SelectMany(c => c.Commit.Appends).Select(a => a.Stream).Distinct(StringComparer.Ordinal)], cancellation);
        foreach (WaitingCommit commit in commits)
        {
            try
            {
                foreach ((string stream, StreamStanding standing) in Check(commit.Commit))
                {
                    _standing[stream] = standing;
                }

                _passed.Add(new Checked(commit));
            }
            catch (Exception failure) when (failure is AppendConflictException or ArgumentException)
            {
                _failed.Add((commit, failure));
            }
        }

        await WriteOwnRowsAsync([.. _passed.Select(c => c.Commit.Commit)], cancellation);

        // The heads last, so that another host waits for as short as can be.
        foreach (IGrouping<LedgerLog, Checked> log in _passed.Where(c => c.Commit.Commit.Appends.Any(a => !a.Events.IsEmpty)).GroupBy(c => c.Commit.Commit.Log).OrderBy(g => g.Key))
        {
            await AppendAsync(log.Key, [.. log], cancellation);
        }
    }

    /// <summary>How far the streams of a commit stand after it.</summary>
    private Dictionary<string, StreamStanding> Check(LedgerCommit commit)
    {
        Dictionary<string, StreamStanding> grown = new(StringComparer.Ordinal);
        foreach (StreamAppend append in commit.Appends)
        {
            StreamStanding standing = grown.TryGetValue(append.Stream, out StreamStanding before)
                ? before
                : _standing.GetValueOrDefault(append.Stream, new StreamStanding(commit.Log, 0));
            if (standing.Version != append.ExpectedVersion)
            {
                throw new AppendConflictException(append.Stream, append.ExpectedVersion, standing.Version);
            }

            if (!append.Events.IsEmpty)
            {
                if (standing.Version > 0 && standing.Log != commit.Log)
                {
                    throw new ArgumentException($"The stream \"{append.Stream}\" stands in the {standing.Log} log.", nameof(commit));
                }

                grown[append.Stream] = new StreamStanding(commit.Log, standing.Version + append.Events.Length);
            }
        }

        return grown;
    }

    private async Task WriteOwnRowsAsync(ImmutableArray<LedgerCommit> commits, CancellationToken cancellation)
    {
        await AnsweredRequests.KeepAsync(context, commits, cancellation);
        await context.ReplaceAsync([.. commits.SelectMany(commit => commit.Views)], cancellation);
        PersonalRow[] personal = [.. commits.SelectMany(commit => commit.Personal).Select(PersonalRow.Of)];
        await context.InsertAsync(context.Set<PersonalRow>().EntityType, personal, personal.Length, cancellation);
        foreach (LedgerCommit commit in commits)
        {
            switch (commit.Effect)
            {
                case null:
                    break;
                case SubjectMerge subjects:
                    await context.MergeAsync(subjects, cancellation);
                    break;
                case InspectorMerge inspectors:
                    await context.MergeAsync(inspectors, cancellation);
                    break;
                case PersonalErasure erasure:
                    await PersonalTexts.EraseAsync(context, erasure, Kept(commit.At), cancellation);
                    break;
                default:
                    throw new NotSupportedException($"This store does not know the effect \"{commit.Effect.Name}\".");
            }
        }
    }

    private async Task AppendAsync(LedgerLog log, ImmutableArray<Checked> commits, CancellationToken cancellation)
    {
        LedgerHeadRow head = await context.HoldHeadAsync(log, cancellation);
        MerkleFrontier frontier = MerkleFrontier.FromBytes(head.Size, head.Frontier);
        List<LedgerNodeRow> completed = [];
        foreach (Checked commit in commits)
        {
            ImmutableArray<LedgerEntry>.Builder entries = ImmutableArray.CreateBuilder<LedgerEntry>();
            foreach (LedgerEntry entry in Entries(commit.Commit.Commit, frontier.Size))
            {
                frontier = frontier.Append(
                    LedgerLeaf.Tree, LedgerLeaf.Tree.Leaf(LedgerLeaf.Bytes(entry)), (node, hash) => completed.Add(LedgerNodeRow.Of(log, node, hash)));
                entries.Add(entry);
            }

            commit.Entries = entries.ToImmutable();
        }

        LedgerRow[] rows = [.. commits.SelectMany(c => c.Entries).Select(LedgerRow.Of)];
        await context.InsertAsync(context.Entries(log).EntityType, rows, rows.Length, cancellation);
        await context.InsertAsync(context.Nodes.EntityType, completed, completed.Count, cancellation);
        string[] streams = [.. rows.Select(r => r.Stream).Distinct(StringComparer.Ordinal)];
        await context.KeepStreamsAsync(log, streams.ToDictionary(s => s, s => _standing[s].Version), cancellation);
        head.Size = frontier.Size;
        head.Frontier = frontier.ToBytes();
        head.Root = Convert.ToHexStringLower(frontier.Root(LedgerLeaf.Tree));
        await context.UpsertAsync(context.Heads.EntityType, [head], 1, cancellation);
    }

    private static IEnumerable<LedgerEntry> Entries(LedgerCommit commit, long sequence)
    {
        Instant at = Kept(commit.At);
        foreach (StreamAppend append in commit.Appends)
        {
            int version = append.ExpectedVersion;
            foreach (EncodedEvent happened in append.Events)
            {
                string? salt = LedgerLeaf.SaltOf(commit, append.Stream, ++version);
                yield return new LedgerEntry(++sequence, append.Stream, version, happened.Type, commit.Actor, commit.Reason, at, happened.Data, commit.Log, salt);
            }
        }
    }

    /// <summary>What is hashed is what is kept: the column knows ticks of 100 ns.</summary>
    private static Instant Kept(Instant at) => Instant.FromUnixTimeTicks(at.ToUnixTimeTicks());

    /// <summary>A commit that may be written.</summary>
    private sealed class Checked(WaitingCommit commit)
    {
        public WaitingCommit Commit { get; } = commit;

        public ImmutableArray<LedgerEntry> Entries { get; set; } = [];
    }
}
