namespace RandomInspection.Drawing;

/// <summary>递补事由：why a drawn unit is replaced by a reserve. A closed set: that a unit merely was not found is a result, not a ground.</summary>
/// <remarks>Source: random-inspection-draw/1 §6; what each one means and rests on says <c>ReplacementGrounds</c>.</remarks>
public enum ReplacementGround
{
    /// <summary>注销：the register shows it deregistered.</summary>
    Deregistered = 0,

    /// <summary>吊销：the register shows its licence revoked.</summary>
    Revoked = 1,

    /// <summary>迁出：the register shows it moved to another region's register.</summary>
    MovedOut = 2,

    /// <summary>两次无法联系：two evidenced attempts failed, and a second person approved.</summary>
    NotReached = 3,
}
