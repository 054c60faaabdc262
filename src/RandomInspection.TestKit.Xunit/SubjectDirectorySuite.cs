using Xunit;

namespace RandomInspection.TestKit.Xunit;

/// <summary>监管对象名录：proves a subject directory.</summary>
public abstract class SubjectDirectorySuite : ConformanceSuite<StoreUnderTest>
{
    /// <summary>A suite of the contract <see cref="Contracts.SubjectDirectory"/>.</summary>
    protected SubjectDirectorySuite()
        : base(Contracts.SubjectDirectory)
    {
    }

    /// <summary>The cases.</summary>
    public static IEnumerable<TheoryDataRow<string>> Cases => RowsOf(Contracts.SubjectDirectory);

    /// <summary>One case.</summary>
    /// <param name="id">Its id.</param>
    [Theory]
    [MemberData(nameof(Cases))]
    public Task Conforms(string id) => ProveAsync(id);
}
