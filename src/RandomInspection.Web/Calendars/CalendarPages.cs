using Microsoft.Extensions.DependencyInjection;

namespace RandomInspection.Web.Calendars;

/// <summary>The pages of the calendar: what they need.</summary>
internal static class CalendarPages
{
    /// <summary>Adds the daily look for a missing notice, and what the pages keep and load notices with.</summary>
    public static void AddCalendars(this IServiceCollection services)
    {
        services.AddSingleton<NoticeLoading>();
        services.AddHostedService<NoticeWatchService>();
    }
}
