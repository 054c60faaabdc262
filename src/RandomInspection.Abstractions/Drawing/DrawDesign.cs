using System.Collections.Immutable;

namespace RandomInspection.Drawing;

/// <summary>抽取方案：how many units a draw takes from which cells. A closed set of three kinds.</summary>
/// <remarks>
/// A design is built by reading its document, which is what gets published and hashed. The dictionaries compare by reference;
/// compare documents instead. Source: random-inspection-draw/1 §2.
/// </remarks>
public abstract record DrawDesign
{
    /// <summary>Largest size, minimum or number of reserves: 2³¹ − 1.</summary>
    public const int MaxCount = int.MaxValue;

    /// <summary>Largest weight: 10⁶.</summary>
    public const int MaxWeight = 1_000_000;

    private protected DrawDesign()
    {
    }

    /// <summary>Units that every stratum gets at least, as far as it has them; <see langword="null"/> for no minimum.</summary>
    public int? MinimumPerStratum { get; init; }

    /// <summary>Reserves named for every cell with a positive expected count; 0 for none.</summary>
    public int ReservesPerCell { get; init; }

    /// <summary>The rules the design rests on, as text; <see langword="null"/> if not said.</summary>
    public string? Basis { get; init; }

    /// <summary>A fixed total, shared by population × weight.</summary>
    /// <param name="Size">Units in all, 0 to <see cref="MaxCount"/>.</param>
    /// <param name="Weights">Weight by class, 0 to <see cref="MaxWeight"/>.</param>
    public sealed record Fixed(int Size, ImmutableSortedDictionary<string, int> Weights) : DrawDesign;

    /// <summary>A fixed number for each stratum, shared within it by population × weight.</summary>
    /// <param name="Sizes">Size by stratum: exactly the strata of the frame.</param>
    /// <param name="Weights">Weight by class, 0 to <see cref="MaxWeight"/>.</param>
    public sealed record StratumSizes(ImmutableSortedDictionary<Stratum, int> Sizes, ImmutableSortedDictionary<string, int> Weights) : DrawDesign;

    /// <summary>A rate for each class.</summary>
    /// <param name="ByClass">Rate by class in nanos, 0 to 10⁹.</param>
    /// <param name="ByStratum">Tables that replace <paramref name="ByClass"/> for single strata.</param>
    public sealed record Rates(
        ImmutableSortedDictionary<string, int> ByClass,
        ImmutableSortedDictionary<Stratum, ImmutableSortedDictionary<string, int>> ByStratum) : DrawDesign;
}
