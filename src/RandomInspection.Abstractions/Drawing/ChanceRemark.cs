namespace RandomInspection.Drawing;

/// <summary>A remark on the chances of a cell's units.</summary>
public enum ChanceRemark
{
    /// <summary>Every drawable unit is drawn for certain.</summary>
    Certain = 0,

    /// <summary>No unit can be drawn.</summary>
    Never = 1,

    /// <summary>Fewer than three drawable units: who is drawn is hardly uncertain.</summary>
    Small = 2,
}
