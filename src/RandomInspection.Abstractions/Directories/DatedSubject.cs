using NodaTime;

namespace RandomInspection.Directories;

/// <summary>A subject as it will be from a day on.</summary>
/// <param name="On">The first day.</param>
/// <param name="Subject">The subject.</param>
public sealed record DatedSubject(LocalDate On, Subject Subject);
