using NodaTime;

namespace RandomInspection.Calendars;

/// <summary>A day that would be needed is not covered by the loaded notices; the calendar refuses to guess (RI4001, RI4002).</summary>
public sealed class CalendarCoverageException : RefusalException
{
    private static readonly RefusalDefinition AfterCoverage = new(
        "RI4001",
        "自 {requested} 起的计算需要 {uncovered} 是否为工作日，但已载入的放假通知只覆盖 {start} 至 {end}。",
        "The calculation from {requested} needs to know whether {uncovered} is a working day, but the loaded notices cover {start} to {end} only.",
        "请载入《{load}》。",
        "Load {load}.",
        "全国年节及纪念日放假办法（国务院令第795号）第七条");

    private static readonly RefusalDefinition BeforeCoverage = new(
        "RI4002",
        "自 {requested} 起的计算需要 {uncovered} 是否为工作日，早于已载入的放假通知（{start} 至 {end}）。",
        "The calculation from {requested} needs to know whether {uncovered} is a working day, which lies before the loaded notices ({start} to {end}).",
        "请载入《{load}》，或核对日期是否有误。",
        "Load {load}, or check whether the date is right.",
        "全国年节及纪念日放假办法（国务院令第795号）第七条");

    /// <summary>Refuses a calculation that leaves the coverage.</summary>
    /// <param name="requestedDate">The date that the caller gave.</param>
    /// <param name="firstUncoveredDay">The first day that would be needed and is not covered.</param>
    /// <param name="coverage">What is covered.</param>
    /// <exception cref="ArgumentException"><paramref name="firstUncoveredDay"/> is covered.</exception>
    public CalendarCoverageException(LocalDate requestedDate, LocalDate firstUncoveredDay, CalendarCoverage coverage)
        : base(Refuse(requestedDate, firstUncoveredDay, coverage))
    {
        RequestedDate = requestedDate;
        FirstUncoveredDay = firstUncoveredDay;
        Coverage = coverage;
    }

    /// <summary>The date that the caller gave.</summary>
    public LocalDate RequestedDate { get; }

    /// <summary>The first day that would be needed and is not covered.</summary>
    public LocalDate FirstUncoveredDay { get; }

    /// <summary>What is covered.</summary>
    public CalendarCoverage Coverage { get; }

    /// <summary>The title of the notice to load, for example 国务院办公厅关于2027年部分节假日安排的通知.</summary>
    public string NoticeToLoad => TitleOfNotice(FirstUncoveredDay);

    private static string TitleOfNotice(LocalDate day) => $"国务院办公厅关于{day.Year:0000}年部分节假日安排的通知";

    private static Refusal Refuse(LocalDate requested, LocalDate firstUncoveredDay, CalendarCoverage coverage)
    {
        ArgumentNullException.ThrowIfNull(coverage);
        if (coverage.Contains(firstUncoveredDay))
        {
            throw new ArgumentException($"{firstUncoveredDay:R} is covered by {coverage}.", nameof(firstUncoveredDay));
        }

        return (firstUncoveredDay > coverage.End ? AfterCoverage : BeforeCoverage).With(
            ("requested", $"{requested:R}"),
            ("uncovered", $"{firstUncoveredDay:R}"),
            ("start", $"{coverage.Start:R}"),
            ("end", $"{coverage.End:R}"),
            ("load", TitleOfNotice(firstUncoveredDay)));
    }
}
