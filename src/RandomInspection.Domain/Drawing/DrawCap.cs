using RandomInspection.Calendars;

namespace RandomInspection.Drawing;

/// <summary>抽取上限：a largest share of the directory that one task may draw.</summary>
/// <param name="RateNano">The share in nanos, 0 to 10⁹.</param>
/// <param name="Source">What lays it down.</param>
public sealed record DrawCap(int RateNano, LegalBasis Source)
{
    /// <summary>At most 20 % of the directory (沈阳 2018).</summary>
    public static DrawCap Shenyang2018 { get; } = new(200_000_000, new LegalBasis("沈阳 2018", "抽取比例上限"));

    /// <summary>Most units of a directory: the share, rounded down.</summary>
    /// <param name="directory">Active subjects in the directory, 0 or more.</param>
    public long Units(long directory) => (long)((Int128)directory * RateNano / CellExpectation.NanosPerUnit);
}
