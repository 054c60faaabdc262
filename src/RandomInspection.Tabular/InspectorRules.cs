using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Tabular;

/// <summary>What an import of inspectors accepts.</summary>
/// <remarks>Equality compares the sets by reference.</remarks>
public sealed record InspectorRules
{
    /// <summary>The day on which it is read: a certificate that ended before it is a warning.</summary>
    public required LocalDate Today { get; init; }

    /// <summary>The departments by id or Chinese name; another is an error. Empty: any text is taken for an id.</summary>
    public ImmutableArray<Department> Departments { get; init; } = [];

    /// <summary>The labels of the regions; another is an error. <see langword="null"/>: any.</summary>
    public ImmutableHashSet<string>? KnownRegions { get; init; }

    /// <summary>The codes of the items in force; a qualification that is none of them is a warning. <see langword="null"/>: any.</summary>
    public ImmutableHashSet<string>? KnownItems { get; init; }

    /// <summary>How many findings are kept, 1 or more; those after it are only counted.</summary>
    public int MaximumFindings { get; init; } = 100_000;
}
