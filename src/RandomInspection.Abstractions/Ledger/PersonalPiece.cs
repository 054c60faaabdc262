namespace RandomInspection.Ledger;

/// <summary>个人信息：a piece of personal data, kept beside the log; the entry holds only its commitment.</summary>
/// <param name="Commitment">64 lower-case hex characters, which stand in the entry and which salt and text give.</param>
/// <param name="About">Whom it is about, for example <c>inspector/SF00017</c>; by this a person's pieces are found.</param>
/// <param name="Salt">64 lower-case hex characters, made by the host by chance for this piece only.</param>
/// <param name="Text">The text.</param>
/// <remarks>Source: 个人信息保护法 第四十七条 (erasure).</remarks>
public sealed record PersonalPiece(string Commitment, string About, string Salt, string Text);
