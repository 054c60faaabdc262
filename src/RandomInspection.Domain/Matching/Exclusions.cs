namespace RandomInspection.Matching;

/// <summary>Who must not take part in which visit: short sorted lists by the visit's shuffled position.</summary>
internal sealed class Exclusions
{
    private readonly int[] _start;
    private readonly int[] _inspectors;
    private readonly RefusalDefinition[] _reasons;
    private readonly bool[] _waivable;

    public Exclusions(int visits, List<(int Visit, int Inspector, RefusalDefinition Reason, bool Waivable)> pairs)
    {
        _start = new int[visits + 1];
        foreach ((int visit, _, _, _) in pairs)
        {
            _start[visit + 1]++;
        }

        for (int visit = 0; visit < visits; visit++)
        {
            _start[visit + 1] += _start[visit];
        }

        int[] next = _start[..^1], from = new int[pairs.Count];
        _inspectors = new int[pairs.Count];
        for (int i = 0; i < pairs.Count; i++)
        {
            int at = next[pairs[i].Visit]++;
            (_inspectors[at], from[at]) = (pairs[i].Inspector, i);
        }

        for (int visit = 0; visit < visits; visit++)
        {
            Array.Sort(_inspectors, from, _start[visit], _start[visit + 1] - _start[visit]);
        }

        _reasons = Array.ConvertAll(from, i => pairs[i].Reason);
        _waivable = Array.ConvertAll(from, i => pairs[i].Waivable);
    }

    private Exclusions(Exclusions from, int[] start, List<int> kept)
    {
        _start = start;
        _inspectors = [.. kept.Select(i => from._inspectors[i])];
        _reasons = [.. kept.Select(i => from._reasons[i])];
        _waivable = [.. kept.Select(i => from._waivable[i])];
    }

    /// <summary>The inspectors excluded from a visit, ascending.</summary>
    public ReadOnlySpan<int> Of(int visit) => _inspectors.AsSpan(_start[visit], _start[visit + 1] - _start[visit]);

    /// <summary>All of them, visit by visit.</summary>
    public ReadOnlySpan<int> All => _inspectors;

    /// <summary>Where a visit's begin in <see cref="All"/>; for the number of visits, where they end.</summary>
    public int Start(int visit) => _start[visit];

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

    public RefusalDefinition? Reason(int visit, int inspector) => Of(visit).BinarySearch(inspector) is >= 0 and int at ? _reasons[_start[visit] + at] : null;

    /// <summary>Without those of some visits that can be waived; <see langword="null"/> if there are none.</summary>
    public Exclusions? Waived(IReadOnlySet<int> visits)
    {
        List<int> kept = new(_inspectors.Length);
        int[] start = new int[_start.Length];
        for (int visit = 0; visit + 1 < _start.Length; visit++)
        {
            bool relaxed = visits.Contains(visit);
            for (int i = _start[visit]; i < _start[visit + 1]; i++)
            {
                if (!relaxed || !_waivable[i])
                {
                    kept.Add(i);
                }
            }

            start[visit + 1] = kept.Count;
        }

        return kept.Count == _inspectors.Length ? null : new Exclusions(this, start, kept);
    }
}
