using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Ledger;

namespace RandomInspection.Disclosure;

/// <summary>公示流：what may be known, in a dense sequence of its own, read by cursor; partners and the portal need no other outbox.</summary>
/// <remarks>
/// A number is given when something may be known, not when it happened: an embargo leaves no gap, and nothing that is released later lies
/// behind a cursor. The stream's version is the number, so two publications at the same moment cannot take the same one.
/// </remarks>
/// <param name="ledger">The log.</param>
/// <param name="views">The rows.</param>
/// <param name="codec">The events of the log.</param>
/// <param name="policy">What anybody may read.</param>
public sealed class Publications(ILedger ledger, IViews views, EventCodec codec, RedactionPolicy policy)
{
    /// <summary>The stream in the public log.</summary>
    public const string Stream = "publication";

    /// <summary>What was published after a number, in order.</summary>
    /// <param name="after">The last number that was read, 0 for the beginning.</param>
    /// <param name="most">At most so many, 1 or more.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public Task<ImmutableArray<DisclosedView>> ReadAsync(long after, int most, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        return views.QueryAsync(new DisclosedAfter(after) { Take = most }, cancellation);
    }

    /// <summary>The last number; 0 before the first publication.</summary>
    /// <param name="cancellation">Cancels the reading.</param>
    public Task<long> LastAsync(CancellationToken cancellation) => LastAsync(views, cancellation);

    /// <summary>Enters what was published before there was this stream, in the order of its moments, if the stream is empty.</summary>
    /// <param name="at">Now.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>How many were entered.</returns>
    /// <exception cref="AppendConflictException">Somebody published something at the same moment (RI6001).</exception>
    public async Task<int> CatchUpAsync(Instant at, CancellationToken cancellation)
    {
        if (await LastAsync(cancellation) > 0)
        {
            return 0;
        }

        List<Disclosed> disclosed = [];
        foreach (ObligationView duty in await views.QueryAllAsync(new MetObligationsWhere(null, null), cancellation))
        {
            ImmutableArray<DisclosureEvent> events = (await ledger.ReadEventsAsync<DisclosureEvent>(codec, DisclosureWorkflow.Stream(duty.Key), cancellation)).Events;
            disclosed.Add(Of(duty, events.OfType<DisclosureEvent.Published>().Single().Channel, policy));
        }

        if (disclosed.Count > 0)
        {
            (ImmutableArray<StreamAppend> appends, ImmutableArray<IView> rows) = Append(0, disclosed, codec);
            await ledger.CommitAsync(new LedgerCommit(Actor.System, at, null, appends, rows), cancellation);
        }

        return disclosed.Count;
    }

    /// <summary>Enters what was published of surprise inspections in the sealed log and is not in the stream yet: it may be known by now.</summary>
    /// <param name="at">Now.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>How many were entered.</returns>
    /// <exception cref="AppendConflictException">Somebody published something at the same moment (RI6001); tried again it goes on.</exception>
    public async Task<int> ReleaseAsync(Instant at, CancellationToken cancellation)
    {
        ImmutableArray<ObligationView> published = await views.QueryAllAsync(new PublishedSurprises(), cancellation);
        HashSet<string> known = [.. (await views.QueryAllAsync(new DisclosedAmong([.. published.Select(duty => duty.Key)]), cancellation)).Select(row => row.Obligation)];
        List<Disclosed> disclosed = [];
        foreach (ObligationView duty in published.Where(duty => !known.Contains(duty.Key)))
        {
            ImmutableArray<DisclosureEvent> events = (await ledger.ReadEventsAsync<DisclosureEvent>(codec, DisclosureWorkflow.Stream(duty.Key), cancellation)).Events;
            disclosed.Add(Of(duty, events.OfType<DisclosureEvent.Published>().Single().Channel, policy));
        }

        if (disclosed.Count > 0)
        {
            (ImmutableArray<StreamAppend> appends, ImmutableArray<IView> rows) = Append(await LastAsync(cancellation), disclosed, codec);
            await ledger.CommitAsync(new LedgerCommit(Actor.System, at, null, appends, rows), cancellation);
        }

        return disclosed.Count;
    }

    internal static async Task<long> LastAsync(IViews views, CancellationToken cancellation) =>
        (await views.QueryAsync(new NewestDisclosed { Take = 1 }, cancellation)).FirstOrDefault()?.Number ?? 0;

    /// <summary>What is published is called by the name that the policy lets anybody read: a title that is a subject's name is masked as one.</summary>
    internal static Disclosed Of(ObligationView duty, string channel, RedactionPolicy policy) =>
        new(duty.Key, duty.Occasion, duty.About, TitleOf(duty.Occasion, duty.Title, policy), duty.DepartmentId, channel, duty.PublishedAt!.Value);

    /// <summary>A title as everybody may read it.</summary>
    /// <param name="occasion">What raised the duty.</param>
    /// <param name="title">What it is called.</param>
    /// <param name="policy">What anybody may read.</param>
    public static string TitleOf(DisclosureOccasion occasion, string title, RedactionPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return occasion is DisclosureOccasion.ResultFormed or DisclosureOccasion.MeasureDecided or DisclosureOccasion.PenaltyDecided
            or DisclosureOccasion.ListingDecided or DisclosureOccasion.DecisionWithdrawn
            ? policy.Apply("subject.name", title) ?? ""
            : title;
    }

    internal static (ImmutableArray<StreamAppend> Appends, ImmutableArray<IView> Views) Append(long last, IReadOnlyCollection<Disclosed> disclosed, EventCodec codec) =>
    (
        [new StreamAppend(Stream, (int)last, [.. disclosed.Select(codec.Encode)])],
        [.. disclosed.Select((one, i) => DisclosedView.Of(last + 1 + i, one))]
    );
}
