using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Planning;

/// <summary>查找：one attempt to reach a drawn subject at its registered address, with its evidence.</summary>
/// <param name="On">The day.</param>
/// <param name="How">How: a call at the door, a telephone call, a registered letter; 1 to 100 characters.</param>
/// <param name="Evidence">What shows it, in words; 1 to 500 characters.</param>
/// <param name="EvidenceDigest">SHA-256 of a photograph or recording kept in the file, 64 lower-case hex characters; <see langword="null"/> if there is none.</param>
/// <param name="By">The officers who tried, one or more.</param>
/// <remarks>The array compares by reference.</remarks>
public sealed record ContactAttempt(LocalDate On, string How, string Evidence, string? EvidenceDigest, ImmutableArray<string> By);
