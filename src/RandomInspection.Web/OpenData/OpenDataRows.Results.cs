using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Catalogue;
using RandomInspection.Disclosure;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.Web.Publicity;

namespace RandomInspection.Web.OpenData;

/// <content>What visits found, and the stream of what was published.</content>
internal sealed partial class OpenDataRows
{
    private static readonly Expression<Func<ObligationView, bool>> OfMeasures = duty =>
        (duty.Occasion == DisclosureOccasion.MeasureDecided || duty.Occasion == DisclosureOccasion.PenaltyDecided) && duty.PublishedAt != null && duty.Status != ObligationStatus.Withdrawn;

    public async IAsyncEnumerable<DataRow> ResultsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach ((ObligationView duty, VisitView row) in PublishedAsync(cancellation))
        {
            Visit visit = await visits.FindAsync(row.Key, cancellation);
            yield return Row(
                duty.PublishedAt,
                row.Key, row.TaskId, visit.Plan.Draw, row.SubjectCode, row.SubjectName, Department(row.DepartmentId), row.DepartmentId, Text(row.BegunOn),
                row.Conclusion?.ToString(), row.Conclusion is { } conclusion ? StateWords.Of(conclusion).Chinese : null, Text(duty.PublishedAt));
        }
    }

    public async IAsyncEnumerable<DataRow> ItemsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach ((ObligationView duty, VisitView row) in PublishedAsync(cancellation))
        {
            Visit visit = await visits.FindAsync(row.Key, cancellation);
            PublishedItems items = await catalogue.ReadAsync(visit.BegunOn ?? visit.Plan.From, cancellation);
            foreach (string item in visit.Plan.Items.Where(visit.Results.ContainsKey))
            {
                VisitEvent.ResultEntered entered = visit.Results[item];
                yield return Row(
                    duty.PublishedAt,
                    row.Key, row.SubjectCode, item, items.Known(item)?.ChineseTitle, entered.Result.ToString(), StateWords.Of(entered.Result).Chinese, entered.Note, Text(duty.PublishedAt));
            }
        }
    }

    public async IAsyncEnumerable<DataRow> MeasuresAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (ObligationView duty in AllAsync(new Specification<ObligationView>(OfMeasures, duty => duty.Key), cancellation))
        {
            Visit visit = await visits.FindAsync(duty.About, cancellation);
            foreach (Measure measure in visit.Measures.Where(measure => duty.Key == DisclosureWorkflow.MeasureDuty(visit.Id, measure.Number)))
            {
                yield return Row(
                    duty.PublishedAt,
                    visit.Id, Text(measure.Number), visit.Plan.SubjectCode, visit.Plan.SubjectName, Department(duty.DepartmentId), StateWords.Of(measure.Kind).Chinese, measure.Text, measure.LegalBasis,
                    Text(measure.DecidedOn), Text(duty.PublishedAt));
            }
        }
    }

    public async IAsyncEnumerable<DataRow> PublicationsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        for (long after = 0; ;)
        {
            ImmutableArray<DisclosedView> some = await publications.ReadAsync(after, AtOnce, cancellation);
            if (some.IsEmpty)
            {
                yield break;
            }

            HashSet<string> gone =
            [
                .. (await _views.QueryAllAsync(new ObligationsAmong([.. some.Select(one => one.Obligation)]), cancellation))
                    .Where(duty => duty.Status == ObligationStatus.Withdrawn).Select(duty => duty.Key),
            ];
            foreach (DisclosedView one in some)
            {
                bool takenDown = gone.Contains(one.Obligation);
                yield return Row(
                    one.PublishedAt,
                    Text(one.Number), one.Occasion.ToString(), takenDown ? null : one.About, takenDown ? null : Publications.TitleOf(one.Occasion, one.Title, policy), one.DepartmentId, one.Channel,
                    Text(one.PublishedAt));
            }

            after = some[^1].Number;
        }
    }

    /// <summary>The published results in the order of their duties, each with its visit.</summary>
    private async IAsyncEnumerable<(ObligationView Duty, VisitView Visit)> PublishedAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        for (int skip = 0; ; skip += AtOnce)
        {
            ImmutableArray<ObligationView> duties = await _views.QueryAsync(new PublishedResults() with { Order = duty => duty.Key, Skip = skip, Take = AtOnce }, cancellation);
            foreach ((ObligationView, VisitView) result in await ResultQuery.WithVisitsAsync(_views, duties, cancellation))
            {
                yield return result;
            }

            if (duties.Length < AtOnce)
            {
                yield break;
            }
        }
    }
}
