namespace RandomInspection.Ledger;

/// <summary>What a store refuses about requests: RI9070.</summary>
public static class RequestRefusals
{
    /// <summary>Another host of the same store carried the request out a moment ago.</summary>
    public static RefusalDefinition CarriedOut { get; } = new(
        "RI9070",
        "同一请求（Idempotency-Key 相同）刚刚已经办理，本次未再办理。",
        "The same request (by its Idempotency-Key) was carried out a moment ago; it was not carried out again.",
        "请以同样的内容重新发送，即得到已有的答复。",
        "Send it again as it is; you get the answer that there is.",
        null);
}
