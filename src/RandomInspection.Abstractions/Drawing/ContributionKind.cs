namespace RandomInspection.Drawing;

/// <summary>How a party's value comes into a draw's seed.</summary>
/// <remarks>Source: random-inspection-draw/1 §3.</remarks>
public enum ContributionKind
{
    /// <summary>32 random bytes made on the party's own machine, committed to before any reveal.</summary>
    Committed = 0,

    /// <summary>A value fixed only after the last reveal: a lottery issue, dice, a beacon round.</summary>
    Public = 1,

    /// <summary>32 bytes of the host's own generator, alone.</summary>
    System = 2,
}
