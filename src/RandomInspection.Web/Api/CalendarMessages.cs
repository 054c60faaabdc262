using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using RandomInspection.Calendars;

namespace RandomInspection.Web.Api;

/// <summary>The calendar in use.</summary>
internal sealed record CalendarResource(string Version, LocalDate From, LocalDate To);

/// <summary>A day.</summary>
/// <param name="Day">The day.</param>
/// <param name="IsWorkingDay">Whether it is one; nothing where no notice says.</param>
internal sealed record DayResource(LocalDate Day, bool? IsWorkingDay);

/// <summary>A deadline.</summary>
/// <param name="DueOn">The last day, or the earliest that it can be where the calendar does not reach so far.</param>
/// <param name="Certainty">Nothing where the calendar does not reach so far.</param>
internal sealed record DeadlineResource(DisclosureOccasion Occasion, LocalDate EventDay, LocalDate? DueOn, Certainty? Certainty);

/// <summary>Holiday notices that are loaded.</summary>
/// <param name="Notices">The notices, see docs/calendars.md.</param>
/// <param name="SeenCalendar">The version of the calendar in use that was looked at.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NoticesBody(JsonElement Notices, string SeenCalendar) : IApiBody<NoticesBody>
{
    public static NoticesBody Chinese => new(JsonSerializer.SerializeToElement(new { notices = Array.Empty<string>() }, ApiJson.Plain), "sha-256:…");

    public static NoticesBody English => Chinese;
}
