using System.Security.Cryptography;
using System.Text;

namespace RandomInspection.Inspections;

/// <summary>扫码入企：the code of a visit, which stands on its notice of inspection and is entered on arrival.</summary>
/// <remarks>
/// It follows from the match's seed, so that it can be computed again when the match is unsealed, and not before: SHA-256 over
/// <c>random-inspection-visit/1</c>, seed and visit, each but the last with a line feed; the first 40 bits as eight characters.
/// Source: 国办发〔2024〕54号.
/// </remarks>
public static class VisitCode
{
    private const string Characters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>The code of a visit, eight characters of digits and capital letters without I, L, O and U.</summary>
    /// <param name="seed">The match's seed, 64 lower-case hex characters.</param>
    /// <param name="visit">The visit's id.</param>
    public static string Of(string seed, string visit)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"random-inspection-visit/1\n{seed}\n{visit}"));
        ulong bits = 0;
        for (int i = 0; i < 5; i++)
        {
            bits = (bits << 8) | hash[i];
        }

        return string.Create(8, bits, static (text, value) =>
        {
            for (int i = 0; i < text.Length; i++)
            {
                text[i] = Characters[(int)((value >> (35 - (5 * i))) & 31)];
            }
        });
    }

    /// <summary>A code as somebody typed it: without blanks and hyphens, in capitals, letters that are easily confused read as digits.</summary>
    /// <param name="typed">What was typed.</param>
    public static string Read(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return new string([.. typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Select(c => c switch { 'O' => '0', 'I' or 'L' => '1', _ => c })]);
    }
}
