using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using RandomInspection.Planning;

namespace RandomInspection.Web.Api;

/// <summary>A plan in a list.</summary>
internal sealed record PlanRow(string Id, int Year, string DepartmentId, PlanKind Kind, string Title, PlanStatus Status, int Tasks, Instant? ApprovedAt, TaskGround? Ground, int Version)
{
    public static PlanRow Of(PlanView plan) =>
        new(plan.Key, plan.Year, plan.DepartmentId, plan.Kind, plan.Title, plan.Status, plan.Tasks, plan.ApprovedAt, plan.Ground, plan.Version);
}

/// <summary>A plan with its tasks as they are in force, and, for whoever works here, what is being amended.</summary>
internal sealed record PlanResource(
    string Id,
    int Year,
    string DepartmentId,
    PlanKind Kind,
    string Title,
    PlanStatus Status,
    int Version,
    TaskGround? Ground,
    string? Words,
    string? ApprovedBy,
    Instant? ApprovedAt,
    string? ReturnReason,
    PlanStatus? Amendment,
    ImmutableArray<PlannedTaskResource> Tasks,
    ImmutableArray<PlannedTaskResource> Drafted)
{
    public static PlanResource Of(AnnualPlan plan, Person? reader) => new(
        plan.Id,
        plan.Draft.Year,
        plan.Draft.DepartmentId,
        plan.Draft.Kind,
        plan.Draft.Title,
        plan.Status,
        plan.Versions.Count,
        plan.Draft.Terms?.Ground,
        plan.Draft.Ground,
        plan.ApprovedBy,
        plan.ApprovedAt,
        reader is null ? null : plan.Amendment?.ReturnReason ?? plan.ReturnReason,
        reader is null ? null : plan.Amendment?.Status,
        [.. plan.Tasks.Select(PlannedTaskResource.Of)],
        reader is null ? [] : [.. (plan.Amendment?.Tasks ?? []).Select(PlannedTaskResource.Of)]);
}

/// <summary>A task of a plan.</summary>
internal sealed record PlannedTaskResource(string Id, string Title, ImmutableArray<string> Items, LocalDate From, LocalDate To, VisitDayRule VisitDay)
{
    public static PlannedTaskResource Of(PlannedTask task) => new(task.TaskId, task.Title, task.Items, task.From, task.To, task.VisitDay);
}

/// <summary>A plan that begins.</summary>
/// <param name="Year">2020 to 2099.</param>
/// <param name="Title">1 to 100 characters; it is published under this name.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record BeginPlanBody(int Year, string Title) : IApiBody<BeginPlanBody>
{
    public static BeginPlanBody Chinese => new(2026, "2026 年度随机抽查计划");

    public static BeginPlanBody English => new(2026, "Inspection plan 2026");
}

/// <summary>An ad-hoc task or special check that begins.</summary>
/// <param name="Year">2020 to 2099.</param>
/// <param name="Title">1 to 100 characters.</param>
/// <param name="Kind">Ad-hoc or special.</param>
/// <param name="Ground">On which named ground.</param>
/// <param name="Words">The ground in words, 1 to 100 characters: source, document or data.</param>
/// <param name="Scale">A share, or all in a special check; a share where it is left out.</param>
/// <param name="Superior">The superior's task; with that ground only.</param>
/// <param name="Named">How many subjects are named at most instead of being drawn, on one of the exceptions only.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record AdHocBody(int Year, string Title, TaskKind Kind, TaskGround Ground, string Words, TaskScale? Scale = null, SuperiorTaskBody? Superior = null, int? Named = null) : IApiBody<AdHocBody>
{
    public static AdHocBody Chinese => new(2026, "校园周边食品抽查", TaskKind.AdHoc, TaskGround.KeyField, "12345 热线 11 月集中投诉");

    public static AdHocBody English => new(2026, "Food near schools", TaskKind.AdHoc, TaskGround.KeyField, "Complaints of the hotline in November");

    public AdHocTerms Terms() => new(Kind, Ground, Scale ?? TaskScale.Proportional, Superior is { } superior ? new SuperiorTask(superior.Authority, superior.Task, superior.Document) : null, Named);
}

/// <summary>A superior's task that is taken over.</summary>
/// <param name="Authority">Whose.</param>
/// <param name="Task">Its number or title.</param>
/// <param name="Document">The document's number.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record SuperiorTaskBody(string Authority, string Task, string? Document = null);

/// <summary>A surprise inspection that begins, secret until it has ended.</summary>
/// <param name="Year">2020 to 2099.</param>
/// <param name="Title">1 to 100 characters.</param>
/// <param name="Kind">Ad-hoc or special.</param>
/// <param name="Ground">On which named ground.</param>
/// <param name="Words">Why it must be a surprise, 1 to 100 characters.</param>
/// <param name="Scale">A share, or all in a special check; a share where it is left out.</param>
/// <param name="Superior">The superior's task; with that ground only.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record SurpriseBody(int Year, string Title, TaskKind Kind, TaskGround Ground, string Words, TaskScale? Scale = null, SuperiorTaskBody? Superior = null) : IApiBody<SurpriseBody>
{
    public static SurpriseBody Chinese => new(2026, "加油站计量突击检查", TaskKind.AdHoc, TaskGround.KeyField, "多次投诉短斤少两");

    public static SurpriseBody English => new(2026, "Surprise check of filling stations", TaskKind.AdHoc, TaskGround.KeyField, "Repeated complaints of short measure");

    public AdHocTerms Terms() => new AdHocBody(Year, Title, Kind, Ground, Words, Scale, Superior).Terms();
}

/// <summary>A task of a plan as it is to be.</summary>
/// <param name="Title">1 to 100 characters.</param>
/// <param name="Items">Codes of the department's published items, one or more.</param>
/// <param name="From">First day of its period.</param>
/// <param name="To">Last day of its period, included.</param>
/// <param name="VisitDay">Who says on which day a subject is visited; the team where it is left out.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PlannedTaskBody(string Title, ImmutableArray<string> Items, LocalDate From, LocalDate To, VisitDayRule? VisitDay = null) : IApiBody<PlannedTaskBody>
{
    public static PlannedTaskBody Chinese => new("食品经营抽查", ["SCJG-01"], new LocalDate(2026, 4, 1), new LocalDate(2026, 12, 31));

    public static PlannedTaskBody English => new("Food businesses", ["SCJG-01"], new LocalDate(2026, 4, 1), new LocalDate(2026, 12, 31));
}
