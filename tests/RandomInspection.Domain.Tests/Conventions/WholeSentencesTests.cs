namespace RandomInspection.Tests.Conventions;

/// <summary>That a broken sentence is seen, whichever test meets it.</summary>
public sealed class WholeSentencesTests
{
    private static readonly RefusalDefinition Definition = new("RI0000", "{fieldZh}", "{fieldEn}", "请改正。", "Correct it.");

    [Theory]
    [InlineData("fieldZh", "理由", "fieldEn", "Reason", null)]
    [InlineData("fieldZh", "理由", "other", "Reason", "leaves \"{fieldEn}\"")]
    [InlineData("", "理由", "fieldEn", "Reason", "for \"\"")]
    [InlineData("fieldZh", "", "fieldEn", "Reason", "for \"fieldZh\"")]
    [InlineData("fieldZh", "V2", "fieldEn", "V2", null)] // what a thing is called is so in both languages
    [InlineData("fieldZh", "理由", "fieldEn", "理由", "for \"fieldEn\"")]
    public void Thrown_Refusal_BrokenSentencesAreSeen(string one, string first, string two, string second, string? fault)
    {
        Assert.Throws<InputRefusedException>((Action)(() => throw Definition.Refuse((one, first), (two, second))));
        string? seen = WholeSentencesAttribute.Take(TestContext.Current.Test!.UniqueID);
        Assert.Equal(fault is null, seen is null);
        Assert.Contains(fault ?? "", seen ?? "", StringComparison.Ordinal);
    }
}
