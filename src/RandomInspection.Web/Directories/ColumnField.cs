using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using RandomInspection.Tabular;

namespace RandomInspection.Web.Directories;

/// <summary>Something a column of the file can give, with its name in a page's address and how it is asked for.</summary>
internal sealed record ColumnField(
    string Parameter,
    string Chinese,
    string English,
    string ChineseHint,
    string EnglishHint,
    bool Needed,
    Func<SubjectColumns, string?> Of,
    Func<SubjectColumns, string?, SubjectColumns> With)
{
    /// <summary>All of them, the needed ones first.</summary>
    public static readonly ImmutableArray<ColumnField> All =
    [
        new("col-code", "统一社会信用代码", "Unified social credit code", "18 位，一户一行", "18 characters, one row for each subject", true,
            c => c.Code, (c, header) => c with { Code = header }),
        new("col-name", "名称", "Name", "登记的全称", "the full registered name", true,
            c => c.Name, (c, header) => c with { Name = header }),
        new("col-region", "登记区域", "Region", "例如“沈河区”“市直”", "for example 沈河区, 市直", true,
            c => c.Region, (c, header) => c with { Region = header }),
        new("col-trade", "行业门类", "Trade", "国民经济行业门类字母 A 至 T", "the letter of its section, A to T", true,
            c => c.Trade, (c, header) => c with { Trade = header }),
        new("col-class", "信用类别", "Credit class", "通常为 A、B、C、D", "as a rule A, B, C or D", true,
            c => c.CreditClass, (c, header) => c with { CreditClass = header }),
        new("col-kind", "主体类型", "Legal form", "例如“个体工商户”", "for example 个体工商户", false,
            c => c.Kind, (c, header) => c with { Kind = header }),
        new("col-established", "成立日期", "Day of establishment", "例如 2026-03-02", "for example 2026-03-02", false,
            c => c.EstablishedOn, (c, header) => c with { EstablishedOn = header }),
        new("col-scope", "经营范围", "Scope of business", "自由文字，不用于抽取", "free text, not used in draws", false,
            c => c.Scope, (c, header) => c with { Scope = header }),
        new("col-status", "登记状态", "Status", "不选则全部视为存续", "if none is chosen, all are taken as active", false,
            c => c.Status, (c, header) => c with { Status = header }),
        new("col-tags", "标签", "Tags", "用于专用名录，以“、”分隔，例如“食品、特种设备”", "for special directories, with a comma between them, for example 食品、特种设备", false,
            c => c.Tags, (c, header) => c with { Tags = header }),
        new("col-effective", "生效日期", "Effective on", "晚于合并日的，到日自动生效；不填即时生效", "what holds from a later day takes effect on it by itself; empty is at once", false,
            c => c.EffectiveOn, (c, header) => c with { EffectiveOn = header }),
        new("col-classified-on", "信用评定日期", "Day of the credit class", "与评定来源同时填写", "together with its source", false,
            c => c.ClassifiedOn, (c, header) => c with { ClassifiedOn = header }),
        new("col-classified-by", "信用评定来源", "Source of the credit class", "评定机关或评定依据", "who or what gave it", false,
            c => c.ClassifiedBy, (c, header) => c with { ClassifiedBy = header }),
        new("col-carrier", "载体类型", "Kind of carrier", "产品、项目、场所、点位；监管对象本身不填", "产品, 项目, 场所 or 点位; empty for a subject", false,
            c => c.Carrier, (c, header) => c with { Carrier = header }),
        new("col-carrier-of", "所属主体", "Subject of the carrier", "对载体负责的监管对象的代码", "the code of the subject that answers for it", false,
            c => c.CarrierOf, (c, header) => c with { CarrierOf = header }),
    ];

    public string Label(Language language) => language == Language.Chinese ? Chinese : English;

    public string Hint(Language language) => language == Language.Chinese ? ChineseHint : EnglishHint;

    /// <summary>The columns that an address names; what it leaves open is <see langword="null"/>.</summary>
    public static SubjectColumns Read(IQueryCollection query) =>
        All.Aggregate(new SubjectColumns(), (columns, field) => field.With(columns, query[field.Parameter] is [{ Length: > 0 } header, ..] ? header : null));
}
