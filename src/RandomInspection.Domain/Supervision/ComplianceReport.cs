using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Supervision;

/// <summary>落实情况报告：one line for each clause of the notice, A1 to A12, with evidence, status and figure.</summary>
/// <remarks>
/// Judged by the log alone: who reads the same log to the same entry on the same day gets the same report. Source: 沈政办发〔2020〕19号 四(二).
/// </remarks>
public sealed record ComplianceReport
{
    private ComplianceReport(LocalDate day, LedgerHead head, ImmutableArray<ComplianceLine> lines)
    {
        Day = day;
        Head = head;
        Lines = lines;
    }

    /// <summary>The day on which it was made: what is overdue depends on it.</summary>
    public LocalDate Day { get; }

    /// <summary>The public log that it was made from.</summary>
    public LedgerHead Head { get; }

    /// <summary>The clauses in their order.</summary>
    public ImmutableArray<ComplianceLine> Lines { get; }

    /// <summary>Whether no clause is broken.</summary>
    public bool IsHeld => Lines.All(line => line.Status != ComplianceStatus.NotHeld);

    /// <summary>The report that audits of a log give.</summary>
    /// <param name="day">Today.</param>
    /// <param name="head">The public log as its store says.</param>
    /// <param name="checks">What was found.</param>
    internal static ComplianceReport Of(LocalDate day, LedgerHead head, IEnumerable<ComplianceCheck> checks)
    {
        ILookup<string, ComplianceCheck> byClause = checks.ToLookup(check => check.Name[..check.Name.IndexOf('.')], StringComparer.Ordinal);
        return new ComplianceReport(day, head, [.. Clauses.Select(clause => clause with { Checks = [.. byClause[clause.Clause]] })]);
    }

    private static ImmutableArray<ComplianceLine> Clauses { get; } =
    [
        new("A1", "一", "随机为主，例外有据", "Random by default, exceptions named", []),
        new("A2", "三(一)", "统一平台，数据不重复录入", "One platform, nothing entered twice", []),
        new("A3", "三(二)", "随机抽查事项清单", "The catalogue of items", []),
        new("A4", "三(三)", "监管对象名录库", "The subject directories", []),
        new("A5", "三(四)", "执法检查人员名录库", "The inspectors", []),
        new("A6", "三(五)", "年度计划与临时任务", "Annual plans and ad-hoc tasks", []),
        new("A7", "三(六)", "随机抽取与随机匹配", "Random draw and random match", []),
        new("A8", "三(七)", "检查与结论", "Inspection and conclusion", []),
        new("A9", "三(八)", "公示", "Publication", []),
        new("A10", "三(九)", "部门联合检查", "Joint inspections", []),
        new("A11", "三(十)", "信用分类监管", "Supervision by credit class", []),
        new("A12", "四(二)", "全程留痕", "Everything leaves its trace", []),
    ];
}
