using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Credit;
using RandomInspection.Disclosure;
using RandomInspection.Ledger;

namespace RandomInspection.Web.Credit;

/// <summary>What the public may read of dishonesty lists: entries that stand and were published, and of those that should not have stood, why.</summary>
internal static class PublishedListings
{
    /// <summary>The entries that stand on a day and are published, the newest first.</summary>
    /// <param name="views">The rows.</param>
    /// <param name="day">The day.</param>
    /// <param name="text">A part of a name or the beginning of a code; empty for all.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public static async Task<ImmutableArray<DishonestyView>> StandingAsync(IViews views, LocalDate day, string text, CancellationToken cancellation)
    {
        HashSet<string> published = [.. (await views.QueryAllAsync(new MetObligationsWhere(null, DisclosureOccasion.ListingDecided), cancellation)).Select(duty => duty.About)];
        return
        [
            .. (await views.QueryAllAsync(new StandingListingsOf(day, text) { Descending = true }, cancellation)).Where(entry => published.Contains(entry.Key)),
        ];
    }

    /// <summary>Whether the public may read a row on a day: it stands, or it was withdrawn, and it was published.</summary>
    public static async Task<bool> MayReadAsync(IViews views, DishonestyView entry, LocalDate day, CancellationToken cancellation) =>
        (entry.Status == DishonestyStatus.Withdrawn || (entry.Status == DishonestyStatus.Listed && entry.Until >= day))
        && await views.FindAsync<ObligationView>(DishonestyWorkflow.ListingDuty(entry.Key), cancellation) is { PublishedAt: not null };

    /// <summary>What the public may read about one subject, the newest first.</summary>
    public static async Task<ImmutableArray<DishonestyView>> OfAsync(IViews views, string code, LocalDate day, CancellationToken cancellation)
    {
        ImmutableArray<DishonestyView>.Builder readable = ImmutableArray.CreateBuilder<DishonestyView>();
        foreach (DishonestyView entry in await views.QueryAllAsync(new DishonestyOfSubject(code) { Descending = true }, cancellation))
        {
            if (await MayReadAsync(views, entry, day, cancellation))
            {
                readable.Add(entry);
            }
        }

        return readable.ToImmutable();
    }
}
