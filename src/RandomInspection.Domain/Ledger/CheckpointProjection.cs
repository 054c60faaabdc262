using System.Collections.Immutable;

namespace RandomInspection.Ledger;

/// <summary>The rows of checkpoints.</summary>
internal sealed class CheckpointProjection : IViewProjection
{
    public string Prefix => Checkpoints.Stream;

    public ImmutableArray<Type> Views => [typeof(CheckpointView)];

    public IEnumerable<IView> Fold(IReadOnlyList<LedgerEntry> entries, IReadOnlyList<object> events)
    {
        SortedDictionary<long, CheckpointView> rows = [];
        foreach ((int index, object happened) in events.Index())
        {
            if (happened is CheckpointEvent.Signed signed)
            {
                rows[signed.Size] = CheckpointView.Of(signed, entries[index].At);
            }
            else
            {
                CheckpointEvent.Cosigned cosigned = (CheckpointEvent.Cosigned)happened;
                rows[cosigned.Size] = rows[cosigned.Size].With(cosigned);
            }
        }

        return rows.Values;
    }
}
