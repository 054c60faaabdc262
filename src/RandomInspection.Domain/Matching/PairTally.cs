using System.Collections.Immutable;

namespace RandomInspection.Matching;

/// <summary>重复匹配的计数：how often each pair of visit and inspector came up when a match was repeated.</summary>
/// <param name="Repeats">How often it was repeated, 1 to 1,000,000.</param>
/// <param name="Pairs">The pairs that came up, in the order of visits, then of inspectors.</param>
public sealed record PairTally(int Repeats, ImmutableArray<PairCount> Pairs);

/// <summary>How often an inspector came up for a visit.</summary>
/// <param name="Visit">The visit's id.</param>
/// <param name="Inspector">The inspector's id.</param>
/// <param name="Count">1 to the number of repeats; a document may say 0.</param>
public sealed record PairCount(string Visit, string Inspector, int Count);
