using System.Collections.Immutable;

namespace RandomInspection.Tabular;

/// <summary>Which column of a table gives what of a subject, by header. Code, name, region, trade and credit class are needed; the others may be left out.</summary>
public sealed record SubjectColumns
{
    /// <summary>The column of the code (统一社会信用代码).</summary>
    public string? Code { get; init; }

    /// <summary>The column of the name (名称).</summary>
    public string? Name { get; init; }

    /// <summary>The column of the region (登记区域).</summary>
    public string? Region { get; init; }

    /// <summary>The column of the trade (行业门类).</summary>
    public string? Trade { get; init; }

    /// <summary>The column of the credit class (信用类别).</summary>
    public string? CreditClass { get; init; }

    /// <summary>The column of the legal form (主体类型), or <see langword="null"/>.</summary>
    public string? Kind { get; init; }

    /// <summary>The column of the day of establishment (成立日期), or <see langword="null"/>.</summary>
    public string? EstablishedOn { get; init; }

    /// <summary>The column of the scope of business (经营范围), or <see langword="null"/>.</summary>
    public string? Scope { get; init; }

    /// <summary>The column of the status (登记状态), or <see langword="null"/>: then all are active.</summary>
    public string? Status { get; init; }

    /// <summary>The column of the tags (标签), or <see langword="null"/>.</summary>
    public string? Tags { get; init; }

    /// <summary>The column of the day from which a row holds (生效日期), or <see langword="null"/>: then all hold at once.</summary>
    public string? EffectiveOn { get; init; }

    /// <summary>The column of the day of the credit class (信用评定日期), or <see langword="null"/>.</summary>
    public string? ClassifiedOn { get; init; }

    /// <summary>The column of the source of the credit class (信用评定来源), or <see langword="null"/>.</summary>
    public string? ClassifiedBy { get; init; }

    /// <summary>The column of the kind of carrier (载体类型), or <see langword="null"/>: then all are subjects.</summary>
    public string? Carrier { get; init; }

    /// <summary>The column of the subject that answers for a carrier (所属主体), or <see langword="null"/>.</summary>
    public string? CarrierOf { get; init; }

    /// <summary>The needed ones that are not chosen, in Chinese and English, for example <c>行业门类 (trade)</c>; empty if the mapping is complete.</summary>
    public ImmutableArray<string> Missing =>
        [.. Chosen.Where(one => one.Header is null && one.Needed).Select(one => one.Meaning)];

    internal (string Meaning, string? Header, bool Needed)[] Chosen =>
    [
        ("统一社会信用代码 (code)", Code, true),
        ("名称 (name)", Name, true),
        ("登记区域 (region)", Region, true),
        ("行业门类 (trade)", Trade, true),
        ("信用类别 (credit class)", CreditClass, true),
        ("主体类型 (kind)", Kind, false),
        ("成立日期 (established on)", EstablishedOn, false),
        ("经营范围 (scope)", Scope, false),
        ("登记状态 (status)", Status, false),
        ("标签 (tags)", Tags, false),
        ("生效日期 (effective on)", EffectiveOn, false),
        ("信用评定日期 (classified on)", ClassifiedOn, false),
        ("信用评定来源 (classified by)", ClassifiedBy, false),
        ("载体类型 (carrier)", Carrier, false),
        ("所属主体 (carrier of)", CarrierOf, false),
    ];

    /// <summary>The mapping that the headers suggest; what is not recognised is <see langword="null"/>.</summary>
    /// <remarks>Known are the headers of a Shenyang export and usual Chinese and English ones, whatever their case, spaces, hyphens and underscores. A person confirms it before anything is imported.</remarks>
    /// <param name="headers">The headers of the table.</param>
    public static SubjectColumns Guess(IEnumerable<string> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        HeaderGuess known = new(headers);
        return new SubjectColumns
        {
            Code = known.First("统一社会信用代码", "统一信用代码", "社会信用代码", "信用代码", "unifiedsocialcreditcode", "socialcreditcode", "creditcode", "uscc", "code", "代码", "id"),
            Name = known.First("名称", "企业名称", "市场主体名称", "经营主体名称", "主体名称", "单位名称", "监管对象名称", "机构名称", "name", "subjectname", "companyname"),
            Region = known.First("登记区域", "所属区域", "登记区划", "行政区划", "所在区县", "区县", "辖区", "区域", "region", "district"),
            Trade = known.First("行业门类", "门类", "行业", "trade", "tradesection", "industry", "section"),
            CreditClass = known.First("信用类别", "信用风险类别", "信用风险等级", "信用等级", "风险类别", "creditclass", "creditriskclass", "class"),
            Kind = known.First("主体类型", "市场主体类型", "企业类型", "类型", "kind", "legalform", "type"),
            EstablishedOn = known.First("成立日期", "设立日期", "注册日期", "establishedon", "established", "establishmentdate", "dateofestablishment", "registeredon"),
            Scope = known.First("经营范围", "业务范围", "scope", "businessscope", "scopeofbusiness"),
            EffectiveOn = known.First("生效日期", "变更生效日期", "生效时间", "effectiveon", "effectivedate", "effectivefrom"),
            ClassifiedOn = known.First("信用评定日期", "评定日期", "分类日期", "classifiedon", "creditclassdate"),
            ClassifiedBy = known.First("信用评定来源", "评定来源", "评定机关", "评定依据", "classifiedby", "creditclasssource"),
            Carrier = known.First("载体类型", "行为载体类型", "carrier", "carrierkind"),
            CarrierOf = known.First("所属主体", "所属主体代码", "所属主体统一社会信用代码", "关联主体", "carrierof", "subjectcode"),
            Tags = known.First("标签", "监管标签", "专项标签", "tags", "tag", "labels"),
            Status = known.First("登记状态", "经营状态", "主体状态", "企业状态", "状态", "status", "registrationstatus"),
        };
    }
}
