using Xunit;

namespace RandomInspection.TestKit.Xunit;

/// <summary>执法检查人员名录：proves an inspector directory.</summary>
public abstract class InspectorDirectorySuite : ConformanceSuite<StoreUnderTest>
{
    /// <summary>A suite of the contract <see cref="Contracts.InspectorDirectory"/>.</summary>
    protected InspectorDirectorySuite()
        : base(Contracts.InspectorDirectory)
    {
    }

    /// <summary>The cases.</summary>
    public static IEnumerable<TheoryDataRow<string>> Cases => RowsOf(Contracts.InspectorDirectory);

    /// <summary>One case.</summary>
    /// <param name="id">Its id.</param>
    [Theory]
    [MemberData(nameof(Cases))]
    public Task Conforms(string id) => ProveAsync(id);
}
