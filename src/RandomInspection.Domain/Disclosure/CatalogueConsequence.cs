using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Catalogue;
using RandomInspection.Ledger;

namespace RandomInspection.Disclosure;

/// <summary>Raises the duty to publish a new version when the law changes or the coordinating group received it, and meets it when the version is published, in one transaction.</summary>
/// <remarks>Source: 沈政办发〔2020〕19号 三(二); 政府信息公开条例 26.</remarks>
/// <param name="ledger">The store's log, to see what stands already.</param>
/// <param name="calendars">The calendar in use.</param>
/// <param name="views">The rows.</param>
/// <param name="rules">The rules in force.</param>
/// <param name="codec">The events of the log.</param>
/// <param name="policy">What anybody may read.</param>
public sealed class CatalogueConsequence(Func<ILedger> ledger, Func<CalendarInUse> calendars, IViews views, DisclosureRules rules, EventCodec codec, RedactionPolicy policy)
    : ILedgerConsequence
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <inheritdoc />
    public async ValueTask<(ImmutableArray<StreamAppend> Appends, ImmutableArray<IView> Views)> FollowAsync(
        LedgerCommit commit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(commit);
        if (commit.Views.OfType<CatalogueView>().FirstOrDefault() is not { } row)
        {
            return ([], []);
        }

        CatalogueEvent happened = (CatalogueEvent)codec.Decode(commit.Appends.SelectMany(a => a.Events).First());
        return happened switch
        {
            CatalogueEvent.BasisChanged changed =>
                await RaiseAsync(DisclosureOccasion.LegalBasisChanged, BasisDuty(row.Key, changed.Number), row.Key, changed.Law, changed.ChangedOn, cancellation),
            CatalogueEvent.Reported reported => await RaiseAsync(
                DisclosureOccasion.CatalogueReported,
                VersionDuty(row.Key, reported.Version),
                row.Key,
                $"随机抽查事项清单第 {reported.Version} 版",
                commit.At.InZone(Zone).Date,
                cancellation),
            CatalogueEvent.Published published => await MeetAsync(
                published,
                commit.Views.OfType<BasisChangeView>().Where(c => c.AnsweredBy == published.Version).Select(c => BasisDuty(row.Key, c.Number))
                    .Prepend(VersionDuty(row.Key, published.Version)),
                cancellation),
            _ => ([], []),
        };
    }

    /// <summary>The duty that a change of the law raised.</summary>
    /// <param name="departmentId">Whose catalogue it concerns.</param>
    /// <param name="number">The change's number.</param>
    public static string BasisDuty(string departmentId, int number) => $"catalogue-{BasisChangeView.Id(departmentId, number)}";

    /// <summary>The duty to publish a version that the coordinating group received.</summary>
    /// <param name="departmentId">Whose catalogue it is.</param>
    /// <param name="version">The version's number.</param>
    public static string VersionDuty(string departmentId, int version) => $"catalogue-{departmentId}-v{version}";

    private async Task<(ImmutableArray<StreamAppend> Appends, ImmutableArray<IView> Views)> RaiseAsync(
        DisclosureOccasion occasion, string duty, string departmentId, string title, LocalDate day, CancellationToken cancellation)
    {
        if (await ReadAsync(duty, cancellation) is (not null, _))
        {
            return ([], []); // reported again after it was taken back: the first deadline stands
        }

        (WorkingDayCalendar calendar, int version) = await calendars().ReadAsync(cancellation);
        DisclosureEvent.Raised raised = new(duty, occasion, departmentId, title, departmentId, day, DueDate.By(rules, occasion, day, calendar));
        return (
            [
                new StreamAppend(CalendarInUse.Stream, version, []), // must not grow in between, or this duty would miss the recomputation
                new StreamAppend(DisclosureWorkflow.Stream(duty), 0, [codec.Encode(raised)]),
            ],
            [ObligationView.Of(DisclosureObligation.Replay([raised]))]);
    }

    private async Task<(ImmutableArray<StreamAppend> Appends, ImmutableArray<IView> Views)> MeetAsync(
        CatalogueEvent.Published published, IEnumerable<string> duties, CancellationToken cancellation)
    {
        List<StreamAppend> appends = [];
        List<ObligationView> met = [];
        foreach (string duty in duties)
        {
            if (await ReadAsync(duty, cancellation) is ({ } open, int version))
            {
                appends.Add(new StreamAppend(DisclosureWorkflow.Stream(duty), version, [codec.Encode(open.Publish(published.Channel, published.By, published.At))]));
                met.Add(ObligationView.Of(open));
            }
        }

        (ImmutableArray<StreamAppend> disclosed, ImmutableArray<IView> rows) = Publications.Append(
            await Publications.LastAsync(views, cancellation), [.. met.Select(duty => Publications.Of(duty, published.Channel, policy))], codec);
        return ([.. appends, .. disclosed], [.. met, .. rows]);
    }

    private async Task<(DisclosureObligation? Duty, int Version)> ReadAsync(string duty, CancellationToken cancellation)
    {
        (ImmutableArray<DisclosureEvent> events, int version) =
            await ledger().ReadEventsAsync<DisclosureEvent>(codec, DisclosureWorkflow.Stream(duty), cancellation);
        return (events.IsEmpty ? null : DisclosureObligation.Replay(events), version);
    }
}
