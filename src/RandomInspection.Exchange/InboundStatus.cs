namespace RandomInspection.Exchange;

/// <summary>What became of a message that came.</summary>
public enum InboundStatus
{
    /// <summary>待处理。</summary>
    Waiting = 0,

    /// <summary>已接收：taken in, with its effect.</summary>
    Taken = 1,

    /// <summary>乱序暂存：waits for those before it.</summary>
    Parked = 2,

    /// <summary>搁置：cannot be taken in as it is.</summary>
    Aside = 3,
}
