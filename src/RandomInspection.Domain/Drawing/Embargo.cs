namespace RandomInspection.Drawing;

/// <summary>Whether a task is kept secret until its visits have ended.</summary>
/// <remarks>Source: 沈政办发〔2020〕19号 三(八).</remarks>
public enum Embargo
{
    /// <summary>公开抽查：plan, list and results are published in their time.</summary>
    None = 0,

    /// <summary>突击检查：nothing is published before the last visit has ended.</summary>
    UntilVisitsEnd = 1,
}
