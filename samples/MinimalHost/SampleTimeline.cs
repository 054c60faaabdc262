using NodaTime;

namespace MinimalHost;

/// <summary>When the sample's steps happened: over the weeks before the first start, in order, all in one year.</summary>
/// <param name="now">The first start.</param>
internal sealed class SampleTimeline(Instant now)
{
    private const int Days = 24;

    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <summary>The year whose plan is made.</summary>
    public int Year => now.InZone(Zone).Year;

    /// <summary>The directories are imported, the plan approved.</summary>
    public Instant Begin => OfOffice(Clamped(Duration.FromDays(Days)));

    /// <summary>The list is drawn.</summary>
    public Instant Drawn => At(1);

    /// <summary>The teams are matched.</summary>
    public Instant Matched => At(2);

    /// <summary>A visit begins and ends.</summary>
    /// <param name="number">Its number, from 0.</param>
    /// <param name="of">How many there are.</param>
    public Instant Visit(int number, int of) => OfOffice(At(3) + (now - At(3)) / of * number);

    private Instant At(int day) => OfOffice(Begin + (now - Begin) / Days * day);

    /// <summary>The same order in office hours: a day's hours are drawn together, weekends fall on Monday morning.</summary>
    private Instant OfOffice(Instant moment)
    {
        LocalDateTime local = moment.InZone(Zone).LocalDateTime;
        Duration since = Duration.FromTicks(local.TimeOfDay.TickOfDay / 3);
        bool rests = local.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;
        Instant morning = ((rests ? local.Date.Next(IsoDayOfWeek.Monday) : local.Date) + new LocalTime(9, 0)).InZoneStrictly(Zone).ToInstant();
        return Instant.Min(now, rests ? morning : morning + since);
    }

    /// <summary>So long ago, but not before the year's first morning.</summary>
    private Instant Clamped(Duration ago)
    {
        Instant first = new LocalDateTime(Year, 1, 1, 0, 0).InZoneStrictly(Zone).ToInstant();
        return Instant.Max(now - ago, Instant.Min(first, now));
    }
}
