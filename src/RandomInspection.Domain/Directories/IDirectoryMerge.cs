using System.Collections.Immutable;

namespace RandomInspection.Directories;

/// <summary>What the ledger says of a merge, into whichever directory.</summary>
public interface IDirectoryMerge
{
    /// <summary>The directory's version after the merge, from 1.</summary>
    long Version { get; }

    /// <summary>The file's name as given.</summary>
    string FileName { get; }

    /// <summary>SHA-256 of the file.</summary>
    string FileDigest { get; }

    /// <summary>Merkle root (RFC 9162, SHA-256) over the canonical lines of what changed, in the order of ids.</summary>
    string DeltaRoot { get; }

    /// <summary>How many are new.</summary>
    int Inserted { get; }

    /// <summary>How many changed.</summary>
    int Updated { get; }

    /// <summary>How many stand in the file as in the directory.</summary>
    int Unchanged { get; }

    /// <summary>How many of those that changed have another status.</summary>
    int StatusChanged => 0;

    /// <summary>What takes effect later, by day; <see langword="null"/> if nothing does.</summary>
    ImmutableArray<DeferredChanges>? Deferred => null;

    /// <summary>Rows that were refused and left out on purpose.</summary>
    int LeftOut { get; }

    /// <summary>Warnings about rows that were taken.</summary>
    int Warnings { get; }

    /// <summary>SHA-256 of the parts of <see cref="KeptDelta"/> in the evidence store; <see langword="null"/> for a merge older than this keeping.</summary>
    ImmutableArray<string>? Kept { get; }
}
