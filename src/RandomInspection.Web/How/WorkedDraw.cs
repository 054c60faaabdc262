using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using RandomInspection.Drawing;

namespace RandomInspection.Web.How;

/// <summary>The worked example of random-inspection-draw/1: ten firms, F01 to F10, from the very files that anybody downloads beside it.</summary>
/// <remarks>Nothing here is written by hand: digests and tickets are computed from the files, which another implementation made.</remarks>
internal static class WorkedDraw
{
    /// <summary>The opening's file.</summary>
    public const string OpeningFile = "opening.json";

    /// <summary>The public record's file.</summary>
    public const string RecordFile = "record.json";

    private static readonly Lazy<(DrawRecord Record, ImmutableArray<WorkedUnit> Units)> Read = new(static () =>
    {
        DrawRecord record = RecordDocument.Read(Bytes(RecordFile)!);
        HashSet<string> selected = [.. record.Tasks[0].Selected.Select(unit => unit.Id)];
        string[] lines = Encoding.UTF8.GetString(Bytes("frame.tsv")!).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return (record,
        [
            .. lines.Select(line => line.TrimEnd('\r').Split('\t')).Select(cells => new WorkedUnit(
                cells[0], cells[1], cells[2], cells[3] == "drawable", Hex(Encoding.UTF8.GetBytes(record.Seed!.Hex + cells[0])), selected.Contains(cells[0]))),
        ]);
    });

    /// <summary>The public record.</summary>
    public static DrawRecord Record => Read.Value.Record;

    /// <summary>All units of the frame, each with its ticket.</summary>
    public static ImmutableArray<WorkedUnit> Units => Read.Value.Units;

    /// <summary>The digest of the opening, as every commitment names it.</summary>
    public static string OpeningDigest => Hex(Bytes(OpeningFile)!);

    /// <summary>The seed in hex.</summary>
    public static string Seed => Record.Seed!.Hex;

    /// <summary>A file of the example; <see langword="null"/> if it has no such file.</summary>
    /// <param name="name">The file's name.</param>
    public static byte[]? Bytes(string name)
    {
        using Stream? file = Assembly.GetExecutingAssembly().GetManifestResourceStream($"how/{name}");
        if (file is null)
        {
            return null;
        }

        using MemoryStream bytes = new();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

/// <summary>A firm of the example.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Stratum">Its stratum.</param>
/// <param name="Class">Its class.</param>
/// <param name="IsDrawable">Whether it may be drawn; else it rests.</param>
/// <param name="Ticket">Its ticket in hex.</param>
/// <param name="IsDrawn">Whether it was drawn.</param>
internal sealed record WorkedUnit(string Id, string Stratum, string Class, bool IsDrawable, string Ticket, bool IsDrawn)
{
    /// <summary>Where its ticket lies between 0 and 2²⁵⁶, in thousandths.</summary>
    public int Place => int.Parse(Ticket.AsSpan(0, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) * 1000 >> 16;
}
