namespace RandomInspection.Supervision;

/// <summary>占比：a figure as two whole numbers, so that figures of departments add up.</summary>
/// <param name="Numerator">How many of them, 0 or more.</param>
/// <param name="Denominator">Of how many, 0 or more.</param>
public readonly record struct Ratio(long Numerator, long Denominator)
{
    /// <summary>The share in permille (‰), rounded half up; <see langword="null"/> of nothing.</summary>
    public long? Permille => Denominator == 0 ? null : ((2000 * Numerator) + Denominator) / (2 * Denominator);

    /// <summary>The sum of both numbers.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static Ratio operator +(Ratio left, Ratio right) => new(left.Numerator + right.Numerator, left.Denominator + right.Denominator);

    /// <summary>The sum of both numbers.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static Ratio Add(Ratio left, Ratio right) => left + right;

    /// <summary>How many of those that fit a first rule fit a second one too.</summary>
    /// <typeparam name="T">What is counted.</typeparam>
    /// <param name="all">What is counted.</param>
    /// <param name="fits">What counts as numerator.</param>
    public static Ratio Of<T>(IReadOnlyCollection<T> all, Func<T, bool> fits)
    {
        ArgumentNullException.ThrowIfNull(all);
        return new Ratio(all.Count(fits), all.Count);
    }

    /// <inheritdoc />
    public override string ToString() => FormattableString.Invariant($"{Numerator}/{Denominator}");
}
