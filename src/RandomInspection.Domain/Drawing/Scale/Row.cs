using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RandomInspection.Drawing.Scale;

/// <summary>A lane's half block: 32 bytes of a message, and behind its end the bit that ends it and zeros.</summary>
internal static class Row
{
    private const int Length = 32;

    /// <summary>Its words.</summary>
    public const int Count = Length / sizeof(uint);

    /// <summary>The masks' length.</summary>
    public const int MaskBytes = 4 * BatchHash.BlockBytes;

    // What is kept, and the bit that ends a message: from the place that says how many bytes are beyond the end. Neither lies across lines.
    private const int Keep = 0;
    private const int End = 2 * BatchHash.BlockBytes;

    /// <summary>Bytes of a word in the other order, as AVX2 takes it.</summary>
    public static Vector256<byte> Swap => Vector256.Create(0x0405060700010203ul, 0x0c0d0e0f08090a0b, 0x0405060700010203, 0x0c0d0e0f08090a0b).AsByte();

    /// <summary>Writes the masks.</summary>
    /// <param name="masks">Where to.</param>
    public static void WriteMasks(ref byte masks)
    {
        for (int i = 0; i < Length; i++)
        {
            Unsafe.Add(ref masks, Keep + i) = 0xff;
        }

        Unsafe.Add(ref masks, End + Length) = 0x80;
    }

    /// <summary>The bytes.</summary>
    /// <param name="first">Where places count from.</param>
    /// <param name="place">Where they begin.</param>
    /// <param name="masks">The masks.</param>
    /// <param name="beyond">How many are beyond the end, 0 to 64: 0 has no end, and above 32 the end was before.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Bytes(ref byte first, int place, ref byte masks, int beyond) =>
        (Vector256.LoadUnsafe(ref Unsafe.Add(ref first, place)) & Vector256.LoadUnsafe(ref Unsafe.Add(ref masks, Keep + beyond)))
        | Vector256.LoadUnsafe(ref Unsafe.Add(ref masks, End + beyond));

    /// <summary>The words.</summary>
    /// <param name="first">Where places count from.</param>
    /// <param name="place">Where they begin.</param>
    /// <param name="masks">The masks.</param>
    /// <param name="beyond">How many bytes are beyond the end.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Words(ref byte first, int place, ref byte masks, int beyond) => Turned(Bytes(ref first, place, ref masks, beyond)).AsUInt32();

    [ExcludeFromCodeCoverage(Justification = "A processor has one order of bytes.")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Turned(Vector256<byte> bytes) =>
        BitConverter.IsLittleEndian ? Vector256.Create(Vector128.Shuffle(bytes.GetLower(), Swap.GetLower()), Vector128.Shuffle(bytes.GetUpper(), Swap.GetUpper())) : bytes;
}
