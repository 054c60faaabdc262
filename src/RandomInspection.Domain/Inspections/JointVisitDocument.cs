using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace RandomInspection.Inspections;

/// <summary>Which tasks each visit of a match serves, as it is kept beside the problem.</summary>
internal static class JointVisitDocument
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write(ImmutableArray<JointVisit> visits) =>
        JsonSerializer.SerializeToUtf8Bytes(visits.Select(v => new Line(v.Id, v.SubjectCode, [.. v.Tasks])), Options);

    /// <summary>Subject and tasks by the visit's id in the problem.</summary>
    public static Dictionary<string, (string SubjectCode, ImmutableArray<string> Tasks)> Read(byte[] utf8) =>
        JsonSerializer.Deserialize<Line[]>(utf8, Options)!.ToDictionary(l => l.Visit, l => (l.Subject, l.Tasks.ToImmutableArray()), StringComparer.Ordinal);

    private sealed record Line(string Visit, string Subject, string[] Tasks);
}
