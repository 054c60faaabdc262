using System.Collections.Immutable;
using RandomInspection.Drawing;

namespace RandomInspection.Matching;

/// <summary>Repeats a match with the seeds that follow from one, and counts how often each pair comes up.</summary>
public static class RepeatedMatch
{
    /// <summary>How often each pair comes up with the seeds <see cref="AuditSeeds"/> 1 to <paramref name="repeats"/>.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="seed">The seed from which the others follow.</param>
    /// <param name="mixFactor">The mixing factor of the match.</param>
    /// <param name="repeats">1 to 1,000,000.</param>
    /// <param name="progress">Is told how many repeats are done.</param>
    /// <param name="cancellation">Stops between two repeats.</param>
    /// <exception cref="InputRefusedException">The mixing factor is out of range (RI3120), or there are too many repeats (RI1360).</exception>
    public static PairTally Tally(MatchProblem problem, Seed seed, int mixFactor, int repeats, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(seed);
        if (repeats is < 1 or > AuditSeeds.MostRepeats)
        {
            throw AuditRefusals.RepeatsOutOfRange.Refuse(("repeats", repeats), ("most", AuditSeeds.MostRepeats));
        }

        InspectorMatcher matcher = new();
        Dictionary<(string Visit, string Inspector), int> counts = [];
        for (int i = 1; i <= repeats; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (MatchedTeam team in matcher.Match(problem, AuditSeeds.Of(seed, i), mixFactor).Teams)
            {
                foreach (string inspector in team.Inspectors)
                {
                    counts[(team.Visit, inspector)] = counts.GetValueOrDefault((team.Visit, inspector)) + 1;
                }
            }

            progress?.Report(i);
        }

        PairCount[] pairs = [.. counts.Select(pair => new PairCount(pair.Key.Visit, pair.Key.Inspector, pair.Value))];
        Array.Sort(pairs, PairTallyDocument.Order);
        return new PairTally(repeats, ImmutableArray.Create(pairs));
    }
}
