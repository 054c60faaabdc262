using RandomInspection.Drawing;
using Xunit;

namespace RandomInspection.TestKit.Xunit;

/// <summary>抽取引擎：proves a draw engine.</summary>
public abstract class DrawEngineSuite : ConformanceSuite<IDrawEngine>
{
    /// <summary>A suite of the contract <see cref="Contracts.DrawEngine"/>.</summary>
    protected DrawEngineSuite()
        : base(Contracts.DrawEngine)
    {
    }

    /// <summary>The cases.</summary>
    public static IEnumerable<TheoryDataRow<string>> Cases => RowsOf(Contracts.DrawEngine);

    /// <summary>One case.</summary>
    /// <param name="id">Its id.</param>
    [Theory]
    [MemberData(nameof(Cases))]
    public Task Conforms(string id) => ProveAsync(id);
}
