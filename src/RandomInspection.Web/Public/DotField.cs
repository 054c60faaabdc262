using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace RandomInspection.Web.Public;

/// <summary>The dots of the home page: a real draw, by tickets as in random-inspection-draw/1 §4.</summary>
internal static class DotField
{
    public const int Columns = 22;
    public const int Rows = 10;
    public const int Size = 9;

    /// <summary>SHA-256 of "双随机、一公开", so that nobody has to believe that it was not looked for.</summary>
    public static readonly string Seed = Hex("双随机、一公开");

    public static readonly ImmutableHashSet<int> Selected =
        [.. Enumerable.Range(1, Columns * Rows).OrderBy(Ticket, StringComparer.Ordinal).Take(Size)];

    public static string Ticket(int dot) => Hex(Seed + Id(dot));

    public static string Id(int dot) => dot.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Hex(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
