using RandomInspection.Matching;
using Xunit;

namespace RandomInspection.TestKit.Xunit;

/// <summary>匹配引擎：proves a matcher.</summary>
public abstract class MatcherSuite : ConformanceSuite<IInspectorMatcher>
{
    /// <summary>A suite of the contract <see cref="Contracts.Matcher"/>.</summary>
    protected MatcherSuite()
        : base(Contracts.Matcher)
    {
    }

    /// <summary>The cases.</summary>
    public static IEnumerable<TheoryDataRow<string>> Cases => RowsOf(Contracts.Matcher);

    /// <summary>One case.</summary>
    /// <param name="id">Its id.</param>
    [Theory]
    [MemberData(nameof(Cases))]
    public Task Conforms(string id) => ProveAsync(id);
}
