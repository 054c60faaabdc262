namespace RandomInspection.Matching;

/// <summary>How far a match is.</summary>
/// <param name="Done">Rounds of mixing done.</param>
/// <param name="Total">Rounds of mixing in all.</param>
public readonly record struct MatchProgress(long Done, long Total);
