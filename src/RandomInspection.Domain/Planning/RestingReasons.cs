using System.Collections.Immutable;

namespace RandomInspection.Planning;

/// <summary>Why a unit rests: RI2120 to RI2122, in the order in which they decide.</summary>
/// <remarks>Texts name no values: they are counted and listed, one line for each reason. Visits to come count as well as visits paid.</remarks>
public static class RestingReasons
{
    /// <summary>This authority's visits of the year are used up.</summary>
    public static RefusalDefinition Authority { get; } = new(
        "RI2120",
        "本机关本年度的检查（含已抽中、待检查的）已达次数上限",
        "the authority's visits of the year, those to come included, are used up",
        "下一年度起可再抽取；确需检查的，须属规则所列的例外并写明理由。",
        "It can be drawn again next year; if it must be inspected, name an exemption that the rules list, with its reason.",
        "辽宁省 2019：同一机关对同一企业每年至多检查一次");

    /// <summary>The visits of all authorities in the year are used up.</summary>
    public static RefusalDefinition Year { get; } = new(
        "RI2121",
        "各机关本年度的检查（含已抽中、待检查的）合计已达次数上限",
        "the visits of all authorities in the year, those to come included, are used up",
        "下一年度起可再抽取；能合并的检查请联合进行。",
        "It can be drawn again next year; inspect together what can be joined.",
        "国办发〔2024〕54号：年度检查频次上限");

    /// <summary>The last visit was too short a time ago.</summary>
    public static RefusalDefinition Days { get; } = new(
        "RI2122",
        "距上次检查（含已抽中、待检查的）不足规定的天数",
        "fewer days than laid down have gone by since the last visit, or it is still to come",
        "期满后可再抽取。",
        "It can be drawn again when they have.",
        "沈政办发〔2020〕19号 三(十)：无事不扰");

    /// <summary>All of them, in the order in which they decide.</summary>
    public static ImmutableArray<RefusalDefinition> All { get; } = [Authority, Year, Days];

    /// <summary>The reason of a code; <see langword="null"/> if none has it.</summary>
    /// <param name="code">For example <c>RI2120</c>.</param>
    public static RefusalDefinition? Find(string code) => All.FirstOrDefault(reason => reason.Code == code);
}
