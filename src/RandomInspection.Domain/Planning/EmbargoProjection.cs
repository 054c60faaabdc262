using System.Collections.Immutable;
using RandomInspection.Ledger;

namespace RandomInspection.Planning;

/// <summary>The rows of secrets.</summary>
internal sealed class EmbargoProjection : IViewProjection
{
    public string Prefix => Embargoes.Stream("");

    public ImmutableArray<Type> Views => [typeof(EmbargoView)];

    public IEnumerable<IView> Fold(IReadOnlyList<LedgerEntry> entries, IReadOnlyList<object> events) => [EmbargoView.Of([.. events.Cast<EmbargoEvent>()])];
}
