using NodaTime;
using NodaTime.Text;
using RandomInspection.Calendars;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Calendars;

/// <summary>Words and marks for days, notices and months.</summary>
internal static class CalendarText
{
    private static readonly LocalDatePattern Iso = LocalDatePattern.Iso;
    private static readonly LocalDatePattern EnglishMonth = LocalDatePattern.CreateWithInvariantCulture("MMMM");
    private static readonly LocalDatePattern EnglishDay = LocalDatePattern.CreateWithInvariantCulture("d MMM");
    private static readonly LocalDatePattern ChineseDay = LocalDatePattern.CreateWithInvariantCulture("M'月'd'日'");

    private static readonly string[] ChineseWeekdays = ["一", "二", "三", "四", "五", "六", "日"];
    private static readonly string[] EnglishWeekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    private static readonly string[] EnglishWeekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    public static string Href(LocalDate date) => $"/calendar/{Iso.Format(date)}";

    public static string Value(LocalDate date) => Iso.Format(date);

    public static string Month(LocalDate day, Tongue tongue) => tongue.T($"{day.Month}月", EnglishMonth.Format(day));

    /// <summary>A day within a year that is said elsewhere: 2月14日, 14 Feb.</summary>
    public static string Day(LocalDate date, Tongue tongue) => (tongue.Language == Language.Chinese ? ChineseDay : EnglishDay).Format(date);

    public static string Weekday(IsoDayOfWeek day, Tongue tongue) => tongue.T(ChineseWeekdays[(int)day - 1], EnglishWeekdays[(int)day - 1]);

    public static string WeekdayName(IsoDayOfWeek day, Tongue tongue) => tongue.T("星期" + ChineseWeekdays[(int)day - 1], EnglishWeekdayNames[(int)day - 1]);

    public static string Name(DayKind kind, Tongue tongue) => kind switch
    {
        DayKind.WorkingDay => tongue.T("工作日", "Working day"),
        DayKind.Weekend => tongue.T("周末", "Weekend"),
        DayKind.Statutory => tongue.T("法定节假日", "Statutory holiday"),
        DayKind.AdjustedRest => tongue.T("调休放假", "Adjusted rest day"),
        DayKind.Extension => tongue.T("延长假期", "Extended holiday"),
        DayKind.MakeUp => tongue.T("调休上班", "Make-up working day"),
        DayKind.Special => tongue.T("特别放假", "Special day off"),
        DayKind.Regional => tongue.T("地方性假日", "Regional holiday"),
        DayKind.Agency => tongue.T("机关停办", "Agency closed"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The mark that says a kind without colour; empty for ordinary days.</summary>
    public static string Mark(DayKind kind) => kind switch
    {
        DayKind.Statutory => "休",
        DayKind.AdjustedRest => "调",
        DayKind.Extension => "延",
        DayKind.MakeUp => "班",
        DayKind.Special => "特",
        DayKind.Regional => "地",
        DayKind.Agency => "停",
        _ => "",
    };

    public static string Name(CalendarLayer layer, Tongue tongue) => layer switch
    {
        CalendarLayer.Statute => tongue.T("全国年节及纪念日放假办法", "Statute on national holidays"),
        CalendarLayer.National => tongue.T("年度通知", "Annual notice"),
        CalendarLayer.Amendment => tongue.T("调整通知", "Amendment"),
        CalendarLayer.Region => tongue.T("地方安排", "Regional arrangement"),
        CalendarLayer.Agency => tongue.T("机关安排", "Agency's arrangement"),
        _ => throw new ArgumentOutOfRangeException(nameof(layer)),
    };

    public static string Name(Certainty certainty, Tongue tongue) => certainty switch
    {
        Certainty.Confirmed => tongue.T("确定", "Confirmed"),
        Certainty.TailOpen => tongue.T("年末未定：下一年通知可能调整", "Open: next year's notice may move it"),
        Certainty.Provisional => tongue.T("暂定：尚无通知", "Provisional: there is no notice"),
        _ => throw new ArgumentOutOfRangeException(nameof(certainty)),
    };

    public static StatusKind Kind(Certainty certainty) => certainty == Certainty.Confirmed ? StatusKind.Done : StatusKind.Warning;

    /// <summary>A holiday's name; notices name it in Chinese.</summary>
    public static string Holiday(string name, Tongue tongue) => tongue.T(name, name switch
    {
        "元旦" => "New Year",
        "春节" => "Spring Festival",
        "清明节" => "Qingming",
        "劳动节" => "Labour Day",
        "端午节" => "Dragon Boat Festival",
        "中秋节" => "Mid-Autumn Festival",
        "国庆节" => "National Day",
        "国庆节、中秋节" or "中秋节、国庆节" => "National Day and Mid-Autumn",
        "抗战胜利70周年纪念日" => "70th anniversary of Victory Day",
        _ => name,
    });
}
