using System.Collections.Immutable;
using RandomInspection.Ledger;

namespace RandomInspection.Directories;

/// <summary>The rows of special directories.</summary>
internal sealed class SpecialDirectoryProjection : IViewProjection
{
    public string Prefix => "special/";

    public ImmutableArray<Type> Views => [typeof(SpecialDirectoryView)];

    public IEnumerable<IView> Fold(IReadOnlyList<LedgerEntry> entries, IReadOnlyList<object> events) =>
        [SpecialDirectoryView.Of(SpecialDirectory.Replay([.. events.Cast<SpecialDirectoryEvent>()]))];
}
