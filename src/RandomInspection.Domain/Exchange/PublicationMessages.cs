using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using RandomInspection.Calendars;
using RandomInspection.Catalogue;
using RandomInspection.Disclosure;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Exchange;

/// <summary>Messages of what was published, corrected and taken down, in the order of the public log; of a result with its national record.</summary>
/// <param name="ledger">The log.</param>
/// <param name="codec">Its events.</param>
/// <param name="plans">The plans.</param>
/// <param name="tasks">The tasks.</param>
/// <param name="visits">The visits.</param>
/// <param name="catalogue">The items.</param>
/// <param name="staff">The departments.</param>
/// <param name="policy">What anybody may read.</param>
/// <param name="views">The duties, which say what was taken down since.</param>
public sealed class PublicationMessages(
    ILedger ledger, EventCodec codec, PlanWorkflow plans, TaskWorkflow tasks, VisitWorkflow visits, IItemCatalogue catalogue, IStaff staff, RedactionPolicy policy, IViews views)
{
    /// <summary>The publication of which an entry of the public log has something to say to partners; <see langword="null"/> if it has nothing.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public async Task<DisclosedView?> AboutAsync(LedgerEntry entry, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Stream == Publications.Stream ? DisclosedView.Of(entry.Version, (Disclosed)codec.Decode(entry))
            : entry.Type is "disclosure.corrected" or "disclosure.withdrawn"
                ? (await views.QueryAsync(new DisclosedAmong([entry.Stream["disclosure/".Length..]]) { Take = 1 }, cancellation)).FirstOrDefault()
            : null;
    }

    /// <summary>What the message of an entry is called.</summary>
    /// <param name="entry">An entry of the public log that publishes, corrects or takes down.</param>
    /// <param name="published">What it is about, by <see cref="AboutAsync"/>.</param>
    public string IdOf(LedgerEntry entry, DisclosedView published)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(published);
        return entry.Stream == Publications.Stream ? IdOf(published)
            : codec.Decode(entry) switch
            {
                DisclosureEvent.Corrected corrected => IdOf("correction", published, corrected.Revision),
                DisclosureEvent.Withdrawn withdrawn => IdOf("withdrawal", published, withdrawn.Revision),
                _ => throw new ArgumentException($"{entry.Type} says nothing to partners.", nameof(entry)),
            };
    }

    /// <summary>The duties of those publications of some that were taken down since.</summary>
    /// <param name="published">The publications, some thousand at most.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public async Task<ImmutableHashSet<string>> TakenDownAsync(IEnumerable<DisclosedView> published, CancellationToken cancellation)
    {
        string[] keys = [.. published.Select(one => one.Obligation).Distinct(StringComparer.Ordinal)];
        return keys.Length == 0
            ? []
            : [.. (await views.QueryAsync(new ObligationsAmong(keys) { Take = keys.Length }, cancellation)).Where(duty => duty.Status == ObligationStatus.Withdrawn).Select(duty => duty.Key)];
    }

    /// <summary>The message of an entry.</summary>
    /// <param name="entry">An entry of the public log that publishes, corrects or takes down.</param>
    /// <param name="published">What it is about, by <see cref="AboutAsync"/>.</param>
    /// <param name="source">Whose messages they are: the host's own name, a URI reference.</param>
    /// <param name="sequence">Its place among the messages about the same plan, draw or visit, from 1.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public async Task<ExchangeMessage> OfAsync(LedgerEntry entry, DisclosedView published, string source, long sequence, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(published);
        return await OfAsync(entry, published, (await TakenDownAsync([published], cancellation)).Count > 0, source, sequence, cancellation);
    }

    /// <summary>The message of an entry, where it is known already whether what was published was taken down.</summary>
    /// <param name="entry">An entry of the public log that publishes, corrects or takes down.</param>
    /// <param name="published">What it is about, by <see cref="AboutAsync"/>.</param>
    /// <param name="takenDown">Whether it was taken down since, by <see cref="TakenDownAsync"/>.</param>
    /// <param name="source">Whose messages they are: the host's own name, a URI reference.</param>
    /// <param name="sequence">Its place among the messages about the same plan, draw or visit, from 1.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public async Task<ExchangeMessage> OfAsync(LedgerEntry entry, DisclosedView published, bool takenDown, string source, long sequence, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(published);
        return entry.Stream == Publications.Stream ? await OfAsync(published, takenDown, source, sequence, cancellation)
            : codec.Decode(entry) switch
            {
                DisclosureEvent.Corrected corrected => await CorrectionAsync(corrected, published, takenDown, source, sequence, cancellation),
                DisclosureEvent.Withdrawn withdrawn => await WithdrawalAsync(withdrawn, published, source, sequence, cancellation),
                _ => throw new ArgumentException($"{entry.Type} says nothing to partners.", nameof(entry)),
            };
    }

    /// <summary>The message of a publication; of one that was taken down since only its place and that it is taken down.</summary>
    /// <param name="published">The publication.</param>
    /// <param name="source">Whose messages they are: the host's own name, a URI reference.</param>
    /// <param name="sequence">Its place among the publications about the same plan, draw or visit, from 1.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public async Task<ExchangeMessage> OfAsync(DisclosedView published, string source, long sequence, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(published);
        return await OfAsync(published, (await TakenDownAsync([published], cancellation)).Count > 0, source, sequence, cancellation);
    }

    private async Task<ExchangeMessage> OfAsync(DisclosedView published, bool takenDown, string source, long sequence, CancellationToken cancellation)
    {
        (NationalRecord Record, Visit Visit)? result = await NowAsync(published, takenDown, cancellation);
        string data = CanonicalJson.WriteText(json =>
        {
            json.WriteNumber("number", published.Number);
            json.WriteString("obligation", published.Obligation);
            json.WriteString("occasion", published.Occasion.ToString());
            json.WriteString("about", published.About);
            json.WriteString("title", takenDown ? "" : Publications.TitleOf(published.Occasion, published.Title, policy));
            json.WriteString("department", published.DepartmentId);
            json.WriteString("departmentName", NameOf(published.DepartmentId));
            json.WriteString("channel", published.Channel);
            json.WriteString("publishedAt", InstantPattern.ExtendedIso.Format(published.PublishedAt));
            WriteNow(json, takenDown, result);
        });
        return ExchangeMessage.Of(
            source,
            IdOf(published),
            ExchangeTypes.Publication,
            published.About,
            sequence,
            published.PublishedAt,
            data);
    }

    private async Task<ExchangeMessage> CorrectionAsync(
        DisclosureEvent.Corrected corrected, DisclosedView published, bool takenDown, string source, long sequence, CancellationToken cancellation)
    {
        (NationalRecord Record, Visit Visit)? result = await NowAsync(published, takenDown, cancellation);
        return Revision("correction", ExchangeTypes.Correction, corrected.Revision, published, source, sequence, corrected.At, json =>
        {
            json.WriteString("title", takenDown ? "" : Publications.TitleOf(published.Occasion, published.Title, policy));
            json.WriteString("reason", takenDown ? "" : corrected.Reason);
            json.WriteString("correctedAt", InstantPattern.ExtendedIso.Format(corrected.At));
            WriteNow(json, takenDown, result);
        });
    }

    private async Task<ExchangeMessage> WithdrawalAsync(DisclosureEvent.Withdrawn withdrawn, DisclosedView published, string source, long sequence, CancellationToken cancellation)
    {
        (ImmutableArray<DisclosureEvent> events, _) = await ledger.ReadEventsAsync<DisclosureEvent>(codec, DisclosureWorkflow.Stream(published.Obligation), cancellation);
        DisclosureEvent.WithdrawalOrdered ordered = events.OfType<DisclosureEvent.WithdrawalOrdered>().Last();
        return Revision("withdrawal", ExchangeTypes.Withdrawal, withdrawn.Revision, published, source, sequence, withdrawn.At, json =>
        {
            json.WriteString("ground", ordered.Ground.ToString());
            json.WriteString("reason", ordered.Reason);
            json.WriteString("withdrawnAt", InstantPattern.ExtendedIso.Format(withdrawn.At));
        });
    }

    private ExchangeMessage Revision(
        string name, string type, int revision, DisclosedView published, string source, long sequence, Instant at, Action<Utf8JsonWriter> write) => ExchangeMessage.Of(
        source,
        IdOf(name, published, revision),
        type,
        published.About,
        sequence,
        at,
        CanonicalJson.WriteText(json =>
        {
            json.WriteNumber("number", published.Number);
            json.WriteString("obligation", published.Obligation);
            json.WriteString("occasion", published.Occasion.ToString());
            json.WriteString("about", published.About);
            json.WriteString("department", published.DepartmentId);
            json.WriteString("departmentName", NameOf(published.DepartmentId));
            json.WriteNumber("revision", revision);
            write(json);
        }));

    /// <summary>A result's record as it stands now, unless it was taken down.</summary>
    private async Task<(NationalRecord Record, Visit Visit)?> NowAsync(DisclosedView published, bool takenDown, CancellationToken cancellation) =>
        published.Occasion == DisclosureOccasion.ResultFormed && !takenDown ? await ResultAsync(published.About, cancellation) : null;

    private void WriteNow(Utf8JsonWriter json, bool takenDown, (NationalRecord Record, Visit Visit)? result)
    {
        if (takenDown)
        {
            json.WriteBoolean("takenDown", true);
        }

        if (result is { } found)
        {
            json.WriteString("uniscid", found.Visit.Plan.SubjectCode);
            if (policy.Apply("subject.name", found.Visit.Plan.SubjectName) is { } name)
            {
                json.WriteString("entName", name);
            }

            json.WritePropertyName("record");
            found.Record.Write(json);
        }
    }

    private async Task<(NationalRecord Record, Visit Visit)?> ResultAsync(string about, CancellationToken cancellation)
    {
        Visit visit = await visits.FindAsync(about, cancellation);
        if (visit.BegunOn is not { } day)
        {
            return null;
        }

        (InspectionTask task, TaskView row) = await tasks.FindAsync(visit.Plan.TaskId, cancellation);
        return (
            NationalRecord.Of(visit, task, await plans.FindAsync(row.PlanId, cancellation), row.Title, NameOf(visit.Team.DepartmentId), await catalogue.ReadAsync(day, cancellation)),
            visit);
    }

    private static string IdOf(DisclosedView published) => "publication-" + published.Number.ToString(CultureInfo.InvariantCulture);

    private static string IdOf(string name, DisclosedView published, int revision) => $"{name}-{published.Obligation}-{revision.ToString(CultureInfo.InvariantCulture)}";

    private string NameOf(string department) => staff.FindDepartment(department)?.ChineseName ?? department;
}
