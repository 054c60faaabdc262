using System.Collections.Immutable;
using System.Threading.Channels;
using NodaTime;

namespace RandomInspection.Exchange;

/// <summary>Receives messages: whose signature is right is kept before it is answered, many at once in one transaction; what it says is done afterwards.</summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    private const int MostTogether = 200;

    private readonly ExchangeOptions _options;
    private readonly InTable _table;
    private readonly IClock _clock;
    private readonly Channel<Arrival> _arrivals = Channel.CreateBounded<Arrival>(2000);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _keeping;

    /// <summary>A receiver.</summary>
    /// <param name="options">The host's exchange.</param>
    /// <param name="table">Where messages are kept.</param>
    /// <param name="clock">The clock.</param>
    public WebhookReceiver(ExchangeOptions options, InTable table, IClock clock)
    {
        _options = options;
        _table = table;
        _clock = clock;
        _keeping = Task.Run(KeepAsync);
    }

    /// <summary>Receives one.</summary>
    /// <param name="partner">The partner's id, from the address.</param>
    /// <param name="id">The header's id.</param>
    /// <param name="timestamp">The header's timestamp.</param>
    /// <param name="signature">The header's signatures.</param>
    /// <param name="body">The body.</param>
    /// <param name="cancellation">Cancels; whether it is kept is then not known, and it may come again.</param>
    /// <returns>The message that is kept: its id and digest are the receipt.</returns>
    /// <exception cref="InputRefusedException">
    /// The partner is not known (RI9163), the signature is missing, old or wrong (RI9153 to RI9155), it is no message (RI9150 to RI9152), or the id came with another payload (RI9157).
    /// </exception>
    public async Task<ExchangeMessage> ReceiveAsync(string partner, string? id, string? timestamp, string? signature, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        ExchangePartner known = _options.Find(partner);
        if (WebhookSignature.Refuse(known.Keys, id, timestamp, signature, body.Span, _clock.GetCurrentInstant()) is { } refusal)
        {
            throw new InputRefusedException(refusal);
        }

        ExchangeMessage message = ExchangeMessage.Parse(body);
        if (message.Id != id)
        {
            throw ExchangeRefusals.SignatureMissing.Refuse(("header", WebhookSignature.IdHeader));
        }

        Arrival arrival = new(partner, message, new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously));
        await _arrivals.Writer.WriteAsync(arrival, cancellation);
        string kept = await arrival.Kept.Task.WaitAsync(cancellation);
        return kept == message.Digest
            ? message
            : throw ExchangeRefusals.OtherContent.Refuse(("source", message.Source), ("id", message.Id), ("first", kept), ("second", message.Digest));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _arrivals.Writer.TryComplete();
        await _stopping.CancelAsync();
        await _keeping;
        _stopping.Dispose();
    }

    private async Task KeepAsync()
    {
        List<Arrival> together = [];
        try
        {
            while (await _arrivals.Reader.WaitToReadAsync(_stopping.Token))
            {
                together.Clear();
                while (together.Count < MostTogether && _arrivals.Reader.TryRead(out Arrival? next))
                {
                    together.Add(next);
                }

                await KeepAsync(together);
            }
        }
        catch (OperationCanceledException)
        {
            // stopping: whoever still waits sends again
        }

        while (_arrivals.Reader.TryRead(out Arrival? left))
        {
            left.Kept.TrySetCanceled();
        }
    }

    private async Task KeepAsync(List<Arrival> together)
    {
        try
        {
            ImmutableArray<string> kept = await _table.KeepAsync(
                [.. together.Select(arrival => (arrival.Partner, arrival.Message, $"webhook-{arrival.Message.Id}"))], _clock.GetCurrentInstant(), _stopping.Token);
            for (int i = 0; i < together.Count; i++)
            {
                together[i].Kept.TrySetResult(kept[i]);
            }
        }
        catch (Exception e) when (e is System.Data.Common.DbException or OperationCanceledException or InvalidOperationException)
        {
            together.ForEach(arrival => arrival.Kept.TrySetException(e));
        }
    }

    private sealed record Arrival(string Partner, ExchangeMessage Message, TaskCompletionSource<string> Kept);
}
