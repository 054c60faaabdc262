using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Matching;

/// <summary>How random and how even a match is.</summary>
/// <param name="SquareSum">The sum of squared levels over all inspectors.</param>
/// <param name="MovableSeats">Staffed seats that were not given directly.</param>
/// <param name="KeptSeats">How many of these the mixing left with the same inspector as before.</param>
/// <param name="Classes">The classes of teams, in the order in which the visits' ids first show them.</param>
/// <param name="Forced">The pairs that could not be otherwise, in the order of teams.</param>
/// <remarks>Source: random-inspection-match/1 "Report".</remarks>
public sealed record MatchReport(long SquareSum, int MovableSeats, int KeptSeats, ImmutableArray<TeamClass> Classes, ImmutableArray<ForcedPair> Forced);

/// <summary>Teams of equal department, qualifications, regions and window: they choose from one pool.</summary>
/// <param name="Need">Department, qualifications and regions; its count is that of the class's first team.</param>
/// <param name="Window">The window, or <see langword="null"/>.</param>
/// <param name="Teams">Teams in the class.</param>
/// <param name="Seats">Their seats together.</param>
/// <param name="Pool">Inspectors in the pool, before exclusions.</param>
/// <param name="LargestChance">No inspector sits in any team of the class with a larger probability than this.</param>
public sealed record TeamClass(TeamNeed Need, DateInterval? Window, int Teams, int Seats, int Pool, ChanceBound LargestChance);

/// <summary>An upper bound of a probability, as a fraction.</summary>
/// <param name="Numerator">0 or more, not above the denominator.</param>
/// <param name="Denominator">1 or more.</param>
/// <remarks>The bound follows from symmetry: teams that differ in name only share an inspector's seats evenly, and inspectors who differ in name only share a team's.</remarks>
public sealed record ChanceBound(long Numerator, long Denominator);

/// <summary>A pair that every assignment of its kind has.</summary>
/// <param name="Visit">The visit's id.</param>
/// <param name="Department">The team's department.</param>
/// <param name="Inspector">The inspector's id.</param>
/// <param name="By">What forces it.</param>
public sealed record ForcedPair(string Visit, string Department, string Inspector, ForcedBy By);

/// <summary>What forces a pair.</summary>
public enum ForcedBy
{
    /// <summary>Without the pair fewer seats can be staffed.</summary>
    Feasibility = 0,

    /// <summary>Without the pair the load is less even; under <see cref="LoadPolicy.CapacityOnly"/> it would not be forced.</summary>
    Balance = 1,
}
