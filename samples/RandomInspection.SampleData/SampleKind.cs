using RandomInspection.Directories;

namespace RandomInspection.SampleData;

/// <summary>A legal form, the start of its codes, and how its names are built.</summary>
/// <param name="Name">As in the register, for example <c>个体工商户</c>.</param>
/// <param name="AuthorityAndKind">The first two characters of the code (GB 32100-2015, table 1).</param>
/// <param name="FullName">The registered name of place, word, trade and region.</param>
internal sealed record SampleKind(string Name, string AuthorityAndKind, SampleKind.NameBuilder FullName)
{
    private static readonly SampleKind Company = new("有限责任公司", "91",
        (place, word, trade, _, ref random) => place + word + random.Of<string>(trade.Businesses) + "有限公司");

    private static readonly SampleKind Household = new("个体工商户", "92",
        (place, word, trade, _, ref random) => place + word + random.Of<string>(trade.Shops));

    private static readonly SampleKind SoleOwner = new("个人独资企业", "91",
        (place, word, trade, _, ref random) => place + word + random.Of<string>(trade.Businesses) + (trade.Letter == "C" ? "厂" : "中心"));

    private static readonly SampleKind ShareCooperative = new("股份合作制", "91",
        (_, word, trade, _, ref random) => "沈阳市" + word + random.Of<string>(trade.Businesses) + (trade.Letter == "C" ? "厂" : "公司"));

    private static readonly SampleKind ShareCompany = new("股份有限公司", "91",
        (_, word, trade, _, ref random) => "沈阳" + word + random.Of<string>(trade.Businesses) + "股份有限公司");

    private static readonly SampleKind Branch = new("分公司", "91",
        (_, word, trade, region, ref random) => "沈阳" + word + random.Of<string>(trade.Businesses) + "有限公司" + (region.Label == region.ChineseName ? region.ChineseName : "市区") + "分公司");

    private static readonly SampleKind Partnership = new("普通合伙", "91",
        (place, word, trade, _, ref random) => place + word + random.Of<string>(trade.Businesses) + "中心（普通合伙）");

    private static readonly SampleKind FarmersCooperative = new("农民专业合作社", "93",
        (place, word, trade, _, ref random) => place + word + random.Of<string>(trade.Businesses) + "专业合作社");

    private static readonly SampleKind PrivateNonEnterprise = new("民办非企业单位", "52",
        (place, word, trade, _, ref random) => place + word + (trade.Letter == "P" ? random.Of<string>(["幼儿园", "艺术培训学校", "职业培训学校"]) : random.Of<string>(["门诊部", "养老院", "康复中心"])));

    private static readonly SampleKind Association = new("社会团体", "51",
        (place, word, trade, _, ref random) => place + word + random.Of<string>(["商会", "行业协会", "志愿服务协会"]));

    private static readonly SampleKind InternationalOffice = new("国际组织代表机构", "Y1",
        (_, word, trade, _, ref random) => word + random.Of<string>(["国际交流促进会", "国际商贸促进会"]) + "沈阳代表处");

    /// <summary>Builds a name.</summary>
    /// <param name="place">The place as it stands at the head of a name.</param>
    /// <param name="word">The word by which the firm is known.</param>
    /// <param name="trade">The trade.</param>
    /// <param name="region">The region.</param>
    /// <param name="random">The generator.</param>
    public delegate string NameBuilder(string place, string word, SampleTrade trade, Region region, ref SplitMix64 random);

    /// <summary>A legal form that is usual in a trade.</summary>
    public static SampleKind For(SampleTrade trade, ref SplitMix64 random)
    {
        int percent = random.Below(100);
        return trade.Letter switch
        {
            "S" => Association,
            "T" => InternationalOffice,
            _ when percent < trade.HouseholdPerCent => Household,
            "A" when percent < trade.HouseholdPerCent + 30 => FarmersCooperative,
            "P" or "Q" when percent >= 55 => PrivateNonEnterprise,
            _ => random.Below(100) switch { < 84 => Company, < 92 => SoleOwner, < 94 => ShareCooperative, < 96 => ShareCompany, < 99 => Branch, _ => Partnership },
        };
    }
}
