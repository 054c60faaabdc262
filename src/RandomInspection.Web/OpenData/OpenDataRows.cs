using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using NodaTime;
using NodaTime.Text;
using RandomInspection.Catalogue;
using RandomInspection.Credit;
using RandomInspection.Directories;
using RandomInspection.Disclosure;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.Web.Credit;
using RandomInspection.Web.Lists;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.OpenData;

/// <summary>Reads the rows of open data as the public may see them, whoever asks: what is secret is not there, what is not published neither.</summary>
/// <param name="store">The rows of the store.</param>
/// <param name="draws">The draws.</param>
/// <param name="visits">The visits.</param>
/// <param name="subjects">The directory, for names.</param>
/// <param name="catalogue">The items.</param>
/// <param name="publications">The publication stream.</param>
/// <param name="staff">The departments.</param>
/// <param name="policy">What anybody may read; here only for titles that are names, all cells pass it when they are written.</param>
/// <param name="clock">Says which day it is.</param>
internal sealed partial class OpenDataRows(
    IViews store, DrawWorkflow draws, VisitWorkflow visits, ISubjectDirectory subjects, IItemCatalogue catalogue, Publications publications, IStaff staff, RedactionPolicy policy, IClock clock)
{
    private const int AtOnce = 500;

    private readonly OpenViews _views = new(store);

    public IAsyncEnumerable<DataRow> PlansAsync(CancellationToken cancellation) => RowsAsync(new ApprovedPlans(), plan => Row(
        plan.ApprovedAt,
        plan.Key, plan.Kind.ToString(), Text(plan.Year), plan.Title, Department(plan.DepartmentId), plan.DepartmentId, plan.Ground is { } ground ? StateWords.Of(ground).Chinese : null,
        Text(plan.Tasks), Text(plan.Version), Text(plan.ApprovedAt)), cancellation);

    public IAsyncEnumerable<DataRow> TasksAsync(CancellationToken cancellation) => RowsAsync(
        new Specification<TaskView>(task => task.PlanStatus == PlanStatus.Approved && !task.Removed, task => task.Key),
        task => Row(null, task.Key, task.PlanId, task.Title, Department(task.DepartmentId), task.DepartmentId, Text(task.From), Text(task.To)),
        cancellation);

    public IAsyncEnumerable<DataRow> DrawsAsync(CancellationToken cancellation) => RowsAsync(new PublicDraws(), draw => Row(
        draw.EndedAt,
        draw.Key, string.Join(' ', draw.TaskIds), Department(draw.DepartmentId), draw.DepartmentId, Text(draw.Attempt), draw.Status.ToString(), draw.Assurance?.ToString(),
        Text(draw.FrameSize), Text(draw.Selected), draw.Choice?.ToString(), draw.Supplements, Text(draw.EndedAt)), cancellation);

    public async IAsyncEnumerable<DataRow> ListsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (DrawView draw in AllAsync(new PublicDraws(), cancellation))
        {
            if (draw.Status != CeremonyStatus.Drawn || draw.Choice is not null || await draws.PublicRecordAsync(draw.Key, cancellation) is not { } record)
            {
                continue;
            }

            foreach (RecordedTask task in RecordDocument.Read(record).Tasks)
            {
                (string Id, string Ticket, string Standing)[] listed = await ListPanel.HasChangedAsync(_views, task.Id, cancellation) && await draws.FindListAsync(task.Id, cancellation) is { } list
                    ? [.. list.Units.Where(unit => unit.Draw == draw.Key).Select(unit => (unit.Id, unit.Ticket.ToString(), unit.GoesBy is not null ? "replaced" : unit.ComesBy is not null ? "replacement" : "drawn"))]
                    : [.. task.Selected.Select(unit => (unit.Id, unit.Ticket.ToString(), "drawn"))];
                ImmutableDictionary<string, Subject> known = await subjects.FindAsync([.. listed.Select(unit => unit.Id)], cancellation);
                foreach ((int index, (string id, string ticket, string standing)) in listed.Index())
                {
                    yield return Row(draw.EndedAt, draw.Key, task.Id, Text(index + 1), id, known.GetValueOrDefault(id)?.Name, standing, ticket);
                }
            }
        }
    }

    public async IAsyncEnumerable<DataRow> CatalogueAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        PublishedItems published = await catalogue.ReadAsync(Tongue.DayOf(clock.GetCurrentInstant()), cancellation);
        foreach (InspectionItem item in published.Items)
        {
            CatalogueVersion? version = published.VersionOf(item.DepartmentId);
            yield return Row(
                version?.PublishedAt,
                item.Code, Department(item.DepartmentId), item.DepartmentId, item.ChineseTitle, item.EnglishTitle, item.LegalBasis, item.IsKey ? "Key" : "General", Text(item.RatioPercent),
                Text(item.TimesAYear), item.ChineseObjectKind, item.Method.ToString(), Text(version?.Number));
        }
    }

    public async IAsyncEnumerable<DataRow> DishonestyAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        ImmutableArray<DishonestyView> standing = await PublishedListings.StandingAsync(_views, Tongue.DayOf(clock.GetCurrentInstant()), "", cancellation);
        foreach (DishonestyView entry in standing.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            yield return Row(
                (await _views.FindAsync<ObligationView>(DishonestyWorkflow.ListingDuty(entry.Key), cancellation))?.PublishedAt,
                entry.Key, entry.SubjectCode, entry.SubjectName, Department(entry.DepartmentId), entry.DepartmentId, Text(entry.ListedOn), Text(entry.Until));
        }
    }

    public IAsyncEnumerable<DataRow> CheckpointsAsync(CancellationToken cancellation) => RowsAsync(
        new NewestCheckpoints { Descending = false },
        checkpoint => Row(checkpoint.At, Text(checkpoint.Size), Text(checkpoint.At), checkpoint.Occasion.ToString(), Text(checkpoint.Cosignatures), checkpoint.Note),
        cancellation);

    private static DataRow Row(Instant? at, params ImmutableArray<string?> cells) => new(cells, at);

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Text(Instant? at) => at is { } moment ? InstantPattern.ExtendedIso.Format(moment) : null;

    private static string? Text(LocalDate? day) => day is { } date ? LocalDatePattern.Iso.Format(date) : null;

    private string Department(string id) => staff.FindDepartment(id)?.ChineseName ?? id;

    private async IAsyncEnumerable<DataRow> RowsAsync<T>(Specification<T> rows, Func<T, DataRow> row, [EnumeratorCancellation] CancellationToken cancellation)
        where T : class, IView
    {
        await foreach (T one in AllAsync(rows, cancellation))
        {
            yield return row(one);
        }
    }

    /// <summary>All rows of a query, some in memory at a time.</summary>
    private async IAsyncEnumerable<T> AllAsync<T>(Specification<T> rows, [EnumeratorCancellation] CancellationToken cancellation)
        where T : class, IView
    {
        for (int skip = 0; ; skip += AtOnce)
        {
            ImmutableArray<T> some = await _views.QueryAsync(rows with { Skip = skip, Take = AtOnce }, cancellation);
            foreach (T one in some)
            {
                yield return one;
            }

            if (some.Length < AtOnce)
            {
                yield break;
            }
        }
    }
}
