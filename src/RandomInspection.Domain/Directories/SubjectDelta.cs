using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;
using RandomInspection.Ledger;

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
        Dictionary<string, Subject> pending = incoming.ToDictionary(s => s.Code, StringComparer.Ordinal);
        List<Subject> changed = [];
        int updated = 0, unchanged = 0;
        await foreach (Subject existing in directory.ReadAsync(cancellation))
        {
            if (pending.Remove(existing.Code, out Subject? subject))
            {
                if (subject == existing)
                {
                    unchanged++;
                }
                else
                {
                    updated++;
                    changed.Add(subject);
                }
            }
        }

        int inserted = pending.Count;
        changed.AddRange(pending.Values);
        return new SubjectDelta([.. changed.OrderBy(s => s.Code, StringComparer.Ordinal)], inserted, updated, unchanged);
    }

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The Merkle root over the changed subjects' canonical lines: what the ledger keeps of the merge.</summary>
    public string Root() =>
        Convert.ToHexStringLower(LedgerLeaf.Tree.Root(Changed.Select(subject => LedgerLeaf.Tree.Leaf(Line(subject)))));

    /// <summary>A subject's canonical line: its fields in the order of the type, as a JSON array, so that no field can run into the next.</summary>
    /// <param name="subject">The subject.</param>
    public static byte[] Line(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        string?[] fields =
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
        ];
        return CanonicalJson.Verbatim(JsonSerializer.SerializeToUtf8Bytes(fields, Relaxed));
    }
}
