namespace EmbeddedDraw.Registry;

/// <summary>A firm as the bureau's registry has known it for years.</summary>
public sealed class Firm
{
    /// <summary>The number in the registry.</summary>
    public int Id { get; set; }

    /// <summary>The name.</summary>
    public required string Name { get; set; }

    /// <summary>The district.</summary>
    public required string District { get; set; }

    /// <summary>The risk, from low 1 to high 4.</summary>
    public int Risk { get; set; }

    /// <summary>Whether it has closed.</summary>
    public bool Closed { get; set; }

    /// <summary>The number as it is printed.</summary>
    public string Number => $"SY-{Id:00000}";
}
