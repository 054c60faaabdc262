using System.Collections.Immutable;
using RandomInspection.Directories;
using RandomInspection.Tabular;

namespace RandomInspection.Web.Directories;

/// <summary>What a dry run found: everything a keeper sees before saying yes. The subjects themselves are not kept.</summary>
internal sealed class SubjectCheck(SubjectImport import, SubjectDelta delta, long version)
{
    /// <summary>The directory's version that the file was compared with.</summary>
    public long Version { get; } = version;

    public int Rows { get; } = import.Rows;

    public int RowsRefused { get; } = import.RowsRefused;

    public int Accepted { get; } = import.Subjects.Length;

    public int Errors { get; } = import.Errors;

    public int Warnings { get; } = import.Warnings;

    public int Inserted { get; } = delta.Inserted;

    public int Updated { get; } = delta.Updated;

    public int Unchanged { get; } = delta.Unchanged;

    public ImmutableArray<RowFinding> Findings { get; } = import.Findings;

    public int FindingsNotListed { get; } = import.FindingsNotListed;

    /// <summary>Findings by code, errors first, the most frequent first.</summary>
    public ImmutableArray<(RowFinding First, int Count)> ByCode { get; } =
    [
        .. import.Findings.GroupBy(finding => finding.Refusal.Code).Select(group => (First: group.First(), Count: group.Count()))
            .OrderByDescending(group => group.First.Severity).ThenByDescending(group => group.Count).ThenBy(group => group.First.Refusal.Code, StringComparer.Ordinal),
    ];
}
