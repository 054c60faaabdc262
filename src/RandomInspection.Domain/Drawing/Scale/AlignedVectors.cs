using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RandomInspection.Drawing.Scale;

/// <summary>Vectors in memory that begins where a line of the cache does: one that lies across two lines is read and written twice as slowly.</summary>
internal readonly struct AlignedVectors<TVector>
    where TVector : struct
{
    private const int Line = 64;

    private readonly byte[] _bytes;
    private readonly nint _padding;

    /// <summary>Some vectors.</summary>
    /// <param name="count">How many.</param>
    public AlignedVectors(int count)
    {
        _bytes = GC.AllocateArray<byte>((count * Unsafe.SizeOf<TVector>()) + Line, pinned: true); // it must not move
        _padding = unchecked(-Marshal.UnsafeAddrOfPinnedArrayElement(_bytes, 0)) & (Line - 1);
    }

    /// <summary>A vector, unchecked.</summary>
    /// <param name="place">From 0 to below the count.</param>
    public ref TVector this[int place]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref Unsafe.As<byte, TVector>(ref Unsafe.AddByteOffset(ref MemoryMarshal.GetArrayDataReference(_bytes), _padding)), place);
    }
}
