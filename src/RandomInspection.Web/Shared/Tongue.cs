using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace RandomInspection.Web.Shared;

/// <summary>The reader's language for one request, and how things are written in it.</summary>
internal sealed class Tongue
{
    private static readonly DateTimeZone Beijing = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
    private static readonly LocalDatePattern ChineseDate = LocalDatePattern.CreateWithInvariantCulture("yyyy'年'M'月'd'日'");
    private static readonly LocalDatePattern EnglishDate = LocalDatePattern.CreateWithInvariantCulture("d MMMM yyyy");
    private static readonly LocalDateTimePattern ChineseMoment = LocalDateTimePattern.CreateWithInvariantCulture("yyyy'年'M'月'd'日 'HH':'mm");
    private static readonly LocalDateTimePattern EnglishMoment = LocalDateTimePattern.CreateWithInvariantCulture("d MMMM yyyy', 'HH':'mm");

    public Language Language { get; set; }

    /// <summary>适老化：whether the reader asked for large type.</summary>
    public bool LargeType { get; set; }

    /// <summary>The tag for <c>lang</c> attributes.</summary>
    public string Tag => Language == Language.Chinese ? "zh-CN" : "en";

    public string T(string chinese, string english) => Language == Language.Chinese ? chinese : english;

    public string T((string Chinese, string English) words) => T(words.Chinese, words.English);

    public string Date(LocalDate date) => (Language == Language.Chinese ? ChineseDate : EnglishDate).Format(date);

    /// <summary>A moment to the minute, as clocks in Beijing show it.</summary>
    public string Moment(Instant moment) =>
        (Language == Language.Chinese ? ChineseMoment : EnglishMoment).Format(moment.InZone(Beijing).LocalDateTime);

    /// <summary>The day in Beijing.</summary>
    /// <param name="moment">A moment.</param>
    public static LocalDate DayOf(Instant moment) => moment.InZone(Beijing).Date;

    /// <summary>When a day begins in Beijing.</summary>
    /// <param name="day">The day.</param>
    public static Instant StartOf(LocalDate day) => Beijing.AtStartOfDay(day).ToInstant();

    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public string Name(Person person) => T(person.ChineseName, person.EnglishName);

    public string Name(Role role) => RoleText.Name(role, Language);

    public string Reason(Refusal refusal) => refusal.Reason(Language);

    public string Remedy(Refusal refusal) => refusal.Remedy(Language);
}
