using Xunit;

namespace RandomInspection.TestKit.Xunit;

/// <summary>留痕：proves a store's two logs.</summary>
public abstract class LedgerSuite : ConformanceSuite<StoreUnderTest>
{
    /// <summary>A suite of the contract <see cref="Contracts.Ledger"/>.</summary>
    protected LedgerSuite()
        : base(Contracts.Ledger)
    {
    }

    /// <summary>The cases.</summary>
    public static IEnumerable<TheoryDataRow<string>> Cases => RowsOf(Contracts.Ledger);

    /// <summary>One case.</summary>
    /// <param name="id">Its id.</param>
    [Theory]
    [MemberData(nameof(Cases))]
    public Task Conforms(string id) => ProveAsync(id);
}
