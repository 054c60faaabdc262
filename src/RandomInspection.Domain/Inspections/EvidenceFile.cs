using System.Globalization;

namespace RandomInspection.Inspections;

/// <summary>证据：a file that the team kept of a visit, by its content.</summary>
/// <param name="Digest">Its SHA-256 in the evidence store, 64 lower-case hex characters.</param>
/// <param name="Name">What it was called, without a path, 1 to 200 characters.</param>
/// <param name="MediaType">What its first bytes say it is.</param>
/// <param name="Size">Its bytes, 1 or more.</param>
public sealed record EvidenceFile(string Digest, string Name, string MediaType, long Size)
{
    /// <summary>Most bytes of a file: 20 MiB.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    /// <summary>Most characters of a name.</summary>
    public const int MostCharacters = 200;

    /// <summary>What a file is by its first bytes; <see langword="null"/> if it is none of the kinds that are kept: PDF, PNG, JPEG, MP4.</summary>
    /// <param name="bytes">The file.</param>
    public static string? MediaTypeOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF-"u8) ? "application/pdf"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : bytes.Length > 8 && bytes[4..8].SequenceEqual("ftyp"u8) ? "video/mp4"
        : null;

    /// <summary>
    /// A file's name without a path and without what a header would take for its own or a reader's eye would not see; <see langword="null"/>
    /// if nothing but dots is left or it is too long.
    /// </summary>
    /// <param name="name">The name as the browser sent it.</param>
    public static string? NameOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string last = name.Split('/', '\\')[^1];
        string plain = new([.. last.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format && c is not ('"' or '<' or '>'))]);
        return plain.Trim() is { Length: <= MostCharacters } kept && kept.Trim('.').Length > 0 ? kept : null;
    }
}
