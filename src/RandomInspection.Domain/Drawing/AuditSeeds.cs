using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RandomInspection.Drawing;

/// <summary>Seeds that follow from one, so that an audit can repeat a draw or a match as often as it likes and anybody can repeat the audit.</summary>
public static class AuditSeeds
{
    /// <summary>Most repeats of one audit.</summary>
    public const int MostRepeats = 1_000_000;

    /// <summary>SHA-256 of the seed's 64 characters, a colon and <paramref name="i"/> in decimal, whatever hash the draw itself uses.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="i">Which repeat, 1 or more.</param>
    public static Seed Of(Seed seed, int i)
    {
        ArgumentNullException.ThrowIfNull(seed);
        ArgumentOutOfRangeException.ThrowIfLessThan(i, 1);
        return Seed.Of(SHA256.HashData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed.Hex}:{i}"))));
    }
}
