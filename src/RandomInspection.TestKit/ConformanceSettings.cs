namespace RandomInspection.TestKit;

/// <summary>How much a run asks of an implementation.</summary>
public sealed record ConformanceSettings
{
    /// <summary>A run of seconds: what a build does.</summary>
    public static ConformanceSettings Default { get; } = new();

    /// <summary>A run at the size of a city: a million rows.</summary>
    public static ConformanceSettings City { get; } = new() { Rows = 1_000_000 };

    /// <summary>Rows, entries, subjects or units in the cases about size, 1,000 or more; 2,000 if not said.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less.</exception>
    public int Rows
    {
        get;
        init => field = value >= 1_000 ? value : throw new ArgumentOutOfRangeException(nameof(Rows), value, "The cases about size take 1,000 rows or more.");
    }

    = 2_000;

    /// <summary>How many act at once in the cases about concurrency, 2 or more; 64 if not said.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less.</exception>
    public int AtOnce
    {
        get;
        init => field = value >= 2 ? value : throw new ArgumentOutOfRangeException(nameof(AtOnce), value, "The cases about concurrency take two or more.");
    }

    = 64;
}
