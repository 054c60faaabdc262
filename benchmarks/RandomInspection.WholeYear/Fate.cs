using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace RandomInspection.WholeYear;

/// <summary>What happens to whom: the same for the same seed, whatever is asked first.</summary>
/// <param name="seed">Where it begins.</param>
internal sealed class Fate(long seed)
{
    /// <summary>A number from 0 to below a bound.</summary>
    /// <param name="what">What is decided.</param>
    /// <param name="about">About whom.</param>
    /// <param name="bound">1 or more.</param>
    public int Below(string what, string about, int bound)
    {
        byte[] digest = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}/{what}/{about}")));
        return (int)(BinaryPrimitives.ReadUInt64BigEndian(digest) % (ulong)bound);
    }

    /// <summary>Whether it happens to this one.</summary>
    /// <param name="what">What.</param>
    /// <param name="about">To whom.</param>
    /// <param name="perMille">To how many of a thousand.</param>
    public bool Strikes(string what, string about, int perMille) => Below(what, about, 1000) < perMille;
}
