using NodaTime;

namespace RandomInspection.Web.Shared;

/// <summary>One step of a process, in the reader's language.</summary>
/// <param name="Title">What is or was done.</param>
/// <param name="State">Where it stands.</param>
public sealed record Step(string Title, StatusKind State)
{
    /// <summary>By whom.</summary>
    public string? Who { get; init; }

    /// <summary>When.</summary>
    public Instant? When { get; init; }

    /// <summary>Why, or what came of it.</summary>
    public string? Note { get; init; }

    /// <summary>A digest that proves it, in hex.</summary>
    public string? Digest { get; init; }

    /// <summary>Where to read more.</summary>
    public string? Href { get; init; }
}
