using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using RandomInspection.Directories;

namespace RandomInspection.Exchange;

/// <summary>Reads payloads: what is not as its type says is refused with the fault.</summary>
internal static class ExchangePayload
{
    /// <summary>What a payload says.</summary>
    /// <exception cref="InputRefusedException">It is not as its type says (RI9160), or what it says is refused by a rule of its own.</exception>
    public static T Read<T>(ExchangeMessage message, Func<JsonElement, T> read)
    {
        ArgumentNullException.ThrowIfNull(message);
        try
        {
            using JsonDocument json = JsonDocument.Parse(message.Data);
            return read(json.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException or ArgumentException or UnparsableValueException)
        {
            throw ExchangeRefusals.PayloadMalformed.Refuse(("id", message.Id), ("type", message.Type), ("fault", ShownText.Of(e.Message)));
        }
    }

    public static string Text(this JsonElement one, string name) =>
        one.TryGetProperty(name, out JsonElement value) && value.GetString() is { } text ? text : throw new FormatException(name);

    public static string? Known(this JsonElement one, string name) => one.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    public static int? Number(this JsonElement one, string name) => one.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value.GetInt32() : null;

    public static ImmutableArray<string> Texts(this JsonElement one, string name) =>
        one.TryGetProperty(name, out JsonElement value) ? [.. value.EnumerateArray().Select(text => text.GetString() ?? throw new FormatException(name))] : [];

    public static LocalDate Day(this JsonElement one, string name) => DayOf(one.Text(name));

    public static LocalDate? KnownDay(this JsonElement one, string name) => one.Known(name) is { } text ? DayOf(text) : null;

    /// <summary>A word of an enumeration, as it is called in the code; a number is none.</summary>
    public static T Word<T>(string text)
        where T : struct, Enum =>
        Enum.TryParse(text, out T value) && value.ToString() == text ? value : throw new FormatException(text);

    public static LocalDate DayOf(string text) => LocalDatePattern.Iso.Parse(text).GetValueOrThrow();
}
