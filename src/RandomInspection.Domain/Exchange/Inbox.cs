using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Ledger;

namespace RandomInspection.Exchange;

/// <summary>收件：messages of other systems, each taken in once, in the order of its subject, in one transaction with its effect.</summary>
/// <remarks>
/// That it is once is a rule of the log, not of a table beside it: the stream of a source and id begins once, and the stream of a subject grows place by place.
/// Whoever sends twice, and whoever is killed between the effect and its note of it, is answered the same and nothing happens again.
/// </remarks>
/// <param name="ledger">The log.</param>
/// <param name="evidence">Where effects keep files.</param>
/// <param name="codec">The events of the log.</param>
/// <param name="effects">What messages do, of two of one type the last counts.</param>
public sealed class Inbox(ILedger ledger, IEvidenceStore evidence, EventCodec codec, IEnumerable<InboxEffect> effects)
{
    private readonly ImmutableDictionary<string, InboxEffect> _effects = effects.Aggregate(
        ImmutableDictionary<string, InboxEffect>.Empty.WithComparers(StringComparer.Ordinal), (known, effect) => known.SetItem(effect.Type, effect));

    /// <summary>The stream of a message.</summary>
    /// <param name="partner">The partner's id.</param>
    /// <param name="source">Whose message it is.</param>
    /// <param name="id">What it is called.</param>
    public static string Stream(string partner, string source, string id) => $"exchange-in/{partner}/{Name(source, id)}";

    /// <summary>The stream of what a source says about a subject: its version is how many messages have come in.</summary>
    /// <param name="partner">The partner's id.</param>
    /// <param name="source">Whose messages.</param>
    /// <param name="subject">What they are about.</param>
    public static string OrderStream(string partner, string source, string subject) => $"exchange-order/{partner}/{Name(source, subject)}";

    /// <summary>Takes a message in, if its turn has come.</summary>
    /// <param name="partner">Who sent it, as its signature or its way in says.</param>
    /// <param name="message">The message.</param>
    /// <param name="at">Now.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    public Task<InboxOutcome> TakeAsync(ExchangePartner partner, ExchangeMessage message, Instant at, CancellationToken cancellation) =>
        TakeAsync(partner, message, at, isDry: false, cancellation);

    /// <summary>What would become of a message; nothing is written.</summary>
    /// <param name="partner">Who sends it.</param>
    /// <param name="message">The message.</param>
    /// <param name="at">Now.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<InboxOutcome> TryAsync(ExchangePartner partner, ExchangeMessage message, Instant at, CancellationToken cancellation) =>
        TakeAsync(partner, message, at, isDry: true, cancellation);

    /// <summary>Takes messages in that are only kept, as many as can be in one transaction; the outcome of each.</summary>
    /// <param name="partner">Who sent them.</param>
    /// <param name="messages">The messages, in the order in which they came.</param>
    /// <param name="at">Now.</param>
    /// <param name="cancellation">Cancels between messages.</param>
    public async Task<ImmutableArray<InboxOutcome>> TakeAllAsync(
        ExchangePartner partner, IReadOnlyList<ExchangeMessage> messages, Instant at, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(partner);
        ArgumentNullException.ThrowIfNull(messages);
        InboxOutcome[] outcomes = new InboxOutcome[messages.Count];
        if (!await TryTogetherAsync(partner, messages, at, outcomes, looksForKnown: false, cancellation))
        {
            // Some are known already: whoever was killed between the effect and the note of it has a whole batch of those.
            await TryTogetherAsync(partner, messages, at, outcomes, looksForKnown: true, cancellation);
        }

        for (int i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] ??= await TakeAsync(partner, messages[i], at, cancellation);
        }

