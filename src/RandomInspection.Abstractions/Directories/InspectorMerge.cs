using System.Collections.Immutable;
using RandomInspection.Ledger;

namespace RandomInspection.Directories;

/// <summary>Inspectors that a merge adds to the directory or changes in it.</summary>
/// <param name="Version">The directory's version after the merge, from 1.</param>
/// <param name="Changed">The inspectors as they are afterwards, ids distinct.</param>
public sealed record InspectorMerge(long Version, ImmutableArray<Inspector> Changed) : ILedgerEffect
{
    /// <inheritdoc />
    public string Name => "inspectors";
}
