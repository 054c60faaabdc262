using System.Collections.Immutable;
using RandomInspection.Ledger;

namespace RandomInspection.Inspections;

/// <summary>The rows of requests for recusal.</summary>
internal sealed class RecusalProjection : IViewProjection
{
    public string Prefix => RecusalWorkflow.Stream("");

    public ImmutableArray<Type> Views => [typeof(RecusalView)];

    public IEnumerable<IView> Fold(IReadOnlyList<LedgerEntry> entries, IReadOnlyList<object> events) =>
        [RecusalView.Of(Recusal.Replay([.. events.Cast<RecusalEvent>()]), entries[0].At)];
}
