using System.Collections.Immutable;
using RandomInspection.Drawing;
using RandomInspection.Ledger;

namespace RandomInspection.Planning;

/// <summary>The rows of draws or of matches: both are ceremonies.</summary>
/// <param name="hashes">The hashes that openings may name.</param>
/// <param name="prefix">What the names of the streams begin with.</param>
/// <param name="view">The view.</param>
internal sealed class CeremonyProjection(DrawHashes hashes, string prefix, Type view) : IViewProjection
{
    public string Prefix => prefix;

    public ImmutableArray<Type> Views => [view];

    public IEnumerable<IView> Fold(IReadOnlyList<LedgerEntry> entries, IReadOnlyList<object> events) =>
        events[0] is CeremonyEvent ? [DrawWorkflow.Row(DrawCeremony.Replay(hashes, [.. events.Cast<CeremonyEvent>()]))] : []; // what changes a match's seats has rows in the visits
}
