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
        HashSet<long> underWay = [];
        int attempts = 0;
        for (bool isGone = false; ;)
        {
            if (!isGone && underWay.Count < options.Parallel)
            {
                // What is under way is due too, and comes first: so many more are asked for.
                foreach (OutboundMessage message in await table.DueAsync(partner.Id, clock.GetCurrentInstant(), options.Parallel + underWay.Count, cancellation))
                {
                    if (underWay.Count < options.Parallel && underWay.Add(message.Number))
                    {
                        attempts++;
                        _ = SendAsync(partner, message, done.Writer, cancellation);
                    }
                }
            }

            if (underWay.Count == 0)
            {
                return attempts;
            }

            List<(OutboundMessage Message, SendOutcome Outcome)> outcomes = [await done.Reader.ReadAsync(cancellation)];
            while (done.Reader.TryRead(out (OutboundMessage Message, SendOutcome Outcome) another))
            {
                outcomes.Add(another);
            }

            await table.RecordAsync(
                partner.Id, outcomes, options.Schedule, clock.GetCurrentInstant(), () => RandomNumberGenerator.GetInt32(RetrySchedule.MostJitter + 1), cancellation);
            outcomes.ForEach(outcome => underWay.Remove(outcome.Message.Number));
            isGone |= outcomes.Any(outcome => outcome.Outcome is SendOutcome.Gone);
        }
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
