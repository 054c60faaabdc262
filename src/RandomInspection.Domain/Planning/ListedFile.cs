using System.Collections.Immutable;
using System.Text;

namespace RandomInspection.Planning;

/// <summary>The file that lists each unit of a frame that counts as another class because it is on a dishonesty list, for auditors: lines <c>id TAB entry</c>.</summary>
/// <remarks>Units in the order of ids; LF after each, ASCII; the class of each stands in the frame.</remarks>
public static class ListedFile
{
    /// <summary>The file's bytes.</summary>
    /// <param name="units">The units in the order of ids, each with its entry.</param>
    public static byte[] Write(IEnumerable<KeyValuePair<string, string>> units) =>
        Encoding.ASCII.GetBytes(string.Concat(units.Select(unit => $"{unit.Key}\t{unit.Value}\n")));

    /// <summary>The units of a file that <see cref="Write"/> gave.</summary>
    /// <param name="bytes">The file's bytes.</param>
    public static ImmutableSortedDictionary<string, string> Read(ReadOnlySpan<byte> bytes) =>
        Encoding.ASCII.GetString(bytes)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t'))
            .ToImmutableSortedDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
}
