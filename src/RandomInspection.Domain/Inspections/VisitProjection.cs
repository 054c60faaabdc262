using System.Collections.Immutable;
using RandomInspection.Ledger;

namespace RandomInspection.Inspections;

/// <summary>The rows of visits and of their seats.</summary>
internal sealed class VisitProjection : IViewProjection
{
    public string Prefix => VisitWorkflow.Stream("");

    public ImmutableArray<Type> Views => [typeof(VisitView), typeof(SeatView)];

    public IEnumerable<IView> Fold(IReadOnlyList<LedgerEntry> entries, IReadOnlyList<object> events)
    {
        Visit visit = Visit.Replay([.. events.Cast<VisitEvent>()]);
        return [VisitView.Of(visit), .. SeatView.Of(visit)];
    }
}
