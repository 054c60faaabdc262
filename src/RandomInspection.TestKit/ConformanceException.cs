namespace RandomInspection.TestKit;

/// <summary>An implementation does not do what its contract asks.</summary>
public sealed class ConformanceException : Exception
{
    /// <summary>Reports what was found.</summary>
    /// <param name="message">What was due and what was found.</param>
    public ConformanceException(string message)
        : base(message)
    {
    }
}
