using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using RandomInspection.Inspections;

namespace RandomInspection.Web.Api;

/// <summary>A visit in a list.</summary>
internal sealed record VisitRow(
    string Id, string TaskId, string Match, string DepartmentId, string SubjectCode, string SubjectName, string Region, LocalDate From, LocalDate To, VisitStatus Status, int Missing, Conclusion? Conclusion, LocalDate? ConcludedOn)
{
    public static VisitRow Of(VisitView visit) => new(
        visit.Key, visit.TaskId, visit.Match, visit.DepartmentId, visit.SubjectCode, visit.SubjectName, visit.Region, visit.From, visit.To, visit.Status, visit.Missing, visit.Conclusion, visit.ConcludedOn);
}

/// <summary>A visit for its own department; <c>Day</c> is there where days are drawn, <c>ApprovalIsOwed</c> where it began in an emergency, <c>Assigned</c> are those of the team who were not drawn.</summary>
internal sealed record VisitResource(
    string Id,
    string TaskId,
    string Draw,
    string Match,
    string DepartmentId,
    string SubjectCode,
    string SubjectName,
    string Region,
    LocalDate From,
    LocalDate To,
    VisitStatus Status,
    ImmutableArray<string> Team,
    int Missing,
    ImmutableArray<string> Items,
    ImmutableArray<ItemResultResource> Results,
    LocalDate? BegunOn,
    Conclusion? Conclusion,
    LocalDate? ConcludedOn,
    string? AuditedBy,
    string? ReturnReason,
    ServiceBody? Service,
    ImmutableArray<MeasureResource> Measures,
    ImmutableArray<EvidenceResource> Evidence,
    LocalDate? Day,
    string? ApprovedBy,
    bool ApprovalIsOwed,
    Instant? CheckedInAt,
    ImmutableArray<string> Assigned,
    string? ProposedOfficer)
{
    public static VisitResource Of(Visit visit) => new(
        visit.Id,
        visit.Plan.TaskId,
        visit.Plan.Draw,
        visit.Plan.Match,
        visit.Team.DepartmentId,
        visit.Plan.SubjectCode,
        visit.Plan.SubjectName,
        visit.Plan.Region,
        visit.Plan.From,
        visit.Plan.To,
        visit.Status,
        visit.Team.Inspectors,
        visit.Team.Missing,
        visit.Plan.Items,
        [.. visit.Results.Values.Select(one => new ItemResultResource(one.Item, one.Result, one.By))],
        visit.BegunOn,
        visit.Conclusion?.Conclusion,
        visit.Conclusion?.On,
        visit.AuditedBy,
        visit.ReturnReason,
        visit.Service is { } service ? new ServiceBody(service.Method, service.On, service.Receipt) : null,
        [.. visit.Measures.Select(one => new MeasureResource(one.Number, one.Kind, one.LegalBasis, one.DecidedOn))],
        [.. visit.Evidence.Select(one => new EvidenceResource(one.Digest, one.Name, one.MediaType, one.Size))],
        visit.Plan.Day,
        visit.Approval?.By,
        visit.ApprovalIsOwed,
        visit.CheckIn?.At,
        [.. visit.Assigned.Select(one => one.Inspector)],
        visit.Proposal?.Inspector);
}

/// <summary>A result of one item.</summary>
internal sealed record ItemResultResource(string Item, ItemResult Result, string By);

/// <summary>A measure that was decided.</summary>
internal sealed record MeasureResource(int Number, MeasureKind Kind, string LegalBasis, LocalDate DecidedOn);

/// <summary>A file of evidence.</summary>
internal sealed record EvidenceResource(string Digest, string Name, string MediaType, long Size);

/// <summary>A request for recusal in a list.</summary>
internal sealed record RecusalRow(string Id, string Inspector, string SubjectCode, string DepartmentId, RecusalSide Side, Instant RequestedAt, RecusalDecision? Decision)
{
    public static RecusalRow Of(RecusalView recusal) => new(recusal.Key, recusal.Inspector, recusal.SubjectCode, recusal.DepartmentId, recusal.Side, recusal.RequestedAt, recusal.Decision);
}

/// <summary>An arrival.</summary>
/// <param name="Separately">Why not on the day that was drawn, or why a joint visit is made separately, where it is so.</param>
/// <param name="Emergency">What makes it urgent, where it begins without approval.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ArriveBody(string? Separately = null, string? Emergency = null) : IApiBody<ArriveBody>
{
    public static ArriveBody Chinese => new();

    public static ArriveBody English => new();
}

/// <summary>The visit's code as it was typed or scanned.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CheckInBody(string Code) : IApiBody<CheckInBody>
{
    public static CheckInBody Chinese => new("482913");

    public static CheckInBody English => Chinese;
}

/// <summary>How the notice of inspection was sent before the visit.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NoticeAheadBody(ServiceMethod Method) : IApiBody<NoticeAheadBody>
{
    public static NoticeAheadBody Chinese => new(ServiceMethod.InPerson);

    public static NoticeAheadBody English => Chinese;
}

/// <summary>Results of items, all or none.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ResultsBody(ImmutableArray<ResultBody> Results) : IApiBody<ResultsBody>
{
    public static ResultsBody Chinese => new([ResultBody.Chinese]);

    public static ResultsBody English => new([ResultBody.English]);
}

/// <summary>A result of one item.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ResultBody(string Item, ItemResult Result, string Note) : IApiBody<ResultBody>
{
    public static ResultBody Chinese => new("SCJG-01", ItemResult.OrderedToCorrect, "标签不全，已责令改正");

    public static ResultBody English => new("SCJG-01", ItemResult.OrderedToCorrect, "Labels are incomplete; ordered to correct them");
}

