using System.Collections.Immutable;

namespace RandomInspection.SampleData;

/// <summary>The six departments of the sample city, and the bodies beside them.</summary>
public static class SampleDepartments
{
    /// <summary>Id of the market regulation bureau (市场监管局).</summary>
    public const string Market = "scjg";

    /// <summary>Id of the ecology and environment bureau (生态环境局).</summary>
    public const string Ecology = "sthj";

    /// <summary>Id of the emergency management bureau (应急管理局).</summary>
    public const string Emergency = "yjgl";

    /// <summary>Id of the housing and construction bureau (住房和城乡建设局).</summary>
    public const string Housing = "zfjs";

    /// <summary>Id of the culture, tourism, radio and television bureau (文化旅游和广播电视局).</summary>
    public const string Culture = "wlgd";

    /// <summary>Id of the health commission (卫生健康委员会).</summary>
    public const string Health = "wsjk";

    /// <summary>Id of the justice bureau (司法局), which reviews lists of items.</summary>
    public const string Justice = "sfj";

    /// <summary>Id of the coordinating group (部门协同综合执法工作协调小组).</summary>
    public const string Coordination = "xtxz";

    /// <summary>Id of the city government's office (市政府办公室), which approves plans.</summary>
    public const string Government = "zfb";

    /// <summary>Id of the resident team of the discipline and supervision commission (市纪委监委派驻组), which witnesses.</summary>
    public const string Discipline = "jwjw";

    /// <summary>Id of the trade association (行业协会), which witnesses.</summary>
    public const string TradeAssociation = "hyxh";

    /// <summary>Id of the audit and supervision body (审计监督机构).</summary>
    public const string Supervision = "sjjd";

    /// <summary>Id of the information centre (信息中心), which keeps the system running.</summary>
    public const string InformationCentre = "xxzx";

    /// <summary>The six that inspect.</summary>
    public static ImmutableArray<SampleDepartment> All { get; } =
    [
        new(Market, "市场监管局", "Market Regulation Bureau"),
        new(Ecology, "生态环境局", "Ecology and Environment Bureau"),
        new(Emergency, "应急管理局", "Emergency Management Bureau"),
        new(Housing, "住房和城乡建设局", "Housing and Urban-Rural Development Bureau"),
        new(Culture, "文化旅游和广播电视局", "Culture, Tourism, Radio and Television Bureau"),
        new(Health, "卫生健康委员会", "Health Commission"),
    ];

    /// <summary>The bodies that do not inspect, but review, approve, witness and supervise.</summary>
    public static ImmutableArray<SampleDepartment> OtherBodies { get; } =
    [
        new(Justice, "司法局", "Justice Bureau"),
        new(Coordination, "部门协同综合执法工作协调小组", "Coordinating Group for Joint Enforcement"),
        new(Government, "市政府办公室", "General Office of the City Government"),
        new(Discipline, "市纪委监委派驻组", "Resident Team of the Discipline and Supervision Commission"),
        new(TradeAssociation, "行业协会", "Trade Association"),
        new(Supervision, "审计监督机构", "Audit and Supervision Body"),
        new(InformationCentre, "信息中心", "Information Centre"),
    ];

    /// <summary>The department or body with an id, or <see langword="null"/>.</summary>
    /// <param name="id">An id, for example <see cref="Market"/>.</param>
    public static SampleDepartment? OfId(string id) => All.Concat(OtherBodies).FirstOrDefault(one => one.Id == id);
}
