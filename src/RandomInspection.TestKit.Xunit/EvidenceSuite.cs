using Xunit;

namespace RandomInspection.TestKit.Xunit;

/// <summary>证据：proves an evidence store.</summary>
public abstract class EvidenceSuite : ConformanceSuite<StoreUnderTest>
{
    /// <summary>A suite of the contract <see cref="Contracts.Evidence"/>.</summary>
    protected EvidenceSuite()
        : base(Contracts.Evidence)
    {
    }

    /// <summary>The cases.</summary>
    public static IEnumerable<TheoryDataRow<string>> Cases => RowsOf(Contracts.Evidence);

    /// <summary>One case.</summary>
    /// <param name="id">Its id.</param>
    [Theory]
    [MemberData(nameof(Cases))]
    public Task Conforms(string id) => ProveAsync(id);
}
