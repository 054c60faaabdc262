using NodaTime;
using RandomInspection.Catalogue;

namespace RandomInspection.Web.Shared;

/// <summary>The published items as one request sees them: read once, however many parts the page has.</summary>
internal sealed class RequestCatalogue(IItemCatalogue catalogue)
{
    private Task<PublishedItems>? _items;

    /// <summary>The items in force on the day of the request.</summary>
    public Task<PublishedItems> ReadAsync(LocalDate day, CancellationToken cancellation) => _items ??= catalogue.ReadAsync(day, cancellation).AsTask();
}
