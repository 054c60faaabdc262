using RandomInspection.Orleans;

namespace RandomInspection.Tests;

public sealed class RefusalTextTests
{
    [Fact]
    public void Definitions_CodesInTheirRange_TextsInBothLanguages()
    {
        RefusalDefinition[] all = RefusalTexts.Of(typeof(ClusterRefusals));
        RefusalTexts.Check(all);
        Assert.All(all, definition => Assert.InRange(definition.Code, "RI9200", "RI9229"));
    }
}
