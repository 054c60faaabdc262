using Xunit;

namespace RandomInspection.TestKit.Xunit;

/// <summary>个人信息：proves a store's pieces of personal data.</summary>
public abstract class PersonalTextsSuite : ConformanceSuite<StoreUnderTest>
{
    /// <summary>A suite of the contract <see cref="Contracts.PersonalTexts"/>.</summary>
    protected PersonalTextsSuite()
        : base(Contracts.PersonalTexts)
    {
    }

    /// <summary>The cases.</summary>
    public static IEnumerable<TheoryDataRow<string>> Cases => RowsOf(Contracts.PersonalTexts);

    /// <summary>One case.</summary>
    /// <param name="id">Its id.</param>
    [Theory]
    [MemberData(nameof(Cases))]
    public Task Conforms(string id) => ProveAsync(id);
}
