namespace RandomInspection.Benchmarks.Scale;

/// <summary>A phase that was measured.</summary>
/// <param name="Result">What it gave.</param>
/// <param name="Time">How long it took.</param>
/// <param name="Processor">The process's time on processors: others on the machine disturb it less.</param>
/// <param name="Bytes">The most memory the process had in it, beyond what it had before: managed and native.</param>
internal sealed record PhaseResult<T>(T Result, TimeSpan Time, TimeSpan Processor, long Bytes);
