namespace RandomInspection.Inspections;

/// <summary>检查结论：what follows from the results of a visit's items.</summary>
public enum Conclusion
{
    /// <summary>未发现问题。</summary>
    NoProblemFound = 0,

    /// <summary>发现问题。</summary>
    ProblemsFound = 1,

    /// <summary>不配合检查情节严重。</summary>
    Uncooperative = 2,

    /// <summary>无法联系。</summary>
    CannotBeContacted = 3,

    /// <summary>未发现开展相关经营活动。</summary>
    NoActivityFound = 4,

    /// <summary>主体已注销、吊销、撤销、迁出或停业。</summary>
    SubjectEnded = 5,
}

/// <summary>Derives conclusions.</summary>
public static class Conclusions
{
    /// <summary>The conclusion that the items' results give; the gravest decides.</summary>
    /// <param name="results">One result for each item, one or more.</param>
    /// <remarks>O(items). Source: 沈政办发〔2020〕19号 三(七): the conclusion follows from the items.</remarks>
    public static Conclusion Of(IReadOnlyCollection<ItemResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentOutOfRangeException.ThrowIfZero(results.Count, nameof(results));
        return results.Contains(ItemResult.Uncooperative) ? Conclusion.Uncooperative
            : results.Any(r => r.IsProblem()) ? Conclusion.ProblemsFound
            : results.Any(r => r.IsEnded()) ? Conclusion.SubjectEnded
            : results.Contains(ItemResult.CannotBeContacted) ? Conclusion.CannotBeContacted
            : results.All(r => r == ItemResult.NoActivityFound) ? Conclusion.NoActivityFound
            : Conclusion.NoProblemFound;
    }
}
