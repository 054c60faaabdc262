using System.Collections.Immutable;
using NodaTime.Text;

namespace RandomInspection.Directories;

/// <summary>What a file changes in the directory.</summary>
/// <param name="Changed">Subjects that are new or changed, in the order of codes.</param>
/// <param name="Inserted">How many are new.</param>
/// <param name="Updated">How many changed.</param>
/// <param name="Unchanged">How many stand in the file as in the directory.</param>
/// <remarks>The array compares by reference.</remarks>
public sealed record SubjectDelta(ImmutableArray<Subject> Changed, int Inserted, int Updated, int Unchanged)
{
    /// <summary>What subjects change in the directory.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="incoming">The file's subjects, codes distinct.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <remarks>O(directory + file); subjects that the file does not name stay as they are.</remarks>
    public static async Task<SubjectDelta> OfAsync(ISubjectDirectory directory, IReadOnlyCollection<Subject> incoming, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(incoming);
        (ImmutableArray<Subject> changed, int inserted, int updated, int unchanged) =
            await DirectoryDelta.CompareAsync(directory.ReadAsync(cancellation), incoming, s => s.Code, cancellation);
        return new SubjectDelta(changed, inserted, updated, unchanged);
    }

    /// <summary>The Merkle root over the changed subjects' canonical lines: what the ledger keeps of the merge.</summary>
    public string Root() => DirectoryDelta.Root(Changed.Select(Line));

    /// <summary>A subject's canonical line: its fields in the order of the type, as a JSON array.</summary>
    /// <param name="subject">The subject.</param>
    public static byte[] Line(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return DirectoryDelta.Line(
        [
            subject.Code,
            subject.Name,
            subject.Kind,
            subject.Region,
            subject.Trade,
            subject.CreditClass,
            subject.EstablishedOn is { } day ? LocalDatePattern.Iso.Format(day) : null,
            subject.Scope,
            subject.Status.ToString(),
        ]);
    }
}
