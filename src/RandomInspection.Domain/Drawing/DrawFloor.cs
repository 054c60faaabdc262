using RandomInspection.Calendars;

namespace RandomInspection.Drawing;

/// <summary>抽取下限：a least share of a population that is drawn for an item within a year.</summary>
/// <param name="Item">The item's code.</param>
/// <param name="Year">The year.</param>
/// <param name="RateNano">The share in nanos, 0 to 10⁹.</param>
/// <param name="Source">What lays it down.</param>
public sealed record DrawFloor(string Item, int Year, int RateNano, LegalBasis Source)
{
    /// <summary>What lays down 3 % of the enterprises a year for the check of their disclosures (工商总局令第67号).</summary>
    public static LegalBasis Order67 { get; } = new("工商总局令第67号", "企业公示信息抽查暂行办法");

    /// <summary>3 % of the year's enterprises for an item that checks their disclosures (工商总局令第67号, at the level of the province).</summary>
    /// <param name="item">The item's code.</param>
    /// <param name="year">The year.</param>
    public static DrawFloor Disclosures(string item, int year) => new(item, year, 30_000_000, Order67);

    /// <summary>Units still to draw: the share of the population, rounded up, less those drawn before; 0 or more.</summary>
    /// <param name="population">The year's population, 0 or more.</param>
    /// <param name="drawnBefore">Units drawn for the item earlier in the year, 0 or more.</param>
    public long Units(long population, long drawnBefore)
    {
        const long nano = CellExpectation.NanosPerUnit;
        return long.Max(0, (long)((((Int128)population * RateNano) + nano - 1) / nano) - drawnBefore);
    }
}
