using System.Collections.Immutable;

namespace RandomInspection.Catalogue;

/// <summary>随机抽查事项清单 as published: the items that tasks may name.</summary>
public interface IItemCatalogue
{
    /// <summary>All items in the order of codes.</summary>
    ImmutableArray<InspectionItem> Items { get; }

    /// <summary>The item of a code, or <see langword="null"/>.</summary>
    /// <param name="code">A code.</param>
    InspectionItem? Find(string code);
}
