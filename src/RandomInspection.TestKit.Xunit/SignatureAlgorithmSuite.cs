using Xunit;

namespace RandomInspection.TestKit.Xunit;

/// <summary>签名算法：proves a signature algorithm.</summary>
public abstract class SignatureAlgorithmSuite : ConformanceSuite<SignerUnderTest>
{
    /// <summary>A suite of the contract <see cref="Contracts.SignatureAlgorithm"/>.</summary>
    protected SignatureAlgorithmSuite()
        : base(Contracts.SignatureAlgorithm)
    {
    }

    /// <summary>The cases.</summary>
    public static IEnumerable<TheoryDataRow<string>> Cases => RowsOf(Contracts.SignatureAlgorithm);

    /// <summary>One case.</summary>
    /// <param name="id">Its id.</param>
    [Theory]
    [MemberData(nameof(Cases))]
    public Task Conforms(string id) => ProveAsync(id);
}
