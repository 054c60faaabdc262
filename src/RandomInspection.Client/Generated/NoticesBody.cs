// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using System.Text.Json;

namespace RandomInspection.Client;

/// <summary>Holiday notices that are loaded.</summary>
public sealed record NoticesBody
{
    /// <summary>The notices, see docs/calendars.md.</summary>
    public required JsonElement Notices { get; init; }

    /// <summary>The version of the calendar in use that was looked at.</summary>
    public required string SeenCalendar { get; init; }
}
