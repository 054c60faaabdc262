using System.Collections.Immutable;
using RandomInspection.Ledger;

namespace RandomInspection.Directories;

/// <summary>Subjects that a merge adds to the directory or changes in it.</summary>
/// <param name="Version">The directory's version after the merge, from 1.</param>
/// <param name="Changed">The subjects as they are afterwards, codes distinct.</param>
public sealed record SubjectMerge(long Version, ImmutableArray<Subject> Changed) : ILedgerEffect
{
    /// <inheritdoc />
    public string Name => "subjects";
}
