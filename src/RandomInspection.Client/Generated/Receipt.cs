// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>What a step did: the entries of the log that it wrote. It is made of them alone, so that the same request gets the same answer again.</summary>
public sealed record Receipt
{
    /// <summary>What was begun or changed, for example <c>P2026-001</c>.</summary>
    public required string? Id { get; init; }

    /// <summary>The version of its stream now, which is its ETag; <c>null</c> where the step wrote elsewhere only.</summary>
    public required int? Version { get; init; }

    /// <summary>The entries in order.</summary>
    public required IReadOnlyList<ReceiptEntry> Entries { get; init; }
}
