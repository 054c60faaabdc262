using System.Collections.Immutable;

namespace RandomInspection.Directories;

/// <summary>Which subjects of a directory a task is about (专用名录的筛选条件). Data, because it is recorded in the draw.</summary>
/// <param name="Regions">Regions by label; empty for all.</param>
/// <param name="Trades">Trades; empty for all.</param>
/// <param name="CreditClasses">Credit classes; empty for all.</param>
/// <remarks>Subjects whose status is not active are never part of a frame. The arrays compare by reference. Source: 三(三).</remarks>
public sealed record DirectoryCriteria(ImmutableArray<string> Regions, ImmutableArray<string> Trades, ImmutableArray<string> CreditClasses)
{
    /// <summary>All active subjects.</summary>
    public static DirectoryCriteria Everything { get; } = new([], [], []);

    /// <summary>Whether a subject's region, trade and class are among these; its status is another matter.</summary>
    /// <param name="subject">A subject.</param>
    public bool Match(Subject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return Match(subject.Region, subject.Trade, subject.CreditClass);
    }

    /// <summary>Whether region, trade and class are among these.</summary>
    /// <param name="region">A region's label.</param>
    /// <param name="trade">A trade.</param>
    /// <param name="creditClass">A credit class.</param>
    public bool Match(string region, string trade, string creditClass) =>
        (Regions.IsEmpty || Regions.Contains(region))
        && (Trades.IsEmpty || Trades.Contains(trade))
        && (CreditClasses.IsEmpty || CreditClasses.Contains(creditClass));
}
