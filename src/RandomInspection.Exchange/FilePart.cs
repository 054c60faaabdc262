using System.Collections.Immutable;

namespace RandomInspection.Exchange;

/// <summary>Some rows of a file: what they say, and those that cannot be read.</summary>
/// <param name="Rows">How many rows.</param>
/// <param name="Message">What they say; <see langword="null"/> if none of them reads.</param>
/// <param name="Refused">Each row that is refused, with its line and the reason.</param>
internal sealed record FilePart(int Rows, ExchangeMessage? Message, ImmutableArray<string> Refused);
