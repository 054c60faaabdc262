using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Web.OpenData;

/// <summary>A row of an open data set, before the redaction policy has looked at it.</summary>
/// <param name="Cells">A value for each column; <see langword="null"/> where there is none.</param>
/// <param name="At">When it came to be so; <see langword="null"/> if that is not known.</param>
internal readonly record struct DataRow(ImmutableArray<string?> Cells, Instant? At);
