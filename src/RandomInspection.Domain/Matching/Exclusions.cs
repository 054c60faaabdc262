namespace RandomInspection.Matching;

/// <summary>Who must not take part in which visit: short sorted lists by the visit's shuffled position.</summary>
internal sealed class Exclusions
{
    // In the order of their codes.
    private static readonly RefusalDefinition[] KnownReasons =
        [MatchingReasons.Recusal, MatchingReasons.SameSubjectLastTime, MatchingReasons.Rotation, MatchingReasons.OtherExclusion];

    private readonly int[] _start;
    private readonly int[] _inspectors;
    private readonly Reasons[] _reasons;

    /// <param name="problem">The problem; its exclusions stand in the order of visits.</param>
    /// <param name="visitPosition">The shuffled position of each visit.</param>
    /// <param name="inspectorPosition">The shuffled position of each inspector.</param>
    public Exclusions(MatchProblem problem, int[] visitPosition, int[] inspectorPosition)
    {
        _start = new int[problem.Visits.Length + 1];
        (_inspectors, _reasons) = (new int[problem.Exclusions.Length], new Reasons[problem.Exclusions.Length]);
        foreach ((_, int visit, bool again) in InOrder(problem))
        {
            _start[visitPosition[visit] + 1] += again ? 0 : 1;
        }

        for (int visit = 0; visit + 1 < _start.Length; visit++)
        {
            _start[visit + 1] += _start[visit];
        }

        Dictionary<string, int> positions = new(StringComparer.Ordinal);
        // Stryker disable once Equality: who is not asked about need not be known
        for (int i = 0; problem.Exclusions.Length > 0 && i < problem.Inspectors.Length; i++)
        {
            positions.Add(problem.Inspectors[i].Id, inspectorPosition[i]);
        }

        int[] next = _start[..^1];
        foreach ((MatchExclusion exclusion, int visit, _) in InOrder(problem))
        {
            int position = visitPosition[visit];
            Put(_start[position], ref next[position], positions[exclusion.Inspector], ReasonOf(exclusion));
        }
    }

    private Exclusions(int[] start, int[] inspectors, Reasons[] reasons) => (_start, _inspectors, _reasons) = (start, inspectors, reasons);

    [Flags]
    private enum Reasons : byte
    {
        None = 0,
        Recusal = 1,
        SameSubjectLastTime = 2,
        Rotation = 4,
        Other = 8,
        Waivable = SameSubjectLastTime | Rotation,
    }

    /// <summary>The inspectors excluded from a visit, ascending.</summary>
    public ReadOnlySpan<int> Of(int visit) => _inspectors.AsSpan(_start[visit], _start[visit + 1] - _start[visit]);

    public bool Contains(int visit, int inspector)
    {
        foreach (int excluded in Of(visit))
        {
            if (excluded >= inspector)
            {
                return excluded == inspector;
            }
        }

        return false;
    }

    /// <summary>Why an inspector is excluded, of several reasons that with the smallest code; <see langword="null"/> if they are not.</summary>
    public RefusalDefinition? Reason(int visit, int inspector) =>
        Of(visit).BinarySearch(inspector) is >= 0 and int at ? KnownReasons[System.Numerics.BitOperations.TrailingZeroCount((uint)_reasons[_start[visit] + at])] : null;

    /// <summary>Without those of some visits that can be waived; <see langword="null"/> if there are none.</summary>
    public Exclusions? Waived(IReadOnlySet<int> visits)
    {
        int[] start = new int[_start.Length], inspectors = new int[_inspectors.Length];
        Reasons[] reasons = new Reasons[_reasons.Length];
        int kept = 0;
        for (int visit = 0; visit + 1 < _start.Length; visit++)
        {
            bool relaxed = visits.Contains(visit);
            for (int i = _start[visit]; i < _start[visit + 1]; i++)
            {
                if (!relaxed || (_reasons[i] & ~Reasons.Waivable) != 0)
                {
                    (inspectors[kept], reasons[kept++]) = (_inspectors[i], _reasons[i]);
                }
            }

            start[visit + 1] = kept;
        }

        // Stryker disable once Conditional: what changes nothing helps nothing, too
        return kept == _start[^1] ? null : new Exclusions(start, inspectors, reasons);
    }

    /// <summary>The problem's exclusions with their visits' places, and whether the one before is of the same two.</summary>
    private static IEnumerable<(MatchExclusion Exclusion, int Visit, bool Again)> InOrder(MatchProblem problem)
    {
        MatchExclusion? last = null;
        int visit = 0;
        foreach (MatchExclusion exclusion in problem.Exclusions)
        {
            while (problem.Visits[visit].Id != exclusion.Visit)
            {
                visit++;
            }

            yield return (exclusion, visit, last is not null && last.Visit == exclusion.Visit && last.Inspector == exclusion.Inspector);
            last = exclusion;
        }
    }

    private static Reasons ReasonOf(MatchExclusion exclusion) => (Reasons)(1 << Array.IndexOf(KnownReasons, MatchingReasons.OfExclusion(exclusion.Code)));

    private void Put(int start, ref int end, int inspector, Reasons reason)
    {
        int known = _inspectors.AsSpan(start, end - start).BinarySearch(inspector);
        if (known >= 0)
        {
            _reasons[start + known] |= reason;
            return;
        }

        int at = end++;
        for (; at > start && _inspectors[at - 1] > inspector; at--)
        {
            (_inspectors[at], _reasons[at]) = (_inspectors[at - 1], _reasons[at - 1]);
        }

        (_inspectors[at], _reasons[at]) = (inspector, reason);
    }
}
