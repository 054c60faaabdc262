using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using RandomInspection.Ledger;

namespace RandomInspection.Directories;

/// <summary>What a file changes in the inspector directory.</summary>
/// <param name="Changed">Inspectors that are new or changed, in the order of ids.</param>
/// <param name="Inserted">How many are new.</param>
/// <param name="Updated">How many changed.</param>
/// <param name="Unchanged">How many stand in the file as in the directory.</param>
/// <remarks>The array compares by reference.</remarks>
public sealed record InspectorDelta(ImmutableArray<Inspector> Changed, int Inserted, int Updated, int Unchanged)
{
    /// <summary>What inspectors change in the directory.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="incoming">The file's inspectors, ids distinct.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <remarks>O(directory + file); inspectors that the file does not name stay as they are.</remarks>
    public static async Task<InspectorDelta> OfAsync(IInspectorDirectory directory, IReadOnlyCollection<Inspector> incoming, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(incoming);
        (ImmutableArray<Inspector> changed, int inserted, int updated, int unchanged, _) =
            await DirectoryDelta.CompareAsync(directory.ReadAsync(departmentId: null, cancellation), incoming, i => i.Id, (before, after) => before.Status != after.Status, cancellation);
        return new InspectorDelta(changed, inserted, updated, unchanged);
    }

    /// <summary>The Merkle root over the changed inspectors' canonical lines: what the ledger keeps of the merge.</summary>
    public string Root() => DirectoryDelta.Root(Changed.Select(Line));

    /// <summary>An inspector's canonical line: the fields in the order of the type, as a JSON array; a certificate and a leave are arrays of their parts.</summary>
    /// <param name="inspector">The inspector.</param>
    public static byte[] Line(Inspector inspector)
    {
        ArgumentNullException.ThrowIfNull(inspector);
        return DirectoryDelta.Line(
        [
            inspector.Id,
            inspector.Name,
            inspector.DepartmentId,
            inspector.Kind.ToString(),
            inspector.Level.ToString(),
            inspector.Regions,
            inspector.Qualifications,
            inspector.Certificates.Select(c => new[] { c.Number, Day(c.ValidFrom), Day(c.ValidTo) }),
            inspector.Leave.Select(l => new[] { Day(l.Start), Day(l.End) }),
            inspector.Capacity,
            inspector.Status.ToString(),
        ]);
    }

    /// <summary>What is kept of an inspector's line: the id and the line's leaf hash, so that nothing of the person stands in a file that must not change.</summary>
    /// <param name="inspector">The inspector.</param>
    public static byte[] KeptLine(Inspector inspector) =>
        DirectoryDelta.Line([inspector?.Id ?? throw new ArgumentNullException(nameof(inspector)), Convert.ToHexStringLower(LedgerLeaf.Tree.Leaf(Line(inspector)))]);

    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
