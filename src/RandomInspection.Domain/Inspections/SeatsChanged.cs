using System.Collections.Immutable;

namespace RandomInspection.Inspections;

/// <summary>Seats of a match were given anew because an officer fell out, as it stands in the ledger (stream <c>match/…/seats</c>).</summary>
/// <param name="Number">Its number within the match, from 1.</param>
/// <param name="Visit">The visit whose seat became vacant.</param>
/// <param name="Leaves">Who fell out.</param>
/// <param name="Comes">Who took the vacant seat, then who took theirs, and so on.</param>
/// <param name="SubSeed">The seed of the replacement, which follows from the match's.</param>
/// <param name="ProblemFile">SHA-256 of the problem it was computed from, in the evidence store.</param>
/// <param name="Approver">Who decided it.</param>
/// <remarks>The array compares by reference. Source: random-inspection-match/1 "After the match".</remarks>
public sealed record SeatsChanged(
    int Number, string Visit, string Leaves, ImmutableArray<string> Comes, string SubSeed, string ProblemFile, string Approver);
