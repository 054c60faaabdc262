using System.Collections.Immutable;

namespace RandomInspection.TestKit;

/// <summary>The cases of one contract, put to one implementation.</summary>
/// <param name="Implementation">What the report calls it.</param>
/// <param name="Contract">The contract.</param>
/// <param name="Results">How each case ended, in the order of ids.</param>
/// <remarks>The array compares by reference.</remarks>
public sealed record ContractRun(string Implementation, ConformanceContract Contract, ImmutableArray<ConformanceResult> Results)
{
    /// <summary>Whether no case failed; one that could not be asked is said, and does not count against it.</summary>
    public bool Conforms => Results.All(r => r.Outcome != ConformanceOutcome.Failed);

    /// <summary>How many cases ended so.</summary>
    /// <param name="outcome">An outcome.</param>
    public int Count(ConformanceOutcome outcome) => Results.Count(r => r.Outcome == outcome);
}
