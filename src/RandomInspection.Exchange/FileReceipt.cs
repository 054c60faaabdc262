using System.Collections.Immutable;

namespace RandomInspection.Exchange;

/// <summary>回执文件：what became of a file.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="RowsRefused">How many of them are refused.</param>
/// <param name="Findings">Of the refused rows the first hundred, each with its line and the reason.</param>
/// <param name="Digest">The digest that was received; <see langword="null"/> if the file is refused as a whole.</param>
/// <param name="At">When.</param>
/// <param name="Refused">Why the file is refused as a whole, or <see langword="null"/>.</param>
public sealed record FileReceipt(string File, long Rows, long RowsRefused, ImmutableArray<string> Findings, string? Digest, string At, string? Refused);
