using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace RandomInspection.Inspections;

/// <summary>Which tasks each visit of a match serves, as it is kept beside the problem.</summary>
internal static class JointVisitDocument
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = DomainJson.Default,
    };

    private static readonly JsonTypeInfo<Line[]> Lines = (JsonTypeInfo<Line[]>)Options.GetTypeInfo(typeof(Line[]));

    public static byte[] Write(ImmutableArray<JointVisit> visits) =>
        JsonSerializer.SerializeToUtf8Bytes([.. visits.Select(v => new Line(v.Id, v.SubjectCode, [.. v.Tasks]))], Lines);

    /// <summary>Subject and tasks by the visit's id in the problem.</summary>
    public static Dictionary<string, (string SubjectCode, ImmutableArray<string> Tasks)> Read(byte[] utf8) =>
        JsonSerializer.Deserialize(utf8, Lines)!.ToDictionary(l => l.Visit, l => (l.Subject, l.Tasks.ToImmutableArray()), StringComparer.Ordinal);

    internal sealed record Line(string Visit, string Subject, string[] Tasks);
}
