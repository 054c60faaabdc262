using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Matching;
using RandomInspection.Planning;

namespace RandomInspection.Web.Api;

/// <summary>A task in a list.</summary>
internal sealed record TaskRow(string Id, string PlanId, string DepartmentId, string Title, LocalDate From, LocalDate To, PlanStatus PlanStatus)
{
    public static TaskRow Of(TaskView task) => new(task.Key, task.PlanId, task.DepartmentId, task.Title, task.From, task.To, task.PlanStatus);
}

/// <summary>A task.</summary>
/// <param name="Design">The design document as it stands, or <see langword="null"/>.</param>
/// <param name="Draw">The draw for which its frame is frozen, or <see langword="null"/>.</param>
/// <param name="Match">The match, or <see langword="null"/>.</param>
internal sealed record TaskResource(
    string Id, string PlanId, string DepartmentId, string Title, LocalDate From, LocalDate To, PlanStatus PlanStatus,
    Stratification? Stratification, string? Design, string? Draw, string? Match, string? DrawOfferedTo, string? JointOfferedTo, ImmutableArray<string> VoidedDraws, ImmutableArray<string> VoidedMatches)
{
    public static TaskResource Of(InspectionTask task, TaskView row) => new(
        row.Key, row.PlanId, row.DepartmentId, row.Title, row.From, row.To, row.PlanStatus,
        task.Design?.Stratification, task.Design?.Design, task.Draw, task.Match, task.DrawOfferedTo, task.OfferedTo, [.. task.VoidedDraws], [.. task.VoidedMatches]);
}

/// <summary>Which subjects; an empty list is no limit.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CriteriaBody(
    ImmutableArray<string>? Regions = null,
    ImmutableArray<string>? Trades = null,
    ImmutableArray<string>? CreditClasses = null,
    ImmutableArray<string>? Tags = null,
    ImmutableArray<CarrierKind>? Carriers = null,
    GeneralDirectory? General = null,
    LocalDate? NotInspectedSince = null) : IApiBody
{
    public DirectoryCriteria Criteria() => new(Regions ?? [], Trades ?? [], CreditClasses ?? [])
    {
        Tags = Tags is { IsEmpty: false } ? Tags : null,
        Carriers = Carriers is { IsEmpty: false } ? Carriers : null,
        General = General,
        NotInspectedSince = NotInspectedSince,
    };
}

/// <summary>Criteria and design of a task.</summary>
/// <param name="Criteria">Which subjects.</param>
/// <param name="Stratification">By what to stratify.</param>
/// <param name="Design">The design document, see docs/designs.md.</param>
/// <param name="SpecialDirectory">The special directory whose criteria these are, or nothing.</param>
/// <param name="Resting">Who counts and cannot be drawn; nobody where it is left out.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record DesignBody(CriteriaBody Criteria, Stratification Stratification, JsonElement Design, string? SpecialDirectory = null, RestingBody? Resting = null) : IApiBody<DesignBody>
{
    public static DesignBody Chinese => new(new CriteriaBody(), Stratification.Region, Rates("《沈阳市双随机抽查办法》"));

    public static DesignBody English => new(new CriteriaBody(), Stratification.Region, Rates("Shenyang's rules of random inspection"));

    public DesignDocument Document() => DesignDocument.Parse(Design.GetRawText());

    private static JsonElement Rates(string basis) => JsonSerializer.SerializeToElement(
        new { kind = "rates", rates = new { A = "0.01", B = "0.02", C = "0.1", D = "0.3" }, minimumPerStratum = 1, reservesPerCell = 1, basis }, ApiJson.Plain);
}

/// <summary>Who counts and cannot be drawn.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record RestingBody(
    int? VisitsByAuthority = null,
    int? VisitsInAll = null,
    int? RestDays = null,
    ImmutableArray<string>? ExemptClasses = null,
    ImmutableArray<KeySubjectBody>? KeySubjects = null,
    ImmutableArray<RestingExemption>? ExemptKinds = null,
    RestingExemption? ExemptKind = null,
    string? ExemptReason = null)
{
    public RestingRules Rules() => new()
    {
        VisitsByAuthority = VisitsByAuthority,
        VisitsInAll = VisitsInAll,
        RestDays = RestDays,
        ExemptClasses = ExemptClasses ?? [],
        KeySubjects = [.. (KeySubjects ?? []).Select(one => new KeySubject(one.Code, one.Reason))],
        ExemptKinds = ExemptKinds ?? [],
        Exempt = ExemptKind is { } kind ? new ExemptTask(kind, ExemptReason ?? "") : null,
    };
}

