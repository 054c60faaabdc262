using System.Collections.Immutable;
using System.Text;
using RandomInspection.Ledger;

namespace RandomInspection.Disclosure;

/// <summary>A channel whose items are kept in the host's own log and evidence: the host's portal, or an outbox that somebody fetches.</summary>
/// <param name="channel">What it is.</param>
/// <param name="ledger">The log.</param>
/// <param name="evidence">Where contents are kept.</param>
/// <param name="codec">The events of the log.</param>
public sealed class LedgerChannel(DisclosureChannel channel, ILedger ledger, IEvidenceStore evidence, EventCodec codec) : IDisclosureChannel
{
    /// <inheritdoc />
    public DisclosureChannel Channel => channel;

    /// <inheritdoc />
    public async Task<ChannelReceipt> SendAsync(ChannelItem item, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(item);
        while (true)
        {
            (ImmutableArray<ChannelReceived> known, int version) = await ledger.ReadEventsAsync<ChannelReceived>(codec, Stream(item.Key), cancellation);
            if (ChannelRules.Find(channel.Id, item, [.. known.Select(k => k.Receipt)]) is { } earlier)
            {
                return earlier;
            }

            await evidence.PutAsync(Encoding.UTF8.GetBytes(item.Content), cancellation);
            ChannelReceipt receipt = ChannelRules.Accept(channel.Id, item);
            try
            {
                await ledger.CommitAsync(
                    new LedgerCommit(Actor.System, item.At, null, [new StreamAppend(Stream(item.Key), version, [codec.Encode(new ChannelReceived(receipt))])], []),
                    cancellation);
                return receipt;
            }
            catch (AppendConflictException)
            {
                // Another item came in at the same moment: this one is looked at anew beside it.
            }
        }
    }

    /// <inheritdoc />
    public async Task<ChannelReceipt?> FindAsync(string key, CancellationToken cancellation) =>
        (await ledger.ReadEventsAsync<ChannelReceived>(codec, Stream(key), cancellation)).Events.LastOrDefault()?.Receipt;

    /// <summary>What everybody may read under a key; <see langword="null"/> if there is nothing.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public async Task<string?> ReadAsync(string key, CancellationToken cancellation) =>
        await FindAsync(key, cancellation) is { } last && await evidence.GetAsync(last.Digest, cancellation) is { } content ? Encoding.UTF8.GetString(content) : null;

    private string Stream(string key) => $"channel/{channel.Id}/{key}";
}
