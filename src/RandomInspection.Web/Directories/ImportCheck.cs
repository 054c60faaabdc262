using System.Collections.Immutable;
using RandomInspection.Directories;
using RandomInspection.Tabular;

namespace RandomInspection.Web.Directories;

/// <summary>What a dry run found: everything a keeper sees before saying yes. The subjects or inspectors themselves are not kept.</summary>
internal sealed class ImportCheck
{
    public ImportCheck(SubjectImport import, SubjectDelta delta, long version, int later)
        : this(import.Findings, version)
    {
        (Rows, Accepted, Errors, Warnings) = (import.Rows, import.Subjects.Length + import.Dated.Length, import.Errors, import.Warnings);
        (Inserted, Updated, Unchanged, StatusChanged, Later) = (delta.Inserted, delta.Updated, delta.Unchanged, delta.StatusChanged, later);
    }

    public ImportCheck(InspectorImport import, InspectorDelta delta, long version)
        : this(import.Findings, version)
    {
        (Rows, Accepted, Errors, Warnings) = (import.Rows, import.Inspectors.Length, import.Errors, import.Warnings);
        (Inserted, Updated, Unchanged) = (delta.Inserted, delta.Updated, delta.Unchanged);
        Ignored = import.Ignored;
    }

    private ImportCheck(ImmutableArray<RowFinding> findings, long version)
    {
        Version = version;
        Findings = findings;
        ByCode =
        [
            .. findings.GroupBy(finding => finding.Refusal.Code).Select(group => (First: group.First(), Count: group.Count()))
                .OrderByDescending(group => group.First.Severity).ThenByDescending(group => group.Count).ThenBy(group => group.First.Refusal.Code, StringComparer.Ordinal),
        ];
    }

    /// <summary>The directory's version that the file was compared with.</summary>
    public long Version { get; }

    public int Rows { get; }

    public int Accepted { get; }

    public int RowsRefused => Rows - Accepted;

    public int Errors { get; }

    public int Warnings { get; }

    public int Inserted { get; }

    public int Updated { get; }

    public int Unchanged { get; }

    /// <summary>How many of those that change have another status.</summary>
    public int StatusChanged { get; }

    /// <summary>Rows that take effect on a later day.</summary>
    public int Later { get; }

    /// <summary>Headers of columns that are not read.</summary>
    public ImmutableArray<string> Ignored { get; } = [];

    public ImmutableArray<RowFinding> Findings { get; }

    public int FindingsNotListed => Errors + Warnings - Findings.Length;

    /// <summary>Findings by code, errors first, the most frequent first.</summary>
    public ImmutableArray<(RowFinding First, int Count)> ByCode { get; }
}
