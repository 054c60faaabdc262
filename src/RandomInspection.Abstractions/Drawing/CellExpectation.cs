namespace RandomInspection.Drawing;

/// <summary>What a design promises a cell.</summary>
/// <param name="Count">The cell and its units.</param>
/// <param name="ExpectedNano">Expected number of selected units in nanos (10⁻⁹), 0 to drawable × 10⁹.</param>
/// <remarks>The inclusion probability of each drawable unit is <c>ExpectedNano / (10⁹ × Drawable)</c>, exactly.</remarks>
public sealed record CellExpectation(CellCount Count, long ExpectedNano)
{
    /// <summary>Nanos in one unit.</summary>
    public const long NanosPerUnit = 1_000_000_000;

    /// <summary>What is worth a warning about this cell's chances, or none.</summary>
    /// <remarks>A design that gives chance 0 or 1, or a cell with fewer than 3 drawable units, is flagged (random-inspection-draw/1 §7).</remarks>
    public IEnumerable<ChanceRemark> Remarks
    {
        get
        {
            if (Count.Drawable > 0 && ExpectedNano == Count.Drawable * NanosPerUnit)
            {
                yield return ChanceRemark.Certain;
            }

            if (ExpectedNano == 0)
            {
                yield return ChanceRemark.Never;
            }

            if (Count.Drawable < 3)
            {
                yield return ChanceRemark.Small;
            }
        }
    }
}
