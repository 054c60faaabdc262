using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RandomInspection.Drawing.Scale;

/// <summary>SHA-256 (FIPS 180-4) of many messages at once, one in each lane of a vector.</summary>
/// <remarks>
/// The platform's own takes one message a call and costs more for the call than for the hash. Here 16 messages go together with AVX-512,
/// 8 with AVX2, 4 with 128-bit vectors (AdvSimd, SSE2), one where there are no vectors; every width works on every machine, so that each is
/// tested on all. References into arrays are followed unchecked here and in the widths' own file, nowhere else: the lengths are checked where a call comes in.
/// </remarks>
internal abstract class Sha256Kernel : BatchHash
{
    private protected const int HalfBlock = 32;
    private protected const int Words = 16;
    private protected const int Rounds = 64;

    private protected static readonly uint[] Initial = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];

    private protected static readonly uint[] Constants =
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    /// <summary>Messages hashed together.</summary>
    public abstract int Lanes { get; }

    /// <summary>The width that is fastest on this processor.</summary>
    public static int FastestLanes =>
        !BitConverter.IsLittleEndian ? 1 : Vector512.IsHardwareAccelerated ? 16 : Vector256.IsHardwareAccelerated ? 8 : Vector128.IsHardwareAccelerated ? 4 : 1;

    /// <summary>A kernel of the width that is fastest on this processor.</summary>
    public static Sha256Kernel Best() => OfLanes(FastestLanes);

    /// <summary>A kernel of a width: 1, 4, 8 or 16.</summary>
    public static Sha256Kernel OfLanes(int lanes) => lanes switch
    {
        1 => new Sha256Kernel<uint, OneLane>(),
        4 => new Sha256Kernel<Vector128<uint>, FourLanes>(),
        8 => new Sha256Kernel<Vector256<uint>, EightLanes>(),
        16 => new Sha256Kernel<Vector512<uint>, SixteenLanes>(),
        _ => throw new ArgumentOutOfRangeException(nameof(lanes)),
    };
}

