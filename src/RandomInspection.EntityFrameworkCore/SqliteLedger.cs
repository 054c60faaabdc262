using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>The logs on SQLite: one writer, one transaction for entries, views, personal data and directories.</summary>
internal sealed class SqliteLedger(IDbContextFactory<InspectionContext> contexts) : ILedger, IDisposable
{
    private static readonly ImmutableArray<LedgerLog> Logs = [LedgerLog.Public, LedgerLog.Sealed];

    private readonly SemaphoreSlim _writer = new(1, 1);

    public async Task<ImmutableArray<LedgerEntry>> CommitAsync(LedgerCommit commit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(commit);
        await _writer.WaitAsync(cancellation);
        try
        {
            await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);

            // Immediate: the write lock is taken before the versions are read, against another process too.
            await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellation);
            ImmutableArray<LedgerEntry> entries = await AppendAsync(context, commit, cancellation);
            await context.ReplaceAsync(commit.Views, cancellation);
            context.AddRange(commit.Personal.Select(PersonalRow.Of));
            await context.SaveChangesAsync(cancellation);
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

            await transaction.CommitAsync(cancellation);
            if (commit.Effect is PersonalErasure)
            {
                // What was erased does not stay behind in the write-ahead log; readers that are under way may put it off until the next time.
                await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE);", CancellationToken.None);
            }

            return entries;
        }
        finally
        {
            _writer.Release();
        }
    }

    public async Task<ImmutableArray<LedgerEntry>> ReadStreamAsync(string stream, CancellationToken cancellation)
    {
        await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);
        foreach (LedgerLog log in Logs)
        {
            List<LedgerRow> rows = await context.Entries(log).AsNoTracking().Where(e => e.Stream == stream).OrderBy(e => e.Version).ToListAsync(cancellation);
            if (rows.Count > 0)
            {
                return [.. rows.Select(e => e.ToEntry(log))];
            }
        }

        return [];
    }

    public async Task<ImmutableArray<LedgerEntry>> ReadAsync(LedgerLog log, long afterSequence, int most, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterSequence);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);
        return
        [
            .. (await context.Entries(log).AsNoTracking().Where(e => e.Sequence > afterSequence).OrderBy(e => e.Sequence).Take(most).ToListAsync(cancellation))
                .Select(e => e.ToEntry(log)),
        ];
    }

    public async Task<LedgerHead> HeadAsync(LedgerLog log, CancellationToken cancellation)
    {
        int id = LedgerHeadRow.IdOf(log);
        await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);
        LedgerHeadRow? head = await context.Heads.AsNoTracking().SingleOrDefaultAsync(h => h.Id == id, cancellation);
        return head is null
            ? new LedgerHead(0, Convert.ToHexStringLower(LedgerLeaf.Tree.EmptyRoot()))
            : new LedgerHead(head.Size, head.Root);
    }

    public async Task<ImmutableArray<byte[]>> ReadNodesAsync(LedgerLog log, IReadOnlyList<TreeNode> nodes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);
        return await context.ReadAsync(log, nodes, cancellation);
    }

    public void Dispose() => _writer.Dispose();

    private static async Task<ImmutableArray<LedgerEntry>> AppendAsync(InspectionContext context, LedgerCommit commit, CancellationToken cancellation)
    {
        int id = LedgerHeadRow.IdOf(commit.Log);
        LedgerHeadRow? head = await context.Heads.SingleOrDefaultAsync(h => h.Id == id, cancellation);
        if (head is null)
        {
            context.Add(head = new LedgerHeadRow { Id = id });
        }

        Instant at = Kept(commit.At);
        MerkleFrontier frontier = MerkleFrontier.FromBytes(head.Size, head.Frontier);
        ImmutableArray<LedgerEntry>.Builder entries = ImmutableArray.CreateBuilder<LedgerEntry>();
        List<(TreeNode, byte[])> completed = [];
        Dictionary<string, (LedgerLog Log, int Version)> standing = await StandingAsync(context, [.. commit.Appends.Select(a => a.Stream).Distinct()], cancellation);
        foreach (StreamAppend append in commit.Appends)
        {
            (LedgerLog log, int version) = standing.GetValueOrDefault(append.Stream, (commit.Log, 0));
            if (version != append.ExpectedVersion)
            {
                throw new AppendConflictException(append.Stream, append.ExpectedVersion, version);
            }

            if (log != commit.Log && !append.Events.IsEmpty)
            {
                throw new ArgumentException($"The stream \"{append.Stream}\" stands in the {log} log.", nameof(commit));
            }

            foreach (EncodedEvent happened in append.Events)
            {
                string? salt = LedgerLeaf.SaltOf(commit, append.Stream, ++version);
                LedgerEntry entry = new(frontier.Size + 1, append.Stream, version, happened.Type, commit.Actor, commit.Reason, at, happened.Data, commit.Log, salt);
                frontier = frontier.Append(LedgerLeaf.Tree, LedgerLeaf.Tree.Leaf(LedgerLeaf.Bytes(entry)), (node, hash) => completed.Add((node, hash)));
                context.Entries(commit.Log).Add(LedgerRow.Of(entry));
                entries.Add(entry);
            }

            standing[append.Stream] = (log, version);
        }

        head.Size = frontier.Size;
        head.Frontier = frontier.ToBytes();
        head.Root = Convert.ToHexStringLower(frontier.Root(LedgerLeaf.Tree));
        await context.InsertAsync(commit.Log, completed, cancellation);
        return entries.ToImmutable();
    }

    /// <summary>What is hashed is what is kept: the column knows ticks of 100 ns.</summary>
    private static Instant Kept(Instant at) => Instant.FromUnixTimeTicks(at.ToUnixTimeTicks());

    /// <summary>In which log each stream stands and how many entries it has; a match writes one for every visit, so they are asked for together.</summary>
    private static async Task<Dictionary<string, (LedgerLog Log, int Version)>> StandingAsync(
        InspectionContext context, string[] streams, CancellationToken cancellation)
    {
        Dictionary<string, (LedgerLog, int)> standing = new(streams.Length, StringComparer.Ordinal);
        foreach (string[] some in streams.Chunk(500))
        {
            foreach (LedgerLog log in Logs)
            {
                foreach (var stream in await context.Entries(log).Where(e => some.Contains(e.Stream))
                    .GroupBy(e => e.Stream).Select(g => new { g.Key, Entries = g.Count() }).ToListAsync(cancellation))
                {
                    standing.Add(stream.Key, (log, stream.Entries));
                }
            }
        }

        return standing;
    }
}