/// <summary>A subject that never rests.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record KeySubjectBody(string Code, string Reason);

/// <summary>What a design promises today.</summary>
/// <param name="ExpectedNano">The expected number of units drawn, in billionths of a unit, as a decimal string.</param>
internal sealed record PreviewResource(long Population, long Directory, long DirectoryVersion, int Listed, string ExpectedNano, ImmutableSortedDictionary<string, long> LeftOut, ImmutableSortedDictionary<string, long> Resting, ImmutableArray<PreviewCell> Cells)
{
    public static PreviewResource Of(TaskPreview preview) => new(
        preview.Population, preview.Directory, preview.DirectoryVersion, preview.Listed, preview.ExpectedNano.ToString(System.Globalization.CultureInfo.InvariantCulture), preview.LeftOut, preview.RestingReasons,
        [.. preview.Cells.Select(cell => new PreviewCell(cell.Count.Cell.Stratum.Text, cell.Count.Cell.Class, cell.Count.Population, cell.Count.Drawable, cell.ExpectedNano.ToString(System.Globalization.CultureInfo.InvariantCulture)))]);
}

/// <summary>A cell of a preview.</summary>
internal sealed record PreviewCell(string Stratum, string Class, long Population, long Drawable, string ExpectedNano);

/// <summary>With which task it is to be drawn or inspected together.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record OfferBody(string With) : IApiBody<OfferBody>
{
    public static OfferBody Chinese => new("P2026-002-T01");

    public static OfferBody English => new("P2026-002-T01");
}

/// <summary>A draw that begins: its frame is frozen under a key that the host makes by chance.</summary>
/// <param name="With">Other tasks that are frozen together with this one.</param>
/// <param name="Hash">The name of the hash; <c>sha-256</c> where it is left out.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PrepareDrawBody(ImmutableArray<string> With, string? Hash = null) : IApiBody<PrepareDrawBody>
{
    public static PrepareDrawBody Chinese => new([]);

    public static PrepareDrawBody English => new([]);
}

/// <summary>Subjects that are named instead of drawn, each with its reason.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NamedBody(ImmutableArray<KeySubjectBody> Subjects) : IApiBody<NamedBody>
{
    public static NamedBody Chinese => new([new("91210100MA0P1XXX0X", "上级交办")]);

    public static NamedBody English => new([new("91210100MA0P1XXX0X", "Assigned from above")]);
}

/// <summary>What is drawn beside the subjects: time, content, method, area or order.</summary>
/// <param name="Kind">Which of these.</param>
/// <param name="Options">The options, two or more.</param>
/// <param name="Take">How many are drawn.</param>
/// <param name="Reason">Why these.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ChoicesBody(ChoiceKind Kind, ImmutableArray<ChoiceBody> Options, int Take, string Reason) : IApiBody<ChoicesBody>
{
    public static ChoicesBody Chinese => new(ChoiceKind.Method, [new("on-site", "现场检查"), new("documents", "书面检查")], 1, "随机确定检查方式");

    public static ChoicesBody English => new(ChoiceKind.Method, [new("on-site", "On site"), new("documents", "By documents")], 1, "The method is drawn");

    public TaskChoices Choices() => new(Kind, [.. Options.Select(one => new TaskChoice(one.Id, one.Label))], Take, Reason);
}

/// <summary>An option.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ChoiceBody(string Id, string Label);

