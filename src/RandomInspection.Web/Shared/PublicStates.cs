using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Web.Shared;

/// <summary>Reads the state by the heads of the two logs; whoever asks while it is being read gets the next reading, so that one serves all who wait.</summary>
/// <remarks>What still is secret changes nothing public, so it must not show by an answer that takes longer either: of the sealed log only what belongs to secrets that have ended counts.</remarks>
internal sealed class PublicStates(ILedger ledger, IViews views)
{
    private const int EntriesAtOnce = 1000;

    private readonly Lock _gate = new();
    private Task _reading = Task.CompletedTask;
    private Task<PublicState>? _next;
    private long _seen = -1;
    private long _opened;

    /// <summary>The state as it stands no earlier than now.</summary>
    public Task<PublicState> ReadAsync(CancellationToken cancellation)
    {
        lock (_gate)
        {
            Task before = _reading;
            _next ??= Task.Run(() => ReadAfterAsync(before), CancellationToken.None);
            return _next.WaitAsync(cancellation);
        }
    }

    private async Task<PublicState> ReadAfterAsync(Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_gate)
        {
            (_reading, _next) = (_next!, null);
        }

        // The sealed log first: what is answered is read later than both.
        LedgerHead hidden = await ledger.HeadAsync(LedgerLog.Sealed, CancellationToken.None);
        if (hidden.Size != _seen)
        {
            await ReadOnAsync(hidden.Size);
        }

        return new PublicState((await ledger.HeadAsync(LedgerLog.Public, CancellationToken.None)).Root, _opened);
    }

    private async Task ReadOnAsync(long size)
    {
        if (_seen < 0 || size < _seen)
        {
            _opened++; // nothing is kept yet, or the database was put back to an older state
            _seen = size;
            return;
        }

        HashSet<string> ended = [.. (await views.QueryAllAsync(new EndedEmbargoes(), CancellationToken.None)).Select(embargo => embargo.Number)];
        while (_seen < size)
        {
            foreach (LedgerEntry entry in await ledger.ReadAsync(LedgerLog.Sealed, _seen, EntriesAtOnce, CancellationToken.None))
            {
                _opened += SecretNumbers.Find(entry.Stream) is { } number && ended.Contains(number) ? 1 : 0;
                _seen = entry.Sequence;
            }
        }
    }
}
