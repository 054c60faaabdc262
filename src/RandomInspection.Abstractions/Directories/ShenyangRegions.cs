using System.Collections.Immutable;

namespace RandomInspection.Directories;

/// <summary>Shenyang (沈阳市): the city itself, its ten districts, two counties and one county-level city.</summary>
/// <remarks>Source: GB/T 2260, prefecture 2101, as amended to 2016 (辽中 became a district in that year, 浑南 was renamed in 2014).</remarks>
public static class ShenyangRegions
{
    /// <summary>All regions, in the order of their codes.</summary>
    public static ImmutableArray<Region> All { get; } =
    [
        new("210100", "沈阳市", "Shenyang City", "市直"),
        new("210102", "和平区", "Heping District"),
        new("210103", "沈河区", "Shenhe District"),
        new("210104", "大东区", "Dadong District"),
        new("210105", "皇姑区", "Huanggu District"),
        new("210106", "铁西区", "Tiexi District"),
        new("210111", "苏家屯区", "Sujiatun District"),
        new("210112", "浑南区", "Hunnan District"),
        new("210113", "沈北新区", "Shenbei New District"),
        new("210114", "于洪区", "Yuhong District"),
        new("210115", "辽中区", "Liaozhong District"),
        new("210123", "康平县", "Kangping County"),
        new("210124", "法库县", "Faku County"),
        new("210181", "新民市", "Xinmin City"),
    ];

    /// <summary>The labels of all regions, as they stand in directories.</summary>
    public static ImmutableHashSet<string> Labels { get; } = ImmutableHashSet.CreateRange(StringComparer.Ordinal, All.Select(region => region.Label));

    /// <summary>The region with a code, or <see langword="null"/> if it is not one of Shenyang's.</summary>
    /// <param name="code">Six digits.</param>
    public static Region? OfCode(string code) => All.FirstOrDefault(region => region.Code == code);

    /// <summary>The region with a label, or <see langword="null"/> if there is none.</summary>
    /// <param name="label">As it stands in directories, for example <c>沈河区</c> or <c>市直</c>.</param>
    public static Region? OfLabel(string label) => All.FirstOrDefault(region => region.Label == label);
}
