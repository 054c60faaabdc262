using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace RandomInspection.Directories;

/// <summary>What happens to the subject directory, as it stands in the ledger (stream <c>directory/subjects</c>).</summary>
public abstract record DirectoryEvent
{
    /// <summary>The stream of the subject directory.</summary>
    public const string Stream = "directory/subjects";

    private DirectoryEvent()
    {
    }

    /// <summary>A file was merged.</summary>
    /// <param name="Version">The directory's version after the merge, from 1.</param>
    /// <param name="FileName">The file's name as given.</param>
    /// <param name="FileDigest">SHA-256 of the file.</param>
    /// <param name="DeltaRoot">Merkle root (RFC 9162, SHA-256) over the changed subjects' canonical lines in the order of codes.</param>
    /// <param name="Inserted">Subjects that are new.</param>
    /// <param name="Updated">Subjects that changed.</param>
    /// <param name="Unchanged">Subjects that stand in the file as in the directory.</param>
    /// <param name="LeftOut">Rows that were refused and left out on purpose.</param>
    /// <param name="Warnings">Rows that were taken with a warning.</param>
    /// <param name="Kept">SHA-256 of the parts of <see cref="KeptDelta"/> in the evidence store; <see langword="null"/> for a merge older than this keeping.</param>
    /// <param name="StatusChanged">How many of those that changed have another status.</param>
    /// <param name="Deferred">What takes effect later, by day; <see langword="null"/> if nothing does.</param>
    /// <remarks>The arrays compare by reference.</remarks>
    public sealed record Merged(
        long Version,
        string FileName,
        string FileDigest,
        string DeltaRoot,
        int Inserted,
        int Updated,
        int Unchanged,
        int LeftOut,
        int Warnings,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<string>? Kept = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int StatusChanged = 0,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<DeferredChanges>? Deferred = null)
        : DirectoryEvent, IDirectoryMerge;

    /// <summary>Rows of an earlier file took effect on their day.</summary>
    /// <param name="Version">The directory's version afterwards.</param>
    /// <param name="OfVersion">The version of the merge that brought them.</param>
    /// <param name="On">Their day.</param>
    /// <param name="FileName">That file's name.</param>
    /// <param name="FileDigest">SHA-256 of that file.</param>
    /// <param name="DeltaRoot">Merkle root (RFC 9162, SHA-256) over the changed subjects' canonical lines in the order of codes.</param>
    /// <param name="Inserted">Subjects that are new.</param>
    /// <param name="Updated">Subjects that changed.</param>
    /// <param name="Unchanged">Subjects that stood in the directory like this already.</param>
    /// <param name="StatusChanged">How many of those that changed have another status.</param>
    /// <param name="Kept">SHA-256 of the parts of <see cref="KeptDelta"/> in the evidence store.</param>
    /// <remarks>The array compares by reference.</remarks>
    public sealed record TookEffect(
        long Version,
        long OfVersion,
        LocalDate On,
        string FileName,
        string FileDigest,
        string DeltaRoot,
        int Inserted,
        int Updated,
        int Unchanged,
        int StatusChanged,
        ImmutableArray<string> Kept) : DirectoryEvent, IDirectoryMerge
    {
        int IDirectoryMerge.LeftOut => 0;

        int IDirectoryMerge.Warnings => 0;

        ImmutableArray<string>? IDirectoryMerge.Kept => Kept;
    }
}
