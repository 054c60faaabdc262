using RandomInspection.Directories;
using RandomInspection.Drawing;

namespace RandomInspection.Planning;

/// <summary>分层：by what a frame is stratified.</summary>
public enum Stratification
{
    /// <summary>Not at all: one stratum, <c>全部</c>.</summary>
    None = 0,

    /// <summary>By region.</summary>
    Region = 1,

    /// <summary>By trade.</summary>
    Trade = 2,

    /// <summary>By region, and within it by trade.</summary>
    RegionAndTrade = 3,
}

/// <summary>The stratum of a subject under a stratification.</summary>
public static class StratificationLabels
{
    /// <summary>The stratum of these labels.</summary>
    /// <param name="stratification">By what to stratify.</param>
    /// <param name="region">The region's label.</param>
    /// <param name="trade">The trade.</param>
    public static Stratum StratumOf(this Stratification stratification, string region, string trade) => Stratum.Parse(stratification switch
    {
        Stratification.None => "全部",
        Stratification.Region => region,
        Stratification.Trade => trade,
        Stratification.RegionAndTrade => $"{region}/{trade}",
        _ => throw new ArgumentOutOfRangeException(nameof(stratification)),
    });

    /// <summary>The cell of a subject.</summary>
    /// <param name="stratification">By what to stratify.</param>
    /// <param name="subject">The subject.</param>
    public static Cell CellOf(this Stratification stratification, Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return new Cell(stratification.StratumOf(subject.Region, subject.Trade), subject.CreditClass);
    }

    /// <summary>The cells of counted subjects; only the active ones are units, and all of them are drawable.</summary>
    /// <param name="stratification">By what to stratify.</param>
    /// <param name="counts">The subjects that match a task's criteria, counted.</param>
    public static IEnumerable<CellCount> Cells(this Stratification stratification, IEnumerable<SubjectCount> counts) =>
        counts
            .Where(c => c.Status == SubjectStatus.Active)
            .GroupBy(c => new Cell(stratification.StratumOf(c.Region, c.Trade), c.CreditClass), c => c.Subjects)
            .Select(g => new CellCount(g.Key, g.Sum(), g.Sum()))
            .OrderBy(c => c.Cell);
}
