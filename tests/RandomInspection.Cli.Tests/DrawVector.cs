using System.Text.Json;

namespace RandomInspection.Tests;

/// <summary>A vector of the draw, made by an independent implementation.</summary>
internal sealed class DrawVector
{
    private readonly JsonElement _json;

    private DrawVector(string name)
    {
        Name = name;
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Path("json")));
        _json = document.RootElement.Clone();
    }

    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "*.frame.tsv").Select(path => System.IO.Path.GetFileName(path)[..^".frame.tsv".Length]).Order(StringComparer.Ordinal);

    public string Name { get; }

    public string Frame => Path("frame.tsv");

    public string Design => Path("design.json");

    public string Opening => Path("opening.json");

    public string this[string member] => _json.GetProperty(member).GetString()!;

    public int FrameSize => _json.GetProperty("frameSize").GetInt32();

    public (string Party, string Kind, string Value, string? Commitment)[] Contributions =>
        [.. _json.GetProperty("contributions").EnumerateArray().Select(c => (c.GetProperty("party").GetString()!, c.GetProperty("kind").GetString()!, c.GetProperty("value").GetString()!, c.GetProperty("commitment").GetString()))];

    /// <summary>The result as a document of its own: the vector's text, one level less indented.</summary>
    public string Result => _json.GetProperty("result").GetRawText().Replace("\n ", "\n", StringComparison.Ordinal) + "\n";

    private static string Folder => System.IO.Path.Combine(RepositoryFiles.Vectors, "draw");

    public static DrawVector Of(string name) => new(name);

    private string Path(string end) => System.IO.Path.Combine(Folder, $"{Name}.{end}");
}
