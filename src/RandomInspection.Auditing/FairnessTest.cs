namespace RandomInspection.Auditing;

/// <summary>What an audit asks.</summary>
public enum FairnessQuestion
{
    /// <summary>Does every cell and every stratum get its expected count on average?</summary>
    Sizes,

    /// <summary>Within the cells, does every unit come up equally often, all cells together?</summary>
    Selection,

    /// <summary>The same, in the cell that fits worst.</summary>
    SelectionOfOneCell,

    /// <summary>Does every single unit come up as often as its probability says?</summary>
    Units,

    /// <summary>Do interchangeable inspectors come up equally often for a visit?</summary>
    Interchangeable,

    /// <summary>Does every pair come up as often as its known probability says?</summary>
    Pairs,
}

/// <summary>The answer to one question.</summary>
/// <param name="Question">The question.</param>
/// <param name="Compared">How many comparisons it took; 0 if there was nothing to compare.</param>
/// <param name="PValue">How improbable the worst of them is, made good for all comparisons and all questions; 1 if nothing was compared.</param>
/// <param name="Where">The worst of them.</param>
public sealed record FairnessTest(FairnessQuestion Question, long Compared, double PValue, string Where)
{
    /// <summary>Whether the counts are what the stated probabilities give.</summary>
    public bool Holds => PValue >= FairnessLevel.OfAudit;
}

/// <summary>A sum of squares, standardised.</summary>
/// <param name="Statistic">Chi-square.</param>
/// <param name="Degrees">Degrees of freedom.</param>
/// <param name="PValue">Not made good for anything.</param>
public sealed record ChiSquare(double Statistic, long Degrees, double PValue);

/// <summary>A count that the design excludes, whatever the seeds were.</summary>
/// <param name="Where">The unit, cell, stratum or pair.</param>
/// <param name="Count">What was counted.</param>
/// <param name="Least">The least it can be.</param>
/// <param name="Most">The most it can be.</param>
public sealed record ImpossibleCount(string Where, long Count, long Least, long Most);
