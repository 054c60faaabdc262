namespace EmbeddedDraw.Registry;

/// <summary>One event of a draw's ceremony. Of two people who do the same step at once the key lets one through.</summary>
public sealed class DrawStep
{
    /// <summary>The draw.</summary>
    public required string DrawId { get; set; }

    /// <summary>Its place, from 1.</summary>
    public int Number { get; set; }

    /// <summary>The event's name.</summary>
    public required string Type { get; set; }

    /// <summary>The event.</summary>
    public required string Data { get; set; }
}
