namespace RandomInspection.WholeYear;

/// <summary>What the simulation itself counted, beside what the library says.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);
    private readonly List<string> _broken = [];

    /// <summary>The counts by name.</summary>
    public IReadOnlyDictionary<string, long> Counts => _counts;

    /// <summary>Rules that were found broken, in words.</summary>
    public IReadOnlyList<string> Broken => _broken;

    /// <summary>A count; 0 if nothing was counted.</summary>
    public long this[string name] => _counts.GetValueOrDefault(name);

    /// <summary>Counts.</summary>
    public void Count(string name, long more = 1) => _counts[name] = this[name] + more;

    /// <summary>A check: how often it was made is counted, and what was wrong is kept.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="holds">Whether it holds.</param>
    /// <param name="what">What was looked at, in words.</param>
    public void Check(string rule, bool holds, Func<string> what)
    {
        Count($"checked: {rule}");
        if (!holds)
        {
            _broken.Add($"{rule}: {what()}");
        }
    }
}
