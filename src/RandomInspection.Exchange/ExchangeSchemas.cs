using System.Collections.Immutable;

namespace RandomInspection.Exchange;

/// <summary>The JSON Schemas of the payloads, one for each type; the host publishes them at <c>/exchange/schemas/{type}</c>.</summary>
public static class ExchangeSchemas
{
    private const string Folder = "RandomInspection.Exchange.schemas.";

    /// <summary>The types that have one, in the order of their names.</summary>
    public static ImmutableArray<string> Types { get; } =
    [
        .. typeof(ExchangeSchemas).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..^".json".Length]).Order(StringComparer.Ordinal),
    ];

    /// <summary>The schema of a type as JSON; <see langword="null"/> if there is none.</summary>
    /// <param name="type">The type.</param>
    public static string? Find(string type)
    {
        if (!Types.Contains(type))
        {
            return null;
        }

        using StreamReader text = new(typeof(ExchangeSchemas).Assembly.GetManifestResourceStream($"{Folder}{type}.json")!);
        return text.ReadToEnd();
    }
}
