using System.Collections.Immutable;

namespace RandomInspection.Directories;

/// <summary>A section (门类) of the industrial classification for national economic activities: one letter, A to T.</summary>
/// <remarks>Source: GB/T 4754-2017.</remarks>
public sealed record TradeSection
{
    private TradeSection(string letter, string chineseName, string englishName)
    {
        Letter = letter;
        ChineseName = chineseName;
        EnglishName = englishName;
    }

    /// <summary>The 20 sections, A to T.</summary>
    public static ImmutableArray<TradeSection> All { get; } =
    [
        new("A", "农、林、牧、渔业", "Agriculture, forestry, animal husbandry and fishery"),
        new("B", "采矿业", "Mining"),
        new("C", "制造业", "Manufacturing"),
        new("D", "电力、热力、燃气及水生产和供应业", "Production and supply of electricity, heat, gas and water"),
        new("E", "建筑业", "Construction"),
        new("F", "批发和零售业", "Wholesale and retail trade"),
        new("G", "交通运输、仓储和邮政业", "Transport, storage and post"),
        new("H", "住宿和餐饮业", "Accommodation and catering"),
        new("I", "信息传输、软件和信息技术服务业", "Information transmission, software and information technology services"),
        new("J", "金融业", "Finance"),
        new("K", "房地产业", "Real estate"),
        new("L", "租赁和商务服务业", "Leasing and business services"),
        new("M", "科学研究和技术服务业", "Scientific research and technical services"),
        new("N", "水利、环境和公共设施管理业", "Management of water conservancy, environment and public facilities"),
        new("O", "居民服务、修理和其他服务业", "Resident services, repair and other services"),
        new("P", "教育", "Education"),
        new("Q", "卫生和社会工作", "Health and social work"),
        new("R", "文化、体育和娱乐业", "Culture, sports and entertainment"),
        new("S", "公共管理、社会保障和社会组织", "Public administration, social security and social organisations"),
        new("T", "国际组织", "International organisations"),
    ];

    /// <summary>The letter, A to T.</summary>
    public string Letter { get; }

    /// <summary>The Chinese name.</summary>
    public string ChineseName { get; }

    /// <summary>The English name.</summary>
    public string EnglishName { get; }

    /// <summary>The section of a letter, or <see langword="null"/> if it is none: a lower-case letter is none.</summary>
    /// <param name="letter">One letter, A to T.</param>
    public static TradeSection? Of(string letter) =>
        letter is [>= 'A' and <= 'T'] ? All[letter[0] - 'A'] : null;

    /// <summary>The name in one language.</summary>
    /// <param name="language">The language.</param>
    public string Name(Language language) => language == Language.Chinese ? ChineseName : EnglishName;
}
