using Xunit;

namespace RandomInspection.TestKit.Xunit;

/// <summary>已办请求：proves how a store keeps requests of programs.</summary>
public abstract class RequestsSuite : ConformanceSuite<StoreUnderTest>
{
    /// <summary>A suite of the contract <see cref="Contracts.Requests"/>.</summary>
    protected RequestsSuite()
        : base(Contracts.Requests)
    {
    }

    /// <summary>The cases.</summary>
    public static IEnumerable<TheoryDataRow<string>> Cases => RowsOf(Contracts.Requests);

    /// <summary>One case.</summary>
    /// <param name="id">Its id.</param>
    [Theory]
    [MemberData(nameof(Cases))]
    public Task Conforms(string id) => ProveAsync(id);
}
