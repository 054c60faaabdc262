using System.Collections.Immutable;
using RandomInspection.Drawing;

namespace RandomInspection.Auditing;

/// <summary>公平性审计：how often units, cells and strata came up beside what the design states.</summary>
/// <param name="Repeats">How often the draw was repeated.</param>
/// <param name="Strata">The whole frame (path ""), every prefix of the stratum path and every stratum, in order.</param>
/// <param name="Cells">All cells in the order of cells.</param>
/// <param name="Selection">Within the cells, all together; <see langword="null"/> if no cell has enough counts.</param>
/// <param name="Largest">The unit that deviates most; <see langword="null"/> if no unit's selection is random.</param>
/// <param name="Units">Units of the frame.</param>
/// <param name="Impossible">Counts that the design excludes.</param>
/// <param name="Tests">The questions and their answers.</param>
public sealed record DrawFairness(
    int Repeats,
    ImmutableArray<StratumFairness> Strata,
    ImmutableArray<CellFairness> Cells,
    ChiSquare? Selection,
    UnitDeviation? Largest,
    int Units,
    ImmutableArray<ImpossibleCount> Impossible,
    ImmutableArray<FairnessTest> Tests)
{
    /// <summary>Whether nothing contradicts the stated probabilities.</summary>
    public bool IsFair => Impossible.IsEmpty && Tests.All(test => test.Holds);
}

/// <summary>A total beside its expected value.</summary>
/// <param name="Count">Units counted over all repeats.</param>
/// <param name="Expected">Repeats × expected count.</param>
/// <param name="Deviations">By how many standard deviations they differ; 0 if the total is fixed.</param>
/// <param name="PValue">Exact, by the binomial law; not made good for anything. 1 if the total is fixed, 0 if it is impossible.</param>
/// <param name="IsRandom">Whether the total can vary at all.</param>
public sealed record TotalFairness(long Count, double Expected, double Deviations, double PValue, bool IsRandom);

/// <summary>A stratum, or a prefix of the stratum path.</summary>
/// <param name="Path">Labels joined by <c>/</c>; empty for the whole frame.</param>
/// <param name="IsStratum">Whether units lie in it and not only below it.</param>
/// <param name="Drawable">Its drawable units, those below included.</param>
/// <param name="Total">What came up in it and below.</param>
public sealed record StratumFairness(string Path, bool IsStratum, long Drawable, TotalFairness Total);

/// <summary>A cell.</summary>
/// <param name="Expectation">What the design promises it.</param>
/// <param name="Total">What came up in it.</param>
/// <param name="Selection">Its units against each other; <see langword="null"/> if nothing is random there or too little was counted.</param>
/// <param name="Largest">Its unit that deviates most; <see langword="null"/> if nothing is random there.</param>
/// <param name="Lowest">The lowest deviation of its units; <see langword="null"/> if nothing is random there.</param>
/// <param name="Highest">The highest one.</param>
public sealed record CellFairness(CellExpectation Expectation, TotalFairness Total, ChiSquare? Selection, UnitDeviation? Largest, double? Lowest, double? Highest);

/// <summary>How far a unit's count lies from its probability.</summary>
/// <param name="Id">The unit.</param>
/// <param name="Count">How often it came up.</param>
/// <param name="Probability">Its stated inclusion probability.</param>
/// <param name="Deviations">By how many standard deviations the count lies off.</param>
/// <param name="PValue">Exact, by the binomial law; not made good for anything.</param>
public sealed record UnitDeviation(string Id, int Count, double Probability, double Deviations, double PValue);
