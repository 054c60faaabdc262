using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using RandomInspection.Calendars;
using RandomInspection.Catalogue;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Disclosure;

/// <summary>What goes to the channels: made from the records as they stand, through the redaction policy.</summary>
/// <param name="views">The rows.</param>
/// <param name="plans">The plans.</param>
/// <param name="tasks">The tasks.</param>
/// <param name="draws">The draws.</param>
/// <param name="visits">The visits.</param>
/// <param name="subjects">The subject directory, for names.</param>
/// <param name="catalogue">The items.</param>
/// <param name="staff">The departments.</param>
/// <param name="policy">What anybody may read.</param>
public sealed class PublicContents(
    IViews views,
    PlanWorkflow plans,
    TaskWorkflow tasks,
    DrawWorkflow draws,
    VisitWorkflow visits,
    ISubjectDirectory subjects,
    IItemCatalogue catalogue,
    IStaff staff,
    RedactionPolicy policy)
{
    /// <summary>What would be published now for a duty, as JSON.</summary>
    /// <param name="obligation">The duty.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <remarks>The same records give the same bytes.</remarks>
    public async Task<string> OfAsync(DisclosureObligation obligation, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(obligation);
        DisclosureEvent.Raised origin = obligation.Origin;
        ImmutableArray<PublicField> about = origin.Occasion switch
        {
            DisclosureOccasion.PlanApproved or DisclosureOccasion.TaskApproved or DisclosureOccasion.AdHocTaskApproved => Plan(await plans.FindAsync(origin.About, cancellation)),
            DisclosureOccasion.ListDrawn => await ListAsync(origin, cancellation),
            DisclosureOccasion.ResultFormed => await ResultAsync(await visits.FindAsync(origin.About, cancellation), cancellation),
            DisclosureOccasion.MeasureDecided or DisclosureOccasion.PenaltyDecided => Decided(await visits.FindAsync(origin.About, cancellation), origin.Obligation),
            _ => [],
        };
        return PublicField.Write([.. Head(origin), .. about], policy);
    }

    /// <summary>The correction of what was published: the records as they stand, and why they differ.</summary>
    /// <param name="obligation">The duty.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public async Task<string> CorrectionAsync(DisclosureObligation obligation, string reason, CancellationToken cancellation)
    {
        string content = await OfAsync(obligation, cancellation);
        return policy.Apply("correction.reason", reason) is { } shown
            ? $"{content[..^1]},{PublicField.Write([PublicField.Of("correction.reason", shown)], policy)[1..]}"
            : content;
    }

    /// <summary>The tombstone of what was taken down: that it was, when and why. What it said, and about whom, is not repeated.</summary>
    /// <param name="obligation">The duty, whose withdrawal is ordered.</param>
    /// <param name="at">When it is taken down.</param>
    public string Tombstone(DisclosureObligation obligation, Instant at)
    {
        ArgumentNullException.ThrowIfNull(obligation);
        DisclosureEvent.WithdrawalOrdered ordered = obligation.Withdrawal ?? throw new ArgumentException("No withdrawal is ordered.", nameof(obligation));
        return PublicField.Write(
            [
                .. Head(obligation.Origin),
                PublicField.Of("withdrawal.ground", StateWords.Of(ordered.Ground).Chinese),
                PublicField.Of("withdrawal.reason", ordered.Reason),
                PublicField.Of("withdrawal.at", Day(LegalTime.DayOf(at))),
            ],
            policy);
    }

    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static ImmutableArray<PublicField> Plan(AnnualPlan plan) =>
    [
        PublicField.Of("plan.title", plan.Draft.Title),
        PublicField.Of("plan.year", plan.Draft.Year.ToString(CultureInfo.InvariantCulture)),
        .. plan.Draft.Terms is { } terms ? [PublicField.Of("plan.ground", StateWords.Of(terms.Ground).Chinese), .. Named(terms)] : Array.Empty<PublicField>(),
        PublicField.Of("tasks", plan.Tasks.Select(task => (ImmutableArray<PublicField>)
        [
            PublicField.Of("task.id", task.TaskId),
            PublicField.Of("task.title", task.Title),
            PublicField.Of("task.items", string.Join('、', task.Items)),
            PublicField.Of("task.from", Day(task.From)),
            PublicField.Of("task.to", Day(task.To)),
        ])),
    ];

    /// <summary>That subjects are named and not drawn is said wherever they are published. Source: 沈政办发〔2020〕19号 一.</summary>
    private static IEnumerable<PublicField> Named(AdHocTerms? terms) =>
        terms?.Named is { } most ? [PublicField.Of("named", $"点名检查（{StateWords.Of(terms.Ground).Chinese}），不随机抽取，至多 {most} 户")] : [];

    private static ImmutableArray<PublicField> Subject(Visit visit) =>
        [PublicField.Of("task.id", visit.Plan.TaskId), PublicField.Of("draw", visit.Plan.Draw), PublicField.Of("subject.code", visit.Plan.SubjectCode), PublicField.Of("subject.name", visit.Plan.SubjectName)];

    private static ImmutableArray<PublicField> Decided(Visit visit, string obligation) =>
    [
        .. Subject(visit),
        .. visit.Measures.Where(measure => obligation == DisclosureWorkflow.MeasureDuty(visit.Id, measure.Number)).SelectMany(measure => (PublicField[])
        [
            PublicField.Of("measure.kind", StateWords.Of(measure.Kind).Chinese),
            PublicField.Of("measure.text", measure.Text),
            PublicField.Of("measure.basis", measure.LegalBasis),
            PublicField.Of("measure.decided", Day(measure.DecidedOn)),
        ]),
    ];

    private async Task<ImmutableArray<PublicField>> ResultAsync(Visit visit, CancellationToken cancellation)
    {
        // As the items were called when they were inspected: the same records give the same bytes, whatever was published since.
        PublishedItems items = await catalogue.ReadAsync(visit.BegunOn ?? visit.Plan.From, cancellation);
        return
        [
            .. Subject(visit),
            .. visit.BegunOn is { } begun ? [PublicField.Of("inspected", Day(begun))] : Array.Empty<PublicField>(),
            .. visit.Assigned.IsEmpty ? Array.Empty<PublicField>() : [PublicField.Of("team.assigned", Assigned(visit))],
            .. visit.Conclusion is { } concluded ? [PublicField.Of("conclusion", StateWords.Of(concluded.Conclusion).Chinese)] : Array.Empty<PublicField>(),
            PublicField.Of("items", visit.Plan.Items.Where(visit.Results.ContainsKey).Select(item => (ImmutableArray<PublicField>)
            [
                PublicField.Of("item.code", item),
                PublicField.Of("item.name", items.Known(item)?.ChineseTitle ?? item),
                PublicField.Of("item.result", StateWords.Of(visit.Results[item].Result).Chinese),
                .. visit.Results[item].Note.Length > 0 ? [PublicField.Of("item.note", visit.Results[item].Note)] : Array.Empty<PublicField>(),
            ])),
        ];
    }

    /// <summary>That chance did not choose everybody, in how many seats and in which special cases: no names.</summary>
    private static string Assigned(Visit visit) => $"直接指派 {visit.Assigned.Length} 人"
        + string.Concat(visit.Assigned.Select(assigned => assigned.Case).OfType<AssignmentCase>().Distinct().Order().Select(special => $"：{StateWords.Of(special).Chinese}"));

    private IEnumerable<PublicField> Head(DisclosureEvent.Raised origin) =>
    [
        PublicField.Of("id", origin.Obligation),
        PublicField.Of("occasion", StateWords.Of(origin.Occasion).Chinese),
        PublicField.Of("department", staff.FindDepartment(origin.DepartmentId)?.ChineseName ?? origin.DepartmentId),
    ];

    private async Task<ImmutableArray<PublicField>> ListAsync(DisclosureEvent.Raised origin, CancellationToken cancellation)
    {
        // A change of a list says which list; the list itself stands with the draw.
        ImmutableArray<PublicField> head = [PublicField.Of("draw", origin.About), PublicField.Of("task.title", origin.Title)];
        if (await views.FindAsync<DrawView>(origin.About, cancellation) is not { } draw
            || draw.TaskIds.FirstOrDefault(task => origin.Obligation == DisclosureWorkflow.ListDuty(draw.Key, task == draw.TaskId ? null : task)) is not { } taskId
            || await draws.FindListAsync(taskId, cancellation) is not { } list)
        {
            return head;
        }

        (InspectionTask task, TaskView row) = await tasks.FindAsync(taskId, cancellation);
        ChoiceDraw[] drawn = [.. task.Choices.Values.Where(choice => choice.IsDrawn)];
        string[] codes = [.. list.Effective.Select(unit => unit.Id).Order(StringComparer.Ordinal)];
        ImmutableDictionary<string, Subject> known = await subjects.FindAsync(codes, cancellation);
        return
        [
            .. head,
            PublicField.Of("task.id", taskId),
            .. Named((await plans.FindAsync(row.PlanId, cancellation)).Draft.Terms),
            .. drawn.Length == 0 ? Array.Empty<PublicField>() :
            [
                PublicField.Of("choices", drawn.Select(choice => (ImmutableArray<PublicField>)
                [
                    PublicField.Of("choice.kind", ChoiceFrame.StratumOf(choice.Choices.Kind).Text),
                    PublicField.Of("choice.draw", choice.Draw!),
                    PublicField.Of("choice.drawn", string.Join('、', choice.Chosen.Select(one => one.Label))),
                ])),
            ],
            PublicField.Of("subjects", codes.Select(code => (ImmutableArray<PublicField>)
                [PublicField.Of("subject.code", code), PublicField.Of("subject.name", known.GetValueOrDefault(code)?.Name ?? code)])),
        ];
    }
}
