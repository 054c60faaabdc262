namespace RandomInspection.Client;

/// <summary>A page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
public sealed record Page<T>
{
    /// <summary>The items, in the order of their ids.</summary>
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>Where the next page begins; <see langword="null"/> on the last.</summary>
    public required string? Next { get; init; }
}
