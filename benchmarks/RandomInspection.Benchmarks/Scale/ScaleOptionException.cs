namespace RandomInspection.Benchmarks.Scale;

/// <summary>What was asked for is not there.</summary>
internal sealed class ScaleOptionException(string message) : Exception(message);
