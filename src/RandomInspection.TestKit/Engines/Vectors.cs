using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace RandomInspection.TestKit;

/// <summary>The answers of other implementations that travel with the kit.</summary>
internal static class Vectors
{
    private static readonly Assembly Kit = typeof(Vectors).Assembly;

    /// <summary>The names of one folder's vectors, without their ends.</summary>
    public static ImmutableArray<string> Names(string folder, string end) =>
    [
        .. Kit.GetManifestResourceNames().Where(n => n.StartsWith(folder + "/", StringComparison.Ordinal) && n.EndsWith(end, StringComparison.Ordinal))
            .Select(n => n[(folder.Length + 1)..^end.Length]).Order(StringComparer.Ordinal),
    ];

    public static byte[] Bytes(string name)
    {
        using Stream stream = Kit.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The kit carries no {name}.");
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    public static JsonElement Json(string name)
    {
        using JsonDocument document = JsonDocument.Parse(Bytes(name));
        return document.RootElement.Clone();
    }
}
