using RandomInspection.Exchange;

namespace RandomInspection.Tests;

/// <summary>What the tables keep of a failure, in the reader's language.</summary>
public sealed class FrontReasonTests
{
    [Theory]
    [InlineData(null, "", "")]
    [InlineData("timeout", "超时未答复", "It did not answer in time")]
    [InlineData("other digest", "对方回执的摘要不符", "It received something else: another digest")]
    [InlineData("NameResolutionError", "域名无法解析", "Its name is not known")]
    [InlineData("ConnectionError", "连接不上", "It cannot be reached")]
    [InlineData("SecureConnectionError", "安全连接未建立，请查证书", "No secure connection; look at the certificate")]
    [InlineData("ResponseEnded", "答复中断", "Its answer broke off")]
    [InlineData("503", "对方答复 503", "It answered 503")]
    [InlineData("603", "603", "603")]
    [InlineData("RI9160: no", "RI9160: no", "RI9160: no")]
    [InlineData("一\ntwo\nthree", "一\ntwo\nthree", "一\ntwo\nthree")]
    public void In_WhatIsNoted_InWords(string? noted, string chinese, string english)
    {
        Assert.Equal(chinese, FrontReason.In(noted, Language.Chinese));
        Assert.Equal(english, FrontReason.In(noted, Language.English));
    }

    [Fact]
    public void Of_ValuesWithLineBreaks_ALineInEachLanguage()
    {
        Refusal refusal = ExchangeRefusals.OtherContent.With(("source", "https://省.example"), ("id", "a\nb"), ("first", "1"), ("second", "2"));
        string noted = FrontReason.Of(refusal);
        Assert.Equal(2, noted.Split('\n').Length);
        Assert.Equal($"{refusal.Code}：{refusal.Reason(Language.Chinese)}{refusal.Remedy(Language.Chinese)}".Replace('\n', ' '), FrontReason.In(noted, Language.Chinese));
        Assert.Equal(refusal.ToString().Replace('\n', ' '), FrontReason.In(noted, Language.English));
    }
}
