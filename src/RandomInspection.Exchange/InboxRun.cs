using System.Collections.Immutable;
using System.Text;
using NodaTime;

namespace RandomInspection.Exchange;

/// <summary>Takes in what came, in the order in which it came.</summary>
/// <param name="inbox">The inbox.</param>
/// <param name="table">What came.</param>
/// <param name="clock">The clock.</param>
public sealed class InboxRun(Inbox inbox, InTable table, IClock clock)
{
    private const int MostTogether = 500;

    /// <summary>Takes in what waits of a partner, until nothing does.</summary>
    /// <param name="partner">The partner.</param>
    /// <param name="cancellation">Cancels between transactions; what was taken in and not noted is known again the next time.</param>
    /// <returns>How many messages were looked at.</returns>
    public async Task<int> RunAsync(ExchangePartner partner, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(partner);
        for (int seen = 0; ;)
        {
            ImmutableArray<InboundMessage> rows = await table.ReadAsync(partner.Id, InboundStatus.Waiting, MostTogether, cancellation);
            if (rows.IsEmpty)
            {
                return seen;
            }

            List<(InboundMessage Row, ExchangeMessage? Message, InboxOutcome Outcome)> outcomes = [];
            List<(InboundMessage Row, ExchangeMessage Message)> sound = [];
            foreach (InboundMessage row in rows)
            {
                try
                {
                    sound.Add((row, ExchangeMessage.Parse(Encoding.UTF8.GetBytes(row.Body))));
                }
                catch (InputRefusedException refused)
                {
                    outcomes.Add((row, null, new InboxOutcome.SetAside(refused.Refusal)));
                }
            }

            ImmutableArray<InboxOutcome> taken = await inbox.TakeAllAsync(partner, [.. sound.Select(one => one.Message)], clock.GetCurrentInstant(), cancellation);
            outcomes.AddRange(sound.Select((one, i) => (one.Row, (ExchangeMessage?)one.Message, taken[i])));
            await table.RecordAsync(outcomes, clock.GetCurrentInstant(), cancellation);
            seen += rows.Length;
        }
    }
}
