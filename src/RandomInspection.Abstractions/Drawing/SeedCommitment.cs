namespace RandomInspection.Drawing;

/// <summary>A party's commitment with its signature.</summary>
/// <param name="Commitment">The commitment.</param>
/// <param name="Signature">Base64 of the 64 bytes r‖s, by the party's key.</param>
public sealed record SeedCommitment(Digest Commitment, string Signature);
