using System.Collections.Immutable;
using RandomInspection.Drawing;

namespace RandomInspection.Matching;

/// <summary>匹配结果：teams, levels, and what is short.</summary>
/// <remarks>Sealed until each visit has ended; then anybody can recompute it from problem and seed. Source: random-inspection-match/1 "Report".</remarks>
/// <param name="Problem">The digest of the problem.</param>
/// <param name="Seed">The seed.</param>
/// <param name="MixFactor">The mixing factor; 0 if the result is unmixed.</param>
/// <param name="Teams">All teams: visits in the order of ids, a visit's teams in canonical order.</param>
/// <param name="Levels">Prior load plus seats of every inspector, in the order of ids.</param>
/// <param name="Short">The certificate of what cannot be staffed; <see langword="null"/> if everything is.</param>
/// <param name="Report">How random and how even the result is.</param>
/// <param name="Digest">The digest of the result: of problem, seed, mixing factor, teams and levels.</param>
public sealed record MatchResult(
    Digest Problem,
    Seed Seed,
    int MixFactor,
    ImmutableArray<MatchedTeam> Teams,
    ImmutableArray<InspectorLevel> Levels,
    Shortage? Short,
    MatchReport Report,
    Digest Digest)
{
    /// <summary>Whether stage E was left out, so that the result is not as good as uniformly random.</summary>
    public bool IsUnmixed => MixFactor == 0;

    /// <summary>The visits all of whose teams are complete, in the order of ids.</summary>
    public IEnumerable<string> CompleteVisits => Teams.GroupBy(team => team.Visit, StringComparer.Ordinal).Where(visit => visit.All(team => team.Missing == 0)).Select(visit => visit.Key);
}

/// <summary>检查组：the officers of one department in one visit.</summary>
/// <param name="Visit">The visit's id.</param>
/// <param name="Need">What the team asks for.</param>
/// <param name="Inspectors">Ids in the order of bytes, those given directly included.</param>
/// <param name="Pool">Inspectors who could serve here, exclusions taken off.</param>
public sealed record MatchedTeam(string Visit, TeamNeed Need, ImmutableArray<string> Inspectors, int Pool)
{
    /// <summary>The department.</summary>
    public string Department => Need.Department;

    /// <summary>Seats that could not be staffed.</summary>
    public int Missing => Need.Count - Inspectors.Length;

    /// <summary>Whether the seat is hardly random: the pool is smaller than 3, or than twice the team.</summary>
    public bool IsHardlyRandom => Pool < Math.Max(3, 2 * Need.Count);
}

/// <summary>An inspector's level.</summary>
/// <param name="Inspector">The inspector's id.</param>
/// <param name="Level">Prior load plus seats in this match.</param>
public sealed record InspectorLevel(string Inspector, int Level);
