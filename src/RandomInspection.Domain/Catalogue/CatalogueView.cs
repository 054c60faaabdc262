using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Catalogue;

/// <summary>A row for each department's catalogue.</summary>
public sealed record CatalogueView : IView
{
    /// <summary>The department's id.</summary>
    public required string Key { get; init; }

    /// <summary>The number of the version that was published last; 0 before the first.</summary>
    public required int Version { get; init; }

    /// <summary>How many items it has.</summary>
    public required int Items { get; init; }

    /// <summary>Its first day; <see langword="null"/> before the first version.</summary>
    public required LocalDate? EffectiveFrom { get; init; }

    /// <summary>When it was published; <see langword="null"/> likewise.</summary>
    public required Instant? PublishedAt { get; init; }

    /// <summary>Where the version under way stands; <see langword="null"/> if none is.</summary>
    public required CatalogueStatus? UnderWay { get; init; }

    /// <summary>The row of a catalogue.</summary>
    /// <param name="catalogue">The catalogue.</param>
    public static CatalogueView Of(ItemCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return new CatalogueView
        {
            Key = catalogue.DepartmentId,
            Version = catalogue.Latest?.Number ?? 0,
            Items = catalogue.Latest?.Items.Length ?? 0,
            EffectiveFrom = catalogue.Latest?.EffectiveFrom,
            PublishedAt = catalogue.Latest?.PublishedAt,
            UnderWay = catalogue.Draft?.Status,
        };
    }
}

/// <summary>All catalogues.</summary>
public sealed record AllCatalogues() : Specification<CatalogueView>(catalogue => true, catalogue => catalogue.Key);

/// <summary>The catalogues whose version under way waits for somebody.</summary>
/// <param name="Status">Where it stands.</param>
public sealed record CataloguesAt(CatalogueStatus Status) : Specification<CatalogueView>(catalogue => catalogue.UnderWay == Status, catalogue => catalogue.Key);
