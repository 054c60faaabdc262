namespace RandomInspection.Ledger;

/// <summary>What the sealed log can be refused for: RI6035 and RI6100.</summary>
public static class SealedRefusals
{
    /// <summary>No commitment was made on a day. Values: day.</summary>
    public static RefusalDefinition NoCommitment { get; } = new(
        "RI6035",
        "{day} 没有密封留痕的承诺。",
        "There is no commitment of the sealed log of {day}.",
        "系统停机的日子没有承诺；请选最近的下一日。",
        "There is none of days on which the host stood still; choose the next day that has one.");

    /// <summary>What a commitment covers is still secret. Values: day.</summary>
    public static RefusalDefinition StillSecret { get; } = new(
        "RI6100",
        "{day} 的承诺还不能公开：当日以前开始的突击检查仍有未解除保密的。",
        "The commitment of {day} cannot be opened yet: a surprise inspection that had begun by then is still secret.",
        "待其保密终止后再公开；更早的日子可以先公开。",
        "Open it when that secret has ended; earlier days may be opened before.",
        "沈政办发〔2020〕19号 三(八)");
}
