using System.Collections.Immutable;

namespace RandomInspection.Auditing;

/// <summary>公平性审计：how often inspectors came up for visits, as far as that can be compared with anything.</summary>
/// <param name="Repeats">How often the match was repeated.</param>
/// <param name="Groups">Interchangeable inspectors of one visit, in the order of visits, then of inspectors.</param>
/// <param name="Pairs">Pairs whose exact chance is known, in the order of visits, then of inspectors; empty if none was given.</param>
/// <param name="Impossible">Counts that cannot be.</param>
/// <param name="Tests">The questions and their answers.</param>
/// <param name="Alone">Inspectors who are interchangeable with nobody: only known chances say anything of them.</param>
public sealed record MatchFairness(
    int Repeats,
    ImmutableArray<GroupFairness> Groups,
    ImmutableArray<PairDeviation> Pairs,
    ImmutableArray<ImpossibleCount> Impossible,
    ImmutableArray<FairnessTest> Tests,
    int Alone)
{
    /// <summary>Whether nothing contradicts equal chances and the chances given.</summary>
    public bool IsFair => Impossible.IsEmpty && Tests.All(test => test.Holds);

    /// <summary>Whether there was anything to compare.</summary>
    public bool HasCompared => Tests.Any(test => test.Compared > 0);
}

/// <summary>Interchangeable inspectors of one visit.</summary>
/// <param name="Visit">The visit.</param>
/// <param name="Inspectors">The inspectors, 2 or more.</param>
/// <param name="Counts">How often each came up.</param>
/// <param name="Evenness">Their counts against each other; <see langword="null"/> if too little was counted.</param>
public sealed record GroupFairness(string Visit, ImmutableArray<string> Inspectors, ImmutableArray<int> Counts, ChiSquare? Evenness);

/// <summary>A chance that is known exactly.</summary>
/// <param name="Visit">The visit.</param>
/// <param name="Inspector">The inspector.</param>
/// <param name="Numerator">0 to <paramref name="Denominator"/>.</param>
/// <param name="Denominator">1 or more.</param>
public sealed record PairChance(string Visit, string Inspector, long Numerator, long Denominator);

/// <summary>How far a pair's count lies from its known chance.</summary>
/// <param name="Chance">The pair and its chance.</param>
/// <param name="Count">How often it came up.</param>
/// <param name="Deviations">By how many standard deviations the count lies off; 0 if the chance is 0 or 1.</param>
/// <param name="PValue">Exact, by the binomial law; not made good for anything.</param>
public sealed record PairDeviation(PairChance Chance, int Count, double Deviations, double PValue);
