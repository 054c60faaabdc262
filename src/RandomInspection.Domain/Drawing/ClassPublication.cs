namespace RandomInspection.Drawing;

/// <summary>Whether a profile publishes the classes (credit classes) of units.</summary>
/// <remarks>Source: random-inspection-draw/1 §7.</remarks>
public enum ClassPublication
{
    /// <summary>Withheld: the public sees cells without cutoffs, and no unit's class.</summary>
    Withheld = 0,

    /// <summary>Published: the public sees what the auditor's record holds but the reserves, and the cell of every selected unit.</summary>
    Published = 1,
}
