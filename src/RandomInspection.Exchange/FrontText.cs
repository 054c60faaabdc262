using System.Data.Common;
using NodaTime;
using NodaTime.Text;

namespace RandomInspection.Exchange;

/// <summary>Moments and days as they stand in the exchange tables: their order is that of their texts.</summary>
internal static class FrontText
{
    private static readonly InstantPattern Moments = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.fff'Z'");

    public static string Of(Instant at) => Moments.Format(at);

    public static string Of(LocalDate day) => LocalDatePattern.Iso.Format(day);

    public static Instant Moment(string text) => Moments.Parse(text).GetValueOrThrow();

    public static string? TextOf(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static Instant? MomentOf(this DbDataReader reader, int column) => reader.TextOf(column) is { } text ? Moment(text) : null;
}
