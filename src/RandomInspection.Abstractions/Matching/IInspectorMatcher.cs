using System.Collections.Immutable;
using RandomInspection.Drawing;

namespace RandomInspection.Matching;

/// <summary>匹配引擎：who inspects what, as a pure function of problem and seed.</summary>
/// <remarks>
/// A match exists whenever any can, is as even as any can be, and beyond that is as good as uniformly random. Integers and SHA-256 only:
/// neither the order of input nor the machine, the culture or the number of threads can matter. Source: random-inspection-match/1.
/// </remarks>
public interface IInspectorMatcher
{
    /// <summary>The mixing factor if none is given.</summary>
    const int DefaultMixFactor = 3;

    /// <summary>Matches. What can be staffed is staffed; <see cref="MatchResult.Short"/> says what cannot, and why.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="seed">The match's own seed, made after the problem's digest was published in an opening.</param>
    /// <param name="mixFactor">The mixing factor c, 0 to 1000, fixed in advance and published; 0 leaves the result unmixed, and says so.</param>
    /// <param name="progress">Told how far the mixing is, a hundred times at most.</param>
    /// <exception cref="InputRefusedException">The mixing factor is out of range (RI3120).</exception>
    MatchResult Match(MatchProblem problem, Seed seed, int mixFactor = DefaultMixFactor, IProgress<MatchProgress>? progress = null);

    /// <summary>Matches experts with the visits whose officers are complete. Experts assist and never count as officers.</summary>
    /// <param name="experts">The experts as inspectors, and the visits that want them.</param>
    /// <param name="officers">The match of the officers; visits that are short in it, or not in it, get no expert.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="mixFactor">As for <see cref="Match"/>.</param>
    /// <exception cref="InputRefusedException">The mixing factor is out of range (RI3120).</exception>
    /// <remarks>The same as matching <see cref="MatchProblem.Only"/> of the complete visits. Source: 沈政办发〔2020〕19号 三(四).</remarks>
    MatchResult MatchExperts(MatchProblem experts, MatchResult officers, Seed seed, int mixFactor = DefaultMixFactor);

    /// <summary>Replaces one inspector who falls out after the match, in that seat alone where that is possible.</summary>
    /// <param name="problem">The problem, with the inspectors' present leave and the present exclusions.</param>
    /// <param name="teams">The teams as they stand, of all visits of the problem.</param>
    /// <param name="request">Who falls out, where, and why.</param>
    /// <param name="seed">The seed of the match.</param>
    /// <exception cref="InputRefusedException">The teams are not those of the problem (RI3121), or the inspector does not sit there (RI3122).</exception>
    ReplacementOutcome Replace(MatchProblem problem, ImmutableArray<MatchedTeam> teams, ReplacementRequest request, Seed seed);
}
