using System.Collections.Immutable;
using RandomInspection.Ledger;

namespace RandomInspection.Credit;

/// <summary>The rows of entries of dishonesty lists.</summary>
internal sealed class DishonestyProjection : IViewProjection
{
    public string Prefix => DishonestyWorkflow.Stream("");

    public ImmutableArray<Type> Views => [typeof(DishonestyView)];

    public IEnumerable<IView> Fold(IReadOnlyList<LedgerEntry> entries, IReadOnlyList<object> events) =>
        [DishonestyView.Of(DishonestyEntry.Replay([.. events.Cast<DishonestyEvent>()]))];
}
