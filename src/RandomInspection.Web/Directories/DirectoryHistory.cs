using System.Collections.Immutable;
using RandomInspection.Directories;
using RandomInspection.Ledger;

namespace RandomInspection.Web.Directories;

/// <summary>The merges of a directory as they stand in the ledger.</summary>
internal static class DirectoryHistory
{
    /// <summary>All merges, the newest first.</summary>
    public static async Task<ImmutableArray<(LedgerEntry Entry, IDirectoryMerge Merge)>> ReadAsync(
        DirectoryKind kind, ILedger ledger, EventCodec codec, CancellationToken cancellation)
    {
        ImmutableArray<LedgerEntry> entries = await ledger.ReadStreamAsync(kind.Stream, cancellation);
        return
        [
            .. entries.Reverse().Select(entry => (Entry: entry, Merge: codec.Decode(entry) as IDirectoryMerge))
                .Where(pair => pair.Merge is not null).Select(pair => (pair.Entry, pair.Merge!)),
        ];
    }
}
