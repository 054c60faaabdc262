using RandomInspection.Ledger;

namespace RandomInspection.TestKit;

/// <summary>A signer, and the algorithm that verifies what it signs.</summary>
/// <param name="Signer">The signer.</param>
/// <param name="Algorithm">The algorithm that its signatures name.</param>
public sealed record SignerUnderTest(ISigner Signer, ISignatureAlgorithm Algorithm);
