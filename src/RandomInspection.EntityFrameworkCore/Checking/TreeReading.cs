using System.Data.Common;
using System.Text;
using System.Threading.Channels;
using NodaTime;
using NodaTime.Text;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>A log's entries in order, block by block, read by a thread of its own up to an entry that is not the next one or cannot be read.</summary>
/// <remarks>There are three blocks, and whoever is given one gives it back. The connection is one: <see cref="AloneAsync"/> is how the other thread asks it.</remarks>
internal sealed class TreeReading : IAsyncDisposable
{
    private const int BlocksAtOnce = 3;

    private static readonly string[] Columns = ["Sequence", "Stream", "Version", "Type", "Actor", "Role", "Reason", "At", "Data", "Salt"];

    private readonly CheckedStore _store;
    private readonly LedgerLog _log;
    private readonly string _name;
    private readonly Channel<TreeBlock> _free = Channel.CreateUnbounded<TreeBlock>(), _filled = Channel.CreateUnbounded<TreeBlock>();
    private readonly SemaphoreSlim _connection = new(1);
    private readonly CancellationTokenSource _enough;
    private readonly Task _reader;
    private long _read;
    private long _lastTicks = long.MinValue;
    private byte[] _lastAt = [];

    public TreeReading(CheckedStore store, LedgerLog log, CancellationToken cancellation)
    {
        (_store, _log, _name) = (store, log, CheckedStore.NameOf(log));
        for (int block = 0; block < BlocksAtOnce; block++)
        {
            Return(new TreeBlock());
        }

        _enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _reader = Task.Run(ReadAllAsync, CancellationToken.None);
    }

    /// <summary>The blocks; what reading failed by is thrown after those that were read.</summary>
    public IAsyncEnumerable<TreeBlock> Blocks => _filled.Reader.ReadAllAsync(_enough.Token);

    /// <summary>Gives a block back, to be filled again.</summary>
    public void Return(TreeBlock block)
    {
        block.Leaves.Clear();
        _free.Writer.TryWrite(block);
    }

    /// <summary>Waits until nobody else uses the connection; until the result is disposed of, nobody else does.</summary>
    public async Task<IDisposable> AloneAsync(CancellationToken cancellation)
    {
        await _connection.WaitAsync(cancellation);
        return new Turn(_connection);
    }

    public async ValueTask DisposeAsync()
    {
        await _enough.CancelAsync();
        await _reader.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _enough.Dispose();
        _connection.Dispose();
    }

    private async Task ReadAllAsync()
    {
        try
        {
            bool more = true;
            while (more)
            {
                TreeBlock block = await _free.Reader.ReadAsync(_enough.Token);
                using (await AloneAsync(_enough.Token))
                {
                    await FillAsync(block);
                }

                _read += block.Leaves.Count;
                more = block.Leaves.IsFull && block.Unreadable is null;
                _filled.Writer.TryWrite(block);
            }

            _filled.Writer.Complete();
        }
        catch (Exception failure)
        {
            _filled.Writer.Complete(failure);
            throw;
        }
    }

    private async Task FillAsync(TreeBlock block)
    {
        await using DbCommand select = _store.Command(
            $"SELECT {string.Join(", ", Columns.Select(c => $"\"{c}\""))} FROM \"{InspectionContext.TableOf(_log)}\" WHERE \"Sequence\" > @after ORDER BY \"Sequence\" LIMIT {TreeBlock.EntriesAtOnce}",
            ("@after", _read == 0 ? long.MinValue : _read));
        await using DbDataReader reader = await select.ExecuteReaderAsync(_enough.Token);
        RawRows rows = RawRows.Of(reader);
        while (block.Unreadable is null && rows.Read())
        {
            block.Unreadable = Add(block.Leaves, rows);
        }
    }

    /// <summary>Adds the entry that a row holds; a difference if it is not the next one or cannot be read.</summary>
    private Refusal? Add(LedgerLeafBatch leaves, RawRows rows)
    {
        long next = _read + leaves.Count + 1;
        if (!rows.IsInteger(0) || rows.Integer(0) != next)
        {
            return StoreDifferences.SequenceGap.With(("log", _name), ("sequence", next), ("stored", rows.Show(0)));
        }

        for (int column = 1; column < Columns.Length; column++)
        {
            bool holds = column switch
            {
                2 => rows.IsInteger(column),
                7 => rows.IsInteger(column) && rows.Integer(column) is var ticks && ticks >= Instant.MinValue.ToUnixTimeTicks() && ticks <= Instant.MaxValue.ToUnixTimeTicks(),
                6 or 9 => rows.IsText(column) || rows.IsNull(column),
                _ => rows.IsText(column),
            };
            if (!holds)
            {
                return StoreDifferences.EntryUnreadable.With(("log", _name), ("sequence", next), ("column", Columns[column]), ("stored", rows.Show(column)));
            }
        }

        (bool hasReason, bool hasSalt) = (!rows.IsNull(6), !rows.IsNull(9));
        leaves.Add(new Utf8Entry
        {
            Sequence = next,
            Stream = rows.Text(1),
            Version = rows.Integer(2),
            Type = rows.Text(3),
            Actor = rows.Text(4),
            Role = rows.Text(5),
            HasReason = hasReason,
            Reason = hasReason ? rows.Text(6) : [],
            At = At(rows.Integer(7)),
            Data = rows.Text(8),
            HasSalt = hasSalt,
            Salt = hasSalt ? rows.Text(9) : [],
        });
        return null;
    }

    /// <summary>A moment as the leaf says it; the entries of one commit have the same.</summary>
    private byte[] At(long ticks)
    {
        if (ticks != _lastTicks)
        {
            (_lastTicks, _lastAt) = (ticks, Encoding.ASCII.GetBytes(InstantPattern.ExtendedIso.Format(Instant.FromUnixTimeTicks(ticks))));
        }

        return _lastAt;
    }

    private sealed class Turn(SemaphoreSlim connection) : IDisposable
    {
        public void Dispose() => connection.Release();
    }
}
