using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Disclosure;
using RandomInspection.Inspections;

namespace RandomInspection.Web.Api;

/// <summary>A duty to publish with its deadline.</summary>
internal sealed record DutyRow(
    string Id, DisclosureOccasion Occasion, string About, string Title, string DepartmentId, LocalDate EventDay, LocalDate DueOn, Certainty? Certainty, string Rule, ObligationStatus Status, Urgency Urgency, int Revision, Instant? PublishedAt, LocalDate? DeferredUntil)
{
    public static DutyRow Of(ObligationView duty, LocalDate today, WorkingDayCalendar calendar) => new(
        duty.Key, duty.Occasion, duty.About, duty.Title, duty.DepartmentId, duty.EventDay, duty.DueOn, duty.Certainty, duty.Rule, duty.Status, duty.UrgencyOn(today, calendar), duty.Revision, duty.PublishedAt, duty.DeferredUntil);
}

/// <summary>A published result, as the redaction policy lets everybody read it.</summary>
internal sealed record ResultResource(string Visit, string TaskId, string DepartmentId, string SubjectCode, string? SubjectName, Conclusion? Conclusion, LocalDate? ConcludedOn, Instant PublishedAt)
{
    public static ResultResource Of(ObligationView duty, VisitView visit, RedactionPolicy policy) =>
        new(visit.Key, visit.TaskId, visit.DepartmentId, visit.SubjectCode, policy.Apply("subject.name", visit.SubjectName), visit.Conclusion, visit.ConcludedOn, duty.PublishedAt!.Value);
}

/// <summary>The channels by id, one or more.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ChannelsBody(ImmutableArray<string> Channels) : IApiBody<ChannelsBody>
{
    public static ChannelsBody Chinese => new(["portal"]);

    public static ChannelsBody English => new(["portal"]);
}

/// <summary>Why something is not to be published.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ExemptionBody(ExemptionGround Ground, string Reason) : IApiBody<ExemptionBody>
{
    public static ExemptionBody Chinese => new(Enum.GetValues<ExemptionGround>()[0], "依法不予公示");

    public static ExemptionBody English => new(Enum.GetValues<ExemptionGround>()[0], "The law forbids it");
}

/// <summary>What is decided on an exemption.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record DecideExemptionBody(ExemptionDecision Decision, string Reason) : IApiBody<DecideExemptionBody>
{
    public static DecideExemptionBody Chinese => new(Enum.GetValues<ExemptionDecision>()[0], "属实");

    public static DecideExemptionBody English => new(Enum.GetValues<ExemptionDecision>()[0], "It is so");
}

/// <summary>Why something published is taken down.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record WithdrawalBody(WithdrawalGround Ground, string Reason) : IApiBody<WithdrawalBody>
{
    public static WithdrawalBody Chinese => new(Enum.GetValues<WithdrawalGround>()[0], "原决定已撤销");

    public static WithdrawalBody English => new(Enum.GetValues<WithdrawalGround>()[0], "The decision was revoked");
}