        return [.. outcomes];
    }

    /// <summary>Takes in what can be in one transaction; whether nobody else had done something of it.</summary>
    private async Task<bool> TryTogetherAsync(
        ExchangePartner partner, IReadOnlyList<ExchangeMessage> messages, Instant at, InboxOutcome[] outcomes, bool looksForKnown, CancellationToken cancellation)
    {
        List<int> together = [];
        List<StreamAppend> alone = [];
        HashSet<string> streams = new(StringComparer.Ordinal);
        Dictionary<string, (int Seen, List<EncodedEvent> Events)> orders = new(StringComparer.Ordinal);
        for (int i = 0; i < messages.Count; i++)
        {
            ExchangeMessage message = messages[i];
            StreamAppend arrival = Arrival(partner, message);
            if (!IsOnlyKept(partner, message) || streams.Contains(arrival.Stream) || (looksForKnown && await ledger.VersionAsync(arrival.Stream, cancellation) > 0))
            {
                continue;
            }

            if (message.Sequence is { } place)
            {
                string order = OrderStream(partner.Id, message.Source, message.Subject);
                if (!orders.TryGetValue(order, out (int Seen, List<EncodedEvent> Events) known))
                {
                    orders[order] = known = (await ledger.VersionAsync(order, cancellation), []);
                }

                if (place != known.Seen + known.Events.Count + 1)
                {
                    continue;
                }

                known.Events.Add(codec.Encode(new InboxEvent.Followed(message.Id, message.Digest)));
            }

            alone.Add(arrival);
            streams.Add(arrival.Stream);
            together.Add(i);
        }

        if (together.Count < 2)
        {
            return true;
        }

        try
        {
            await ledger.CommitAsync(
                new LedgerCommit(Actor.System, at, null, [.. alone, .. orders.Where(order => order.Value.Events.Count > 0).Select(order => new StreamAppend(order.Key, order.Value.Seen, [.. order.Value.Events]))], []),
                cancellation);
        }
        catch (AppendConflictException)
        {
            return false;
        }

        together.ForEach(i => outcomes[i] = new InboxOutcome.Taken());
        return true;
    }

    private static string Name(string one, string other) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{one}\n{other}")));

    private bool IsOnlyKept(ExchangePartner partner, ExchangeMessage message) =>
        partner.Takes.Contains(message.Type) && _effects.TryGetValue(message.Type, out InboxEffect? effect) && effect.Act is null;

    private StreamAppend Arrival(ExchangePartner partner, ExchangeMessage message) => new(
        Stream(partner.Id, message.Source, message.Id),
        0,
        [codec.Encode(new InboxEvent.Received(partner.Id, message.Source, message.Id, message.Type, message.Subject, message.Sequence, message.Digest))]);

    private async Task<InboxOutcome> TakeAsync(ExchangePartner partner, ExchangeMessage message, Instant at, bool isDry, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(partner);
        ArgumentNullException.ThrowIfNull(message);
        if (!partner.Takes.Contains(message.Type) || !_effects.TryGetValue(message.Type, out InboxEffect? effect))
        {
            return new InboxOutcome.SetAside(ExchangeRefusals.TypeNotTaken.With(("partner", partner.Id), ("type", ShownText.Of(message.Type))));
        }

        while (true)
        {
            ImmutableArray<StreamAppend> appends = [Arrival(partner, message)];
            (ImmutableArray<InboxEvent> known, _) = await ledger.ReadEventsAsync<InboxEvent>(codec, appends[0].Stream, cancellation);
            if (known.FirstOrDefault() is InboxEvent.Received first)
            {
                return first.Digest == message.Digest
                    ? new InboxOutcome.Known()
                    : new InboxOutcome.SetAside(ExchangeRefusals.OtherContent.With(("source", message.Source), ("id", message.Id), ("first", first.Digest), ("second", message.Digest)));
            }

            if (message.Sequence is { } place)
            {
                string order = OrderStream(partner.Id, message.Source, message.Subject);
                int stands = await ledger.VersionAsync(order, cancellation);
                if (place > stands + 1)
                {
                    return new InboxOutcome.Parked(stands + 1);
                }

                if (place <= stands)
                {
                    return new InboxOutcome.SetAside(ExchangeRefusals.PlaceTaken.With(("id", message.Id), ("subject", message.Subject), ("sequence", place), ("next", stands + 1)));
                }

                appends = [.. appends, new StreamAppend(order, stands, [codec.Encode(new InboxEvent.Followed(message.Id, message.Digest))])];
            }

            try
            {
                await ActAsync(new JoinedLedger(ledger, appends, isDry), isDry ? new UnkeptEvidence(evidence) : evidence, effect, partner, message, at, cancellation);
                return new InboxOutcome.Taken();
            }
            catch (AppendConflictException) when (!cancellation.IsCancellationRequested)
            {
                // Somebody else was faster, with this message or with what it changes: it is looked at anew.
            }
            catch (RefusalException refused) when (refused is InputRefusedException or TransitionRefusedException)
            {
                return new InboxOutcome.SetAside(refused.Refusal);
            }
        }
    }

    private static async Task ActAsync(
        JoinedLedger log, IEvidenceStore evidence, InboxEffect effect, ExchangePartner partner, ExchangeMessage message, Instant at, CancellationToken cancellation)
    {
        if (effect.Act is { } act)
        {
            await act(log, evidence, message, partner, at, cancellation);
        }

        // What changes nothing has come in all the same.
        if (!log.IsCommitted)
        {
            await log.CommitAsync(new LedgerCommit(Actor.System, at, null, [], []), cancellation);
        }
    }
}
