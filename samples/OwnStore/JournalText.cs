using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace OwnStore;

/// <summary>Commits and rows as JSON, for this file only: what is hashed is written by the library.</summary>
internal static class JournalText
{
    private static readonly JsonSerializerOptions Options = new JsonSerializerOptions { Converters = { new JsonStringEnumConverter() } }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    public static string Write(object value) => JsonSerializer.Serialize(value, value.GetType(), Options);

    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options)!;

    /// <summary>A row of one of the library's views.</summary>
    /// <param name="view">The view's full name.</param>
    /// <param name="text">The row.</param>
    public static IView ReadView(string view, string text) => (IView)JsonSerializer.Deserialize(text, typeof(PlanView).Assembly.GetType(view, throwOnError: true)!, Options)!;
}
