using System.Collections.Immutable;
using RandomInspection.Ledger;

namespace RandomInspection.Disclosure;

/// <summary>The rows of the publication stream: its versions are their numbers.</summary>
internal sealed class DisclosedProjection : IViewProjection
{
    public string Prefix => Publications.Stream;

    public ImmutableArray<Type> Views => [typeof(DisclosedView)];

    public IEnumerable<IView> Fold(IReadOnlyList<LedgerEntry> entries, IReadOnlyList<object> events) =>
        events.Select((happened, index) => DisclosedView.Of(entries[index].Version, (Disclosed)happened));
}
