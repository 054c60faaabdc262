namespace EmbeddedDraw.Registry;

/// <summary>An officer of the bureau.</summary>
public sealed class Officer
{
    /// <summary>The number in the registry.</summary>
    public int Id { get; set; }

    /// <summary>The name.</summary>
    public required string Name { get; set; }

    /// <summary>The district where the officer works.</summary>
    public required string District { get; set; }

    /// <summary>Whether the officer is on leave.</summary>
    public bool Away { get; set; }

    /// <summary>The number as it is printed.</summary>
    public string Number => $"ZF-{Id:000}";
}
