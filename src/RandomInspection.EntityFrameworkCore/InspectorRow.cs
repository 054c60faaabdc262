using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using RandomInspection.Directories;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>An inspector. What there are several of stands in one column as a JSON array: it is read with the person and never searched.</summary>
internal sealed class InspectorRow
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public string DepartmentId { get; set; } = "";

    public InspectorKind Kind { get; set; }

    public InspectorLevel Level { get; set; }

    /// <summary>Labels: <c>["沈河区"]</c>.</summary>
    public string Regions { get; set; } = "[]";

    /// <summary>Codes: <c>["SCJG-01"]</c>.</summary>
    public string Qualifications { get; set; } = "[]";

    /// <summary>Number, first and last day: <c>[["A1","2023-01-01","2027-12-31"]]</c>.</summary>
    public string Certificates { get; set; } = "[]";

    /// <summary>First and last day: <c>[["2026-03-01","2026-03-05"]]</c>.</summary>
    public string Leave { get; set; } = "[]";

    public int? Capacity { get; set; }

    public InspectorStatus Status { get; set; }

    /// <summary>The version of the merge that wrote this row.</summary>
    public long Since { get; set; }

    public static InspectorRow Of(Inspector inspector, long since) => new()
    {
        Id = inspector.Id,
        Name = inspector.Name,
        DepartmentId = inspector.DepartmentId,
        Kind = inspector.Kind,
        Level = inspector.Level,
        Regions = Json(inspector.Regions),
        Qualifications = Json(inspector.Qualifications),
        Certificates = Json(inspector.Certificates.Select(c => new[] { c.Number, Text(c.ValidFrom), Text(c.ValidTo) })),
        Leave = Json(inspector.Leave.Select(l => new[] { Text(l.Start), Text(l.End) })),
        Capacity = inspector.Capacity,
        Status = inspector.Status,
        Since = since,
    };

    public Inspector ToInspector() => new()
    {
        Id = Id,
        Name = Name,
        DepartmentId = DepartmentId,
        Kind = Kind,
        Level = Level,
        Regions = List<string>(Regions),
        Qualifications = List<string>(Qualifications),
        Certificates = [.. List<string[]>(Certificates).Select(c => new Certificate(c[0], Day(c[1]), Day(c[2])))],
        Leave = [.. List<string[]>(Leave).Select(l => new DateInterval(Day(l[0]), Day(l[1])))],
        Capacity = Capacity,
        Status = Status,
    };

    private static string Json<T>(IEnumerable<T> values) => JsonSerializer.Serialize(values, Relaxed);

    private static ImmutableArray<T> List<T>(string json) => JsonSerializer.Deserialize<ImmutableArray<T>>(json);

    private static string Text(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
