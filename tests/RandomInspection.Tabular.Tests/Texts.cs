using FsCheck;
using FsCheck.Fluent;

namespace RandomInspection.Tests;

/// <summary>Generators of the texts that make trouble in tables.</summary>
internal static class Texts
{
    /// <summary>A cell: not empty, without NUL and lone surrogates, with quotes, delimiters and line breaks more often than in life.</summary>
    public static Gen<string> Cell { get; } =
        Gen.Frequency(
            (4, Gen.Elements("a", "b", "1", " ", "'", "=", "-")),
            (4, Gen.Elements("沈", "河", "区", "㐀", "𠀀", "€", "é")),
            (3, Gen.Elements("\"", "\"\"", ",", ";", "\t", "\n", "\r\n", "\r")))
        .NonEmptyListOf()
        .Select(parts => string.Concat(parts));
}
