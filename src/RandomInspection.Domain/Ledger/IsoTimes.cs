using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;
using NodaTime.Text;

namespace RandomInspection.Ledger;

/// <summary>Days and moments as they stand in JSON: ISO 8601, moments in UTC.</summary>
/// <remarks>These two only: the library's whole set looks for converters while it runs, which a program compiled ahead cannot.</remarks>
internal static class IsoTimes
{
    /// <summary>Reads and writes them.</summary>
    public static IReadOnlyList<JsonConverter> Converters { get; } =
    [
        new NodaPatternConverter<Instant>(InstantPattern.ExtendedIso),
        new NodaPatternConverter<LocalDate>(LocalDatePattern.Iso, day => ArgumentOutOfRangeException.ThrowIfNotEqual(day.Calendar, CalendarSystem.Iso)),
    ];
}
