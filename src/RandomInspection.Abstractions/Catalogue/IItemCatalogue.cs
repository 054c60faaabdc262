using NodaTime;

namespace RandomInspection.Catalogue;

/// <summary>随机抽查事项清单 as published: the items that tasks may name. A host that keeps its list elsewhere implements it.</summary>
public interface IItemCatalogue
{
    /// <summary>What is published, as it is in force on a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    ValueTask<PublishedItems> ReadAsync(LocalDate day, CancellationToken cancellation);
}
