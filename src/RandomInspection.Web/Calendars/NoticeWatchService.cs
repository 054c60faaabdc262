using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Disclosure;

namespace RandomInspection.Web.Calendars;

/// <summary>放假通知预警：looks once a day, when the day begins in Beijing and at start, whether next year's notice is missing, and logs it.</summary>
/// <param name="calendars">The calendar in use.</param>
/// <param name="clock">Says what day it is.</param>
/// <param name="time">Waits for the next day.</param>
/// <param name="log">Where it is said.</param>
internal sealed class NoticeWatchService(CalendarInUse calendars, IClock clock, TimeProvider time, ILogger<NoticeWatchService> log) : BackgroundService
{
    /// <summary>Looks once.</summary>
    public async Task<NoticeWatch> LookAsync(CancellationToken cancellation)
    {
        (WorkingDayCalendar calendar, _) = await calendars.ReadAsync(cancellation);
        NoticeWatch watch = NoticeWatch.On(LegalTime.DayOf(clock.GetCurrentInstant()), calendar.Coverage);
        if (watch.MissingYear is { } year)
        {
            log.NoticeMissing(watch.Alert == NoticeAlert.Red ? LogLevel.Error : LogLevel.Warning, year, calendar.Coverage);
        }

        return watch;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.NoticesNotLookedUp(failure); // a store that cannot be read for a moment must not stop the host
            }

            Instant now = clock.GetCurrentInstant();
            await Task.Delay((LegalTime.EndOf(LegalTime.DayOf(now)) - now).ToTimeSpan() + TimeSpan.FromSeconds(1), time, stoppingToken);
        }
    }
}
