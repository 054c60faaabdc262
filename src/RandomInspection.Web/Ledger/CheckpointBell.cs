using System.Collections.Immutable;
using System.Threading.Channels;
using RandomInspection.Ledger;

namespace RandomInspection.Web.Ledger;

/// <summary>Rings when a draw or a match was written to the public log: a checkpoint is due. What happens in the sealed log rings nothing.</summary>
internal sealed class CheckpointBell : ILedgerObserver
{
    private readonly Channel<bool> _rung = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Written(ImmutableArray<LedgerEntry> entries)
    {
        if (entries.Any(entry => entry.Log == LedgerLog.Public && entry.Type is "draw.drawn" or "draw.matched"))
        {
            _rung.Writer.TryWrite(true);
        }
    }

    /// <summary>Waits until it has rung since the last time.</summary>
    public async Task WaitAsync(CancellationToken cancellation) => await _rung.Reader.ReadAsync(cancellation);
}
