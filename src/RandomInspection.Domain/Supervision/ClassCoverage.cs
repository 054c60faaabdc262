namespace RandomInspection.Supervision;

/// <summary>某一信用类别的覆盖：how many subjects of a class were visited, against the rate that is aimed at.</summary>
/// <param name="CreditClass">The class.</param>
/// <param name="Visited">Distinct subjects with an ended visit, of the active subjects of the class.</param>
/// <param name="TargetNano">The rate aimed at, in nanos; <see langword="null"/> where the table has none for the class.</param>
/// <remarks>Classes are not published: a figure for supervisors.</remarks>
public sealed record ClassCoverage(string CreditClass, Ratio Visited, int? TargetNano)
{
    /// <summary>How many subjects the rate asks for, rounded up; <see langword="null"/> without a rate.</summary>
    public long? Target => TargetNano is { } nano ? ((Visited.Denominator * nano) + 999_999_999) / 1_000_000_000 : null;

    /// <summary>Whether as many were visited as the rate asks for; <see langword="true"/> without a rate.</summary>
    public bool IsMet => Target is not { } target || Visited.Numerator >= target;
}
