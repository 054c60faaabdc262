namespace RandomInspection.Planning;

/// <summary>突击检查保密规则：when the secret of a surprise inspection ends; data of a regulation profile.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Ending">When it ends.</param>
/// <remarks>Where a deadline falls earlier the authority's head decides: deferred, or ended now.</remarks>
public sealed record EmbargoRule(string Name, EmbargoEnding Ending)
{
    /// <summary>沈政办发〔2020〕19号 三(八): nothing before, results after; it ends with the last visit, at the latest with the period.</summary>
    public static EmbargoRule Shenyang { get; } = new("shenyang-2020", EmbargoEnding.LastVisitOrPeriod);
}

/// <summary>When a secret ends.</summary>
public enum EmbargoEnding
{
    /// <summary>最后一次检查结束时，最迟至检查期满。</summary>
    LastVisitOrPeriod = 0,

    /// <summary>检查期满时：also if all visits ended before.</summary>
    Period = 1,
}
