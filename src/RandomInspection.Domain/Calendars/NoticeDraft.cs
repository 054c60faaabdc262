using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Calendars;

/// <summary>A notice as read from a file, before anything is checked.</summary>
internal sealed class NoticeDraft
{
    public required string Number { get; init; }

    public required string Title { get; init; }

    public required int Year { get; init; }

    public CalendarLayer Layer { get; init; } = CalendarLayer.National;

    public LocalDate? Issued { get; init; }

    public LocalDate? Published { get; init; }

    public int GrantedDays { get; init; }

    /// <summary>Whether the file can only have the days as they are in the end, amendments merged in.</summary>
    public bool IsMerged { get; init; }

    public required ImmutableArray<Day> Days { get; init; }

    public static string TitleOf(int year) => $"国务院办公厅关于{year:0000}年部分节假日安排的通知";

    /// <summary>The findings that make it impossible to state this as a notice.</summary>
    public IEnumerable<NoticeFinding> FindRepetitions()
    {
        foreach (IGrouping<LocalDate, Day> sameDay in Days.GroupBy(day => day.Date).Where(group => group.Count() > 1))
        {
            RefusalDefinition definition = sameDay.Any(day => day.IsWorkingDay) && sameDay.Any(day => !day.IsWorkingDay)
                ? NoticeRefusals.Contradiction
                : NoticeRefusals.DayTwice;
            yield return definition.Refused(("notice", Number), ("date", $"{sameDay.Key:R}"));
        }
    }

    /// <summary>The notice; <paramref name="amended"/> are the amendments that are merged in.</summary>
    public HolidayNotice ToNotice(ImmutableArray<HolidayNotice> amended)
    {
        Dictionary<LocalDate, DayKind> kinds = [];
        foreach (NoticeDay day in amended.SelectMany(notice => notice.Days))
        {
            kinds[day.Date] = day.Kind;
        }

        return new(
            Number,
            Title,
            Year,
            Layer,
            Days.DistinctBy(day => day.Date).Select(day => new NoticeDay(
                day.Date,
                day.Kind ?? (kinds.TryGetValue(day.Date, out DayKind kind) ? kind : NoticeRules.KindOf(day.Date, day.IsWorkingDay, Layer)),
                day.Name)),
            Issued,
            Published,
            GrantedDays + amended.Sum(notice => notice.GrantedDays));
    }

    /// <summary>A day as read; without a kind where the format only says off or worked.</summary>
    internal readonly record struct Day(LocalDate Date, bool IsWorkingDay, DayKind? Kind, string Name);
}
