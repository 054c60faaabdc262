namespace RandomInspection.Planning;

/// <summary>What surprise inspections refuse beside publishing: RI2226.</summary>
public static class EmbargoRefusals
{
    /// <summary>What is secret does not go together with what is public.</summary>
    public static RefusalDefinition SecretWithPublic { get; } = new(
        "RI2226",
        "{task} 与 {with} 不能合并办理：突击检查须单独抽取、匹配和检查。",
        "{task} and {with} do not go together: a surprise inspection is drawn, matched and carried out by itself.",
        "请分别办理。",
        "Carry them out one by one.",
        "沈政办发〔2020〕19号 三(八)");

    internal static void RequireSameSecrecy(string task, string with)
    {
        if (Ledger.SecretNumbers.Find(task) != Ledger.SecretNumbers.Find(with))
        {
            throw SecretWithPublic.Refuse(("task", task), ("with", with));
        }
    }
}
