using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Tests.Broken;

/// <summary>Looks at the version and writes afterwards: right for one writer, and two of many win.</summary>
internal sealed class LosesUpdates(ILedger sound) : LedgerOver(sound)
{
    public override async Task<ImmutableArray<LedgerEntry>> CommitAsync(LedgerCommit commit, CancellationToken cancellation)
    {
        foreach (StreamAppend append in commit.Appends.DistinctBy(a => a.Stream))
        {
            int version = (await Sound.ReadStreamAsync(append.Stream, cancellation)).Length;
            if (version != append.ExpectedVersion)
            {
                throw new AppendConflictException(append.Stream, append.ExpectedVersion, version);
            }
        }

        await Task.Delay(20, cancellation);
        while (true)
        {
            try
            {
                return await Sound.CommitAsync(commit, cancellation);
            }
            catch (AppendConflictException late)
            {
                commit = commit with { Appends = [.. commit.Appends.Select(a => a.Stream == late.Stream ? a with { ExpectedVersion = late.Actual } : a)] };
            }
        }
    }
}

/// <summary>Writes the rows first, in a transaction of their own.</summary>
internal sealed class WritesViewsOutside(ILedger sound) : LedgerOver(sound)
{
    public override async Task<ImmutableArray<LedgerEntry>> CommitAsync(LedgerCommit commit, CancellationToken cancellation)
    {
        await Sound.CommitAsync(commit with { Appends = [], Effect = null, Personal = [] }, cancellation);
        return await Sound.CommitAsync(commit with { Views = [] }, cancellation);
    }
}

/// <summary>Reads a stream by the clock.</summary>
internal sealed class OrdersByTime(ILedger sound) : LedgerOver(sound)
{
    public override async Task<ImmutableArray<LedgerEntry>> ReadStreamAsync(string stream, CancellationToken cancellation) =>
        [.. (await Sound.ReadStreamAsync(stream, cancellation)).OrderBy(e => e.At)];
}

/// <summary>Takes its numbers from a counter that a refused commit has counted up: an identity column.</summary>
internal sealed class LeavesGaps(ILedger sound) : LedgerOver(sound)
{
    private readonly ConcurrentDictionary<(LedgerLog, long), long> _numbers = new();
    private long _burnt;

    public override async Task<ImmutableArray<LedgerEntry>> CommitAsync(LedgerCommit commit, CancellationToken cancellation)
    {
        try
        {
            return [.. (await Sound.CommitAsync(commit, cancellation)).Select(e => e with { Sequence = _numbers[(e.Log, e.Sequence)] = e.Sequence + Interlocked.Read(ref _burnt) })];
        }
        catch (AppendConflictException)
        {
            Interlocked.Add(ref _burnt, commit.Appends.Sum(a => a.Events.Length));
            throw;
        }
    }

    public override async Task<ImmutableArray<LedgerEntry>> ReadStreamAsync(string stream, CancellationToken cancellation) => Numbered(await Sound.ReadStreamAsync(stream, cancellation));

    public override async Task<ImmutableArray<LedgerEntry>> ReadAsync(LedgerLog log, long afterSequence, int most, CancellationToken cancellation) =>
        Numbered(await Sound.ReadAsync(log, afterSequence, most, cancellation));

    private ImmutableArray<LedgerEntry> Numbered(ImmutableArray<LedgerEntry> entries) => [.. entries.Select(e => e with { Sequence = _numbers[(e.Log, e.Sequence)] })];
}

/// <summary>Takes a text of nothing for nothing, as one well-known database does.</summary>
internal sealed class SwallowsReasons(ILedger sound) : LedgerOver(sound)
{
    public override Task<ImmutableArray<LedgerEntry>> CommitAsync(LedgerCommit commit, CancellationToken cancellation) =>
        Sound.CommitAsync(commit.Reason is "" ? commit with { Reason = null } : commit, cancellation);
}

/// <summary>Keeps milliseconds.</summary>
internal sealed class TruncatesTime(ILedger sound) : LedgerOver(sound)
{
    public override Task<ImmutableArray<LedgerEntry>> CommitAsync(LedgerCommit commit, CancellationToken cancellation) =>
        Sound.CommitAsync(commit with { At = Instant.FromUnixTimeMilliseconds(commit.At.ToUnixTimeMilliseconds()) }, cancellation);
}

/// <summary>Keeps texts in the composed form.</summary>
internal sealed class NormalisesTexts(ILedger sound) : LedgerOver(sound)
{
    public override Task<ImmutableArray<LedgerEntry>> CommitAsync(LedgerCommit commit, CancellationToken cancellation) => Sound.CommitAsync(
        commit with { Appends = [.. commit.Appends.Select(a => a with { Events = [.. a.Events.Select(e => e with { Data = Composed(e.Data) })] })] }, cancellation);

