namespace RandomInspection.Directories;

/// <summary>The level of the office in which an inspector works.</summary>
public enum InspectorLevel
{
    /// <summary>The city (市级).</summary>
    City = 0,

    /// <summary>A district or county (区县级).</summary>
    District = 1,
}
