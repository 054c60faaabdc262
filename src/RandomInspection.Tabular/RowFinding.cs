namespace RandomInspection.Tabular;

/// <summary>Something found in a row of a table.</summary>
/// <param name="Line">The line of the file in which the row begins, from 1.</param>
/// <param name="Column">The header of the column; empty where the row as a whole is meant.</param>
/// <param name="Value">What stands there, cut and made harmless by <see cref="Directories.ShownText"/>; empty where the row as a whole is meant.</param>
/// <param name="Refusal">Why, with code, texts and remedy.</param>
/// <param name="Severity">Whether the row is refused.</param>
public sealed record RowFinding(long Line, string Column, string Value, Refusal Refusal, FindingSeverity Severity);
