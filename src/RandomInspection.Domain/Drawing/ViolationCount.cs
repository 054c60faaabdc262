namespace RandomInspection.Drawing;

/// <summary>违法率的依据：what earlier inspections of a stratum found.</summary>
public sealed record ViolationCount
{
    /// <summary>What was found in a stratum.</summary>
    /// <param name="stratum">The stratum.</param>
    /// <param name="violations">Subjects with a violation, 0 to <paramref name="inspected"/>; one with several counts once.</param>
    /// <param name="inspected">Subjects inspected, 0 to 2³¹ − 1.</param>
    /// <exception cref="InputRefusedException">The counts cannot be (RI1219).</exception>
    public ViolationCount(Stratum stratum, long violations, long inspected)
    {
        ArgumentNullException.ThrowIfNull(stratum);
        if (violations < 0 || violations > inspected || inspected > DrawDesign.MaxCount)
        {
            throw PolicyRefusals.MalformedViolations.Refuse(("stratum", stratum), ("violations", violations), ("inspected", inspected));
        }

        Stratum = stratum;
        Violations = violations;
        Inspected = inspected;
    }

    /// <summary>The stratum.</summary>
    public Stratum Stratum { get; }

    /// <summary>Subjects with a violation.</summary>
    public long Violations { get; }

    /// <summary>Subjects inspected.</summary>
    public long Inspected { get; }

    /// <summary>The rate that is reckoned with, p = (violations + ½) / (inspected + 1), as a fraction above 0 and below 1.</summary>
    /// <remarks>
    /// The mean of the posterior under Jeffreys' prior Beta(½, ½) (Brown, Cai and DasGupta 2001, doi:10.1214/ss/1009213286). Without
    /// it a stratum where nothing was found yet would count as certain and get nothing; one never inspected has ½, the least certain.
    /// </remarks>
    public (long Over, long Under) Rate => ((2 * Violations) + 1, (2 * Inspected) + 2);
}
