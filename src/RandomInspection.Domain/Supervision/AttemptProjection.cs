using System.Collections.Immutable;
using RandomInspection.Ledger;

namespace RandomInspection.Supervision;

/// <summary>The rows of refused attempts.</summary>
internal sealed class AttemptProjection : IViewProjection
{
    public string Prefix => Attempts.Prefix;

    public ImmutableArray<Type> Views => [typeof(AttemptView)];

    public IEnumerable<IView> Fold(IReadOnlyList<LedgerEntry> entries, IReadOnlyList<object> events) =>
        entries.Zip(events, (entry, happened) => AttemptView.Of(entry.Stream, entry.Version, entry.Actor.PersonId, entry.At, (AttemptEvent.Refused)happened));
}
