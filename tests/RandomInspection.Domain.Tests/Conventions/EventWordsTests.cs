namespace RandomInspection.Tests.Conventions;

/// <summary>Every event of the ledger is shown in words, in both languages.</summary>
public sealed class EventWordsTests
{
    [Fact]
    public void EventText_EveryEventOfTheLibrary_HasWords()
    {
        string words = SourceFile.Of("Web").Single(file => file.Path.EndsWith("Trail/EventText.cs", StringComparison.Ordinal)).Text;
        Assert.All(DomainEvents.Codec.Types.Keys, type => Assert.Contains($"\"{type}\" => tongue.T(", words, StringComparison.Ordinal));
    }
}
