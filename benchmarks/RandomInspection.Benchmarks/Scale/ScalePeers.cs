using System.Collections.Immutable;

namespace RandomInspection.Benchmarks.Scale;

/// <summary>Peers.</summary>
internal static class ScalePeers
{
    public static ImmutableArray<string> Names => ["linq", "strings", "spans", "numpy", "duckdb", "postgres"];
}
