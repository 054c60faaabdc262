using RandomInspection.Drawing;
using Xunit;

namespace RandomInspection.TestKit.Xunit;

/// <summary>哈希：proves a hash that draws may name.</summary>
public abstract class HashSuite : ConformanceSuite<IDrawHash>
{
    /// <summary>A suite of the contract <see cref="Contracts.Hash"/>.</summary>
    protected HashSuite()
        : base(Contracts.Hash)
    {
    }

    /// <summary>The cases.</summary>
    public static IEnumerable<TheoryDataRow<string>> Cases => RowsOf(Contracts.Hash);

    /// <summary>One case.</summary>
    /// <param name="id">Its id.</param>
    [Theory]
    [MemberData(nameof(Cases))]
    public Task Conforms(string id) => ProveAsync(id);
}
