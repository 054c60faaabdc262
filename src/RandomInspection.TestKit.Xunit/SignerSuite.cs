using Xunit;

namespace RandomInspection.TestKit.Xunit;

/// <summary>签名者：proves a signer.</summary>
public abstract class SignerSuite : ConformanceSuite<SignerUnderTest>
{
    /// <summary>A suite of the contract <see cref="Contracts.Signer"/>.</summary>
    protected SignerSuite()
        : base(Contracts.Signer)
    {
    }

    /// <summary>The cases.</summary>
    public static IEnumerable<TheoryDataRow<string>> Cases => RowsOf(Contracts.Signer);

    /// <summary>One case.</summary>
    /// <param name="id">Its id.</param>
    [Theory]
    [MemberData(nameof(Cases))]
    public Task Conforms(string id) => ProveAsync(id);
}
