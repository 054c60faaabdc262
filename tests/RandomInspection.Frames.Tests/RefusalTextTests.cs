using RandomInspection.Frames;

namespace RandomInspection.Tests;

public sealed class RefusalTextTests
{
    [Fact]
    public void Definitions_CodesInTheirRange_TextsInBothLanguages()
    {
        RefusalDefinition[] all = RefusalTexts.Of(typeof(FrameSourceRefusals));
        RefusalTexts.Check(all);
        Assert.All(all, definition => Assert.StartsWith("RI138", definition.Code, StringComparison.Ordinal));
    }
}
