using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using RandomInspection;
using RandomInspection.Disclosure;
using RandomInspection.Exchange;
using RandomInspection.Ledger;

namespace ExchangePartners;

/// <summary>Compares two sides by their logs: what one published has had its effect with the other, each once, in order; and by their reconciliations.</summary>
internal static class ExchangeCheck
{
    private const int Page = 5000;

    /// <summary>Compares a folder that published with one that received, each of which calls the other by a name.</summary>
    public static async Task<int> RunAsync(string from, string to, (string Sender, string Receiver) names)
    {
        await using ServiceProvider sender = Open(from, Sides.Authority(1, isFast: false));
        await using ServiceProvider receiver = Open(to, Sides.Province());
        Dictionary<string, string> published = new(StringComparer.Ordinal);
        Publications publications = sender.GetRequiredService<Publications>();
        for (long after = 0; ;)
        {
            ImmutableArray<DisclosedView> page = await publications.ReadAsync(after, Page, CancellationToken.None);
            if (page.IsEmpty)
            {
                break;
            }

            foreach (DisclosedView one in page)
            {
                published.Add($"publication-{one.Number}", one.About);
            }

            after = page[^1].Number;
        }

        (Dictionary<string, int> effects, int outOfOrder) = await EffectsAsync(receiver.GetRequiredService<ILedger>(), published);
        int lost = published.Keys.Count(id => !effects.ContainsKey(id));
        int doubled = effects.Count(effect => effect.Value > 1);
        int strangers = effects.Keys.Count(id => !published.ContainsKey(id));
        (int days, int differing) = await ReconcileAsync(sender, receiver, names, published.Count);
        Console.WriteLine($"published {published.Count} effects {effects.Count} lost {lost} doubled {doubled} strangers {strangers} out of order {outOfOrder} days {days} differing {differing}");
        return lost + doubled + strangers + outOfOrder + differing == 0 && days > 0 ? 0 : 1;
    }

    private static ServiceProvider Open(string folder, ExchangeOptions options)
    {
        ServiceCollection services = new();
        services.AddSide(folder, options);
        return services.BuildServiceProvider();
    }

    /// <summary>How often each message had its effect, and how often one came before another about its subject that was published earlier.</summary>
    private static async Task<(Dictionary<string, int> Effects, int OutOfOrder)> EffectsAsync(ILedger ledger, Dictionary<string, string> published)
    {
        Dictionary<string, int> effects = new(StringComparer.Ordinal);
        Dictionary<string, long> last = new(StringComparer.Ordinal);
        int outOfOrder = 0;
        for (long after = 0; ;)
        {
            ImmutableArray<LedgerEntry> page = await ledger.ReadAsync(LedgerLog.Public, after, Page, CancellationToken.None);
            if (page.IsEmpty)
            {
                return (effects, outOfOrder);
            }

            foreach (InboxEvent.Received one in page.Where(entry => entry.Type == "exchange.received").Select(entry => (InboxEvent.Received)DomainEvents.Codec.Decode(entry)))
            {
                effects[one.Id] = effects.GetValueOrDefault(one.Id) + 1;
                long number = long.Parse(one.Id["publication-".Length..], CultureInfo.InvariantCulture);
                string subject = published.GetValueOrDefault(one.Id, "");
                outOfOrder += last.TryGetValue(subject, out long before) && before >= number ? 1 : 0;
                last[subject] = number;
            }

            after = page[^1].Sequence;
        }
    }

    private static async Task<(int Days, int Differing)> ReconcileAsync(ServiceProvider sender, ServiceProvider receiver, (string Sender, string Receiver) names, int count)
    {
        OutTable sent = sender.GetRequiredService<OutTable>();
        InTable received = receiver.GetRequiredService<InTable>();
        LocalDate first = Reconciliation.DayOf(Instant.FromUtc(2026, 11, 23, 1, 0));
        LocalDate last = Reconciliation.DayOf(Instant.FromUtc(2026, 11, 23, 1, 0) + Duration.FromSeconds(count));
        int days = 0, differing = 0;
        for (LocalDate day = first; day <= last; day = day.PlusDays(1))
        {
            ImmutableArray<Reconciliation> ours = await sent.ReconcileAsync(names.Receiver, day, CancellationToken.None);
            ImmutableArray<Reconciliation> theirs = await received.ReconcileAsync(names.Sender, day, CancellationToken.None);
            days += ours.IsEmpty ? 0 : 1;
            differing += ours.SequenceEqual(theirs) ? 0 : 1;
        }

        return (days, differing);
    }
}
