using RandomInspection.Directories;

namespace RandomInspection.SampleData;

/// <summary>Unified social credit codes that are valid, fictional and different for different serial numbers.</summary>
internal static class SampleCodes
{
    /// <summary>How many different codes there are: 31⁷, the values of seven characters.</summary>
    private const ulong Count = 27_512_614_111;

    /// <summary>Prime and no multiple of 31, so that serial × step mod 31⁷ meets every value once; below 2³³, so that the product fits 64 bits.</summary>
    private const ulong Step = 4_294_967_291;

    /// <summary>Where the series begins; any number would do.</summary>
    private const ulong Offset = 14_142_135_623;

    private const int SerialCharacters = 7;

    /// <summary>The code of a serial number.</summary>
    /// <param name="authorityAndKind">The first two characters of a code, for example <c>91</c> for an enterprise.</param>
    /// <param name="region">Six digits.</param>
    /// <param name="serial">0 to 2³¹ − 1; different serial numbers have different organisation codes.</param>
    public static string Of(string authorityAndKind, string region, int serial)
    {
        Span<char> code = stackalloc char[UnifiedSocialCreditCode.Length];
        authorityAndKind.CopyTo(code);
        region.CopyTo(code[2..]);
        Span<char> organisation = code.Slice(8, 9);
        organisation[0] = 'X';
        ulong rest = ((ulong)serial * Step + Offset) % Count;
        for (int i = SerialCharacters; i >= 1; i--)
        {
            organisation[i] = UnifiedSocialCreditCode.Alphabet[(int)(rest % 31)];
            rest /= 31;
        }

        organisation[8] = OrganisationCheckCharacter(organisation[..8]);
        code[17] = UnifiedSocialCreditCode.CheckCharacterOf(code[..17]);
        return new string(code);
    }

    /// <summary>Source: GB 11714-1997: digits count as such, letters from A = 10; 11 − Σ value × weight mod 11, where 10 is X and 11 is 0.</summary>
    private static char OrganisationCheckCharacter(ReadOnlySpan<char> first8)
    {
        ReadOnlySpan<byte> weights = [3, 7, 9, 10, 5, 8, 4, 2];
        int sum = 0;
        for (int i = 0; i < first8.Length; i++)
        {
            int value = char.IsAsciiDigit(first8[i]) ? first8[i] - '0' : first8[i] - 'A' + 10;
            sum += value * weights[i];
        }

        int check = 11 - sum % 11;
        return check switch { 11 => '0', 10 => 'X', _ => (char)('0' + check) };
    }
}
