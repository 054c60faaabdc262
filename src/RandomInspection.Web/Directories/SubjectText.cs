using RandomInspection.Directories;
using RandomInspection.Ledger;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Directories;

/// <summary>How what a directory says is read.</summary>
internal static class SubjectText
{
    public static string Status(SubjectStatus status, Language language) => (status, language) switch
    {
        (SubjectStatus.Active, Language.Chinese) => "存续",
        (SubjectStatus.Active, _) => "Active",
        (SubjectStatus.Deregistered, Language.Chinese) => "注销",
        (SubjectStatus.Deregistered, _) => "Deregistered",
        (SubjectStatus.Revoked, Language.Chinese) => "吊销",
        (SubjectStatus.Revoked, _) => "Revoked",
        (SubjectStatus.MovedOut, Language.Chinese) => "迁出",
        (SubjectStatus.MovedOut, _) => "Moved out",
        (SubjectStatus.Suspended, Language.Chinese) => "停业",
        (SubjectStatus.Suspended, _) => "Suspended",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static string Region(string label, Language language) =>
        language == Language.English && ShenyangRegions.OfLabel(label) is { } region ? region.EnglishName : label;

    /// <summary>Where a region stands among others: by its official code, those that are not known last.</summary>
    public static int RegionOrder(string label) =>
        ShenyangRegions.OfLabel(label) is { } region ? ShenyangRegions.All.IndexOf(region) : int.MaxValue;

    public static string Trade(string trade, Language language) =>
        TradeSection.Of(trade) is { } section ? $"{trade} {section.Name(language)}" : trade;

    public static string Who(string personId, IStaff staff, Tongue tongue) =>
        staff.FindPerson(personId) is { } person ? tongue.Name(person)
        : personId == Actor.System.PersonId ? tongue.T("系统", "the system")
        : personId;
}
