using NodaTime;

namespace RandomInspection.SampleData;

/// <summary>A certificate of administrative enforcement (执法证), fictional: real numbers do not start with 示.</summary>
/// <param name="Number">For example <c>示A010001</c>.</param>
/// <param name="From">The first day on which it is valid.</param>
/// <param name="Until">The last day on which it is valid.</param>
public sealed record SampleCertificate(string Number, LocalDate From, LocalDate Until);
