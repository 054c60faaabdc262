namespace RandomInspection.Ledger;

/// <summary>What the sealed log can be refused for: RI6035.</summary>
public static class SealedRefusals
{
    /// <summary>No commitment was made on a day. Values: day.</summary>
    public static RefusalDefinition NoCommitment { get; } = new(
        "RI6035",
        "{day} 没有密封留痕的承诺。",
        "There is no commitment of the sealed log of {day}.",
        "系统停机的日子没有承诺；请选最近的下一日。",
        "There is none of days on which the host stood still; choose the next day that has one.");
}
