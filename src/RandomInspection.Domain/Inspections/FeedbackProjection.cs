using System.Collections.Immutable;
using RandomInspection.Ledger;

namespace RandomInspection.Inspections;

/// <summary>The rows of ratings.</summary>
internal sealed class FeedbackProjection : IViewProjection
{
    public string Prefix => FeedbackWorkflow.Stream("");

    public ImmutableArray<Type> Views => [typeof(FeedbackView)];

    public IEnumerable<IView> Fold(IReadOnlyList<LedgerEntry> entries, IReadOnlyList<object> events) =>
        [FeedbackView.Of(entries[0].Stream[Prefix.Length..], (FeedbackEvent.Given)events.Single())];
}
