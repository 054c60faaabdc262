namespace RandomInspection.Drawing;

/// <summary>Whether a unit of a frame can be drawn.</summary>
public enum Standing
{
    /// <summary>Can be drawn.</summary>
    Drawable = 0,

    /// <summary>抽后休整：inspected too recently by a rule named in the design. Counts in the population, cannot be drawn.</summary>
    Resting = 1,
}
