using System.Collections.Immutable;

namespace RandomInspection.Tabular;

/// <summary>Which column of a table gives what of an inspector, by header. Id, name, department, level, kind and regions are needed; the others may be left out.</summary>
public sealed record InspectorColumns
{
    /// <summary>The column of the id (工号).</summary>
    public string? Id { get; init; }

    /// <summary>The column of the name (姓名).</summary>
    public string? Name { get; init; }

    /// <summary>The column of the department (部门): its id or its Chinese name.</summary>
    public string? Department { get; init; }

    /// <summary>The column of the level (级别): 市级 or 区县级.</summary>
    public string? Level { get; init; }

    /// <summary>The column of the kind (类别): 公务员执法人员, 持证人员, 日常监管人员 or 专家.</summary>
    public string? Kind { get; init; }

    /// <summary>The column of the regions (区域), separated by 、 or ；; 全市 for all.</summary>
    public string? Regions { get; init; }

    /// <summary>The column of the qualifications (资格), or <see langword="null"/>: then nobody has any.</summary>
    public string? Qualifications { get; init; }

    /// <summary>The column of the certificates' numbers (证件号), separated by ；, or <see langword="null"/>: then nobody has any.</summary>
    public string? CertificateNumbers { get; init; }

    /// <summary>The column of the certificates' first days (有效期起), in the order of the numbers, or <see langword="null"/>.</summary>
    public string? ValidFrom { get; init; }

    /// <summary>The column of the certificates' last days (有效期止), in the order of the numbers, or <see langword="null"/>.</summary>
    public string? ValidTo { get; init; }

    /// <summary>The column of the leave (休假), or <see langword="null"/>: then nobody is away.</summary>
    public string? Leave { get; init; }

    /// <summary>The column of the capacity (上限), or <see langword="null"/>: then nobody has a limit.</summary>
    public string? Capacity { get; init; }

    /// <summary>The column of the status (状态), or <see langword="null"/>: then all are in post.</summary>
    public string? Status { get; init; }

    internal (string Meaning, string? Header, bool Needed)[] Chosen =>
    [
        ("工号 (id)", Id, true),
        ("姓名 (name)", Name, true),
        ("部门 (department)", Department, true),
        ("级别 (level)", Level, true),
        ("类别 (kind)", Kind, true),
        ("区域 (regions)", Regions, true),
        ("资格 (qualifications)", Qualifications, false),
        ("证件号 (certificate)", CertificateNumbers, false),
        ("有效期起 (valid from)", ValidFrom, false),
        ("有效期止 (valid to)", ValidTo, false),
        ("休假 (leave)", Leave, false),
        ("上限 (capacity)", Capacity, false),
        ("状态 (status)", Status, false),
    ];

    /// <summary>The columns that the headers name; what is not recognised is <see langword="null"/>.</summary>
    /// <param name="headers">The headers of the table.</param>
    public static InspectorColumns Guess(IEnumerable<string> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        HeaderGuess known = new(headers);
        return new InspectorColumns
        {
            Id = known.First("工号", "编号", "人员编号", "执法人员编号", "id", "staffid", "number"),
            Name = known.First("姓名", "人员姓名", "执法人员姓名", "name"),
            Department = known.First("部门", "所属部门", "单位", "所属单位", "执法部门", "department", "departmentid"),
            Level = known.First("级别", "层级", "level"),
            Kind = known.First("类别", "人员类别", "kind", "category"),
            Regions = known.First("区域", "执法区域", "辖区", "regions", "region"),
            Qualifications = known.First("资格", "执法资格", "专业资格", "qualifications", "qualification"),
            CertificateNumbers = known.First("证件号", "执法证号", "执法证件号", "证号", "certificate", "certificates", "certificatenumber"),
            ValidFrom = known.First("有效期起", "证件有效期起", "validfrom"),
            ValidTo = known.First("有效期止", "证件有效期止", "有效期至", "validto"),
            Leave = known.First("休假", "请假", "leave"),
            Capacity = known.First("上限", "检查户数上限", "capacity"),
            Status = known.First("状态", "在岗状态", "status"),
        };
    }

    /// <summary>The headers that no column of this is.</summary>
    /// <param name="headers">The headers of the table.</param>
    internal ImmutableArray<string> Ignored(IEnumerable<string> headers) => [.. headers.Except(Chosen.Select(one => one.Header).OfType<string>(), StringComparer.Ordinal)];
}
