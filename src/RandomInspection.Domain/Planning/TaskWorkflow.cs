using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Ledger;

namespace RandomInspection.Planning;

/// <summary>A task's criteria and design, up to the moment its frame is frozen.</summary>
/// <param name="ledger">The log.</param>
/// <param name="views">The rows.</param>
/// <param name="directory">The subject directory.</param>
/// <param name="history">Who was visited.</param>
/// <param name="engine">The draw.</param>
/// <param name="codec">The events of the log.</param>
/// <param name="dishonesty">Who is on a dishonesty list; <see langword="null"/> for nobody.</param>
public sealed partial class TaskWorkflow(
    ILedger ledger,
    IViews views,
    ISubjectDirectory directory,
    IVisitHistory history,
    IDrawEngine engine,
    EventCodec codec,
    IDishonestyList? dishonesty = null)
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
    private static readonly JsonSerializerOptions Relaxed = CreateRelaxed();

    /// <summary>The task of an id, with the row of its plan.</summary>
    /// <param name="taskId">The id.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="InputRefusedException">There is none (RI2009).</exception>
    public async Task<(InspectionTask Task, TaskView Row)> FindAsync(string taskId, CancellationToken cancellation)
    {
        (InspectionTask task, TaskView row, _) = await ReadAsync(taskId, cancellation);
        return (task, row);
    }

    /// <summary>What criteria and a design would promise today.</summary>
    /// <param name="at">Now.</param>
    /// <param name="criteria">Which subjects.</param>
    /// <param name="stratification">By what to stratify.</param>
    /// <param name="design">The design.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="InputRefusedException">The design does not fit (RI1210 to RI1215), or a criterion is not known (RI2105).</exception>
    public async Task<TaskPreview> PreviewAsync(
        Instant at, DirectoryCriteria criteria, Stratification stratification, DrawDesign design, CancellationToken cancellation) =>
        await PreviewAsync(await DirectoryAsync(at, cancellation), criteria, stratification, design, resting: null, cancellation);

    /// <summary>What criteria, resting rules and a design would promise a task today.</summary>
    /// <param name="taskId">The task: its department and period decide who rests.</param>
    /// <param name="at">Now.</param>
    /// <param name="criteria">Which subjects.</param>
    /// <param name="stratification">By what to stratify.</param>
    /// <param name="design">The design.</param>
    /// <param name="resting">Who counts and cannot be drawn; <see langword="null"/> if nobody rests.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="InputRefusedException">
    /// There is no such task (RI2009), the design does not fit (RI1210 to RI1215), a criterion is not known (RI2105), or the rules are
    /// refused (RI2124, RI2125, RI2127).
    /// </exception>
    public async Task<TaskPreview> PreviewAsync(
        string taskId,
        Instant at,
        DirectoryCriteria criteria,
        Stratification stratification,
        DrawDesign design,
        RestingRules? resting,
        CancellationToken cancellation)
    {
        (_, TaskView row, _) = await ReadAsync(taskId, cancellation);
        resting?.Check();
        await RequireKnownAsync(resting, cancellation);
        return await PreviewAsync(
            await DirectoryAsync(at, cancellation), criteria, stratification, design, await RestingAsync(row, resting, at, cancellation), cancellation);
    }

    private async Task<TaskPreview> PreviewAsync(
        DirectoryOfDraws seen,
        DirectoryCriteria criteria,
        Stratification stratification,
        DrawDesign design,
        RestingUnits? resting,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        long version = await seen.VersionAsync(cancellation);
        ImmutableArray<SubjectCount> counts = await seen.CountAsync(cancellation);
        RequireKnown(criteria.Regions, counts.Select(c => c.Region), "区域", "region");
        RequireKnown(criteria.Trades, counts.Select(c => c.Trade), "行业", "trade");
        RequireKnown(criteria.CreditClasses, counts.Select(c => c.CreditClass), "信用类别", "credit class");
        if (criteria.Tags is { } tags)
        {
            RequireKnown(tags, (await seen.TagsAsync(cancellation)).Select(t => t.Tag), "标签", "tag");
        }

        criteria = criteria.OfFrame();
        ImmutableArray<SubjectCount> same = await seen.CountAsync(criteria.SameUnits(), cancellation);
        ImmutableArray<SubjectCount> matching = await seen.CountAsync(criteria, cancellation);
        ImmutableArray<RestingCell> rest = resting is null ? [] : await resting.CountAsync(seen, criteria, stratification, cancellation);
        Dictionary<Cell, long> resters = rest.ToDictionary(r => r.Cell, r => r.Units);
        ImmutableArray<CellExpectation> cells = engine.Expect(
            [.. stratification.Cells(matching).Select(c => c with { Drawable = Math.Max(0, c.Drawable - resters.GetValueOrDefault(c.Cell)) })], design);
        return new TaskPreview(
            cells,
            cells.Sum(c => c.Count.Population),
            same.Where(c => c.Status == SubjectStatus.Active).Sum(c => c.Subjects),
            FrameSource.LeftOut(same, matching),
            version)
        {
            Resting = rest,
            Listed = (await seen.FindAsync([.. seen.Listed.Entries.Keys], criteria, cancellation)).Values.Count(s => s.Status == SubjectStatus.Active),
        };
    }

    /// <summary>The cells of criteria and a stratification today, from which a policy makes a design.</summary>
    /// <param name="at">Now.</param>
    /// <param name="criteria">Which subjects.</param>
    /// <param name="stratification">By what to stratify.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public async Task<ImmutableArray<CellCount>> CellsAsync(
        Instant at, DirectoryCriteria criteria, Stratification stratification, CancellationToken cancellation) =>
        [.. stratification.Cells(await (await DirectoryAsync(at, cancellation)).CountAsync(criteria.OfFrame(), cancellation))];

    /// <summary>Sets a task's criteria, stratification and design.</summary>
    /// <param name="acting">A drafter or a drawing operator of the plan's department.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="criteria">Which subjects.</param>
    /// <param name="stratification">By what to stratify.</param>
    /// <param name="design">The design, which must fit today's directory.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="InputRefusedException">
    /// There is no such task (RI2009), its frame is frozen (RI2103), the design does not fit (RI1210 to RI1215), a criterion is not
    /// known (RI2105) or not the areas that were drawn (RI2458), a full special check would not take everybody (RI2037), its subjects are
    /// named (RI2478), or role (RI2013) or department (RI2012) do not fit.
    /// </exception>
    public Task DesignAsync(
        Acting acting, string taskId, DirectoryCriteria criteria, Stratification stratification, DesignDocument design, CancellationToken cancellation) =>
        DesignAsync(acting, taskId, criteria, stratification, design, null, cancellation);

    /// <summary>Sets a task's criteria, stratification, design and resting rules.</summary>
    /// <param name="acting">A drafter or a drawing operator of the plan's department.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="criteria">Which subjects.</param>
    /// <param name="stratification">By what to stratify.</param>
    /// <param name="design">The design, which must fit today's directory and whose basis names the rules: <see cref="RestingRules.NameIn"/>.</param>
    /// <param name="resting">Who counts and cannot be drawn; <see langword="null"/> if nobody rests.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="InputRefusedException">
    /// As without rules; the rules are refused (RI2124, RI2125, RI2127) or not named in the design's basis (RI2126).
    /// </exception>
    public Task DesignAsync(
        Acting acting,
        string taskId,
        DirectoryCriteria criteria,
        Stratification stratification,
        DesignDocument design,
        RestingRules? resting,
        CancellationToken cancellation) =>
        DesignAsync(acting, taskId, criteria, null, stratification, design, resting, cancellation);

    /// <summary>Sets a task's criteria, stratification, design and resting rules, the criteria as a special directory has them.</summary>
    /// <param name="acting">A drafter or a drawing operator of the plan's department.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="criteria">Which subjects.</param>
    /// <param name="special">The special directory whose criteria in force these are; <see langword="null"/> if they are chosen for the task.</param>
    /// <param name="stratification">By what to stratify.</param>
    /// <param name="design">The design, which must fit today's directory and whose basis names the rules: <see cref="RestingRules.NameIn"/>.</param>
    /// <param name="resting">Who counts and cannot be drawn; <see langword="null"/> if nobody rests.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="InputRefusedException">
    /// As without; there is no such special directory (RI5034), it is retired (RI5033), or its criteria are not these (RI5036).
    /// </exception>
    /// <remarks>Version and name stand in the draw's record: what the directory says later changes nothing for the task.</remarks>
    public async Task DesignAsync(
        Acting acting,
        string taskId,
        DirectoryCriteria criteria,
        string? special,
        Stratification stratification,
        DesignDocument design,
        RestingRules? resting,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        ArgumentNullException.ThrowIfNull(design);
        (InspectionTask task, TaskView row, int version) = await ReadAsync(taskId, cancellation);
        Actor actor = acting.As(TaskSteps.Design, row.DepartmentId);
        TaskScale scale = RequireDrawn(taskId, (await PlanAsync(row.PlanId, cancellation)).Plan.Draft.Terms);
        TaskEvent designed = task.SetDesign(row.PlanId, criteria, stratification, design, acting.Person.Id, resting, await NamedAsync(special, criteria, cancellation));
        TaskPreview preview = await PreviewAsync(taskId, acting.At, criteria, stratification, design.Design, resting, cancellation);
        if (preview.Population == 0)
        {
            throw PlanningRefusals.EmptyFrame.Refuse(("task", taskId));
        }

        long drawable = preview.Cells.Sum(cell => cell.Count.Drawable);
        if (preview.ExpectedNano != (Int128)drawable * CellExpectation.NanosPerUnit && scale == TaskScale.Full)
        {
            throw PlanningRefusals.FullNotWhole.Refuse(("task", taskId), ("expected", preview.ExpectedNano / CellExpectation.NanosPerUnit), ("drawable", drawable));
        }

        await ledger.CommitAsync(
            new LedgerCommit(actor, acting.At, null, [new StreamAppend(Stream(taskId), version, [codec.Encode(designed)])], []), cancellation);
    }

    private async Task<NamedDirectory?> NamedAsync(string? special, DirectoryCriteria criteria, CancellationToken cancellation)
    {
        if (special is null)
        {
            return null;
        }

        (ImmutableArray<SpecialDirectoryEvent> events, _) =
            await ledger.ReadEventsAsync<SpecialDirectoryEvent>(codec, SpecialDirectoryWorkflow.Stream(special), cancellation);
        SpecialDirectory found = events.IsEmpty ? throw SpecialDirectoryRefusals.Unknown.Refuse(("special", special)) : SpecialDirectory.Replay(events);
        return found.Retirement is not null ? throw SpecialDirectoryRefusals.Retired.Refuse(("special", found.Id), ("name", found.Name))
            : !found.Current.Criteria.SaysTheSameAs(criteria) ? throw SpecialDirectoryRefusals.OtherCriteria.Refuse(("special", found.Id), ("version", found.Current.Version))
            : new NamedDirectory(found.Id, found.Name, found.Current.Version);
    }

    internal static string Stream(string taskId) => $"task/{taskId}";

    /// <summary>
    /// Criteria and stratification as they stand in a record, with the resting rules and the day by which they judge, and who counts as
    /// another class, if there are any, and the versions of the catalogues that the task's items were taken from.
    /// </summary>
    internal static string CriteriaText(
        TaskEvent.Designed designed, RestingUnits? resting, TakenFrame taken, ImmutableArray<string>? catalogues)
    {
        DirectoryCriteria criteria = designed.Criteria;
        return JsonSerializer.Serialize(
            new CriteriaInRecord(
                criteria.Regions,
                criteria.Trades,
                criteria.CreditClasses,
                criteria.Tags,
                criteria.NotInspectedSince,
                criteria.Carriers,
                criteria.General,
                designed.Special,
                JsonNamingPolicy.CamelCase.ConvertName(designed.Stratification.ToString()),
                resting?.Rules,
                resting?.Day,
                taken.Listed.Entries.IsEmpty ? null : new ListedInRecord(taken.Listed.On, taken.Listed.CountsAs, taken.Listed.Entries.Count),
                catalogues,
                designed.Named?.Length),
            Relaxed.GetTypeInfo(typeof(CriteriaInRecord)));
    }

    /// <summary>The directory as a draw sees it at a moment.</summary>
    internal async Task<DirectoryOfDraws> DirectoryAsync(Instant at, CancellationToken cancellation)
    {
        LocalDate today = at.InZone(Zone).Date;
        return new DirectoryOfDraws(
            directory,
            dishonesty is null ? new ListedSubjects(today, "", ImmutableSortedDictionary<string, string>.Empty) : await dishonesty.ReadAsync(today, cancellation));
    }

    /// <summary>Who rests for a task today; <see langword="null"/> if it has no such rules.</summary>
    internal async Task<RestingUnits?> RestingAsync(TaskView task, RestingRules? rules, Instant at, CancellationToken cancellation) =>
        rules is null ? null : await RestingUnits.TakeAsync(history, task, rules, at.InZone(Zone).Date, cancellation);

    /// <summary>The versions of the catalogues that a designed task's items were taken from; <see langword="null"/> where items have no versions.</summary>
    internal async Task<ImmutableArray<string>?> CataloguesAsync(InspectionTask task, CancellationToken cancellation) =>
        (await PlanAsync(task.Design!.PlanId, cancellation)).Plan.Task(task.Id).Catalogues;

    /// <summary>A task's plan, and how many entries its stream has.</summary>
    internal async Task<(AnnualPlan Plan, int Version)> PlanAsync(string planId, CancellationToken cancellation)
    {
        (ImmutableArray<PlanEvent> events, int version) = await ledger.ReadEventsAsync<PlanEvent>(codec, PlanWorkflow.Stream(planId), cancellation);
        return (AnnualPlan.Replay(events), version);
    }

    internal async Task<(InspectionTask Task, TaskView Row, int Version)> ReadAsync(string taskId, CancellationToken cancellation)
    {
        TaskView? row = await views.FindAsync<TaskView>(taskId, cancellation);
        if (row is null || row.Removed)
        {
            throw PlanningRefusals.UnknownTask.Refuse(("task", taskId));
        }

        (ImmutableArray<TaskEvent> events, int version) = await ledger.ReadEventsAsync<TaskEvent>(codec, Stream(taskId), cancellation);
        return (InspectionTask.Replay(taskId, events), row, version);
    }

    private async Task RequireKnownAsync(RestingRules? resting, CancellationToken cancellation)
    {
        string[] codes = [.. (resting?.KeySubjects ?? []).Select(s => s.Code)];
        if (codes.Length > 0 && codes.Except((await directory.FindAsync(codes, cancellation)).Keys, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            throw RestingRefusals.UnknownKeySubject.Refuse(("code", unknown));
        }
    }

    /// <summary>As it stands in a record, members in this order.</summary>
    internal sealed record CriteriaInRecord(
        ImmutableArray<string> Regions,
        ImmutableArray<string> Trades,
        ImmutableArray<string> CreditClasses,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<string>? Tags,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] LocalDate? NotInspectedSince,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<CarrierKind>? Carriers,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] GeneralDirectory? General,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] NamedDirectory? Special,
        string Stratification,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RestingRules? Resting,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] LocalDate? RestingOn,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ListedInRecord? Listed,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<string>? Catalogues,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Named);

    /// <summary>How many units count as another class because they are on a dishonesty list.</summary>
    internal sealed record ListedInRecord(LocalDate On, string CountsAs, int Units);

    private static JsonSerializerOptions CreateRelaxed()
    {
        JsonSerializerOptions options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, TypeInfoResolver = DomainJson.Default };
        options.Converters.Add(new JsonStringEnumConverter<CarrierKind>(JsonNamingPolicy.CamelCase));
        options.Converters.Add(new JsonStringEnumConverter<GeneralDirectory>(JsonNamingPolicy.CamelCase));
        options.Converters.Add(new JsonStringEnumConverter<RestingExemption>(JsonNamingPolicy.CamelCase));
        foreach (JsonConverter converter in IsoTimes.Converters)
        {
            options.Converters.Add(converter);
        }

        return options;
    }

    private static void RequireKnown(ImmutableArray<string> chosen, IEnumerable<string> known, string chinese, string english)
    {
        if (chosen.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            throw PlanningRefusals.UnknownCriterion.Refuse(("fieldZh", chinese), ("fieldEn", english), ("value", unknown));
        }
    }
}
