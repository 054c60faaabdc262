using NodaTime;
using RandomInspection.Directories;

namespace RandomInspection.SampleData;

/// <summary>Fictional subjects of Shenyang: as many as wanted, the same for the same seed, each with a code of its own.</summary>
/// <remarks>Credit classes are shared as in Dandong 2023 (A 65.4, B 25.3, C 7.8, D 1.5 %), regions and trades about as in the register of Shenyang.</remarks>
public static class SampleSubjects
{
    /// <summary>How many the sample host shows: 5,000.</summary>
    public const int DefaultCount = 5_000;

    /// <summary>The seed of the sample host.</summary>
    public const long DefaultSeed = 2020_19;

    private static readonly LocalDate Earliest = new(1984, 1, 1);
    private static readonly int DaysOfEstablishment = Period.DaysBetween(Earliest, new LocalDate(2026, 7, 1));

    /// <summary>Of a thousand subjects, in the order of <see cref="ShenyangRegions.All"/>.</summary>
    private static readonly int[] RegionsPerMille = [120, 133, 126, 68, 96, 138, 39, 78, 40, 74, 20, 19, 20, 29];

    private static readonly int[] TradesPerMille = [.. SampleTrade.All.Select(trade => trade.PerMille)];
    private static readonly int[] ClassesPerMille = [654, 253, 78, 15];
    private static readonly int[] StatusesPerMille = [960, 20, 10, 3, 7];
    private static readonly string[] Classes = ["A", "B", "C", "D"];

    private static readonly (string Tag, string[] Words)[] TagWords =
    [
        ("食品", ["食品", "餐饮服务", "饮品"]),
        ("药品", ["药品"]),
        ("危险废物", ["危险废物"]),
        ("检验检测", ["检验检测"]),
        ("机动车维修", ["机动车维修"]),
        ("劳务派遣", ["劳务派遣"]),
    ];

    /// <summary>Subjects one after the other; nothing is remembered between them.</summary>
    /// <remarks>The first n of a longer series are the series of n.</remarks>
    /// <param name="count">How many, 0 or more.</param>
    /// <param name="seed">Any number; different seeds give different subjects under the same organisation codes.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public static IEnumerable<Subject> Generate(int count = DefaultCount, long seed = DefaultSeed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Series(count, seed);
    }

    /// <summary>One subject of the series of a seed.</summary>
    /// <param name="serial">Its place, from 0; different places have different codes.</param>
    /// <param name="seed">The seed of the series.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="serial"/> is negative.</exception>
    public static Subject At(int serial, long seed = DefaultSeed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(serial);
        SplitMix64 random = SplitMix64.For(seed, serial);
        Region region = ShenyangRegions.All[Pick(RegionsPerMille, ref random)];
        SampleTrade trade = SampleTrade.All[Pick(TradesPerMille, ref random)];
        SampleKind kind = SampleKind.For(trade, ref random);
        Subject subject = new()
        {
            Code = SampleCodes.Of(kind.AuthorityAndKind, region.Code, serial),
            Name = kind.FullName(Place(region, ref random), SampleNames.Firm(ref random), trade, region, ref random),
            Kind = kind.Name,
            Region = region.Label,
            Trade = trade.Letter,
            CreditClass = Classes[Pick(ClassesPerMille, ref random)],
            EstablishedOn = EstablishedOn(ref random),
            Scope = Scope(trade, ref random),
            Status = (SubjectStatus)Pick(StatusesPerMille, ref random),
        };
        return subject with { Tags = TagsOf(subject.Scope) };
    }

    /// <summary>The tags that follow from what a subject does.</summary>
    private static SubjectTags TagsOf(string scope) => SubjectTags.Parse(string.Join(
        SubjectTags.Separator,
        TagWords.Where(tag => tag.Words.Any(word => scope.Contains(word, StringComparison.Ordinal))).Select(tag => tag.Tag)));

    private static IEnumerable<Subject> Series(int count, long seed)
    {
        for (int serial = 0; serial < count; serial++)
        {
            yield return At(serial, seed);
        }
    }

    private static int Pick(ReadOnlySpan<int> perMille, ref SplitMix64 random)
    {
        int rest = random.Below(1000);
        int chosen = 0;
        while (rest >= perMille[chosen])
        {
            rest -= perMille[chosen++];
        }

        return chosen;
    }

    private static string Place(Region region, ref SplitMix64 random) => region.ChineseName switch
    {
        "沈阳市" => random.Below(2) == 0 ? "沈阳市" : "沈阳",
        "新民市" or "康平县" or "法库县" => region.ChineseName,
        _ => random.Below(3) == 0 ? "沈阳" : "沈阳市" + region.ChineseName,
    };

    /// <summary>The later of two days, each equally likely: most firms are young.</summary>
    private static LocalDate EstablishedOn(ref SplitMix64 random) =>
        Earliest.PlusDays(Math.Max(random.Below(DaysOfEstablishment), random.Below(DaysOfEstablishment)));

    private static string Scope(SampleTrade trade, ref SplitMix64 random)
    {
        int first = random.Below(trade.Scopes.Length);
        int second = random.Below(trade.Scopes.Length);
        return first == second ? trade.Scopes[first] + "。" : trade.Scopes[first] + "；" + trade.Scopes[second] + "。";
    }
}
