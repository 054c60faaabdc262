using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>The log on SQLite: one writer, one transaction for entries, views and directories.</summary>
internal sealed class SqliteLedger(IDbContextFactory<InspectionContext> contexts) : ILedger, IDisposable
{
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
                default:
                    throw new NotSupportedException($"This store does not know the effect \"{commit.Effect.Name}\".");
            }

            await transaction.CommitAsync(cancellation);
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
        return [.. (await context.Ledger.AsNoTracking().Where(e => e.Stream == stream).OrderBy(e => e.Version).ToListAsync(cancellation)).Select(e => e.ToEntry())];
    }

    public async Task<ImmutableArray<LedgerEntry>> ReadAsync(long afterSequence, int most, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterSequence);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);
        return
        [
            .. (await context.Ledger.AsNoTracking().Where(e => e.Sequence > afterSequence).OrderBy(e => e.Sequence).Take(most).ToListAsync(cancellation))
                .Select(e => e.ToEntry()),
        ];
    }

    public async Task<LedgerHead> HeadAsync(CancellationToken cancellation)
    {
        await using InspectionContext context = await contexts.CreateDbContextAsync(cancellation);
        LedgerHeadRow? head = await context.Head.AsNoTracking().SingleOrDefaultAsync(cancellation);
        return head is null
            ? new LedgerHead(0, Convert.ToHexStringLower(LedgerLeaf.Tree.EmptyRoot()))
            : new LedgerHead(head.Size, head.Root);
    }

    public void Dispose() => _writer.Dispose();

    private static async Task<ImmutableArray<LedgerEntry>> AppendAsync(InspectionContext context, LedgerCommit commit, CancellationToken cancellation)
    {
        LedgerHeadRow? head = await context.Head.SingleOrDefaultAsync(cancellation);
        if (head is null)
        {
            context.Add(head = new LedgerHeadRow { Id = 1 });
        }

        // What is hashed is what is kept: the column knows ticks of 100 ns.
        Instant at = Instant.FromUnixTimeTicks(commit.At.ToUnixTimeTicks());
        MerkleFrontier frontier = MerkleFrontier.FromBytes(head.Size, head.Frontier);
        ImmutableArray<LedgerEntry>.Builder entries = ImmutableArray.CreateBuilder<LedgerEntry>();
        Dictionary<string, int> versions = await VersionsAsync(context, [.. commit.Appends.Select(a => a.Stream).Distinct()], cancellation);
        foreach (StreamAppend append in commit.Appends)
        {
            int version = versions.GetValueOrDefault(append.Stream);
            if (version != append.ExpectedVersion)
            {
                throw new AppendConflictException(append.Stream, append.ExpectedVersion, version);
            }

            foreach (EncodedEvent happened in append.Events)
            {
                LedgerEntry entry = new(frontier.Size + 1, append.Stream, ++version, happened.Type, commit.Actor, commit.Reason, at, happened.Data);
                frontier = frontier.Append(LedgerLeaf.Tree, LedgerLeaf.Tree.Leaf(LedgerLeaf.Bytes(entry)));
                context.Add(LedgerRow.Of(entry));
                entries.Add(entry);
            }

            versions[append.Stream] = version;
        }

        head.Size = frontier.Size;
        head.Frontier = frontier.ToBytes();
        head.Root = Convert.ToHexStringLower(frontier.Root(LedgerLeaf.Tree));
        return entries.ToImmutable();
    }

    /// <summary>How many entries each stream has; a match writes one for every visit, so they are asked for together.</summary>
    private static async Task<Dictionary<string, int>> VersionsAsync(InspectionContext context, string[] streams, CancellationToken cancellation)
    {
        Dictionary<string, int> versions = new(streams.Length, StringComparer.Ordinal);
        foreach (string[] some in streams.Chunk(500))
        {
            foreach (var stream in await context.Ledger.Where(e => some.Contains(e.Stream))
                .GroupBy(e => e.Stream).Select(g => new { g.Key, Entries = g.Count() }).ToListAsync(cancellation))
            {
                versions.Add(stream.Key, stream.Entries);
            }
        }

        return versions;
    }
}
