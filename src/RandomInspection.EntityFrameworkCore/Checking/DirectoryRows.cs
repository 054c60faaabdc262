using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;
using RandomInspection.Directories;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>What the check of a directory must know of its rows: how a line is read, and how a row is written again.</summary>
internal abstract class DirectoryRows(string name, string stream, RawTable table)
{
    /// <summary>The directory's name, as its version is kept by.</summary>
    public string Name { get; } = name;

    /// <summary>The stream of its merges.</summary>
    public string Stream { get; } = stream;

    public RawTable Table { get; } = table;

    /// <summary>The id and the leaf hash of a kept line.</summary>
    public abstract (string Id, byte[] Leaf) Read(byte[] line);

    /// <summary>A row read and written again, and the leaf hash of its line; <see langword="null"/> if it does not read.</summary>
    public abstract (object?[]? Written, byte[] Leaf) Again(object?[] raw, long version);

    /// <summary>The row that the last line of an id gives; <see langword="null"/> where only hashes are kept.</summary>
    public abstract Task<object?[]?> ComputedAsync(
        string id, IEnumerable<IDirectoryMerge> merges, Func<string, CancellationToken, Task<byte[]>> part, CancellationToken cancellation);

    /// <summary>A value of a row by its column.</summary>
    private protected T? Value<T>(object?[] raw, string column)
        where T : class =>
        raw[Table.Columns.IndexOf(column)] as T;

    private protected static T Exact<T>(string? text)
        where T : struct, Enum =>
        Enum.TryParse(text, out T value) && value.ToString() == text ? value : throw new FormatException($"\"{text}\" is no {typeof(T).Name}.");

    /// <summary>What reading a row throws that nobody of this program wrote: a value that is refused, a text that is no date, a list with nothing in it.</summary>
    private protected static bool DoesNotRead(Exception e) =>
        e is ArgumentException or RefusalException or FormatException or UnparsableValueException or JsonException or OverflowException
            or InvalidOperationException or NullReferenceException or IndexOutOfRangeException;

    /// <summary>The rows of the subject directory.</summary>
    internal sealed class OfSubjects(InspectionContext context)
        : DirectoryRows(DirectoryRow.Subjects, DirectoryEvent.Stream, RawTable.Of(context, typeof(SubjectRow)))
    {
        public override (string Id, byte[] Leaf) Read(byte[] line) => (Fields(line)[0]!, LedgerLeaf.Tree.Leaf(line));

        public override (object?[]? Written, byte[] Leaf) Again(object?[] raw, long version)
        {
            try
            {
                Subject subject = new()
                {
                    Code = Value<string>(raw, nameof(SubjectRow.Code))!,
                    Name = Value<string>(raw, nameof(SubjectRow.Name))!,
                    Kind = Value<string>(raw, nameof(SubjectRow.Kind))!,
                    Region = Value<string>(raw, nameof(SubjectRow.Region))!,
                    Trade = Value<string>(raw, nameof(SubjectRow.Trade))!,
                    CreditClass = Value<string>(raw, nameof(SubjectRow.CreditClass))!,
                    EstablishedOn = Value<string>(raw, nameof(SubjectRow.EstablishedOn)) is { } day ? LocalDatePattern.Iso.Parse(day).GetValueOrThrow() : null,
                    Scope = Value<string>(raw, nameof(SubjectRow.Scope))!,
                    Status = Exact<SubjectStatus>(Value<string>(raw, nameof(SubjectRow.Status))),
                    Tags = SubjectTags.Parse(Value<string>(raw, nameof(SubjectRow.Tags))!),
                    Assessment = Value<string>(raw, nameof(SubjectRow.ClassifiedOn)) is { } on
                        ? new CreditAssessment(LocalDatePattern.Iso.Parse(on).GetValueOrThrow(), Value<string>(raw, nameof(SubjectRow.ClassifiedBy))!)
                        : null,
                    Carrier = Value<string>(raw, nameof(SubjectRow.Carrier)) is { } kind
                        ? new Carrier(Exact<CarrierKind>(kind), Value<string>(raw, nameof(SubjectRow.CarrierOf))!)
                        : null,
                };
                return ([.. Table.Values(SubjectRow.Of(subject)).Select(RawTable.Plain)], LedgerLeaf.Tree.Leaf(SubjectDelta.Line(subject)));
            }
            catch (Exception e) when (DoesNotRead(e))
            {
                return (null, new byte[32]);
            }
        }

        public override async Task<object?[]?> ComputedAsync(
            string id, IEnumerable<IDirectoryMerge> merges, Func<string, CancellationToken, Task<byte[]>> part, CancellationToken cancellation)
        {
            byte[]? last = null;
            foreach (string digest in merges.SelectMany(merge => merge.Kept ?? []))
            {
                last = KeptDelta.Lines(await part(digest, cancellation)).LastOrDefault(line => Fields(line)[0] == id) ?? last;
            }

            return last is null ? null : [.. Table.Values(SubjectRow.Of(SubjectDelta.Read(last))).Select(RawTable.Plain)];
        }

        private static string?[] Fields(byte[] line) =>
            JsonSerializer.Deserialize<string?[]>(line) is [{ }, ..] fields ? fields : throw new FormatException("A line has no code.");
    }

    /// <summary>The rows of the inspector directory: of its lines only hashes are kept.</summary>
    internal sealed class OfInspectors(InspectionContext context)
        : DirectoryRows(DirectoryRow.Inspectors, InspectorDirectoryEvent.Stream, RawTable.Of(context, typeof(InspectorRow)))
    {
        public override (string Id, byte[] Leaf) Read(byte[] line) =>
            JsonSerializer.Deserialize<string[]>(line) is [{ } id, { Length: 64 } leaf] ? (id, Convert.FromHexString(leaf)) : throw new FormatException("A line is no id with a hash.");

        public override (object?[]? Written, byte[] Leaf) Again(object?[] raw, long version)
        {
            try
            {
                Inspector inspector = new InspectorRow
                {
                    Id = Value<string>(raw, nameof(InspectorRow.Id))!,
                    Name = Value<string>(raw, nameof(InspectorRow.Name))!,
                    DepartmentId = Value<string>(raw, nameof(InspectorRow.DepartmentId))!,
                    Kind = Exact<InspectorKind>(Value<string>(raw, nameof(InspectorRow.Kind))),
                    Level = Exact<InspectorLevel>(Value<string>(raw, nameof(InspectorRow.Level))),
                    Regions = Value<string>(raw, nameof(InspectorRow.Regions))!,
                    Qualifications = Value<string>(raw, nameof(InspectorRow.Qualifications))!,
                    Certificates = Value<string>(raw, nameof(InspectorRow.Certificates))!,
                    Leave = Value<string>(raw, nameof(InspectorRow.Leave))!,
                    Capacity = raw[Table.Columns.IndexOf(nameof(InspectorRow.Capacity))] is long capacity ? checked((int)capacity) : null,
                    Status = Exact<InspectorStatus>(Value<string>(raw, nameof(InspectorRow.Status))),
                }.ToInspector();
                return ([.. Table.Values(InspectorRow.Of(inspector, version)).Select(RawTable.Plain)], LedgerLeaf.Tree.Leaf(InspectorDelta.Line(inspector)));
            }
            catch (Exception e) when (DoesNotRead(e))
            {
                return (null, new byte[32]);
            }
        }

        public override Task<object?[]?> ComputedAsync(
            string id, IEnumerable<IDirectoryMerge> merges, Func<string, CancellationToken, Task<byte[]>> part, CancellationToken cancellation) =>
            Task.FromResult<object?[]?>(null);
    }
}
