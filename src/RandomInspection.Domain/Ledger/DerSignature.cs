using System.Formats.Asn1;

namespace RandomInspection.Ledger;

/// <summary>ECDSA signatures of a curve of 256 bits in DER (RFC 3279 §2.2.3), as openssl reads them, and as 64 bytes r‖s.</summary>
internal static class DerSignature
{
    private const int Scalar = 32;

    public static byte[] Write(ReadOnlySpan<byte> rs)
    {
        AsnWriter der = new(AsnEncodingRules.DER);
        using (der.PushSequence())
        {
            der.WriteIntegerUnsigned(Minimal(rs[..Scalar]));
            der.WriteIntegerUnsigned(Minimal(rs[Scalar..]));
        }

        return der.Encode();
    }

    /// <summary>The 64 bytes; <see langword="null"/> if it is no such signature in the one way in which DER writes it.</summary>
    public static byte[]? Read(ReadOnlySpan<byte> der)
    {
        try
        {
            AsnReader reader = new(der.ToArray(), AsnEncodingRules.DER);
            AsnReader sequence = reader.ReadSequence();
            byte[] rs = new byte[2 * Scalar];
            bool fits = Copy(sequence.ReadIntegerBytes().Span, rs.AsSpan(0, Scalar)) && Copy(sequence.ReadIntegerBytes().Span, rs.AsSpan(Scalar));
            sequence.ThrowIfNotEmpty();
            reader.ThrowIfNotEmpty();
            return fits ? rs : null;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    private static ReadOnlySpan<byte> Minimal(ReadOnlySpan<byte> number) => number.TrimStart((byte)0) is { IsEmpty: false } some ? some : number[^1..];

    private static bool Copy(ReadOnlySpan<byte> integer, Span<byte> to)
    {
        if (integer[0] == 0)
        {
            integer = integer[1..]; // DER has it only where the next bit is set, or the number is 0
        }
        else if ((integer[0] & 0x80) != 0)
        {
            return false; // negative
        }

        if (integer.Length > to.Length)
        {
            return false;
        }

        integer.CopyTo(to[^integer.Length..]);
        return true;
    }
}
