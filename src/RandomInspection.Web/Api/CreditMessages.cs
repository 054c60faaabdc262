using System.Text.Json.Serialization;
using NodaTime;
using RandomInspection.Credit;

namespace RandomInspection.Web.Api;

/// <summary>An entry of a dishonesty list.</summary>
internal sealed record ListingResource(
    string Id, string SubjectCode, string? SubjectName, string DepartmentId, DishonestyStatus Status, LocalDate? StatementUntil, LocalDate? ListedOn, LocalDate? Until, bool AppealIsOpen, ListingExit? Request, ListingExit? LeftBy, LocalDate? LeftOn)
{
    public static ListingResource Of(DishonestyView entry) => new(
        entry.Key, entry.SubjectCode, entry.SubjectName, entry.DepartmentId, entry.Status, entry.StatementUntil, entry.ListedOn, entry.Until, entry.AppealIsOpen, entry.Request, entry.LeftBy, entry.LeftOn);
}

/// <summary>An entry that is proposed.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ProposeListingBody(string SubjectCode, string Facts, string Grounds, string? Penalty = null) : IApiBody<ProposeListingBody>
{
    public static ProposeListingBody Chinese => new("91210100MA0P1XXX0X", "销售不合格食品，情节严重", "总局令第44号 第五条");

    public static ProposeListingBody English => new("91210100MA0P1XXX0X", "Sold food that failed its test; grave", "Order 44, article 5");
}

/// <summary>What the party states, and what is replied.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record HearingBody(LocalDate On, string Statement, string Reply) : IApiBody<HearingBody>
{
    public static HearingBody Chinese => new(new LocalDate(2026, 11, 25), "已整改", "不影响列入");

    public static HearingBody English => new(new LocalDate(2026, 11, 25), "It has been corrected", "It is to be listed all the same");
}

/// <summary>A day.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record DayBody(LocalDate On) : IApiBody<DayBody>
{
    public static DayBody Chinese => new(new LocalDate(2026, 11, 25));

    public static DayBody English => Chinese;
}

/// <summary>A decision to list.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ListingBody(string Document, string Reason, string? Consent = null, LocalDate? RestrictedUntil = null) : IApiBody<ListingBody>
{
    public static ListingBody Chinese => new("沈市监列〔2026〕1号", "情节严重");

    public static ListingBody English => new("Listing 2026-1", "Grave");
}

/// <summary>An appeal.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record AppealBody(AppealKind Kind, string Body, LocalDate On) : IApiBody<AppealBody>
{
    public static AppealBody Chinese => new(Enum.GetValues<AppealKind>()[0], "沈阳市人民政府", new LocalDate(2026, 12, 1));

    public static AppealBody English => new(Enum.GetValues<AppealKind>()[0], "Shenyang's government", new LocalDate(2026, 12, 1));
}

/// <summary>The outcome of an appeal.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record DecideAppealBody(AppealOutcome Outcome, string Document, string Reason, LocalDate On) : IApiBody<DecideAppealBody>
{
    public static DecideAppealBody Chinese => new(Enum.GetValues<AppealOutcome>()[0], "沈政复〔2026〕1号", "事实清楚", new LocalDate(2026, 12, 20));

    public static DecideAppealBody English => new(Enum.GetValues<AppealOutcome>()[0], "Review 2026-1", "The facts are clear", new LocalDate(2026, 12, 20));
}

/// <summary>Why an entry is to leave.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ExitBody(ListingExit Ground, string Reason) : IApiBody<ExitBody>
{
    public static ExitBody Chinese => new(ListingExit.Repair, "已履行义务");

    public static ExitBody English => new(ListingExit.Repair, "The duties were met");
}

/// <summary>What is decided on it.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record DecideExitBody(ExitDecision Decision, string Reason) : IApiBody<DecideExitBody>
{
    public static DecideExitBody Chinese => new(Enum.GetValues<ExitDecision>()[0], "属实");

    public static DecideExitBody English => new(Enum.GetValues<ExitDecision>()[0], "It is so");
}
