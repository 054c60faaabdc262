using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RandomInspection.Drawing.Scale;

/// <summary>What a width of vector does for SHA-256.</summary>
internal interface ILanes<TVector>
    where TVector : struct
{
    static abstract int Count { get; }

    static abstract TVector Broadcast(uint value);

    static abstract TVector Load(ref uint from);

    static abstract void Store(TVector vector, ref uint to);

    static abstract TVector Add(TVector x, TVector y);

    static abstract TVector Subtract(TVector x, TVector y);

    static abstract bool AreAll(TVector x, uint value);

    static abstract TVector Or(TVector x, TVector y);

    static abstract TVector Right(TVector x, [ConstantExpected] byte by);

    static abstract TVector Left(TVector x, [ConstantExpected] byte by);

    /// <summary>Bit by bit: that of <paramref name="set"/> where <paramref name="which"/> is 1.</summary>
    static abstract TVector Choose(TVector which, TVector set, TVector clear);

    /// <summary>T₁ of a round: <paramref name="sum"/> is h + W.</summary>
    static abstract TVector One(TVector e, TVector f, TVector g, TVector sum, TVector constant);

    /// <summary>a ⊕ b, which a round and the one after it need for their majorities.</summary>
    static abstract TVector Differ(TVector a, TVector b);

    /// <summary>T₁ + T₂ of a round.</summary>
    static abstract TVector Two(TVector a, TVector b, TVector c, TVector ab, TVector bc, TVector one);

    /// <summary>σ₀ of a word.</summary>
    static abstract TVector Sigma0(TVector x);

    /// <summary>σ₁ of a word.</summary>
    static abstract TVector Sigma1(TVector x);

    /// <summary>W of 16 rounds later, from W of now and of 1, 9 and 14 rounds later.</summary>
    static abstract TVector Next(TVector now, TVector early, TVector middle, TVector late);

    /// <summary>Eight words of each lane: 32 bytes, of which the last ones can be beyond a message's end.</summary>
    /// <param name="first">Where places count from.</param>
    /// <param name="places">Where each lane's bytes begin.</param>
    /// <param name="masks">Those of <see cref="Row"/>.</param>
    /// <param name="beyond">How many of each lane's are beyond its end.</param>
    /// <param name="words">Takes the words.</param>
    static abstract void Transpose(ref byte first, ref int places, ref byte masks, ref int beyond, ref TVector words);

    static abstract TVector Even(TVector low, TVector high);

    static abstract TVector Odd(TVector low, TVector high);
}

