using System.Collections.Immutable;
using RandomInspection.Directories;

namespace RandomInspection.Tabular;

/// <summary>What reading a table of inspectors gave: the good ones, and everything that was found.</summary>
public sealed class InspectorImport
{
    internal InspectorImport(int rows, ImmutableArray<Inspector> inspectors, ImmutableArray<string> ignored, FindingList findings)
    {
        Rows = rows;
        Inspectors = inspectors;
        Ignored = ignored;
        Findings = findings.ToImmutable();
        Errors = findings.Errors;
        Warnings = findings.Warnings;
    }

    /// <summary>How many rows were read, blank ones not counted.</summary>
    public int Rows { get; }

    /// <summary>The inspectors of the rows without an error, in the order of the file; their ids are all different.</summary>
    public ImmutableArray<Inspector> Inspectors { get; }

    /// <summary>The headers of the columns that were not read.</summary>
    public ImmutableArray<string> Ignored { get; }

    /// <summary>What was found, in the order of the file, up to <see cref="InspectorRules.MaximumFindings"/>.</summary>
    public ImmutableArray<RowFinding> Findings { get; }

    /// <summary>How many errors there are, those that are not listed included.</summary>
    public int Errors { get; }

    /// <summary>How many warnings there are, those that are not listed included.</summary>
    public int Warnings { get; }

    /// <summary>How many rows are refused.</summary>
    public int RowsRefused => Rows - Inspectors.Length;

    /// <summary>How many findings are counted but not listed.</summary>
    public int FindingsNotListed => Errors + Warnings - Findings.Length;
}
