namespace RandomInspection.Exchange;

/// <summary>How far a message to a partner has got.</summary>
public enum OutboundStatus
{
    /// <summary>待发。</summary>
    Waiting = 0,

    /// <summary>已送达：received, by the partner's receipt.</summary>
    Sent = 1,

    /// <summary>死信：given up after three days. It holds back what comes after it about its subject until somebody decides.</summary>
    Dead = 2,

    /// <summary>放弃：a person decided that it is not sent any more.</summary>
    GivenUp = 3,
}