    private static string Composed(string text) => text.Contains('\uFFFF', StringComparison.Ordinal) ? text : text.Normalize(NormalizationForm.FormC);
}

/// <summary>Begins a page with the entry after which it was asked.</summary>
internal sealed class PagesOffByOne(ILedger sound) : LedgerOver(sound)
{
    public override Task<ImmutableArray<LedgerEntry>> ReadAsync(LedgerLog log, long afterSequence, int most, CancellationToken cancellation) =>
        Sound.ReadAsync(log, afterSequence > 0 ? afterSequence - 1 : afterSequence, most, cancellation);
}

/// <summary>Shows the sealed log behind the end of the public one.</summary>
internal sealed class LeaksSealedEntries(ILedger sound) : LedgerOver(sound)
{
    public override async Task<ImmutableArray<LedgerEntry>> ReadAsync(LedgerLog log, long afterSequence, int most, CancellationToken cancellation)
    {
        ImmutableArray<LedgerEntry> page = await Sound.ReadAsync(log, afterSequence, most, cancellation);
        return page.Length == most || log == LedgerLog.Sealed ? page : [.. page, .. await Sound.ReadAsync(LedgerLog.Sealed, 0, most - page.Length, cancellation)];
    }
}

/// <summary>Puts sealed entries into the public log: its mere growth tells.</summary>
internal sealed class KeepsOneLog(ILedger sound) : LedgerOver(sound)
{
    public override Task<ImmutableArray<LedgerEntry>> CommitAsync(LedgerCommit commit, CancellationToken cancellation) =>
        Sound.CommitAsync(commit with { Log = LedgerLog.Public }, cancellation);
}

/// <summary>Writes stream by stream and looks in between whether somebody cancelled.</summary>
internal sealed class CancelsHalfWay(ILedger sound) : LedgerOver(sound)
{
    public override async Task<ImmutableArray<LedgerEntry>> CommitAsync(LedgerCommit commit, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        List<LedgerEntry> written = [];
        foreach (StreamAppend append in commit.Appends)
        {
            written.AddRange(await Sound.CommitAsync(commit with { Appends = [append], Views = [], Effect = null, Personal = [] }, CancellationToken.None));
            await Task.Delay(TimeSpan.FromMilliseconds(1), cancellation);
        }

        await Sound.CommitAsync(commit with { Appends = [] }, CancellationToken.None);
        return [.. written];
    }
}

/// <summary>Writes the streams of one commit one by one, so that others come in between.</summary>
internal sealed class WritesStreamByStream(ILedger sound) : LedgerOver(sound)
{
    public override async Task<ImmutableArray<LedgerEntry>> CommitAsync(LedgerCommit commit, CancellationToken cancellation)
    {
        List<LedgerEntry> written = [];
        foreach (StreamAppend append in commit.Appends)
        {
            written.AddRange(await Sound.CommitAsync(commit with { Appends = [append] }, cancellation));
            await Task.Delay(1, cancellation);
        }

        return [.. written];
    }
}

/// <summary>Passes over an effect that it does not know.</summary>
internal sealed class SwallowsEffects(ILedger sound) : LedgerOver(sound)
{
    public override async Task<ImmutableArray<LedgerEntry>> CommitAsync(LedgerCommit commit, CancellationToken cancellation)
    {
        try
        {
            return await Sound.CommitAsync(commit, cancellation);
        }
        catch (NotSupportedException)
        {
            return await Sound.CommitAsync(commit with { Effect = null }, cancellation);
        }
    }
}

/// <summary>Reads the size at one moment and the root at another.</summary>
internal sealed class ReadsHeadsInTwo(ILedger sound) : LedgerOver(sound)
{
    public override async Task<LedgerHead> HeadAsync(LedgerLog log, CancellationToken cancellation)
    {
        LedgerHead first = await Sound.HeadAsync(log, cancellation);
        for (int i = 0; i < 200 && (await Sound.HeadAsync(log, cancellation)).Size == first.Size; i++)
        {
            await Task.Yield();
        }

        return first with { Root = (await Sound.HeadAsync(log, cancellation)).Root };
    }
}

/// <summary>Gives the hash of what is there of a subtree that is not complete.</summary>
internal sealed class ProvesTooMuch(ILedger sound) : LedgerOver(sound)
{
    public override async Task<ImmutableArray<byte[]>> ReadNodesAsync(LedgerLog log, IReadOnlyList<TreeNode> nodes, CancellationToken cancellation)
    {
        try
        {
            return await Sound.ReadNodesAsync(log, nodes, cancellation);
        }
        catch (ArgumentException)
        {
            return [.. nodes.Select(_ => new byte[32])];
        }
    }
}
