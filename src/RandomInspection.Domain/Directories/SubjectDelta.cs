using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
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
    private const int Fields = 9;

    /// <summary>Up to so many subjects are looked up; of more the whole directory is read.</summary>
    private const int LookedUp = 5000;

    /// <summary>How many of those that changed have another status.</summary>
    public int StatusChanged { get; init; }

    /// <summary>What subjects change in the directory.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="incoming">The file's subjects, codes distinct.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <remarks>O(file) for a few thousand, O(directory + file) for more; subjects that the file does not name stay as they are.</remarks>
    public static async Task<SubjectDelta> OfAsync(ISubjectDirectory directory, IReadOnlyCollection<Subject> incoming, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(incoming);
        (ImmutableArray<Subject> changed, int inserted, int updated, int unchanged, int statusChanged) = await DirectoryDelta.CompareAsync(
            incoming.Count <= LookedUp ? (await directory.FindAsync([.. incoming.Select(s => s.Code)], cancellation)).Values.ToAsyncEnumerable() : directory.ReadAsync(cancellation),
            incoming,
            s => s.Code,
            (before, after) => before.Status != after.Status,
            cancellation);
        return new SubjectDelta(changed, inserted, updated, unchanged) { StatusChanged = statusChanged };
    }

    /// <summary>The Merkle root over the changed subjects' canonical lines: what the ledger keeps of the merge.</summary>
    public string Root() => DirectoryDelta.Root(Changed.Select(Line));

    /// <summary>A subject's canonical line: its fields in the order of the type, as a JSON array.</summary>
    /// <param name="subject">The subject.</param>
    public static byte[] Line(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        object?[] fields =
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

        // What came later stands at the end and only as far as it says something: a subject without it has the line that it always had.
        string?[] later =
        [
            subject.Tags.Text,
            subject.Assessment is { } assessment ? LocalDatePattern.Iso.Format(assessment.On) : null,
            subject.Assessment?.Source,
            subject.Carrier?.Kind.ToString(),
            subject.Carrier?.SubjectCode,
        ];
        return DirectoryDelta.Line([.. fields, .. later[..(Array.FindLastIndex(later, field => !string.IsNullOrEmpty(field)) + 1)]]);
    }

    /// <summary>The subject of a canonical line.</summary>
    /// <param name="line">A line as <see cref="Line"/> gives it.</param>
    /// <exception cref="FormatException">It is none.</exception>
    public static Subject Read(ReadOnlySpan<byte> line)
    {
        try
        {
            string?[] fields = JsonSerializer.Deserialize(line, DomainJson.Default.StringArray)!;
            Subject subject = new()
            {
                Code = fields[0]!,
                Name = fields[1]!,
                Kind = fields[2]!,
                Region = fields[3]!,
                Trade = fields[4]!,
                CreditClass = fields[5]!,
                EstablishedOn = fields[6] is { } day ? LocalDatePattern.Iso.Parse(day).GetValueOrThrow() : null,
                Scope = fields[7]!,
                Status = Enum.Parse<SubjectStatus>(fields[8]!),
                Tags = SubjectTags.Parse(Later(0) ?? ""),
                Assessment = Later(1) is { } on ? new CreditAssessment(LocalDatePattern.Iso.Parse(on).GetValueOrThrow(), Later(2)!) : null,
                Carrier = Later(3) is { } kind ? new Carrier(Enum.Parse<CarrierKind>(kind), Later(4)!) : null,
            };

            string? Later(int place) => fields.Length > Fields + place ? fields[Fields + place] : null;

            return Line(subject).AsSpan().SequenceEqual(line) ? subject : throw new FormatException("The line is not canonical.");
        }
        catch (Exception e) when (e is JsonException or ArgumentException or IndexOutOfRangeException or NullReferenceException or InputRefusedException or UnparsableValueException)
        {
            throw new FormatException($"The line is no subject: {e.Message}", e);
        }
    }
}
