using System.Collections.Immutable;

namespace RandomInspection.Drawing;

/// <summary>The cap and the floor that decide for one task.</summary>
/// <param name="Cap">The cap; <see langword="null"/> if there is none.</param>
/// <param name="Floor">The floor, not above the cap; <see langword="null"/> if there is none.</param>
public sealed record LimitBounds(LimitBounds.Upper? Cap, LimitBounds.Lower? Floor)
{
    /// <summary>A cap in units.</summary>
    /// <param name="Rule">The rule.</param>
    /// <param name="Directory">Active subjects in the directory.</param>
    /// <param name="Units">Most units.</param>
    public sealed record Upper(DrawCap Rule, long Directory, long Units);

    /// <summary>A floor in units.</summary>
    /// <param name="Rule">The rule.</param>
    /// <param name="Population">The year's population.</param>
    /// <param name="DrawnBefore">Units drawn earlier in the year.</param>
    /// <param name="Units">Least units that are still to draw.</param>
    public sealed record Lower(DrawFloor Rule, long Population, long DrawnBefore, long Units);

    /// <summary>What a design does to the limits: nothing if it keeps both.</summary>
    /// <param name="cells">What the design promises.</param>
    /// <remarks>A draw takes the floor or the ceiling of the total expected: the cap counts the ceiling, the floor the floor.</remarks>
    public ImmutableArray<LimitFinding> Check(IEnumerable<CellExpectation> cells)
    {
        const long nano = CellExpectation.NanosPerUnit;
        Int128 total = cells.Aggregate(Int128.Zero, (sum, cell) => sum + cell.ExpectedNano);
        return Check((long)(total / nano), (long)((total + nano - 1) / nano));
    }

    /// <summary>What a total does to the limits: nothing if it keeps both.</summary>
    /// <param name="size">The total.</param>
    public ImmutableArray<LimitFinding> Check(int size) => Check(size, size);

    /// <summary>The size that keeps the limits and is nearest to one asked for.</summary>
    /// <param name="size">The size asked for.</param>
    public int Within(int size) =>
        (int)long.Min(DrawDesign.MaxCount, long.Min(Cap?.Units ?? long.MaxValue, long.Max(Floor?.Units ?? 0, size)));

    /// <summary>The limits in words, for the basis of a design; empty without any.</summary>
    public string Words => string.Join(' ', ((string?[])[
        Cap is { } cap ? $"上限 cap：名录库 directory {cap.Directory} × {RateText.Percent(cap.Rule.RateNano)} = {cap.Units}（{cap.Rule.Source}）。" : null,
        Floor is { } floor
            ? $"下限 floor：{floor.Rule.Year} {floor.Rule.Item} {floor.Population} × {RateText.Percent(floor.Rule.RateNano)} − 已抽 drawn {floor.DrawnBefore} = {floor.Units}（{floor.Rule.Source}）。"
            : null,
    ]).OfType<string>());

    private ImmutableArray<LimitFinding> Check(long least, long most)
    {
        ImmutableArray<LimitFinding>.Builder findings = ImmutableArray.CreateBuilder<LimitFinding>();
        if (Cap is { } cap && most > cap.Units)
        {
            findings.Add(new LimitFinding.CapExceeded(cap, most));
        }

        if (Floor is { } floor && least < floor.Units)
        {
            findings.Add(new LimitFinding.FloorMissed(floor, least));
        }

        return findings.ToImmutable();
    }
}
