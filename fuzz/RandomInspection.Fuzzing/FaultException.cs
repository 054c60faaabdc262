namespace RandomInspection.Fuzzing;

/// <summary>A reader did what it must not.</summary>
/// <param name="message">What.</param>
public sealed class FaultException(string message) : Exception(message);
