using System.Collections.Immutable;
using RandomInspection.Drawing;
using RandomInspection.Matching;

namespace RandomInspection.Auditing;

/// <summary>Compares the counts of a repeated match with what is known of its chances.</summary>
/// <remarks>
/// The match is uniform over all balanced assignments, which says no pair's chance in a formula. Two things are known. Inspectors whom the problem
/// cannot tell apart have equal chances for every visit; given how many of a group of g serve a visit in a repeat, which ones is a simple random
/// sample, so that the sum of squares is that of a draw's cell. How many served is known as a total only; the variance taken is the largest that
/// fits it, so that the test errs on the side of the match, and only counts that are too uneven are held against it.
/// And where a problem is small enough to list its assignments, somebody can state exact chances; then each count is binomial.
/// </remarks>
public static class MatchAudit
{
    // As for draws: below, chi-square is a poor likeness of the sum.
    private const double LeastVariance = 10;

    /// <summary>The audit of a tally.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="tally">The counts.</param>
    /// <param name="chances">Chances that are known exactly; pairs of the same visits that are not named have chance 0. Empty if none is known.</param>
    /// <exception cref="InputRefusedException">Tally or chances are of another problem (RI1363), or a chance is none (RI1364).</exception>
    public static MatchFairness Of(MatchProblem problem, PairTally tally, IReadOnlyCollection<PairChance> chances)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(tally);
        ArgumentNullException.ThrowIfNull(chances);
        Require(problem, tally.Pairs.Select(pair => (pair.Visit, pair.Inspector)).Concat(chances.Select(chance => (chance.Visit, chance.Inspector))));
        Dictionary<(string Visit, string Inspector), int> counts = tally.Pairs.ToDictionary(pair => (pair.Visit, pair.Inspector), pair => pair.Count);
        List<ImpossibleCount> impossible = [];
        string[][] kinds = InterchangeableInspectors.Of(problem);
        GroupFairness[] groups = [.. from visit in problem.Visits
                                     from kind in kinds
                                     where kind.Length > 1 && kind.Any(inspector => counts.ContainsKey((visit.Id, inspector)))
                                     select OfGroup(visit.Id, kind, [.. kind.Select(inspector => counts.GetValueOrDefault((visit.Id, inspector)))], tally.Repeats)];
        PairDeviation[] pairs = [.. chances.OrderBy(chance => chance.Visit, StringComparer.Ordinal).ThenBy(chance => chance.Inspector, StringComparer.Ordinal)
            .Select(chance => OfPair(chance, counts.GetValueOrDefault((chance.Visit, chance.Inspector)), tally.Repeats, impossible))];
        NotNamed(tally, chances, impossible);
        int questions = pairs.Length > 0 ? 2 : 1;
        return new MatchFairness(
            tally.Repeats, ImmutableArray.Create(groups), ImmutableArray.Create(pairs), [.. impossible],
            [
                Worst(FairnessQuestion.Interchangeable, [.. groups.Where(group => group.Evenness is not null).Select(group => ($"{group.Visit}: {string.Join(", ", group.Inspectors)}", group.Evenness!.PValue))], questions),
                Worst(FairnessQuestion.Pairs, [.. pairs.Select(pair => ($"{pair.Chance.Visit} {pair.Chance.Inspector}", pair.PValue))], questions),
            ],
            kinds.Count(kind => kind.Length == 1));
    }

    private static void Require(MatchProblem problem, IEnumerable<(string Visit, string Inspector)> pairs)
    {
        HashSet<string> visits = [.. problem.Visits.Select(visit => visit.Id)], inspectors = [.. problem.Inspectors.Select(inspector => inspector.Id)];
        foreach ((string visit, string inspector) in pairs)
        {
            if (!visits.Contains(visit) || !inspectors.Contains(inspector))
            {
                throw AuditRefusals.TallyOfAnotherProblem.Refuse(("visit", visit), ("inspector", inspector), ("reasonZh", "不都在其中"), ("reasonEn", "are not both in it"));
            }
        }
    }

    private static GroupFairness OfGroup(string visit, string[] inspectors, int[] counts, int repeats)
    {
        long total = counts.Sum(count => (long)count);
        double variance = DrawAudit.Variance(inspectors.Length, total, repeats);
        ChiSquare? evenness = null;
        if (variance >= LeastVariance)
        {
            double mean = (double)total / counts.Length;
            double statistic = counts.Sum(count => (count - mean) * (count - mean)) * (counts.Length - 1) / (counts.Length * variance);
            evenness = new ChiSquare(statistic, counts.Length - 1, Tails.ChiSquareAbove(statistic, counts.Length - 1));
        }

        return new GroupFairness(visit, ImmutableArray.Create(inspectors), ImmutableArray.Create(counts), evenness);
    }

    private static PairDeviation OfPair(PairChance chance, int count, int repeats, List<ImpossibleCount> impossible)
    {
        if (chance.Denominator < 1 || chance.Numerator < 0 || chance.Numerator > chance.Denominator)
        {
            throw AuditRefusals.MalformedMarginal.Refuse(("visit", chance.Visit), ("inspector", chance.Inspector));
        }

        if (chance.Numerator == 0 || chance.Numerator == chance.Denominator)
        {
            int certain = chance.Numerator == 0 ? 0 : repeats;
            if (count != certain)
            {
                impossible.Add(new ImpossibleCount($"{chance.Visit} {chance.Inspector}", count, certain, certain));
            }

            return new PairDeviation(chance, count, 0, count == certain ? 1 : 0);
        }

        double p = (double)chance.Numerator / chance.Denominator;
        return new PairDeviation(chance, count, (count - (repeats * p)) / Math.Sqrt(repeats * p * (1 - p)), Tails.Binomial(count, repeats, p));
    }

    private static void NotNamed(PairTally tally, IReadOnlyCollection<PairChance> chances, List<ImpossibleCount> impossible)
    {
        HashSet<string> visits = [.. chances.Select(chance => chance.Visit)];
        HashSet<(string, string)> named = [.. chances.Select(chance => (chance.Visit, chance.Inspector))];
        impossible.AddRange(tally.Pairs
            .Where(pair => pair.Count > 0 && visits.Contains(pair.Visit) && !named.Contains((pair.Visit, pair.Inspector)))
            .Select(pair => new ImpossibleCount($"{pair.Visit} {pair.Inspector}", pair.Count, 0, 0)));
    }

    private static FairnessTest Worst(FairnessQuestion question, (string Where, double PValue)[] compared, int questions)
    {
        if (compared.Length == 0)
        {
            return new FairnessTest(question, 0, 1, "");
        }

        (string where, double smallest) = compared.MinBy(one => one.PValue);
        return new FairnessTest(question, compared.Length, FairnessLevel.Corrected(smallest, compared.Length, questions), where);
    }
}
