using System.Collections.Immutable;
using RandomInspection.Directories;
using RandomInspection.Drawing;

namespace RandomInspection.Planning;

/// <summary>What the grounds of a replacement say and rest on: RI2156 to RI2159.</summary>
/// <remarks>Suspended (停业) is none of them: it is a result, unless two attempts failed.</remarks>
public static class ReplacementGrounds
{
    private const string Register = "登记机关已公示该状态，以名录版本为证。";
    private const string RegisterEnglish = "The register shows it; the directory's version is the evidence.";

    /// <summary>注销。</summary>
    public static RefusalDefinition Deregistered { get; } = new(
        "RI2156", "登记状态为注销", "deregistered", Register, RegisterEnglish, "random-inspection-draw/1 §6；市场主体登记管理条例 31");

    /// <summary>吊销。</summary>
    public static RefusalDefinition Revoked { get; } = new(
        "RI2157", "登记状态为吊销", "licence revoked", Register, RegisterEnglish, "random-inspection-draw/1 §6；市场主体登记管理条例 46");

    /// <summary>迁出。</summary>
    public static RefusalDefinition MovedOut { get; } = new(
        "RI2158", "登记状态为迁出", "moved to another register", Register, RegisterEnglish, "random-inspection-draw/1 §6；市场主体登记管理条例 27");

    /// <summary>两次无法联系。</summary>
    public static RefusalDefinition NotReached { get; } = new(
        "RI2159",
        "两次查找有据、均无法联系，经第二人批准",
        "two evidenced attempts failed, approved by a second person",
        "无法联系本身是检查结果，仍须公示并移交列入经营异常名录。",
        "That it cannot be contacted stays a result: published, and referred to the list of abnormal operations.",
        "random-inspection-draw/1 §6；企业信息公示暂行条例 17");

    /// <summary>All of them, in the order of codes.</summary>
    public static ImmutableArray<RefusalDefinition> All { get; } = [Deregistered, Revoked, MovedOut, NotReached];

    /// <summary>What a ground says and rests on.</summary>
    /// <param name="ground">The ground.</param>
    public static RefusalDefinition Of(ReplacementGround ground) => ground switch
    {
        ReplacementGround.Deregistered => Deregistered,
        ReplacementGround.Revoked => Revoked,
        ReplacementGround.MovedOut => MovedOut,
        ReplacementGround.NotReached => NotReached,
        _ => throw new ArgumentOutOfRangeException(nameof(ground)),
    };

    /// <summary>The ground that a status in the register proves; <see langword="null"/> if it proves none.</summary>
    /// <param name="status">The status; <see langword="null"/> for a unit that the directory does not know, which proves nothing.</param>
    public static ReplacementGround? ProvenBy(SubjectStatus? status) => status switch
    {
        SubjectStatus.Deregistered => ReplacementGround.Deregistered,
        SubjectStatus.Revoked => ReplacementGround.Revoked,
        SubjectStatus.MovedOut => ReplacementGround.MovedOut,
        _ => null,
    };
}
