using System.Collections.Immutable;
using Microsoft.Extensions.Caching.Memory;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>Streams as they were read last: an entry never changes, so only what was appended since has to be read again.</summary>
/// <remarks>
/// Whoever reads on begins with the last entry that is kept; where it does not stand there any more (the database was put back to an older state), nothing of the stream is believed.
/// Bounded by the entries' texts, not by their number; a stream that is long by itself is not kept.
/// </remarks>
internal sealed class KeptStreams : IDisposable
{
    private const long Most = 16 << 20;
    private const long LongestStream = Most / 16;
    private const int AnEntry = 200;

    private readonly MemoryCache _streams = new(new MemoryCacheOptions { SizeLimit = Most, CompactionPercentage = 0.25 });

    /// <summary>The entries of a stream, one or more; default where it is not kept.</summary>
    public ImmutableArray<LedgerEntry> Find(string stream) => _streams.TryGetValue(stream, out Kept? kept) ? kept!.Entries : default;

    /// <summary>Keeps a stream as it was read; of one without entries nothing is known.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="entries">Its entries.</param>
    public void Keep(string stream, ImmutableArray<LedgerEntry> entries)
    {
        // A long stream that grew by little is not looked through again.
        long size = 0;
        int known = 0;
        if (_streams.TryGetValue(stream, out Kept? before) && before!.Entries.Length < entries.Length && ReferenceEquals(before.Entries[^1], entries[before.Entries.Length - 1]))
        {
            (size, known) = (before.Size, before.Entries.Length);
        }

        foreach (LedgerEntry entry in entries.AsSpan()[known..])
        {
            size += entry.Data.Length + AnEntry;
        }

        if (entries.IsEmpty || size > LongestStream)
        {
            _streams.Remove(stream);
            return;
        }

        _streams.Set(stream, new Kept(entries, size), new MemoryCacheEntryOptions { Size = size });
    }

    public void Dispose() => _streams.Dispose();

    private sealed record Kept(ImmutableArray<LedgerEntry> Entries, long Size);
}
