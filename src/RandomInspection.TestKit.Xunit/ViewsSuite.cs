using Xunit;

namespace RandomInspection.TestKit.Xunit;

/// <summary>视图：proves a store's views.</summary>
public abstract class ViewsSuite : ConformanceSuite<StoreUnderTest>
{
    /// <summary>A suite of the contract <see cref="Contracts.Views"/>.</summary>
    protected ViewsSuite()
        : base(Contracts.Views)
    {
    }

    /// <summary>The cases.</summary>
    public static IEnumerable<TheoryDataRow<string>> Cases => RowsOf(Contracts.Views);

    /// <summary>One case.</summary>
    /// <param name="id">Its id.</param>
    [Theory]
    [MemberData(nameof(Cases))]
    public Task Conforms(string id) => ProveAsync(id);
}
