using System.Collections.Immutable;
using System.Text;

namespace RandomInspection.Planning;

/// <summary>The file that lists each resting unit of a frame with its reasons, for auditors: lines <c>id TAB code,code</c>.</summary>
/// <remarks>Units in the order of ids, the reason that decides first; LF after each, UTF-8 without BOM; empty if nobody rests.</remarks>
public static class RestingFile
{
    /// <summary>The file's bytes.</summary>
    /// <param name="units">The units in the order of ids, each with one code or more.</param>
    public static byte[] Write(IEnumerable<(string Id, ImmutableArray<string> Codes)> units) =>
        Encoding.ASCII.GetBytes(string.Concat(units.Select(unit => $"{unit.Id}\t{string.Join(',', unit.Codes)}\n")));

    /// <summary>The units of a file that <see cref="Write"/> gave.</summary>
    /// <param name="bytes">The file's bytes.</param>
    public static ImmutableSortedDictionary<string, ImmutableArray<string>> Read(ReadOnlySpan<byte> bytes) =>
        Encoding.ASCII.GetString(bytes)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t'))
            .ToImmutableSortedDictionary(parts => parts[0], parts => parts[1].Split(',').ToImmutableArray(), StringComparer.Ordinal);
}
