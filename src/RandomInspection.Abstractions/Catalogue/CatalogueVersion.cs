using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Catalogue;

/// <summary>A published version of a department's catalogue (随机抽查事项清单的一个版本).</summary>
/// <param name="DepartmentId">Whose catalogue it is.</param>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Items">All its items in the order of codes.</param>
/// <param name="EffectiveFrom">The first day on which it is in force; the version before is in force until then.</param>
/// <param name="PublishedAt">When it was published.</param>
/// <remarks>The array compares by reference.</remarks>
public sealed record CatalogueVersion(string DepartmentId, int Number, ImmutableArray<InspectionItem> Items, LocalDate EffectiveFrom, Instant PublishedAt)
{
    /// <summary>The name by which tasks cite it, for example <c>scjg-v2</c>.</summary>
    public string Id => $"{DepartmentId}-v{Number}";
}
