// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>A file that was checked and is to be merged.</summary>
public sealed record MergeBody
{
    /// <summary>Its digest.</summary>
    public required string Digest { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The directory's version of the dry run.</summary>
    public required int Version { get; init; }

    /// <summary>Whether rows that are refused are left out; without it none may be.</summary>
    public bool? LeaveOutRefused { get; init; }
}
