using Xunit;

namespace RandomInspection.TestKit.Xunit;

/// <summary>公示渠道：proves a channel.</summary>
public abstract class DisclosureChannelSuite : ConformanceSuite<ChannelUnderTest>
{
    /// <summary>A suite of the contract <see cref="Contracts.DisclosureChannel"/>.</summary>
    protected DisclosureChannelSuite()
        : base(Contracts.DisclosureChannel)
    {
    }

    /// <summary>The cases.</summary>
    public static IEnumerable<TheoryDataRow<string>> Cases => RowsOf(Contracts.DisclosureChannel);

    /// <summary>One case.</summary>
    /// <param name="id">Its id.</param>
    [Theory]
    [MemberData(nameof(Cases))]
    public Task Conforms(string id) => ProveAsync(id);
}
