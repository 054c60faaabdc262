namespace RandomInspection.Auditing;

/// <summary>When an audit says no.</summary>
public static class FairnessLevel
{
    /// <summary>显著性水平：a fair draw fails one audit in a thousand. Fixed in advance: a level chosen after the counts are known proves nothing.</summary>
    public const double OfAudit = 0.001;

    /// <summary>A p-value made good for how many were looked at (Bonferroni): holds however the comparisons depend on each other.</summary>
    /// <param name="smallest">The smallest p-value of those compared.</param>
    /// <param name="compared">How many were compared.</param>
    /// <param name="questions">How many questions the audit asks.</param>
    internal static double Corrected(double smallest, long compared, int questions) => Math.Min(1, smallest * compared * questions);
}