/// <summary>A match that begins.</summary>
/// <param name="From">First day of the visits.</param>
/// <param name="To">Last day of the visits, included.</param>
/// <param name="Officers">How many officers a visit has, 2 or more.</param>
/// <param name="CleanVisitReason">Why past visits do not count, where they do not.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PrepareMatchBody(
    LocalDate From,
    LocalDate To,
    int Officers = MatchRequest.LeastOfficers,
    ImmutableArray<string>? Qualifications = null,
    RegionRule Regions = RegionRule.SubjectsRegion,
    LoadPolicy Load = LoadPolicy.Balanced,
    PriorLoad Prior = PriorLoad.Ignored,
    int? Capacity = null,
    string? CleanVisitReason = null,
    int MixFactor = IInspectorMatcher.DefaultMixFactor,
    OfficerSource OfficersFrom = OfficerSource.OwnDepartment,
    string? Hash = null) : IApiBody<PrepareMatchBody>
{
    public static PrepareMatchBody Chinese => new(new LocalDate(2026, 11, 20), new LocalDate(2026, 12, 4), Capacity: 40);

    public static PrepareMatchBody English => new(new LocalDate(2026, 11, 20), new LocalDate(2026, 12, 4), Capacity: 40);

    public MatchRequest Request() => new(From, To, Officers, Qualifications ?? [], Regions, Load, Prior, Capacity, CleanVisitReason, MixFactor, OfficersFrom);
}

/// <summary>What a match promises today.</summary>
internal sealed record MatchPreviewResource(int Visits, int Missing, int Saved, long DirectoryVersion, ImmutableArray<string> Joined, ImmutableSortedDictionary<string, int> NotMatched)
{
    public static MatchPreviewResource Of(MatchPreview preview) => new(
        preview.Problem.Visits.Length, preview.Short?.Missing ?? 0, preview.Saved, preview.DirectoryVersion, preview.Joined, preview.NotMatched);
}

/// <summary>A drawn list as it stands.</summary>
internal sealed record DrawnListResource(string TaskId, string Draw, bool IsSettled, string? Supplement, ImmutableArray<ListedUnitResource> Units, ImmutableArray<ListChangeResource> Changes)
{
    public static DrawnListResource Of(DrawnList list) => new(
        list.TaskId, list.Draw, list.IsSettled, list.Supplement,
        [.. list.Units.Select(unit => new ListedUnitResource(unit.Id, unit.Draw, unit.ComesBy, unit.GoesBy))],
        [.. list.Changes.Select(change => new ListChangeResource(change.Number, change.Unit, change.By, change.Ground, change.State, change.At, change.ProposedBy, change.DecidedBy, change.DeclineReason))]);
}

/// <summary>A unit of a drawn list.</summary>
/// <param name="ComesBy">The change by which it came, or nothing if it was drawn first.</param>
/// <param name="GoesBy">The change by which it goes, or nothing if it stands.</param>
internal sealed record ListedUnitResource(string Unit, string Draw, int? ComesBy, int? GoesBy);

/// <summary>A change of a drawn list.</summary>
internal sealed record ListChangeResource(int Number, string Unit, string? By, ReplacementGround Ground, ListChangeState State, Instant At, string? ProposedBy, string? DecidedBy, string? DeclineReason);

/// <summary>A unit of a drawn list.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record UnitBody(string Unit) : IApiBody<UnitBody>
{
    public static UnitBody Chinese => new("91210100MA0P1XXX0X");

    public static UnitBody English => new("91210100MA0P1XXX0X");
}

/// <summary>A unit that could not be reached.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ProposeReplacementBody(string Unit, ImmutableArray<ContactBody> Attempts) : IApiBody<ProposeReplacementBody>
{
    public static ProposeReplacementBody Chinese => new("91210100MA0P1XXX0X", [new(new LocalDate(2026, 11, 24), "电话", "024-1234 无人接听", ["I001"])]);

    public static ProposeReplacementBody English => new("91210100MA0P1XXX0X", [new(new LocalDate(2026, 11, 24), "Telephone", "024-1234, nobody answered", ["I001"])]);
}

/// <summary>An attempt to reach a subject.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ContactBody(LocalDate On, string How, string Evidence, ImmutableArray<string> By, string? EvidenceDigest = null)
{
    public ContactAttempt Attempt() => new(On, How, Evidence, EvidenceDigest, By);
}
