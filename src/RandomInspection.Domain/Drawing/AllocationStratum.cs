namespace RandomInspection.Drawing;

/// <summary>A stratum that gets a part of a total.</summary>
public sealed record AllocationStratum
{
    /// <summary>A stratum and its bounds.</summary>
    /// <param name="found">The stratum, and what earlier inspections of it found.</param>
    /// <param name="population">N: all its units, 1 or more.</param>
    /// <param name="least">Least units it gets: 1 or more, for a stratum without any has no estimate; 0 only where <paramref name="most"/> is 0.</param>
    /// <param name="most">Most units it gets, <paramref name="least"/> to <paramref name="population"/>: those that can be drawn.</param>
    public AllocationStratum(ViolationCount found, long population, long least, long most)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentOutOfRangeException.ThrowIfLessThan(population, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, population);
        ArgumentOutOfRangeException.ThrowIfLessThan(least, Math.Min(1, most));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(least, most);
        Found = found;
        Population = population;
        Least = least;
        Most = most;
    }

    /// <summary>The stratum, and what earlier inspections of it found.</summary>
    public ViolationCount Found { get; }

    /// <summary>N: all its units.</summary>
    public long Population { get; }

    /// <summary>Least units it gets.</summary>
    public long Least { get; }

    /// <summary>Most units it gets.</summary>
    public long Most { get; }
}
