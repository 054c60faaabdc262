using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RandomInspection.Drawing.Scale;

/// <summary>SHA-256 (FIPS 180-4) of many messages at once, one in each lane of a vector.</summary>
/// <remarks>
/// The platform's own takes one message a call and costs more for the call than for the hash. Here 16 messages go together with AVX-512,
/// 8 with AVX2, 4 with 128-bit vectors (AdvSimd, SSE2), one where there are no vectors; every width works on every machine, so that each is
/// tested on all. References into arrays are followed unchecked in this file and nowhere else: the lengths are checked where a call comes in.
/// </remarks>
internal abstract class Sha256Kernel : BatchHash
{
    private protected const int Half = 32;
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

/// <summary>What a width of vector does for SHA-256.</summary>
internal interface ILanes<TVector>
    where TVector : struct
{
    static abstract int Count { get; }

    static abstract TVector Broadcast(uint value);

    static abstract TVector Load(ref uint from);

    static abstract void Store(TVector vector, ref uint to);

    static abstract TVector Add(TVector x, TVector y);

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

    /// <summary>W of 16 rounds later, from W of now and of 1, 9 and 14 rounds later.</summary>
    static abstract TVector Next(TVector now, TVector early, TVector middle, TVector late);

    /// <summary>Eight words of each lane's row of 64 bytes.</summary>
    static abstract void Transpose(ref byte rows, ref TVector words);

    static abstract TVector Even(TVector low, TVector high);

    static abstract TVector Odd(TVector low, TVector high);
}

/// <summary>The kernel of one width.</summary>
internal sealed class Sha256Kernel<TVector, TLanes> : Sha256Kernel
    where TVector : struct
    where TLanes : struct, ILanes<TVector>
{
    // A row is what is kept of 32 bytes, and the bit that ends a message.
    private static readonly byte[] Keep = [.. Enumerable.Repeat((byte)0xff, Half), .. new byte[Half]];
    private static readonly byte[] End = [.. new byte[Half], 0x80, .. new byte[Half - 1]];

    private readonly TVector[] _constants = [.. Constants.Select(TLanes.Broadcast)];
    private readonly TVector[] _initial = [.. Initial.Select(TLanes.Broadcast)];
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
        _initial.CopyTo(_start, 0);
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
        for (int group = 0; group < count; group += TLanes.Count)
        {
            (int shortest, int longest) = (int.MaxValue, 0);
            for (int lane = 0; lane < TLanes.Count; lane++)
            {
                int at = Math.Min(group + lane, count - 1), length = starts[at + 1] - starts[at];
                (shortest, longest) = (Math.Min(shortest, length), Math.Max(longest, length));
            }

            ArgumentOutOfRangeException.ThrowIfNegative(shortest, nameof(starts));
            if (longest < Half)
            {
                HashShort(ref first, starts, group);
            }
            else
            {
                HashLong(ref first, starts, group, shortest, longest);
            }

            for (int word = 0; word < words; word++)
            {
                TLanes.Store(_state[word], ref Unsafe.Add(ref columns, (word * stride) + group));
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

            Compress(_initial, _state);
            Array.Clear(_schedule, 1, Words - 2);
            _schedule[0] = TLanes.Or(carried, TLanes.Broadcast(0x80u << 16));
            _schedule[Words - 1] = TLanes.Broadcast(8 * (1 + (2 * 4 * DigestWords)));
            Compress(_state, _state);
            for (int word = 0; word < DigestWords; word++)
            {
                TLanes.Store(_state[word], ref Unsafe.Add(ref to, (word * stride) + group));
            }
        }
    }

    private static int RoundUp(int count) => (count + TLanes.Count - 1) / TLanes.Count * TLanes.Count;

    /// <summary>Messages of less than 32 bytes: one block, of which only the first half and the length are not zero.</summary>
    private void HashShort(ref byte first, ReadOnlySpan<int> starts, int group)
    {
        ref byte rows = ref MemoryMarshal.GetArrayDataReference(_rows);
        ref byte keep = ref MemoryMarshal.GetArrayDataReference(Keep);
        ref byte end = ref MemoryMarshal.GetArrayDataReference(End);
        int last = starts.Length - 2;
        for (int lane = 0; lane < TLanes.Count; lane++)
        {
            int at = Math.Min(group + lane, last), from = starts[at], length = starts[at + 1] - from;
            nuint rest = (nuint)(Half - length);
            Vector256<byte> row = (Vector256.LoadUnsafe(ref first, (nuint)from) & Vector256.LoadUnsafe(ref keep, rest)) | Vector256.LoadUnsafe(ref end, rest);
            row.StoreUnsafe(ref rows, (nuint)(BlockBytes * lane));
            _bits[lane] = (uint)(8 * (_shared + length));
        }

        TLanes.Transpose(ref rows, ref MemoryMarshal.GetArrayDataReference(_schedule));
        Array.Clear(_schedule, DigestWords, Words - DigestWords);
        _schedule[Words - 1] = TLanes.Load(ref MemoryMarshal.GetArrayDataReference(_bits));
        Compress(_start, _state);
    }

    /// <summary>Messages of any length: as many blocks as the longest has; what a shorter one gave is kept when it ends.</summary>
    private void HashLong(ref byte first, ReadOnlySpan<int> starts, int group, int shortest, int longest)
    {
        ref byte rows = ref MemoryMarshal.GetArrayDataReference(_rows);
        ref byte keep = ref MemoryMarshal.GetArrayDataReference(Keep);
        ref byte end = ref MemoryMarshal.GetArrayDataReference(End);
        ref TVector schedule = ref MemoryMarshal.GetArrayDataReference(_schedule);
        int last = starts.Length - 2, blocks = BlocksOf(longest);
        bool allEndTogether = BlocksOf(shortest) == blocks;
        _start.CopyTo(_running, 0);
        for (int block = 0; block < blocks; block++)
        {
            for (int lane = 0; lane < TLanes.Count; lane++)
            {
                int at = Math.Min(group + lane, last), from = starts[at], length = starts[at + 1] - from;
                for (int half = 0; half < BlockBytes; half += Half)
                {
                    int done = (BlockBytes * block) + half, left = length - done;
                    Vector256<byte> row = default;
                    if (left >= 0)
                    {
                        row = Vector256.LoadUnsafe(ref first, (nuint)(from + done));
                        if (left < Half)
                        {
                            nuint rest = (nuint)(Half - left);
                            row = (row & Vector256.LoadUnsafe(ref keep, rest)) | Vector256.LoadUnsafe(ref end, rest);
                        }
                    }

                    row.StoreUnsafe(ref rows, (nuint)((BlockBytes * lane) + half));
                }

                bool ends = BlocksOf(length) == block + 1;
                _bits[lane] = ends ? uint.MaxValue : 0;
                if (ends)
                {
                    BinaryPrimitives.WriteUInt64BigEndian(_rows.AsSpan((BlockBytes * (lane + 1)) - sizeof(ulong)), 8 * (ulong)(_shared + length));
                }
            }

            TLanes.Transpose(ref rows, ref schedule);
            TLanes.Transpose(ref Unsafe.Add(ref rows, Half), ref Unsafe.Add(ref schedule, DigestWords));
            Compress(_running, _running);
            TVector ending = TLanes.Load(ref MemoryMarshal.GetArrayDataReference(_bits));
            for (int word = 0; word < DigestWords; word++)
            {
                _state[word] = allEndTogether ? _running[word] : TLanes.Choose(ending, _running[word], _state[word]);
            }
        }

        static int BlocksOf(int length) => ((length + sizeof(ulong)) / BlockBytes) + 1;
    }

    private void Compress(TVector[] from, TVector[] to) => Compress(
        ref MemoryMarshal.GetArrayDataReference(_constants),
        ref MemoryMarshal.GetArrayDataReference(from),
        ref MemoryMarshal.GetArrayDataReference(to),
        ref MemoryMarshal.GetArrayDataReference(_schedule));

    // Written out eight rounds at a time, so that the registers need not move; more than that and the compiler keeps them in memory.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Compress(ref TVector k, ref TVector start, ref TVector state, ref TVector w)
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

/// <summary>No vectors.</summary>
internal readonly struct OneLane : ILanes<uint>
{
    public static int Count => 1;

    public static uint Broadcast(uint value) => value;

    public static uint Load(ref uint from) => from;

    public static void Store(uint vector, ref uint to) => to = vector;

    public static uint Add(uint x, uint y) => unchecked(x + y);

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
    public static uint Next(uint now, uint early, uint middle, uint late) =>
        unchecked(now + middle + (Turn(early, 7) ^ Turn(early, 18) ^ Right(early, 3)) + (Turn(late, 17) ^ Turn(late, 19) ^ Right(late, 10)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Turn(uint x, [ConstantExpected] byte by) => BitOperations.RotateRight(x, by);

    public static void Transpose(ref byte rows, ref uint words)
    {
        for (int word = 0; word < Row.Words; word++)
        {
            Unsafe.Add(ref words, word) = Row.Word(ref rows, 0, word);
        }
    }
}

/// <summary>128-bit vectors: AdvSimd, SSE2.</summary>
internal readonly struct FourLanes : ILanes<Vector128<uint>>
{
    public static int Count => 4;

    public static Vector128<uint> Broadcast(uint value) => Vector128.Create(value);

    public static Vector128<uint> Load(ref uint from) => Vector128.LoadUnsafe(ref from);

    public static void Store(Vector128<uint> vector, ref uint to) => vector.StoreUnsafe(ref to);

    public static Vector128<uint> Add(Vector128<uint> x, Vector128<uint> y) => x + y;

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
    public static Vector128<uint> Next(Vector128<uint> now, Vector128<uint> early, Vector128<uint> middle, Vector128<uint> late) =>
        now + middle + (Turn(early, 7) ^ Turn(early, 18) ^ Right(early, 3)) + (Turn(late, 17) ^ Turn(late, 19) ^ Right(late, 10));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> Turn(Vector128<uint> x, [ConstantExpected] byte by) => Vector128.ShiftRightLogical(x, by) | Vector128.ShiftLeft(x, 32 - by);

    public static void Transpose(ref byte rows, ref Vector128<uint> words)
    {
        for (int word = 0; word < Row.Words; word++)
        {
            Unsafe.Add(ref words, word) = Vector128.Create(
                Row.Word(ref rows, 0, word), Row.Word(ref rows, 1, word), Row.Word(ref rows, 2, word), Row.Word(ref rows, 3, word));
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
    public static Vector256<uint> Next(Vector256<uint> now, Vector256<uint> early, Vector256<uint> middle, Vector256<uint> late) =>
        now + middle + (Turn(early, 7) ^ Turn(early, 18) ^ Right(early, 3)) + (Turn(late, 17) ^ Turn(late, 19) ^ Right(late, 10));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Turn(Vector256<uint> x, [ConstantExpected] byte by) => 
        Avx512F.VL.IsSupported ? Avx512F.VL.RotateRight(x, by) : Vector256.ShiftRightLogical(x, by) | Vector256.ShiftLeft(x, 32 - by);

    public static void Transpose(ref byte rows, ref Vector256<uint> words)
    {
        if (!Avx2.IsSupported)
        {
            Span<uint> lanes = stackalloc uint[8];
            for (int word = 0; word < Row.Words; word++)
            {
                for (int lane = 0; lane < lanes.Length; lane++)
                {
                    lanes[lane] = Row.Word(ref rows, lane, word);
                }

                Unsafe.Add(ref words, word) = Vector256.Create<uint>(lanes);
            }

            return;
        }

        // Pairs, then fours, then eights: 2 × 2 blocks of ever larger elements change places.
        Vector256<uint> r0 = Swapped(ref rows, 0), r1 = Swapped(ref rows, 1), r2 = Swapped(ref rows, 2), r3 = Swapped(ref rows, 3);
        Vector256<uint> r4 = Swapped(ref rows, 4), r5 = Swapped(ref rows, 5), r6 = Swapped(ref rows, 6), r7 = Swapped(ref rows, 7);
        Vector256<ulong> a0 = Avx2.UnpackLow(r0, r1).AsUInt64(), a1 = Avx2.UnpackHigh(r0, r1).AsUInt64();
        Vector256<ulong> b0 = Avx2.UnpackLow(r2, r3).AsUInt64(), b1 = Avx2.UnpackHigh(r2, r3).AsUInt64();
        Vector256<ulong> c0 = Avx2.UnpackLow(r4, r5).AsUInt64(), c1 = Avx2.UnpackHigh(r4, r5).AsUInt64();
        Vector256<ulong> d0 = Avx2.UnpackLow(r6, r7).AsUInt64(), d1 = Avx2.UnpackHigh(r6, r7).AsUInt64();
        Eight(Avx2.UnpackLow(a0, b0), Avx2.UnpackLow(c0, d0), ref words, 0);
        Eight(Avx2.UnpackHigh(a0, b0), Avx2.UnpackHigh(c0, d0), ref words, 1);
        Eight(Avx2.UnpackLow(a1, b1), Avx2.UnpackLow(c1, d1), ref words, 2);
        Eight(Avx2.UnpackHigh(a1, b1), Avx2.UnpackHigh(c1, d1), ref words, 3);

        static void Eight(Vector256<ulong> upper, Vector256<ulong> lower, ref Vector256<uint> words, int word)
        {
            Unsafe.Add(ref words, word) = Avx2.Permute2x128(upper, lower, 0x20).AsUInt32();
            Unsafe.Add(ref words, word + 4) = Avx2.Permute2x128(upper, lower, 0x31).AsUInt32();
        }

        static Vector256<uint> Swapped(ref byte rows, int lane) =>
            Avx2.Shuffle(Vector256.LoadUnsafe(ref rows, (nuint)(lane * BatchHash.BlockBytes)), BigEndian).AsUInt32();
    }

    private static Vector256<byte> BigEndian => Vector256.Create(
        (byte)3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12, 3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12);
}

/// <summary>512-bit vectors: AVX-512.</summary>
internal readonly struct SixteenLanes : ILanes<Vector512<uint>>
{
    public static int Count => 16;

    public static Vector512<uint> Broadcast(uint value) => Vector512.Create(value);

    public static Vector512<uint> Load(ref uint from) => Vector512.LoadUnsafe(ref from);

    public static void Store(Vector512<uint> vector, ref uint to) => vector.StoreUnsafe(ref to);

    public static Vector512<uint> Add(Vector512<uint> x, Vector512<uint> y) => x + y;

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

    public static void Transpose(ref byte rows, ref Vector512<uint> words)
    {
        Span<Vector256<uint>> lower = stackalloc Vector256<uint>[Row.Words], upper = stackalloc Vector256<uint>[Row.Words];
        EightLanes.Transpose(ref rows, ref MemoryMarshal.GetReference(lower));
        EightLanes.Transpose(ref Unsafe.Add(ref rows, 8 * BatchHash.BlockBytes), ref MemoryMarshal.GetReference(upper));
        for (int word = 0; word < Row.Words; word++)
        {
            Unsafe.Add(ref words, word) = Vector512.Create(lower[word], upper[word]);
        }
    }
}

/// <summary>A lane's half block in memory.</summary>
internal static class Row
{
    public const int Words = 8;

    public static uint Word(ref byte rows, int lane, int word)
    {
        uint read = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref rows, (lane * BatchHash.BlockBytes) + (sizeof(uint) * word)));
        return BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(read) : read;
    }
}
