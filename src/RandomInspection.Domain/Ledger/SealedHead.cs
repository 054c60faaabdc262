using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace RandomInspection.Ledger;

/// <summary>How far the sealed log had grown on a day, with the salt that blinds it.</summary>
/// <param name="Day">The day.</param>
/// <param name="Size">Its entries.</param>
/// <param name="Root">Its root, 64 lower-case hex characters.</param>
/// <param name="Salt">64 lower-case hex characters made by chance for this day only.</param>
/// <remarks>
/// The commitment is SHA-256 over <c>random-inspection-sealed/1</c>, day, size, root and salt, each but the last with a line feed: of one
/// length whatever the size, and without the salt nobody can tell whether anything was added since the day before.
/// </remarks>
public sealed record SealedHead(LocalDate Day, long Size, string Root, string Salt)
{
    /// <summary>The blinded commitment, 64 lower-case hex characters.</summary>
    public string Commit() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"random-inspection-sealed/1\n{LocalDatePattern.Iso.Format(Day)}\n{Size}\n{Root}\n{Salt}"))));
}
