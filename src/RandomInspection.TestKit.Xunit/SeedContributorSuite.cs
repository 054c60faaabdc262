using Xunit;

namespace RandomInspection.TestKit.Xunit;

/// <summary>随机值出具方：proves a party of draws that a program runs.</summary>
public abstract class SeedContributorSuite : ConformanceSuite<SeedContributorUnderTest>
{
    /// <summary>A suite of the contract <see cref="Contracts.SeedContributor"/>.</summary>
    protected SeedContributorSuite()
        : base(Contracts.SeedContributor)
    {
    }

    /// <summary>The cases.</summary>
    public static IEnumerable<TheoryDataRow<string>> Cases => RowsOf(Contracts.SeedContributor);

    /// <summary>One case.</summary>
    /// <param name="id">Its id.</param>
    [Theory]
    [MemberData(nameof(Cases))]
    public Task Conforms(string id) => ProveAsync(id);
}