/// <summary>One result for all items.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record AllResultsBody(ItemResult Result, string Note) : IApiBody<AllResultsBody>
{
    public static AllResultsBody Chinese => new(ItemResult.NoProblemFound, "");

    public static AllResultsBody English => Chinese;
}

/// <summary>How the notice was served.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ServiceBody(ServiceMethod Method, LocalDate On, ServiceReceipt Receipt) : IApiBody<ServiceBody>
{
    public static ServiceBody Chinese => new(ServiceMethod.InPerson, new LocalDate(2026, 11, 23), ServiceReceipt.Signed);

    public static ServiceBody English => Chinese;

    public NoticeService Service() => new(Method, On, Receipt);
}

/// <summary>A measure.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record MeasureBody(MeasureKind Kind, string Text, string LegalBasis, LocalDate DecidedOn) : IApiBody<MeasureBody>
{
    public static MeasureBody Chinese => new(MeasureKind.Order, "责令改正标签", "食品安全法 第一百二十五条", new LocalDate(2026, 11, 23));

    public static MeasureBody English => new(MeasureKind.Order, "Labels are to be corrected", "Food Safety Law, article 125", new LocalDate(2026, 11, 23));
}

/// <summary>Visits that are approved together.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ApproveVisitsBody(ImmutableArray<string> Visits, string Reason) : IApiBody<ApproveVisitsBody>
{
    public static ApproveVisitsBody Chinese => new(["P2026-001-T01-V0001"], "按计划检查");

    public static ApproveVisitsBody English => new(["P2026-001-T01-V0001"], "As planned");
}

/// <summary>A file of evidence: a picture, a PDF or a film of at most 20 MiB.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Content">Its bytes, in base64.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record EvidenceBody(string Name, byte[] Content) : IApiBody<EvidenceBody>
{
    public static EvidenceBody Chinese => new("现场照片.pdf", "%PDF-1.4"u8.ToArray());

    public static EvidenceBody English => new("site.pdf", "%PDF-1.4"u8.ToArray());
}

/// <summary>An objection of the inspected party.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ObjectionBody(string Text, LocalDate On) : IApiBody<ObjectionBody>
{
    public static ObjectionBody Chinese => new("标签已于检查前更换", new LocalDate(2026, 11, 24));

    public static ObjectionBody English => new("The labels had been changed before", new LocalDate(2026, 11, 24));
}

/// <summary>What is decided on an objection.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record DecideObjectionBody(ObjectionDecision Decision, string Reason) : IApiBody<DecideObjectionBody>
{
    public static DecideObjectionBody Chinese => new(ObjectionDecision.Upheld, "属实");

    public static DecideObjectionBody English => new(ObjectionDecision.Upheld, "It is so");
}

/// <summary>When a measure is checked again.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record FollowUpBody(int Measure, LocalDate DueOn) : IApiBody<FollowUpBody>
{
    public static FollowUpBody Chinese => new(1, new LocalDate(2026, 12, 10));

    public static FollowUpBody English => Chinese;
}

/// <summary>What was found when a measure was checked again.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record RecheckBody(int Measure, RecheckOutcome Outcome, string Note) : IApiBody<RecheckBody>
{
    public static RecheckBody Chinese => new(1, RecheckOutcome.Corrected, "已改正");

    public static RecheckBody English => new(1, RecheckOutcome.Corrected, "Corrected");
}

/// <summary>An officer who leaves a team; who comes is drawn.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record OfficerBody(string Inspector, string Reason) : IApiBody<OfficerBody>
{
    public static OfficerBody Chinese => new("I001", "回避");

    public static OfficerBody English => new("I001", "Recusal");
}

/// <summary>An officer who is to be assigned without a draw; somebody else approves it.</summary>
/// <param name="Case">The special case.</param>
/// <param name="Inspector">Who.</param>
/// <param name="Reason">Why; recorded.</param>
/// <param name="InsteadOf">Who falls out; left out for an empty seat.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record AssignBody(AssignmentCase Case, string Inspector, string Reason, string? InsteadOf = null) : IApiBody<AssignBody>
{
    public static AssignBody Chinese => new(AssignmentCase.NobodyMatched, "I001", "无其他具备资格的人员");

    public static AssignBody English => new(AssignmentCase.NobodyMatched, "I001", "Nobody else is qualified");
}

/// <summary>A request for one's own recusal.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record OwnRecusalBody(string SubjectCode, string Reason) : IApiBody<OwnRecusalBody>
{
    public static OwnRecusalBody Chinese => new("91210100MA0P1XXX0X", "近亲属在该单位任职");

    public static OwnRecusalBody English => new("91210100MA0P1XXX0X", "A relative works there");
}

/// <summary>A party's request.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PartyRecusalBody(string Inspector, string SubjectCode, string Reason) : IApiBody<PartyRecusalBody>
{
    public static PartyRecusalBody Chinese => new("I001", "91210100MA0P1XXX0X", "与检查人员有利害关系");

    public static PartyRecusalBody English => new("I001", "91210100MA0P1XXX0X", "There is a conflict of interest");
}

/// <summary>What is decided on a request.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record DecideRecusalBody(RecusalDecision Decision, string Reason) : IApiBody<DecideRecusalBody>
{
    public static DecideRecusalBody Chinese => new(RecusalDecision.Upheld, "属实");

    public static DecideRecusalBody English => new(RecusalDecision.Upheld, "It is so");
}