/// <summary>The kernel of one width.</summary>
internal sealed class Sha256Kernel<TVector, TLanes> : Sha256Kernel
    where TVector : struct
    where TLanes : struct, ILanes<TVector>
{
    // What is kept of 32 bytes, and the bit that ends a message, from the place that says how many of them are beyond its end.
    private static readonly byte[] Keep = [.. Enumerable.Repeat((byte)0xff, HalfBlock), .. new byte[BlockBytes]];
    private static readonly byte[] End = [.. new byte[HalfBlock], 0x80, .. new byte[BlockBytes - 1]];

    private static readonly TVector[] WideConstants = [.. Constants.Select(TLanes.Broadcast)];
    private static readonly TVector[] WideInitial = [.. Initial.Select(TLanes.Broadcast)];

    private readonly TVector[] _start = new TVector[DigestWords];
    private readonly TVector[] _state = new TVector[DigestWords];
    private readonly TVector[] _running = new TVector[DigestWords];
    private readonly TVector[] _schedule = new TVector[Rounds];
    private readonly byte[] _rows = new byte[MostLanes * BlockBytes];
    private readonly uint[] _bits = new uint[MostLanes];
    private int _shared;

    public Sha256Kernel() => Begin([]);

    public override int Lanes => TLanes.Count;

    public override void Begin(ReadOnlySpan<byte> shared)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(shared.Length % BlockBytes, 0, nameof(shared));
        WideInitial.CopyTo(_start, 0);
        _shared = shared.Length;
        for (; !shared.IsEmpty; shared = shared[BlockBytes..])
        {
            for (int word = 0; word < Words; word++)
            {
                _schedule[word] = TLanes.Broadcast(BinaryPrimitives.ReadUInt32BigEndian(shared[(4 * word)..]));
            }

            Compress(_start, _start);
        }
    }

    public override void Hash(ReadOnlySpan<byte> text, ReadOnlySpan<int> starts, Span<uint> digests, int stride, int words)
    {
        int count = starts.Length - 1;
        if (count < 1)
        {
            return;
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(words, DigestWords);
        ArgumentOutOfRangeException.ThrowIfLessThan(digests.Length, ((words - 1) * stride) + RoundUp(count), nameof(digests));
        ArgumentOutOfRangeException.ThrowIfLessThan(text.Length, starts[count] + Slack, nameof(text));
        ArgumentOutOfRangeException.ThrowIfNegative(starts[0], nameof(starts));
        ref byte first = ref MemoryMarshal.GetReference(text);
        ref uint columns = ref MemoryMarshal.GetReference(digests);
        ref int begin = ref MemoryMarshal.GetReference(starts);
        unchecked
        {
            for (int group = 0; group < count; group += TLanes.Count)
            {
                // What stands in lanes without a message goes nowhere.
                int messages = Math.Min(TLanes.Count, count - group);
                (int shortest, int longest) = (int.MaxValue, 0);
                for (int lane = 0; lane < messages; lane++)
                {
                    int length = Unsafe.Add(ref begin, lane + 1) - Unsafe.Add(ref begin, lane);
                    (shortest, longest) = (Math.Min(shortest, length), Math.Max(longest, length));
                }

                ArgumentOutOfRangeException.ThrowIfNegative(shortest, nameof(starts));
                if (longest < HalfBlock)
                {
                    HashShort(ref first, ref begin, messages);
                }
                else
                {
                    HashLong(ref first, ref begin, messages, shortest, longest);
                }

                for (int word = 0; word < words; word++)
                {
                    TLanes.Store(_state[word], ref Unsafe.Add(ref columns, (word * stride) + group));
                }

                begin = ref Unsafe.Add(ref begin, messages);
            }
        }
    }

    public override void Nodes(ReadOnlySpan<uint> level, int stride, int pairs, Span<uint> above)
    {
        int last = (DigestWords - 1) * stride;
        ArgumentOutOfRangeException.ThrowIfLessThan(level.Length, last + (2 * RoundUp(pairs)), nameof(level));
        ArgumentOutOfRangeException.ThrowIfLessThan(above.Length, last + RoundUp(pairs), nameof(above));
        ref uint from = ref MemoryMarshal.GetReference(level);
        ref uint to = ref MemoryMarshal.GetReference(above);
        unchecked
        {
            for (int group = 0; group < pairs; group += TLanes.Count)
            {
                // 0x01 moves every word by a byte: a word ends in the first byte of the next.
                TVector carried = TLanes.Broadcast(1u << 24);
                for (int side = 0; side < 2; side++)
                {
                    for (int word = 0; word < DigestWords; word++)
                    {
                        ref uint at = ref Unsafe.Add(ref from, (word * stride) + (2 * group));
                        TVector low = TLanes.Load(ref at), high = TLanes.Load(ref Unsafe.Add(ref at, TLanes.Count));
                        TVector value = side == 0 ? TLanes.Even(low, high) : TLanes.Odd(low, high);
                        _schedule[(DigestWords * side) + word] = TLanes.Or(carried, TLanes.Right(value, 8));
                        carried = TLanes.Left(value, 24);
                    }
                }

                Compress(WideInitial, _state);
                for (int word = 1; word < Words - 1; word++)
                {
                    _schedule[word] = default;
                }

                _schedule[0] = TLanes.Or(carried, TLanes.Broadcast(0x80u << 16));
                _schedule[Words - 1] = TLanes.Broadcast(8 * (1 + (2 * 4 * DigestWords)));
                Compress(_state, _state);
                for (int word = 0; word < DigestWords; word++)
                {
                    TLanes.Store(_state[word], ref Unsafe.Add(ref to, (word * stride) + group));
                }
            }
        }
    }

    private static int RoundUp(int count) => (count + TLanes.Count - 1) / TLanes.Count * TLanes.Count;

    /// <summary>Messages of less than 32 bytes: one block, of which only the first half and the length are not zero.</summary>
    private void HashShort(ref byte first, ref int begin, int messages)
    {
        unchecked
        {
            ref byte rows = ref MemoryMarshal.GetArrayDataReference(_rows);
            ref uint bits = ref MemoryMarshal.GetArrayDataReference(_bits);
            ref byte keep = ref MemoryMarshal.GetArrayDataReference(Keep);
            ref byte end = ref MemoryMarshal.GetArrayDataReference(End);
            ref TVector schedule = ref MemoryMarshal.GetArrayDataReference(_schedule);
            int shared = _shared;
            for (int lane = 0; lane < messages; lane++)
            {
                int from = Unsafe.Add(ref begin, lane), length = Unsafe.Add(ref begin, lane + 1) - from;
                Cut(ref first, from, HalfBlock - length, ref keep, ref end).StoreUnsafe(ref rows, (nuint)(BlockBytes * lane));
                Unsafe.Add(ref bits, lane) = (uint)(8 * (shared + length));
            }

            TLanes.Transpose(ref rows, ref schedule);
            for (int word = DigestWords; word < Words - 1; word++)
            {
                Unsafe.Add(ref schedule, word) = default;
            }

            Unsafe.Add(ref schedule, Words - 1) = TLanes.Load(ref bits);
            Compress(_start, _state);
        }
    }

    /// <summary>Messages of any length: as many blocks as the longest has; what a shorter one gave is kept when it ends.</summary>
    private void HashLong(ref byte first, ref int begin, int messages, int shortest, int longest)
    {
        unchecked
        {
            ref byte rows = ref MemoryMarshal.GetArrayDataReference(_rows);
            ref byte keep = ref MemoryMarshal.GetArrayDataReference(Keep);
            ref byte end = ref MemoryMarshal.GetArrayDataReference(End);
            ref TVector schedule = ref MemoryMarshal.GetArrayDataReference(_schedule);
            int blocks = BlocksOf(longest);
            bool allEndTogether = BlocksOf(shortest) == blocks;
            _start.CopyTo(_running, 0);
            for (int block = 0; block < blocks; block++)
            {
                for (int lane = 0; lane < messages; lane++)
                {
                    int from = Unsafe.Add(ref begin, lane), length = Unsafe.Add(ref begin, lane + 1) - from;
                    ref byte row = ref Unsafe.Add(ref rows, BlockBytes * lane);
                    int left = length - (BlockBytes * block);
                    if (left >= BlockBytes)
                    {
                        Vector256.LoadUnsafe(ref first, (nuint)(from + (BlockBytes * block))).StoreUnsafe(ref row);
                        Vector256.LoadUnsafe(ref first, (nuint)(from + (BlockBytes * block) + HalfBlock)).StoreUnsafe(ref row, HalfBlock);
                        _bits[lane] = 0;
                        continue;
                    }

                    // Of a message that has ended nothing is read but what stands right behind it.
                    Cut(ref first, from + length - Math.Max(left, 0), Math.Clamp(HalfBlock - left, 0, BlockBytes), ref keep, ref end).StoreUnsafe(ref row);
                    Cut(ref first, from + length - Math.Max(left - HalfBlock, 0), Math.Clamp(BlockBytes - left, 0, BlockBytes), ref keep, ref end).StoreUnsafe(ref row, HalfBlock);
                    bool ends = BlocksOf(length) == block + 1;
                    _bits[lane] = ends ? uint.MaxValue : 0;
                    if (ends)
                    {
                        ulong bits = 8 * (ulong)(_shared + length);
                        Unsafe.WriteUnaligned(ref Unsafe.Add(ref row, BlockBytes - sizeof(ulong)), BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(bits) : bits);
                    }
                }

                TLanes.Transpose(ref rows, ref schedule);
                TLanes.Transpose(ref Unsafe.Add(ref rows, HalfBlock), ref Unsafe.Add(ref schedule, DigestWords));
                if (allEndTogether && block == blocks - 1)
                {
                    Compress(_running, _state);
                    return;
                }

                Compress(_running, _running);
                TVector ending = TLanes.Load(ref MemoryMarshal.GetArrayDataReference(_bits));
                for (int word = 0; word < DigestWords && !allEndTogether; word++)
                {
                    _state[word] = TLanes.Choose(ending, _running[word], _state[word]);
                }
            }

            static int BlocksOf(int length) => ((length + sizeof(ulong)) / BlockBytes) + 1;
        }
    }

    /// <summary>32 bytes of a message of which the last ones are beyond its end: there the bit that ends it, and zeros.</summary>
    /// <param name="first">The text.</param>
    /// <param name="at">Where they begin.</param>
    /// <param name="beyond">How many are beyond the end, 0 to 64: 0 has no end, and above 32 the end was before.</param>
    /// <param name="keep">The table of what is kept.</param>
    /// <param name="end">The table of ends.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Cut(ref byte first, int at, int beyond, ref byte keep, ref byte end) =>
        (Vector256.LoadUnsafe(ref first, (nuint)at) & Vector256.LoadUnsafe(ref keep, (nuint)beyond)) | Vector256.LoadUnsafe(ref end, (nuint)beyond);

    private void Compress(TVector[] from, TVector[] to) => Compress(
        ref MemoryMarshal.GetArrayDataReference(WideConstants),
        ref MemoryMarshal.GetArrayDataReference(from),
        ref MemoryMarshal.GetArrayDataReference(to),
        ref MemoryMarshal.GetArrayDataReference(_schedule));

    // Written out eight rounds at a time, so that the registers need not move; more than that and the compiler keeps them in memory.
    // Optimised at once: a small draw is over before the runtime would have noticed that this is hot.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Compress(ref TVector k, ref TVector start, ref TVector state, ref TVector w)
    {
        unchecked
        {
            TVector a = start, b = Unsafe.Add(ref start, 1), c = Unsafe.Add(ref start, 2), d = Unsafe.Add(ref start, 3);
            TVector e = Unsafe.Add(ref start, 4), f = Unsafe.Add(ref start, 5), g = Unsafe.Add(ref start, 6), h = Unsafe.Add(ref start, 7);
            TVector one, x, y = TLanes.Differ(b, c);
            for (int i = 0; i < 64; i += 8)
            {
                if (i < 48)
                {
                    Unsafe.Add(ref w, 16) = TLanes.Next(w, Unsafe.Add(ref w, 1), Unsafe.Add(ref w, 9), Unsafe.Add(ref w, 14));
                    Unsafe.Add(ref w, 17) = TLanes.Next(Unsafe.Add(ref w, 1), Unsafe.Add(ref w, 2), Unsafe.Add(ref w, 10), Unsafe.Add(ref w, 15));
                    Unsafe.Add(ref w, 18) = TLanes.Next(Unsafe.Add(ref w, 2), Unsafe.Add(ref w, 3), Unsafe.Add(ref w, 11), Unsafe.Add(ref w, 16));
                    Unsafe.Add(ref w, 19) = TLanes.Next(Unsafe.Add(ref w, 3), Unsafe.Add(ref w, 4), Unsafe.Add(ref w, 12), Unsafe.Add(ref w, 17));
                    Unsafe.Add(ref w, 20) = TLanes.Next(Unsafe.Add(ref w, 4), Unsafe.Add(ref w, 5), Unsafe.Add(ref w, 13), Unsafe.Add(ref w, 18));
                    Unsafe.Add(ref w, 21) = TLanes.Next(Unsafe.Add(ref w, 5), Unsafe.Add(ref w, 6), Unsafe.Add(ref w, 14), Unsafe.Add(ref w, 19));
                    Unsafe.Add(ref w, 22) = TLanes.Next(Unsafe.Add(ref w, 6), Unsafe.Add(ref w, 7), Unsafe.Add(ref w, 15), Unsafe.Add(ref w, 20));
                    Unsafe.Add(ref w, 23) = TLanes.Next(Unsafe.Add(ref w, 7), Unsafe.Add(ref w, 8), Unsafe.Add(ref w, 16), Unsafe.Add(ref w, 21));
                }

                one = TLanes.One(e, f, g, TLanes.Add(h, w), k);
                d = TLanes.Add(d, one);
                x = TLanes.Differ(a, b);
                h = TLanes.Two(a, b, c, x, y, one);
                one = TLanes.One(d, e, f, TLanes.Add(g, Unsafe.Add(ref w, 1)), Unsafe.Add(ref k, 1));
                c = TLanes.Add(c, one);
                y = TLanes.Differ(h, a);
                g = TLanes.Two(h, a, b, y, x, one);
                one = TLanes.One(c, d, e, TLanes.Add(f, Unsafe.Add(ref w, 2)), Unsafe.Add(ref k, 2));
                b = TLanes.Add(b, one);
                x = TLanes.Differ(g, h);
                f = TLanes.Two(g, h, a, x, y, one);
                one = TLanes.One(b, c, d, TLanes.Add(e, Unsafe.Add(ref w, 3)), Unsafe.Add(ref k, 3));
                a = TLanes.Add(a, one);
                y = TLanes.Differ(f, g);
                e = TLanes.Two(f, g, h, y, x, one);
                one = TLanes.One(a, b, c, TLanes.Add(d, Unsafe.Add(ref w, 4)), Unsafe.Add(ref k, 4));
                h = TLanes.Add(h, one);
                x = TLanes.Differ(e, f);
                d = TLanes.Two(e, f, g, x, y, one);
                one = TLanes.One(h, a, b, TLanes.Add(c, Unsafe.Add(ref w, 5)), Unsafe.Add(ref k, 5));
                g = TLanes.Add(g, one);
                y = TLanes.Differ(d, e);
                c = TLanes.Two(d, e, f, y, x, one);
                one = TLanes.One(g, h, a, TLanes.Add(b, Unsafe.Add(ref w, 6)), Unsafe.Add(ref k, 6));
                f = TLanes.Add(f, one);
                x = TLanes.Differ(c, d);
                b = TLanes.Two(c, d, e, x, y, one);
                one = TLanes.One(f, g, h, TLanes.Add(a, Unsafe.Add(ref w, 7)), Unsafe.Add(ref k, 7));
                e = TLanes.Add(e, one);
                y = TLanes.Differ(b, c);
                a = TLanes.Two(b, c, d, y, x, one);
                k = ref Unsafe.Add(ref k, 8);
                w = ref Unsafe.Add(ref w, 8);
            }

            state = TLanes.Add(start, a);
            Unsafe.Add(ref state, 1) = TLanes.Add(Unsafe.Add(ref start, 1), b);
            Unsafe.Add(ref state, 2) = TLanes.Add(Unsafe.Add(ref start, 2), c);
            Unsafe.Add(ref state, 3) = TLanes.Add(Unsafe.Add(ref start, 3), d);
            Unsafe.Add(ref state, 4) = TLanes.Add(Unsafe.Add(ref start, 4), e);
            Unsafe.Add(ref state, 5) = TLanes.Add(Unsafe.Add(ref start, 5), f);
            Unsafe.Add(ref state, 6) = TLanes.Add(Unsafe.Add(ref start, 6), g);
            Unsafe.Add(ref state, 7) = TLanes.Add(Unsafe.Add(ref start, 7), h);
        }
    }
}