/// <summary>No vectors.</summary>
internal readonly struct OneLane : ILanes<uint>
{
    public static int Count => 1;

    public static uint Broadcast(uint value) => value;

    public static uint Load(ref uint from) => from;

    public static void Store(uint vector, ref uint to) => to = vector;

    public static uint Add(uint x, uint y) => unchecked(x + y);

    public static uint Subtract(uint x, uint y) => unchecked(x - y);

    public static bool AreAll(uint x, uint value) => x == value;

    public static uint Or(uint x, uint y) => x | y;

    public static uint Right(uint x, [ConstantExpected] byte by) => x >> by;

    public static uint Left(uint x, [ConstantExpected] byte by) => x << by;

    public static uint Even(uint low, uint high) => low;

    public static uint Odd(uint low, uint high) => high;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Choose(uint which, uint set, uint clear) => clear ^ (which & (set ^ clear));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint One(uint e, uint f, uint g, uint sum, uint constant) =>
        unchecked(sum + constant + Choose(e, f, g) + (Turn(e, 6) ^ Turn(e, 11) ^ Turn(e, 25)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Differ(uint a, uint b) => a ^ b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Two(uint a, uint b, uint c, uint ab, uint bc, uint one) =>
        unchecked(one + (b ^ (ab & bc)) + (Turn(a, 2) ^ Turn(a, 13) ^ Turn(a, 22)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Sigma0(uint x) => Turn(x, 7) ^ Turn(x, 18) ^ Right(x, 3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Sigma1(uint x) => Turn(x, 17) ^ Turn(x, 19) ^ Right(x, 10);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Next(uint now, uint early, uint middle, uint late) =>
        unchecked(now + middle + (Turn(early, 7) ^ Turn(early, 18) ^ Right(early, 3)) + (Turn(late, 17) ^ Turn(late, 19) ^ Right(late, 10)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Turn(uint x, [ConstantExpected] byte by) => BitOperations.RotateRight(x, by);

    public static void Transpose(ref byte first, ref int places, ref byte masks, ref int beyond, ref uint words) =>
        Row.Words(ref first, places, ref masks, beyond).CopyTo(MemoryMarshal.CreateSpan(ref words, Row.Count));
}

/// <summary>128-bit vectors: AdvSimd, SSE2.</summary>
internal readonly struct FourLanes : ILanes<Vector128<uint>>
{
    public static int Count => 4;

    public static Vector128<uint> Broadcast(uint value) => Vector128.Create(value);

    public static Vector128<uint> Load(ref uint from) => Vector128.LoadUnsafe(ref from);

    public static void Store(Vector128<uint> vector, ref uint to) => vector.StoreUnsafe(ref to);

    public static Vector128<uint> Add(Vector128<uint> x, Vector128<uint> y) => x + y;

    public static Vector128<uint> Subtract(Vector128<uint> x, Vector128<uint> y) => x - y;

    public static bool AreAll(Vector128<uint> x, uint value) => Vector128.EqualsAll(x, Vector128.Create(value));

    public static Vector128<uint> Or(Vector128<uint> x, Vector128<uint> y) => x | y;

    public static Vector128<uint> Right(Vector128<uint> x, [ConstantExpected] byte by) => Vector128.ShiftRightLogical(x, by);

    public static Vector128<uint> Left(Vector128<uint> x, [ConstantExpected] byte by) => Vector128.ShiftLeft(x, by);

    public static Vector128<uint> Even(Vector128<uint> low, Vector128<uint> high) => Vector128.Narrow(low.AsUInt64(), high.AsUInt64());

    public static Vector128<uint> Odd(Vector128<uint> low, Vector128<uint> high) =>
        Vector128.Narrow(Vector128.ShiftRightLogical(low.AsUInt64(), 32), Vector128.ShiftRightLogical(high.AsUInt64(), 32));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> Choose(Vector128<uint> which, Vector128<uint> set, Vector128<uint> clear) => clear ^ (which & (set ^ clear));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> One(Vector128<uint> e, Vector128<uint> f, Vector128<uint> g, Vector128<uint> sum, Vector128<uint> constant) =>
        sum + constant + Choose(e, f, g) + (Turn(e, 6) ^ Turn(e, 11) ^ Turn(e, 25));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> Differ(Vector128<uint> a, Vector128<uint> b) => a ^ b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> Two(Vector128<uint> a, Vector128<uint> b, Vector128<uint> c, Vector128<uint> ab, Vector128<uint> bc, Vector128<uint> one) =>
        one + (b ^ (ab & bc)) + (Turn(a, 2) ^ Turn(a, 13) ^ Turn(a, 22));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> Sigma0(Vector128<uint> x) => Turn(x, 7) ^ Turn(x, 18) ^ Right(x, 3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> Sigma1(Vector128<uint> x) => Turn(x, 17) ^ Turn(x, 19) ^ Right(x, 10);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> Next(Vector128<uint> now, Vector128<uint> early, Vector128<uint> middle, Vector128<uint> late) =>
        now + middle + (Turn(early, 7) ^ Turn(early, 18) ^ Right(early, 3)) + (Turn(late, 17) ^ Turn(late, 19) ^ Right(late, 10));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> Turn(Vector128<uint> x, [ConstantExpected] byte by) => Vector128.ShiftRightLogical(x, by) | Vector128.ShiftLeft(x, 32 - by);

    public static void Transpose(ref byte first, ref int places, ref byte masks, ref int beyond, ref Vector128<uint> words)
    {
        Vector256<uint> r0 = Row.Words(ref first, places, ref masks, beyond), r1 = Row.Words(ref first, Unsafe.Add(ref places, 1), ref masks, Unsafe.Add(ref beyond, 1));
        Vector256<uint> r2 = Row.Words(ref first, Unsafe.Add(ref places, 2), ref masks, Unsafe.Add(ref beyond, 2)), r3 = Row.Words(ref first, Unsafe.Add(ref places, 3), ref masks, Unsafe.Add(ref beyond, 3));
        for (int word = 0; word < Row.Count; word++)
        {
            Unsafe.Add(ref words, word) = Vector128.Create(r0.GetElement(word), r1.GetElement(word), r2.GetElement(word), r3.GetElement(word));
        }
    }
}

/// <summary>256-bit vectors: AVX2.</summary>
internal readonly struct EightLanes : ILanes<Vector256<uint>>
{
    public static int Count => 8;

    public static Vector256<uint> Broadcast(uint value) => Vector256.Create(value);

    public static Vector256<uint> Load(ref uint from) => Vector256.LoadUnsafe(ref from);

    public static void Store(Vector256<uint> vector, ref uint to) => vector.StoreUnsafe(ref to);

    public static Vector256<uint> Add(Vector256<uint> x, Vector256<uint> y) => x + y;

    public static Vector256<uint> Subtract(Vector256<uint> x, Vector256<uint> y) => x - y;

    public static bool AreAll(Vector256<uint> x, uint value) => Vector256.EqualsAll(x, Vector256.Create(value));

    public static Vector256<uint> Or(Vector256<uint> x, Vector256<uint> y) => x | y;

    public static Vector256<uint> Right(Vector256<uint> x, [ConstantExpected] byte by) => Vector256.ShiftRightLogical(x, by);

    public static Vector256<uint> Left(Vector256<uint> x, [ConstantExpected] byte by) => Vector256.ShiftLeft(x, by);

    public static Vector256<uint> Even(Vector256<uint> low, Vector256<uint> high) => Vector256.Narrow(low.AsUInt64(), high.AsUInt64());

    public static Vector256<uint> Odd(Vector256<uint> low, Vector256<uint> high) =>
        Vector256.Narrow(Vector256.ShiftRightLogical(low.AsUInt64(), 32), Vector256.ShiftRightLogical(high.AsUInt64(), 32));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Choose(Vector256<uint> which, Vector256<uint> set, Vector256<uint> clear) => clear ^ (which & (set ^ clear));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> One(Vector256<uint> e, Vector256<uint> f, Vector256<uint> g, Vector256<uint> sum, Vector256<uint> constant) =>
        sum + constant + Choose(e, f, g) + (Turn(e, 6) ^ Turn(e, 11) ^ Turn(e, 25));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Differ(Vector256<uint> a, Vector256<uint> b) => a ^ b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Two(Vector256<uint> a, Vector256<uint> b, Vector256<uint> c, Vector256<uint> ab, Vector256<uint> bc, Vector256<uint> one) =>
        one + (b ^ (ab & bc)) + (Turn(a, 2) ^ Turn(a, 13) ^ Turn(a, 22));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Sigma0(Vector256<uint> x) => Turn(x, 7) ^ Turn(x, 18) ^ Right(x, 3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Sigma1(Vector256<uint> x) => Turn(x, 17) ^ Turn(x, 19) ^ Right(x, 10);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Next(Vector256<uint> now, Vector256<uint> early, Vector256<uint> middle, Vector256<uint> late) =>
        now + middle + (Turn(early, 7) ^ Turn(early, 18) ^ Right(early, 3)) + (Turn(late, 17) ^ Turn(late, 19) ^ Right(late, 10));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Turn(Vector256<uint> x, [ConstantExpected] byte by) =>
        Avx512F.VL.IsSupported ? Avx512F.VL.RotateRight(x, by) : Vector256.ShiftRightLogical(x, by) | Vector256.ShiftLeft(x, 32 - by);

    public static void Transpose(ref byte first, ref int places, ref byte masks, ref int beyond, ref Vector256<uint> words)
    {
        if (!Avx2.IsSupported)
        {
            Span<uint> lanes = stackalloc uint[Count * Row.Count];
            for (int lane = 0; lane < Count; lane++)
            {
                Row.Words(ref first, Unsafe.Add(ref places, lane), ref masks, Unsafe.Add(ref beyond, lane)).CopyTo(lanes[(lane * Row.Count)..]);
            }

            for (int word = 0; word < Row.Count; word++)
            {
                Unsafe.Add(ref words, word) = Vector256.Create(
                    lanes[word], lanes[word + 8], lanes[word + 16], lanes[word + 24], lanes[word + 32], lanes[word + 40], lanes[word + 48], lanes[word + 56]);
            }

            return;
        }

        // Pairs, then fours, then eights: 2 × 2 blocks of ever larger elements change places.
        Vector256<uint> r0 = Taken(ref first, ref places, ref masks, ref beyond, 0), r1 = Taken(ref first, ref places, ref masks, ref beyond, 1), r2 = Taken(ref first, ref places, ref masks, ref beyond, 2), r3 = Taken(ref first, ref places, ref masks, ref beyond, 3);
        Vector256<uint> r4 = Taken(ref first, ref places, ref masks, ref beyond, 4), r5 = Taken(ref first, ref places, ref masks, ref beyond, 5), r6 = Taken(ref first, ref places, ref masks, ref beyond, 6), r7 = Taken(ref first, ref places, ref masks, ref beyond, 7);
        Vector256<ulong> a0 = Avx2.UnpackLow(r0, r1).AsUInt64(), a1 = Avx2.UnpackHigh(r0, r1).AsUInt64();
        Vector256<ulong> b0 = Avx2.UnpackLow(r2, r3).AsUInt64(), b1 = Avx2.UnpackHigh(r2, r3).AsUInt64();
        Vector256<ulong> c0 = Avx2.UnpackLow(r4, r5).AsUInt64(), c1 = Avx2.UnpackHigh(r4, r5).AsUInt64();
        Vector256<ulong> d0 = Avx2.UnpackLow(r6, r7).AsUInt64(), d1 = Avx2.UnpackHigh(r6, r7).AsUInt64();
        Eight(Avx2.UnpackLow(a0, b0), Avx2.UnpackLow(c0, d0), ref words, 0);
        Eight(Avx2.UnpackHigh(a0, b0), Avx2.UnpackHigh(c0, d0), ref words, 1);
        Eight(Avx2.UnpackLow(a1, b1), Avx2.UnpackLow(c1, d1), ref words, 2);
        Eight(Avx2.UnpackHigh(a1, b1), Avx2.UnpackHigh(c1, d1), ref words, 3);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static void Eight(Vector256<ulong> upper, Vector256<ulong> lower, ref Vector256<uint> words, int word)
        {
            Unsafe.Add(ref words, word) = Avx2.Permute2x128(upper, lower, 0x20).AsUInt32();
            Unsafe.Add(ref words, word + 4) = Avx2.Permute2x128(upper, lower, 0x31).AsUInt32();
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static Vector256<uint> Taken(ref byte first, ref int places, ref byte masks, ref int beyond, [ConstantExpected] int lane) =>
            Avx2.Shuffle(Row.Bytes(ref first, Unsafe.Add(ref places, lane), ref masks, Unsafe.Add(ref beyond, lane)), Row.Swap).AsUInt32();
    }
}

/// <summary>512-bit vectors: AVX-512.</summary>
internal readonly struct SixteenLanes : ILanes<Vector512<uint>>
{
    public static int Count => 16;

    public static Vector512<uint> Broadcast(uint value) => Vector512.Create(value);

    public static Vector512<uint> Load(ref uint from) => Vector512.LoadUnsafe(ref from);

    public static void Store(Vector512<uint> vector, ref uint to) => vector.StoreUnsafe(ref to);

    public static Vector512<uint> Add(Vector512<uint> x, Vector512<uint> y) => x + y;

    public static Vector512<uint> Subtract(Vector512<uint> x, Vector512<uint> y) => x - y;

    public static bool AreAll(Vector512<uint> x, uint value) => Vector512.EqualsAll(x, Vector512.Create(value));

    public static Vector512<uint> Or(Vector512<uint> x, Vector512<uint> y) => x | y;

    public static Vector512<uint> Right(Vector512<uint> x, [ConstantExpected] byte by) => Vector512.ShiftRightLogical(x, by);

    public static Vector512<uint> Left(Vector512<uint> x, [ConstantExpected] byte by) => Vector512.ShiftLeft(x, by);

    public static Vector512<uint> Even(Vector512<uint> low, Vector512<uint> high) => Vector512.Narrow(low.AsUInt64(), high.AsUInt64());

    public static Vector512<uint> Odd(Vector512<uint> low, Vector512<uint> high) =>
        Vector512.Narrow(Vector512.ShiftRightLogical(low.AsUInt64(), 32), Vector512.ShiftRightLogical(high.AsUInt64(), 32));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Choose(Vector512<uint> which, Vector512<uint> set, Vector512<uint> clear) =>
        Avx512F.IsSupported ? Avx512F.TernaryLogic(which, set, clear, 0xca) : clear ^ (which & (set ^ clear));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> One(Vector512<uint> e, Vector512<uint> f, Vector512<uint> g, Vector512<uint> sum, Vector512<uint> constant) =>
        sum + constant + Choose(e, f, g) + Xor(Turn(e, 6), Turn(e, 11), Turn(e, 25));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Differ(Vector512<uint> a, Vector512<uint> b) => a; // the majority of three is one instruction and needs no help

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Two(Vector512<uint> a, Vector512<uint> b, Vector512<uint> c, Vector512<uint> ab, Vector512<uint> bc, Vector512<uint> one) =>
        one + Majority(a, b, c) + Xor(Turn(a, 2), Turn(a, 13), Turn(a, 22));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Sigma0(Vector512<uint> x) => Xor(Turn(x, 7), Turn(x, 18), Right(x, 3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Sigma1(Vector512<uint> x) => Xor(Turn(x, 17), Turn(x, 19), Right(x, 10));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Next(Vector512<uint> now, Vector512<uint> early, Vector512<uint> middle, Vector512<uint> late) =>
        now + middle + Xor(Turn(early, 7), Turn(early, 18), Right(early, 3)) + Xor(Turn(late, 17), Turn(late, 19), Right(late, 10));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Majority(Vector512<uint> x, Vector512<uint> y, Vector512<uint> z) =>
        Avx512F.IsSupported ? Avx512F.TernaryLogic(x, y, z, 0xe8) : (x & y) | (z & (x | y));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Xor(Vector512<uint> x, Vector512<uint> y, Vector512<uint> z) => Avx512F.IsSupported ? Avx512F.TernaryLogic(x, y, z, 0x96) : x ^ y ^ z;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Turn(Vector512<uint> x, [ConstantExpected] byte by) =>
        Avx512F.IsSupported ? Avx512F.RotateRight(x, by) : Vector512.ShiftRightLogical(x, by) | Vector512.ShiftLeft(x, 32 - by);

    public static void Transpose(ref byte first, ref int places, ref byte masks, ref int beyond, ref Vector512<uint> words)
    {
        if (!Avx512BW.IsSupported)
        {
            Span<Vector256<uint>> lower = stackalloc Vector256<uint>[Row.Count], upper = stackalloc Vector256<uint>[Row.Count];
            EightLanes.Transpose(ref first, ref places, ref masks, ref beyond, ref MemoryMarshal.GetReference(lower));
            EightLanes.Transpose(ref first, ref Unsafe.Add(ref places, EightLanes.Count), ref masks, ref Unsafe.Add(ref beyond, EightLanes.Count), ref MemoryMarshal.GetReference(upper));
            for (int word = 0; word < Row.Count; word++)
            {
                Unsafe.Add(ref words, word) = Vector512.Create(lower[word], upper[word]);
            }

            return;
        }

        // As with eight lanes, eight rows beside eight others.
        Vector512<uint> r0 = Taken(ref first, ref places, ref masks, ref beyond, 0), r1 = Taken(ref first, ref places, ref masks, ref beyond, 1), r2 = Taken(ref first, ref places, ref masks, ref beyond, 2), r3 = Taken(ref first, ref places, ref masks, ref beyond, 3);
        Vector512<uint> r4 = Taken(ref first, ref places, ref masks, ref beyond, 4), r5 = Taken(ref first, ref places, ref masks, ref beyond, 5), r6 = Taken(ref first, ref places, ref masks, ref beyond, 6), r7 = Taken(ref first, ref places, ref masks, ref beyond, 7);
        Vector512<ulong> a0 = Avx512F.UnpackLow(r0, r1).AsUInt64(), a1 = Avx512F.UnpackHigh(r0, r1).AsUInt64();
        Vector512<ulong> b0 = Avx512F.UnpackLow(r2, r3).AsUInt64(), b1 = Avx512F.UnpackHigh(r2, r3).AsUInt64();
        Vector512<ulong> c0 = Avx512F.UnpackLow(r4, r5).AsUInt64(), c1 = Avx512F.UnpackHigh(r4, r5).AsUInt64();
        Vector512<ulong> d0 = Avx512F.UnpackLow(r6, r7).AsUInt64(), d1 = Avx512F.UnpackHigh(r6, r7).AsUInt64();
        Sixteen(Avx512F.UnpackLow(a0, b0), Avx512F.UnpackLow(c0, d0), ref words, 0);
        Sixteen(Avx512F.UnpackHigh(a0, b0), Avx512F.UnpackHigh(c0, d0), ref words, 1);
        Sixteen(Avx512F.UnpackLow(a1, b1), Avx512F.UnpackLow(c1, d1), ref words, 2);
        Sixteen(Avx512F.UnpackHigh(a1, b1), Avx512F.UnpackHigh(c1, d1), ref words, 3);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static void Sixteen(Vector512<ulong> upper, Vector512<ulong> lower, ref Vector512<uint> words, int word)
        {
            Unsafe.Add(ref words, word) = Avx512F.PermuteVar8x64x2(upper, Vector512.Create(0ul, 1, 8, 9, 4, 5, 12, 13), lower).AsUInt32();
            Unsafe.Add(ref words, word + 4) = Avx512F.PermuteVar8x64x2(upper, Vector512.Create(2ul, 3, 10, 11, 6, 7, 14, 15), lower).AsUInt32();
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static Vector512<uint> Taken(ref byte first, ref int places, ref byte masks, ref int beyond, [ConstantExpected] int lane)
        {
            Vector256<byte> upper = Row.Bytes(ref first, Unsafe.Add(ref places, lane), ref masks, Unsafe.Add(ref beyond, lane));
            Vector256<byte> lower = Row.Bytes(ref first, Unsafe.Add(ref places, lane + 8), ref masks, Unsafe.Add(ref beyond, lane + 8));
            return Avx512BW.Shuffle(Vector512.Create(upper, lower), Vector512.Create(Row.Swap, Row.Swap)).AsUInt32();
        }
    }
}
