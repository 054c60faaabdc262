using System.Collections.Immutable;
using System.Text;
using NodaTime;

namespace RandomInspection.Directories;

/// <summary>An inspector (执法检查人员) or an expert (专家), as the inspector directory knows the person.</summary>
/// <remarks>
/// Each property checks its own rule when it is set, in a <c>with</c> expression too, and puts a list in its order. Two inspectors are equal
/// if everything about them is, the contents of the lists included. Source: 三(四).
/// </remarks>
public sealed record Inspector
{
    /// <summary>How many characters an id has at most: 64, as a person's.</summary>
    public const int MaximumIdLength = 64;

    /// <summary>Largest capacity: one million visits.</summary>
    public const int MaximumCapacity = 1_000_000;

    /// <summary>The number of the post (工号), which is the person's id too: 1 to 64 visible ASCII characters without a colon.</summary>
    /// <exception cref="ArgumentException">The value breaks the rule.</exception>
    public required string Id
    {
        get;
        init => field = IsId(value) ? value : throw Broken(nameof(Id), InspectorRefusals.IdMalformed.With(("value", ShownText.Of(value))));
    }

    /// <summary>The name, not blank.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    public required string Name
    {
        get;
        init => field = !string.IsNullOrWhiteSpace(value) ? value : throw Broken(nameof(Name), InspectorRefusals.NameMissing.With());
    }

    /// <summary>The id of the one department (部门).</summary>
    /// <exception cref="ArgumentException">The value breaks the rule of <see cref="DirectoryLabel"/>.</exception>
    public required string DepartmentId { get; init => field = Label(nameof(DepartmentId), value); }

    /// <summary>What the person is by the law of the post.</summary>
    public InspectorKind Kind { get; init => field = Defined(nameof(Kind), value); }

    /// <summary>The level of the office.</summary>
    public InspectorLevel Level { get; init => field = Defined(nameof(Level), value); }

    /// <summary>The regions worked in, by the labels of <see cref="Subject.Region"/>, distinct, in the order of bytes; empty for all.</summary>
    /// <exception cref="ArgumentException">A value breaks the rule of <see cref="DirectoryLabel"/>.</exception>
    public ImmutableArray<string> Regions { get; init => field = Labels(nameof(Regions), value); } = [];

    /// <summary>The codes of what the person is qualified for, distinct, in the order of bytes.</summary>
    /// <exception cref="ArgumentException">A value breaks the rule of <see cref="DirectoryLabel"/>.</exception>
    public ImmutableArray<string> Qualifications { get; init => field = Labels(nameof(Qualifications), value); } = [];

    /// <summary>The certificates (执法证), distinct, by the last day on which they are valid.</summary>
    public ImmutableArray<Certificate> Certificates
    {
        get;
        init => field = [.. Given(nameof(Certificates), value).Distinct().OrderBy(c => c.ValidTo).ThenBy(c => c.ValidFrom).ThenBy(c => c.Number, StringComparer.Ordinal)];
    }

    = [];

    /// <summary>The intervals of leave (休假), first and last day included, distinct, sorted; they may overlap.</summary>
    public ImmutableArray<DateInterval> Leave
    {
        get;
        init => field = [.. Given(nameof(Leave), value).Distinct().OrderBy(i => i.Start).ThenBy(i => i.End)];
    }

    = [];

    /// <summary>Visits at most in one task, 1 to <see cref="MaximumCapacity"/>; <see langword="null"/> for no limit.</summary>
    /// <exception cref="ArgumentException">The value is outside these bounds.</exception>
    public int? Capacity
    {
        get;
        init => field = value is null or (>= 1 and <= MaximumCapacity)
            ? value
            : throw Broken(nameof(Capacity), InspectorRefusals.CapacityMalformed.With(("value", value), ("most", MaximumCapacity)));
    }

    /// <summary>Whether the person is in post.</summary>
    public InspectorStatus Status { get; init => field = Defined(nameof(Status), value); }

    /// <summary>Whether a text can be an inspector's id.</summary>
    /// <param name="text">Any text.</param>
    public static bool IsId(string? text) =>
        text is { Length: >= 1 and <= MaximumIdLength } && text.AsSpan().IsVisibleAscii() && !text.Contains(':', StringComparison.Ordinal);

    /// <inheritdoc />
    public bool Equals(Inspector? other) =>
        other is not null
        && (Id, Name, DepartmentId, Kind, Level, Capacity, Status) == (other.Id, other.Name, other.DepartmentId, other.Kind, other.Level, other.Capacity, other.Status)
        && Regions.SequenceEqual(other.Regions)
        && Qualifications.SequenceEqual(other.Qualifications)
        && Certificates.SequenceEqual(other.Certificates)
        && Leave.SequenceEqual(other.Leave);

    /// <inheritdoc />
    public override int GetHashCode() => string.GetHashCode(Id, StringComparison.Ordinal);

    /// <summary>By UTF-8 bytes, as frames, matches and records sort their labels.</summary>
    private static IComparer<string> ByBytes { get; } =
        Comparer<string>.Create((x, y) => Encoding.UTF8.GetBytes(x).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y)));

    private static ImmutableArray<string> Labels(string property, ImmutableArray<string> values)
    {
        foreach (string value in Given(property, values))
        {
            Label(property, value);
        }

        return [.. values.Distinct(StringComparer.Ordinal).Order(ByBytes)];
    }

    private static string Label(string property, string value)
    {
        ArgumentNullException.ThrowIfNull(value, property);
        return DirectoryLabel.Check(value) is { } fault ? throw Broken(property, fault) : value;
    }

    private static ImmutableArray<T> Given<T>(string property, ImmutableArray<T> values) =>
        values.IsDefault ? throw new ArgumentNullException(property) : values;

    private static T Defined<T>(string property, T value)
        where T : struct, Enum =>
        Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(property, value, "Not one of the values.");

    private static ArgumentException Broken(string property, Refusal fault) => new(fault.ToString(), property);
}
