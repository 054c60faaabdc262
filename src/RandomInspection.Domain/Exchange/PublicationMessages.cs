using System.Globalization;
using NodaTime.Text;
using RandomInspection.Calendars;
using RandomInspection.Catalogue;
using RandomInspection.Disclosure;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Exchange;

/// <summary>Messages of what was published: the place in the publication stream, and for a result its national record.</summary>
/// <param name="plans">The plans.</param>
/// <param name="tasks">The tasks.</param>
/// <param name="visits">The visits.</param>
/// <param name="catalogue">The items.</param>
/// <param name="staff">The departments.</param>
/// <param name="policy">What anybody may read.</param>
/// <param name="views">The duties, which say what was taken down since.</param>
public sealed class PublicationMessages(
    PlanWorkflow plans, TaskWorkflow tasks, VisitWorkflow visits, IItemCatalogue catalogue, IStaff staff, RedactionPolicy policy, IViews views)
{
    /// <summary>The message of a publication; of one that was taken down since only its place and that it is taken down.</summary>
    /// <param name="published">The publication.</param>
    /// <param name="source">Whose messages they are: the host's own name, a URI reference.</param>
    /// <param name="sequence">Its place among the publications about the same plan, draw or visit, from 1.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public async Task<ExchangeMessage> OfAsync(DisclosedView published, string source, long sequence, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(published);
        bool takenDown = (await views.QueryAsync(new ObligationsAmong([published.Obligation]) { Take = 1 }, cancellation)).Any(duty => duty.Status == ObligationStatus.Withdrawn);
        (NationalRecord Record, Visit Visit)? result = published.Occasion == DisclosureOccasion.ResultFormed && !takenDown ? await ResultAsync(published.About, cancellation) : null;
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
        });
        return ExchangeMessage.Of(
            source,
            "publication-" + published.Number.ToString(CultureInfo.InvariantCulture),
            ExchangeTypes.Publication,
            published.About,
            sequence,
            published.PublishedAt,
            data);
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

    private string NameOf(string department) => staff.FindDepartment(department)?.ChineseName ?? department;
}
