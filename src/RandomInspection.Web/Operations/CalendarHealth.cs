using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Disclosure;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Operations;

/// <summary>Whether the notices that are loaded cover the deadlines that begin today.</summary>
internal sealed class CalendarHealth(CalendarInUse calendars, IClock clock) : IHealthCheck
{
    // The longest period of publication is 20 working days.
    private const int DaysAhead = 30;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        (WorkingDayCalendar calendar, _) = await calendars.ReadAsync(cancellationToken);
        LocalDate last = Tongue.DayOf(clock.GetCurrentInstant()).PlusDays(DaysAhead);
        return calendar.Coverage.LastNoticedDay >= last
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded("Load the State Council's notice of holidays for the next year.");
    }
}
