// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using NodaTime;

namespace RandomInspection.Client;

/// <summary>A day.</summary>
public sealed record DayResource
{
    /// <summary>The day.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>Whether it is one; nothing where no notice says.</summary>
    public required bool? IsWorkingDay { get; init; }
}
