namespace RandomInspection.Drawing;

/// <summary>What a party that a program runs refuses: RI1390 to RI1393.</summary>
public static class ContributorRefusals
{
    private const string Section3 = "random-inspection-draw/1 §3";

    /// <summary>The opening does not name this party with its key as one that commits. Values: party, draw.</summary>
    public static RefusalDefinition NotItsOpening { get; } = new(
        "RI1390",
        "抽取 {draw} 的开启文件未把“{party}”连同其公钥列为提交承诺的一方。",
        "The opening of the draw {draw} does not name \"{party}\" with its key as a party that commits.",
        "请在公布开启文件前用该方的名称与公钥登记。",
        "Enrol the party by its name and key before the opening is published.",
        Section3);

    /// <summary>Not everybody has committed. Values: party, missing.</summary>
    public static RefusalDefinition CommitmentsMissing { get; } = new(
        "RI1391",
        "“{party}”暂不揭示：尚无承诺，也未在期限过后被剔除的有 {missing}。",
        "\"{party}\" does not reveal yet: {missing} have neither committed nor been struck out after their deadline.",
        "请等待各方提交承诺；期限未过，不得剔除。",
        "Wait until all have committed; nobody is struck out before the deadline.",
        Section3);

    /// <summary>The commitment that is published in its name is not its own. Values: party.</summary>
    public static RefusalDefinition OtherCommitment { get; } = new(
        "RI1392",
        "“{party}”不揭示：已公布的承诺中没有它的，或不是它所作的。",
        "\"{party}\" does not reveal: its commitment is not among those published, or is another than it made.",
        "请先取得并公布它的承诺；承诺被替换的，须查明。",
        "Have it commit and publish that commitment; if it was replaced, find out by whom.",
        Section3);

    /// <summary>The drawing department has not revealed what it committed to. Values: party, drawing.</summary>
    public static RefusalDefinition DrawingNotRevealed { get; } = new(
        "RI1393",
        "“{party}”暂不揭示：抽取部门（{drawing}）尚未揭示，或揭示的值与其承诺不符。",
        "\"{party}\" does not reveal yet: the drawing department ({drawing}) has not revealed, or not what it committed to.",
        "请等待抽取部门首先揭示。",
        "Wait until the drawing department has revealed: it comes first.",
        Section3);
}
