using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Disclosure;
using RandomInspection.Web.Calendars;

namespace RandomInspection.Web.Api;

/// <summary>The working-day calendar: days, deadlines, notices.</summary>
internal static class CalendarApi
{
    public static void MapCalendarApi(this RouteGroupBuilder api)
    {
        RouteGroupBuilder calendar = api.MapGroup("/calendar").WithTags("calendar");
        calendar.MapRead("", "calendar.read", new("在用的日历", "The calendar in use"), ReadAsync).Produces<CalendarResource>();
        calendar.MapRead("/days/{day}", "calendar.day", new("某日是否工作日", "Whether a day is a working day"), DayAsync).Produces<DayResource>();
        calendar.MapRead("/deadlines", "calendar.deadline", new("公示期限", "A deadline to publish"), DeadlineAsync).WithMetadata(new NamedValue("occasion", typeof(DisclosureOccasion))).Produces<DeadlineResource>();
        calendar.MapStep("/notices", "calendar.loadNotices", new(DisclosureSteps.LoadNotices) { Stream = CalendarInUse.Stream }, (NoticesBody body, ApiCall call, DisclosureWorkflow workflow) =>
            workflow.LoadNoticesAsync(call.Acting, body.Notices.GetRawText(), null, body.SeenCalendar, CancellationToken.None));
    }

    private static Task<IResult> ReadAsync(ApiCall call, CalendarInUse calendars) => call.WithTagAsync(CalendarInUse.Stream, async () =>
    {
        (WorkingDayCalendar calendar, _) = await calendars.ReadAsync(call.Cancellation);
        return new CalendarResource(calendar.Version, calendar.Coverage.Start, calendar.Coverage.End);
    });

    private static async Task<IResult> DayAsync(string day, ApiCall call, CalendarInUse calendars)
    {
        LocalDate date = ApiCall.Day("day", day) ?? throw ApiCall.NothingHere();
        (WorkingDayCalendar calendar, _) = await calendars.ReadAsync(call.Cancellation);
        return TypedResults.Ok(new DayResource(date, calendar.TryIsWorkingDay(date, out bool working) ? working : null));
    }

    private static async Task<IResult> DeadlineAsync(string occasion, string eventDay, ApiCall call, CalendarInUse calendars, DisclosureRules rules)
    {
        LocalDate day = ApiCall.Day("eventDay", eventDay) ?? throw ApiRefusals.Malformed.Refuse(("where", "eventDay"));
        DisclosureOccasion about = ApiCall.Named<DisclosureOccasion>("occasion", occasion) ?? throw ApiRefusals.Malformed.Refuse(("where", "occasion"));
        (WorkingDayCalendar calendar, _) = await calendars.ReadAsync(call.Cancellation);
        return rules.Rules.All(rule => rule.Occasion != about) ? throw ApiCall.NothingHere() : TypedResults.Ok(rules.Foresee(about, day, calendar) switch
        {
            DeadlineOutcome.Known { Deadline: var known } => new DeadlineResource(about, day, known.Date, known.Certainty),
            DeadlineOutcome.Unknown { ConservativeDate: var date } => new DeadlineResource(about, day, date, null),
            _ => new DeadlineResource(about, day, null, null),
        });
    }
}
