// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>Subjects that are named instead of drawn, each with its reason.</summary>
public sealed record NamedBody
{
    /// <summary><c>subjects</c>.</summary>
    public required IReadOnlyList<KeySubjectBody> Subjects { get; init; }
}
