using System.Collections.Immutable;
using RandomInspection.Directories;

namespace RandomInspection.Tabular;

/// <summary>What reading a table of subjects gave: the good ones, and everything that was found.</summary>
public sealed class SubjectImport
{
    internal SubjectImport(
        int rows, ImmutableArray<Subject> subjects, ImmutableArray<DatedSubject> dated, ImmutableArray<RowFinding> findings, int errors, int warnings)
    {
        Rows = rows;
        Subjects = subjects;
        Dated = dated;
        Findings = findings;
        Errors = errors;
        Warnings = warnings;
    }

    /// <summary>How many rows were read, blank ones not counted.</summary>
    public int Rows { get; }

    /// <summary>The subjects of the rows without an error and without a date, in the order of the file.</summary>
    public ImmutableArray<Subject> Subjects { get; }

    /// <summary>The subjects of the rows without an error that say from which day they hold, in the order of the file. All codes of the file are different.</summary>
    public ImmutableArray<DatedSubject> Dated { get; }

    /// <summary>What was found, in the order of the file, up to <see cref="SubjectRules.MaximumFindings"/>.</summary>
    public ImmutableArray<RowFinding> Findings { get; }

    /// <summary>How many errors there are, those that are not listed included.</summary>
    public int Errors { get; }

    /// <summary>How many warnings there are, those that are not listed included.</summary>
    public int Warnings { get; }

    /// <summary>How many rows are refused.</summary>
    public int RowsRefused => Rows - Subjects.Length - Dated.Length;

    /// <summary>How many findings are counted but not listed.</summary>
    public int FindingsNotListed => Errors + Warnings - Findings.Length;
}
