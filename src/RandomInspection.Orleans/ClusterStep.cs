namespace RandomInspection.Orleans;

/// <summary>How far a draw on a cluster is.</summary>
public enum ClusterStep
{
    /// <summary>Nobody has begun it.</summary>
    Unknown,

    /// <summary>冻结中: partitions are counted.</summary>
    Freezing,

    /// <summary>待种子: every root is known; the opening can be published, and the seed is waited for.</summary>
    Frozen,

    /// <summary>抽取中: partitions look for their smallest tickets.</summary>
    Drawing,

    /// <summary>已完成: the result is there.</summary>
    Done,

    /// <summary>已停止: a partition cannot be read; nothing is drawn before it can.</summary>
    Stopped,

    /// <summary>已取消: it was called off and stays so.</summary>
    Cancelled,

    /// <summary>已了结: whoever began it has its result or wants none; what was stored of it is gone.</summary>
    Ended,
}
