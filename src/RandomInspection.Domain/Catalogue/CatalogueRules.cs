using RandomInspection.Calendars;

namespace RandomInspection.Catalogue;

/// <summary>What a catalogue must keep to: data of a regulation profile.</summary>
/// <param name="GeneralRatioPercent">The highest ratio of a general item (一般检查事项), 1 to 100 percent; a key item has no ceiling.</param>
/// <param name="Basis">The clause that says so.</param>
/// <remarks>By when a new version must follow a change of the law is a rule of publication: <see cref="DisclosureOccasion.LegalBasisChanged"/>.</remarks>
public sealed record CatalogueRules(int GeneralRatioPercent, LegalBasis Basis)
{
    /// <summary>Shenyang: general items 20 percent of the directory at most (沈阳 2018).</summary>
    public static CatalogueRules Shenyang { get; } = new(20, new LegalBasis("沈阳 2018", "抽取比例上限"));
}
