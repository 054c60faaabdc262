using System.Collections.Immutable;
using RandomInspection.Matching;

namespace RandomInspection.Inspections;

/// <summary>What a match would meet with today: who could go, and what would be short. No team is in it.</summary>
/// <param name="Problem">The problem as it would be frozen.</param>
/// <param name="Short">What cannot be staffed by any match; <see langword="null"/> if everything can.</param>
/// <param name="Report">How random and how even a match would be, by its classes; the sums are those of one unmixed trial.</param>
/// <param name="Joined">Further tasks whose lists would be matched with it, for joint visits.</param>
/// <param name="Saved">Visits saved by joining.</param>
/// <param name="NotMatched">Inspectors of the departments who are not in the problem, by reason: <c>left</c>, <c>expert</c>, <c>noCertificate</c>.</param>
/// <param name="DirectoryVersion">The version of the inspector directory.</param>
public sealed record MatchPreview(
    MatchProblem Problem,
    Shortage? Short,
    MatchReport Report,
    ImmutableArray<string> Joined,
    int Saved,
    ImmutableSortedDictionary<string, int> NotMatched,
    long DirectoryVersion);
