using System.Collections.Immutable;
using RandomInspection;

namespace MinimalHost;

/// <summary>Fictional people, until SampleData brings its own.</summary>
internal static class DemoPeople
{
    public static readonly ImmutableArray<Person> All =
    [
        new("zhao-min", "赵敏", "Zhao Min", "market-regulation", [Role.Drafter, Role.DirectoryKeeper]),
        new("qian-wei", "钱伟", "Qian Wei", "market-regulation", [Role.DrawingOperator]),
        new("sun-li", "孙丽", "Sun Li", "government-office", [Role.GovernmentApprover]),
        new("li-qiang", "李强", "Li Qiang", "notary", [Role.Witness]),
        new("zhou-fang", "周芳", "Zhou Fang", "market-regulation", [Role.AuthorityHead]),
        new("wu-jun", "吴军", "Wu Jun", "market-regulation", [Role.Inspector]),
        new("zheng-hong", "郑红", "Zheng Hong", "judicial-bureau", [Role.Supervisor, Role.JudicialReviewer]),
    ];

    public static string DepartmentName(string id, Language language) => (id, language) switch
    {
        ("market-regulation", Language.Chinese) => "市市场监督管理局",
        ("market-regulation", _) => "Market Regulation Bureau",
        ("government-office", Language.Chinese) => "市政府办公室",
        ("government-office", _) => "Municipal Government Office",
        ("judicial-bureau", Language.Chinese) => "市司法局",
        ("judicial-bureau", _) => "Judicial Bureau",
        ("notary", Language.Chinese) => "公证处",
        ("notary", _) => "Notary office",
        _ => id,
    };
}
