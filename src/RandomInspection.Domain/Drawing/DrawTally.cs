using System.Collections.Immutable;

namespace RandomInspection.Drawing;

/// <summary>重复抽取的计数：how often each unit of a frame came up when a draw was repeated.</summary>
/// <param name="Repeats">How often it was repeated, 1 to 1,000,000.</param>
/// <param name="Units">All units of the frame in the order of ids, those that never came up and those that cannot included.</param>
public sealed record DrawTally(int Repeats, ImmutableArray<UnitCount> Units);

/// <summary>How often a unit came up.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Count">0 to the number of repeats.</param>
public sealed record UnitCount(string Id, int Count);
