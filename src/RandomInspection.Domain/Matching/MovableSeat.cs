namespace RandomInspection.Matching;

/// <summary>A movable seat, and what stage E asks of it, in eight bytes.</summary>
/// <remarks>From the highest bit: number 22, place 10, whether somebody may sit elsewhere in the visit 1, class 31. A problem has at most 4·10⁶ seats, a team 1000.</remarks>
internal readonly record struct MovableSeat
{
    private const int ClassBits = 31;
    private const int PlaceBits = 10;

    private readonly ulong _bits;

    /// <summary>A seat.</summary>
    /// <param name="number">Its number: team by team, whoever holds it.</param>
    /// <param name="place">Its place among its team's seats.</param>
    /// <param name="sitsElsewhere">Whether an inspector may sit in the visit without a movable seat of the team: in a sibling, or given directly.</param>
    /// <param name="class">The team's class.</param>
    public MovableSeat(int number, int place, bool sitsElsewhere, int @class) =>
        _bits = ((ulong)number << (ClassBits + 1 + PlaceBits)) | ((ulong)place << (ClassBits + 1)) | (sitsElsewhere ? 1UL << ClassBits : 0) | (uint)@class;

    private MovableSeat(ulong bits) => _bits = bits;

    /// <summary>None: behind all seats, and of no team.</summary>
    public static MovableSeat None { get; } = new(ulong.MaxValue);

    // Stryker disable once Bitwise: nothing is negative here: both shifts agree
    public int Number => (int)(_bits >> (ClassBits + 1 + PlaceBits));

    // Stryker disable once Bitwise: nothing is negative here: both shifts agree
    public int Place => (int)(_bits >> (ClassBits + 1)) & ((1 << PlaceBits) - 1);

    /// <summary>The number of the team's first seat: it stands for the team.</summary>
    // Stryker disable once Bitwise: nothing is negative here: both shifts agree
    public int FirstOfTeam => unchecked((int)(_bits >> (ClassBits + 1 + PlaceBits)) - ((int)(_bits >> (ClassBits + 1)) & ((1 << PlaceBits) - 1)));

    // Stryker disable once Bitwise: nothing is negative here: both shifts agree
    public bool SitsElsewhere => (_bits >> ClassBits & 1) != 0;

    public int Class => (int)(_bits & ((1UL << ClassBits) - 1));
}
