using System.Text;
using System.Text.Json;
using RandomInspection.BouncyCastle;
using RandomInspection.Drawing;

namespace RandomInspection.Tests.Drawing;

/// <summary>A vector of another implementation: exact files and what they give.</summary>
internal sealed class DrawVector
{
    private static readonly string Folder = Path.Combine(RepositoryFiles.Vectors, "draw");

    private DrawVector(string name)
    {
        Facts = JsonDocument.Parse(Bytes(name, "json")).RootElement;
        FrameFile = Bytes(name, "frame.tsv");
        Design = Bytes(name, "design.json");
        Opening = Bytes(name, "opening.json");
    }

    public static TheoryData<string> Names => new(Directory.GetFiles(Folder, "*.opening.json").Select(f => Path.GetFileName(f)[..^13]).Order(StringComparer.Ordinal));

    public static DrawHashes Hashes { get; } = new(Sm3.Instance);

    public JsonElement Facts { get; }

    public byte[] FrameFile { get; }

    public byte[] Design { get; }

    public byte[] Opening { get; }

    public string Hash => Text("hash");

    public IEnumerable<Contribution> Contributions =>
        Facts.GetProperty("contributions").EnumerateArray().Select(c => new Contribution(
            c.GetProperty("party").GetString()!,
            Enum.Parse<ContributionKind>(c.GetProperty("kind").GetString()!, ignoreCase: true),
            c.GetProperty("value").GetString()!));

    public static DrawVector Load(string name) => new(name);

    public string Text(string member) => Facts.GetProperty(member).GetString()!;

    /// <summary>The published result as text, a line for each cell, selected unit and reserve.</summary>
    public string[] Result()
    {
        JsonElement result = Facts.GetProperty("result");
        return
        [
            .. Lines(result.GetProperty("cells"), "stratum", "class", "population", "drawable", "expectedNano", "size", "cutoff"),
            .. Lines(result.GetProperty("selected"), "ticket", "id"),
            .. Lines(result.GetProperty("reserves"), "stratum", "class", "ticket", "id"),
        ];
    }

    /// <summary>A result of ours as the same text.</summary>
    public static string[] Lines(DrawResult result) =>
    [
        .. result.Cells.Select(c =>
            $"{c.Expectation.Count.Cell.Stratum}|{c.Expectation.Count.Cell.Class}|{c.Expectation.Count.Population}|{c.Expectation.Count.Drawable}|{c.Expectation.ExpectedNano}|{c.Size}|{c.Cutoff}"),
        .. result.Selected.Select(s => $"{s.Ticket}|{s.Id}"),
        .. result.Reserves.Select(r => $"{r.Cell.Stratum}|{r.Cell.Class}|{r.Ticket}|{r.Id}"),
    ];

    public static string Digest(string hash, byte[] message)
    {
        byte[] digest = new byte[32];
        Hashes[hash].Hash(message, digest);
        return Convert.ToHexStringLower(digest);
    }

    private static byte[] Bytes(string name, string extension) => File.ReadAllBytes(Path.Combine(Folder, $"{name}.{extension}"));

    private static IEnumerable<string> Lines(JsonElement items, params string[] members) =>
        items.EnumerateArray().Select(item => string.Join('|', members.Select(m => item.GetProperty(m).ToString())));
}
