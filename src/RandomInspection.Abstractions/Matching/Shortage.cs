using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Matching;

/// <summary>人员缺口：why not every seat can be staffed: the unique smallest set of teams that asks for more than there is.</summary>
/// <param name="Missing">Seats that no assignment can staff.</param>
/// <param name="Parts">The set's connected parts, in the order of their first visits' ids.</param>
/// <remarks>Source: random-inspection-match/1 "When it is short"; Hall's theorem for capacities.</remarks>
public sealed record Shortage(int Missing, ImmutableArray<ShortagePart> Parts);

/// <summary>One connected part of a shortage: <c>Seats − Capacity − SingleUse = Missing</c>.</summary>
/// <param name="Demand">Its teams by what they ask for.</param>
/// <param name="Visits">Its visits in the order of ids.</param>
/// <param name="Seats">Seats its teams ask for, those given directly left out.</param>
/// <param name="Inspectors">Inspectors who could serve more of its visits and have no capacity left, in the order of ids.</param>
/// <param name="Capacity">What their capacities give together, seats given directly taken off.</param>
/// <param name="SingleUse">Seats staffed by others, each of whom already sits in every visit of this part that they could serve.</param>
/// <param name="SingleUseInspectors">Who these are, in the order of ids.</param>
/// <param name="Missing">Seats that stay empty.</param>
/// <param name="Out">Every inspector of the department by what keeps them from giving more (those above: RI3009, RI3010), in the order of codes.</param>
/// <param name="Relaxations">What would help, computed by trying it, the most helpful first; those that help nothing are left out.</param>
/// <param name="Words">The sentence for people (RI3201); its remedy is the most helpful relaxation.</param>
public sealed record ShortagePart(
    ImmutableArray<ShortTeams> Demand,
    ImmutableArray<string> Visits,
    int Seats,
    ImmutableArray<string> Inspectors,
    long Capacity,
    int SingleUse,
    ImmutableArray<string> SingleUseInspectors,
    int Missing,
    ImmutableArray<InspectorsOut> Out,
    ImmutableArray<Relaxation> Relaxations,
    Refusal Words)
{
    /// <summary>Whether it was tried what would help; beyond the first eight parts of a large match it is not.</summary>
    public bool RelaxationsTried { get; init; } = true;
}

/// <summary>Teams of a shortage that ask for the same.</summary>
/// <param name="Need">What they ask for; its count is that of the first.</param>
/// <param name="Window">Their window, or <see langword="null"/>.</param>
/// <param name="Visits">How many visits.</param>
/// <param name="Seats">How many seats, those given directly left out.</param>
/// <param name="Missing">How many of them stay empty in this result.</param>
public sealed record ShortTeams(TeamNeed Need, DateInterval? Window, int Visits, int Seats, int Missing);

/// <summary>Inspectors whom one reason keeps out.</summary>
/// <param name="Reason">The reason: one of <see cref="MatchingReasons"/>.</param>
/// <param name="Inspectors">Ids in the order of bytes.</param>
public sealed record InspectorsOut(RefusalDefinition Reason, ImmutableArray<string> Inspectors);

/// <summary>One thing that could be changed, and what it gives.</summary>
/// <param name="Kind">What.</param>
/// <param name="Inspectors">Whom it needs: the inspectors whom the trial used beyond what is allowed now, in the order of ids.</param>
/// <param name="Capacity">For <see cref="RelaxationKind.Capacity"/>: the smallest common capacity that gives this much; else <see langword="null"/>.</param>
/// <param name="Helps">Seats of the part that are staffed then, 1 to its missing ones.</param>
public sealed record Relaxation(RelaxationKind Kind, ImmutableArray<string> Inspectors, int? Capacity, int Helps);

/// <summary>What could be changed when inspectors are short.</summary>
public enum RelaxationKind
{
    /// <summary>跨区调配：officers of the city level or of another district.</summary>
    OtherRegions = 0,

    /// <summary>提高上限：a higher capacity.</summary>
    Capacity = 1,

    /// <summary>调整休假：leave moved.</summary>
    Leave = 2,

    /// <summary>换发证件：certificates renewed before the visit.</summary>
    Certificate = 3,

    /// <summary>直接指派：a direct assignment, with reason and approval, against rotation and "same subject last time" (never against a recusal).</summary>
    DirectAssignment = 4,
}
