using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Directories;

/// <summary>A file of subjects that was read and is to be merged.</summary>
/// <param name="Name">The file's name as given.</param>
/// <param name="Digest">SHA-256 of the file, 64 lower-case hex characters.</param>
/// <param name="Subjects">The subjects, codes distinct.</param>
/// <param name="LeftOut">Rows that were refused and are left out on purpose.</param>
/// <param name="Warnings">Warnings among the rows.</param>
/// <remarks>The array compares by reference.</remarks>
public sealed record SubjectFile(string Name, string Digest, ImmutableArray<Subject> Subjects, int LeftOut, int Warnings)
{
    /// <summary>The subjects whose rows say from which day they hold; no code stands in <see cref="Subjects"/> too.</summary>
    public ImmutableArray<DatedSubject> Dated { get; init; } = [];

    /// <summary>What holds on a day: all rows without a date, and those whose day has come.</summary>
    /// <param name="day">The day.</param>
    public ImmutableArray<Subject> On(LocalDate day) => [.. Subjects, .. Dated.Where(dated => dated.On <= day).Select(dated => dated.Subject)];
}
