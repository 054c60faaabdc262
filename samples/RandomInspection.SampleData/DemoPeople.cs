using System.Collections.Immutable;
using static RandomInspection.SampleData.SampleDepartments;

namespace RandomInspection.SampleData;

/// <summary>The fictional people who sign in to the sample host, in Development only: one or more for each role, each with one role.</summary>
/// <remarks>The two witnesses are of bodies that do not draw, and of different ones.</remarks>
public static class DemoPeople
{
    /// <summary>All of them, in the order of the way through: keep, draft, approve, draw, inspect, publish, supervise.</summary>
    public static ImmutableArray<Person> All { get; } =
    [
        new("ku", "库守册", "Ku Shouce", Market, [Role.DirectoryKeeper]),
        new("ni", "倪拟文", "Ni Niwen", Market, [Role.Drafter]),
        new("huan", "桓清和", "Huan Qinghe", Ecology, [Role.Drafter]),
        new("fa", "法明理", "Fa Mingli", Justice, [Role.JudicialReviewer]),
        new("xie", "谢同舟", "Xie Tongzhou", Coordination, [Role.CoordinatingGroup]),
        new("zheng", "郑思远", "Zheng Siyuan", Government, [Role.GovernmentApprover]),
        new("qiu", "裘公衡", "Qiu Gongheng", Market, [Role.DrawingOperator]),
        new("qi", "祁共秤", "Qi Gongcheng", Ecology, [Role.DrawingOperator]),
        new("jian", "简见真", "Jian Jianzhen", Discipline, [Role.Witness]),
        new("hang", "杭知行", "Hang Zhixing", TradeAssociation, [Role.Witness]),
        new("shou", "寿正衡", "Shou Zhengheng", Market, [Role.AuthorityHead]),
        new("chai", "柴一丝", "Chai Yisi", Market, [Role.Inspector]),
        new("lv", "吕青山", "Lü Qingshan", Ecology, [Role.Inspector]),
        new("fu", "傅核明", "Fu Heming", Market, [Role.ResultAuditor]),
        new("gong", "宫示明", "Gong Shiming", Market, [Role.Publisher]),
        new("shen", "申督正", "Shen Duzheng", Supervision, [Role.Supervisor]),
        new("guan", "关维新", "Guan Weixin", InformationCentre, [Role.Administrator]),
    ];

    /// <summary>The people of one role, in the order of <see cref="All"/>.</summary>
    /// <param name="role">A role.</param>
    public static ImmutableArray<Person> InRole(Role role) => [.. All.Where(person => person.Roles.Contains(role))];
}
