namespace RandomInspection.Ledger;

/// <summary>What happens to checkpoints of the public log, as it stands in the ledger (stream <c>checkpoint/public</c>).</summary>
public abstract record CheckpointEvent
{
    private CheckpointEvent()
    {
    }

    /// <summary>A checkpoint was signed.</summary>
    /// <param name="Size">Entries it is about; this entry is not among them.</param>
    /// <param name="Note">The signed note, exactly as published.</param>
    /// <param name="Occasion">Why then.</param>
    public sealed record Signed(long Size, string Note, CheckpointOccasion Occasion) : CheckpointEvent;

    /// <summary>A witness cosigned a checkpoint.</summary>
    /// <param name="Size">The checkpoint's size.</param>
    /// <param name="Line">The signature line.</param>
    public sealed record Cosigned(long Size, string Line) : CheckpointEvent;
}

/// <summary>Why a checkpoint was made.</summary>
public enum CheckpointOccasion
{
    /// <summary>定时：at a fixed time of the day.</summary>
    Fixed = 0,

    /// <summary>按间隔：because the log had grown and some time had passed.</summary>
    Interval = 1,

    /// <summary>抽取或匹配完成。</summary>
    Draw = 2,

    /// <summary>启动：the host was started and found that the log had grown.</summary>
    Start = 3,
}
