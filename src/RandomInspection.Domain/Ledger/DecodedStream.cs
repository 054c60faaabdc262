using System.Collections.Immutable;

namespace RandomInspection.Ledger;

/// <summary>The events of a stream as far as they were decoded: whoever reads it again, longer by some entries, decodes only these.</summary>
internal sealed class DecodedStream
{
    private readonly Lock _gate = new();
    private readonly List<(LedgerEntry Entry, object Event)> _decoded = [];

    /// <summary>The events of entries, in their order.</summary>
    /// <param name="codec">The codec.</param>
    /// <param name="entries">The stream from its first entry on, one or more.</param>
    public ImmutableArray<T> Events<T>(EventCodec codec, ImmutableArray<LedgerEntry> entries)
        where T : class
    {
        lock (_gate)
        {
            // A database that was put back may have grown otherwise since; what is known of it then counts no more.
            int known = Math.Min(_decoded.Count, entries.Length);
            if (known > 0 && _decoded[known - 1].Entry != entries[known - 1])
            {
                _decoded.Clear();
            }

            for (int i = _decoded.Count; i < entries.Length; i++)
            {
                _decoded.Add((entries[i], codec.Decode(entries[i])));
            }

            ImmutableArray<T>.Builder events = ImmutableArray.CreateBuilder<T>(entries.Length);
            for (int i = 0; i < entries.Length; i++)
            {
                events.Add((T)_decoded[i].Event);
            }

            return events.MoveToImmutable();
        }
    }
}
