using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace RandomInspection.Disclosure;

/// <summary>Something that goes to a channel.</summary>
/// <param name="Key">What it is about, 1 to 200 visible ASCII characters: the same for a publication, its corrections and its withdrawal.</param>
/// <param name="Revision">1 for the publication; each correction and the withdrawal take the next number.</param>
/// <param name="Step">Whether it is published, corrected or withdrawn.</param>
/// <param name="Content">What everybody may read from then on, as JSON: redacted already, for a withdrawal the tombstone, which replaces what stood there.</param>
/// <param name="At">When it is sent.</param>
public sealed record ChannelItem(string Key, int Revision, ChannelStep Step, string Content, Instant At)
{
    /// <summary>SHA-256 of the content's UTF-8, 64 lower-case hex characters.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Content)));
}
