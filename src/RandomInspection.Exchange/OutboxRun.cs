using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Threading.Channels;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Exchange;

/// <summary>Sends what was published, partner by partner: at least once, in the order of each subject.</summary>
/// <remarks>One process sends for one front database (<see cref="FrontLease"/>): two would keep nothing twice, but might meet on the way.</remarks>
/// <param name="options">The host's exchange.</param>
/// <param name="table">What goes out.</param>
/// <param name="ledger">The log.</param>
/// <param name="messages">What messages say.</param>
/// <param name="sender">The sender.</param>
/// <param name="clock">The clock.</param>
public sealed class OutboxRun(ExchangeOptions options, OutTable table, ILedger ledger, PublicationMessages messages, WebhookSender sender, IClock clock)
{
    /// <summary>So many times what may be under way is read ahead.</summary>
    private const int Ahead = 4;

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(10);

    private readonly ConcurrentDictionary<string, bool> _unreached = new(StringComparer.Ordinal);

    /// <summary>Makes the rows of what was published, and came in from others for it, since the last time.</summary>
    /// <param name="partner">The partner.</param>
    /// <param name="cancellation">Cancels between transactions.</param>
    public async Task<long> FeedAsync(ExchangePartner partner, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(partner);
        return await table.FeedAsync(partner.Id, ledger, messages, options.Source, clock.GetCurrentInstant(), cancellation)
            + await table.RelayAsync(partner, clock.GetCurrentInstant(), cancellation);
    }

    /// <summary>Sends what is due to a partner until nothing is, many at once, each about another subject; what fails is due again by its schedule.</summary>
    /// <param name="partner">The partner; nothing is sent to one without an address, or that has answered 410.</param>
    /// <param name="cancellation">Cancels; what was sent and not noted is sent again.</param>
    /// <returns>How many attempts were made.</returns>
    /// <remarks>A message that hangs holds back its own subject and nothing else. A partner that is not reached is tried with one message at a time, with a pause between, until it answers.</remarks>
    /// <exception cref="InputRefusedException">Its address is none to which anything is sent, or is not approved (RI9161).</exception>
    public async Task<int> SendAsync(ExchangePartner partner, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(partner);
        if (partner.SendTo is null || (await table.StandingAsync(partner.Id, cancellation)).StoppedAt is not null)
        {
            return 0;
        }

        sender.RequireAddress(partner);
        Channel<(OutboundMessage Message, SendOutcome Outcome)> done = Channel.CreateUnbounded<(OutboundMessage, SendOutcome)>();
        Queue<OutboundMessage> due = new();
        HashSet<long> underWay = [];
        int attempts = 0;
        for (bool mayBeDue = true, isEnding = false; ;)
        {
            int most = _unreached.ContainsKey(partner.Id) ? 1 : options.Parallel;
            if (due.Count == 0 && mayBeDue && !isEnding && underWay.Count < most)
            {
                (await table.DueAsync(partner.Id, clock.GetCurrentInstant(), options.Parallel * Ahead, underWay, cancellation)).ToList().ForEach(due.Enqueue);
                mayBeDue = due.Count > 0;
            }

            while (!isEnding && underWay.Count < most && due.TryDequeue(out OutboundMessage? message))
            {
                attempts++;
                underWay.Add(message.Number);
                _ = SendAsync(partner, message, done.Writer, cancellation);
            }

            if (underWay.Count == 0)
            {
                return attempts;
            }

            List<(OutboundMessage Message, SendOutcome Outcome)> outcomes = await OutcomesAsync(done.Reader, underWay.Count, cancellation);
            await table.RecordAsync(
                partner.Id, outcomes, options.Schedule, clock.GetCurrentInstant(), () => RandomNumberGenerator.GetInt32(RetrySchedule.MostJitter + 1), cancellation);
            outcomes.ForEach(outcome => underWay.Remove(outcome.Message.Number));
            mayBeDue = true;
            isEnding |= outcomes.Any(outcome => outcome.Outcome is SendOutcome.Gone);
            if (outcomes.Any(outcome => outcome.Outcome is not SendOutcome.Failed { IsUnreached: true }))
            {
                _unreached.TryRemove(partner.Id, out _);
            }
            else
            {
                isEnding = true;
                _unreached.TryAdd(partner.Id, true);
                await Task.Delay(options.Pause.ToTimeSpan(), cancellation);
            }
        }
    }

    /// <summary>What became of attempts: of one at least, and of those that end a moment later, so that they are noted together.</summary>
    private static async Task<List<(OutboundMessage Message, SendOutcome Outcome)>> OutcomesAsync(
        ChannelReader<(OutboundMessage, SendOutcome)> done, int underWay, CancellationToken cancellation)
    {
        List<(OutboundMessage Message, SendOutcome Outcome)> outcomes = [await done.ReadAsync(cancellation)];
        for (bool hasWaited = false; outcomes.Count < underWay; hasWaited = true)
        {
            while (done.TryRead(out (OutboundMessage, SendOutcome) another))
            {
                outcomes.Add(another);
            }

            if (hasWaited)
            {
                break;
            }

            await Task.Delay(Moment, cancellation);
        }

        return outcomes;
    }

    private async Task SendAsync(ExchangePartner partner, OutboundMessage message, ChannelWriter<(OutboundMessage, SendOutcome)> done, CancellationToken cancellation)
    {
        try
        {
            done.TryWrite((message, await sender.SendAsync(partner, message, clock.GetCurrentInstant(), cancellation)));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // stopping: whether it was received is not known, and it is sent again
        }
        catch (Exception e)
        {
            done.TryComplete(e); // whoever reads the outcomes meets it
        }
    }
}
