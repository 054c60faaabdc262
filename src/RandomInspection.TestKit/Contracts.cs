using System.Collections.Immutable;
using RandomInspection.Calendars;
using RandomInspection.Drawing;
using RandomInspection.Matching;

namespace RandomInspection.TestKit;

/// <summary>Every contract that the kit can prove.</summary>
public static class Contracts
{
    /// <summary>留痕：the two logs of a store.</summary>
    public static ConformanceContract<StoreUnderTest> Ledger => LedgerCases.Contract;

    /// <summary>视图：rows to list and to search.</summary>
    public static ConformanceContract<StoreUnderTest> Views => ViewCases.Contract;

    /// <summary>监管对象名录：the subject directory.</summary>
    public static ConformanceContract<StoreUnderTest> SubjectDirectory => SubjectCases.Contract;

    /// <summary>执法检查人员名录：the inspector directory.</summary>
    public static ConformanceContract<StoreUnderTest> InspectorDirectory => InspectorCases.Contract;

    /// <summary>个人信息：pieces of personal data beside the logs.</summary>
    public static ConformanceContract<StoreUnderTest> PersonalTexts => PersonalTextCases.Contract;

    /// <summary>证据：files by content.</summary>
    public static ConformanceContract<StoreUnderTest> Evidence => EvidenceCases.Contract;

    /// <summary>已办请求：requests of programs, kept with their commits.</summary>
    public static ConformanceContract<StoreUnderTest> Requests => RequestCases.Contract;

    /// <summary>签名者：who signs what is published.</summary>
    public static ConformanceContract<SignerUnderTest> Signer => SignerCases.Contract;

    /// <summary>签名算法：a way to sign.</summary>
    public static ConformanceContract<SignerUnderTest> SignatureAlgorithm => SignerCases.Algorithm;

    /// <summary>哈希：a hash that draws may name.</summary>
    public static ConformanceContract<IDrawHash> Hash => HashCases.Contract;

    /// <summary>工作日历：a source of working days.</summary>
    public static ConformanceContract<IWorkingDayCalendar> Calendar => CalendarCases.Contract;

    /// <summary>抽取引擎：a draw engine.</summary>
    public static ConformanceContract<IDrawEngine> DrawEngine => DrawCases.Contract;

    /// <summary>匹配引擎：a matcher.</summary>
    public static ConformanceContract<IInspectorMatcher> Matcher => MatchCases.Contract;

    /// <summary>随机值出具方：a party of draws that a program runs.</summary>
    public static ConformanceContract<SeedContributorUnderTest> SeedContributor => SeedContributorCases.Contract;

    /// <summary>公示渠道：where something is published for everybody.</summary>
    public static ConformanceContract<ChannelUnderTest> DisclosureChannel => ChannelCases.Contract;

    /// <summary>All of them.</summary>
    public static ImmutableArray<ConformanceContract> All { get; } =
    [
        Ledger, Views, SubjectDirectory, InspectorDirectory, PersonalTexts, Evidence, Requests, Signer, SignatureAlgorithm, Hash, Calendar, DrawEngine, Matcher,
        SeedContributor, DisclosureChannel,
    ];
}
