using System.Collections.Immutable;

namespace RandomInspection.Ledger;

/// <summary>The rows that follow from streams of one kind; it stands beside the views it makes and makes them as the workflows do.</summary>
/// <remarks>An instance belongs to one fold: it may remember what later streams need of earlier ones.</remarks>
internal interface IViewProjection
{
    /// <summary>What the names of its streams begin with, for example <c>plan/</c>; the whole name of the only one where it ends in no slash.</summary>
    string Prefix { get; }

    /// <summary>The views it makes.</summary>
    ImmutableArray<Type> Views { get; }

    /// <summary>Whether a stream's rows follow from it alone: it neither remembers one for another nor asks what was remembered, so that threads may fold side by side.</summary>
    bool StandsAlone => true;

    /// <summary>The rows of one stream.</summary>
    /// <param name="entries">All its entries in order, 1 or more.</param>
    /// <param name="events">Their events.</param>
    IEnumerable<IView> Fold(IReadOnlyList<LedgerEntry> entries, IReadOnlyList<object> events);
}
