using System.Collections.Immutable;
using RandomInspection.Directories;

namespace RandomInspection.Tabular;

/// <summary>What an import accepts.</summary>
/// <remarks>Equality compares the sets by reference.</remarks>
public sealed record SubjectRules
{
    /// <summary>Unified social credit codes, any region, the classes A to D.</summary>
    public static SubjectRules Default { get; } = new();

    /// <summary>The same, with the regions of Shenyang only (<see cref="ShenyangRegions"/>).</summary>
    public static SubjectRules Shenyang { get; } = new() { KnownRegions = ShenyangRegions.Labels };

    /// <summary>What a code must be.</summary>
    public SubjectCodeForm CodeForm { get; init; }

    /// <summary>The labels of the regions; another is an error. <see langword="null"/>: any.</summary>
    public ImmutableHashSet<string>? KnownRegions { get; init; }

    /// <summary>The credit classes in use; another is a warning. Empty: any.</summary>
    public ImmutableHashSet<string> KnownClasses { get; init; } = ["A", "B", "C", "D"];

    /// <summary>How many findings are kept, 1 or more; those after it are only counted, so that a hopeless file does not fill the memory.</summary>
    public int MaximumFindings { get; init; } = 100_000;
}
