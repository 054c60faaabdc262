using System.Collections.Immutable;
using RandomInspection.Ledger;

namespace RandomInspection.Disclosure;

/// <summary>The rows of duties to publish.</summary>
internal sealed class ObligationProjection : IViewProjection
{
    public string Prefix => DisclosureWorkflow.Stream("");

    public ImmutableArray<Type> Views => [typeof(ObligationView)];

    public IEnumerable<IView> Fold(IReadOnlyList<LedgerEntry> entries, IReadOnlyList<object> events) =>
        [ObligationView.Of(DisclosureObligation.Replay([.. events.Cast<DisclosureEvent>()]))];
}
