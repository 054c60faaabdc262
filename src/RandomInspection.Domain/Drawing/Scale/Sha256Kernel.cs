using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RandomInspection.Drawing.Scale;

/// <summary>SHA-256 (FIPS 180-4) of many messages at once, one in each lane of a vector.</summary>
/// <remarks>
/// The platform's own takes one message a call and costs more for the call than for the hash. Here 16 messages go together with AVX-512,
/// 8 with AVX2, 4 with 128-bit vectors (AdvSimd, SSE2), one where there are no vectors; every width works on every machine, so that each is
/// tested on all. References into arrays are followed unchecked here and in the files of rounds, widths, rows and memory, nowhere else: the lengths are checked where a call comes in.
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
    [ExcludeFromCodeCoverage(Justification = "A processor takes one of these ways; a test asks that it is one of the widths.")]
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
    // Places in the memory.
    private const int Schedule = 0;
    private const int Start = Schedule + Rounds;
    private const int Running = Start + DigestWords;
    private const int State = Running + DigestWords;
    private const int Working = State + DigestWords;
    private const int First = Working + DigestWords;
    private const int Lengths = First + DigestWords;
    private const int Places = Lengths + 1;
    private const int FirstPlaces = Places + 1;
    private const int Beyond = FirstPlaces + 1;
    private const int SecondPlaces = Beyond + 1;
    private const int SecondBeyond = SecondPlaces + 1;
    private const int Line = BlockBytes / sizeof(uint);
    private const int Masks = (SecondBeyond + Line) / Line * Line;

    private readonly AlignedVectors<TVector> _memory = new(Masks + (Row.MaskBytes / Unsafe.SizeOf<TVector>()));
    private int _shared;

    public Sha256Kernel()
    {
        for (int word = 0; word < DigestWords; word++)
        {
            _memory[First + word] = TLanes.Broadcast(Initial[word]);
        }

        Row.WriteMasks(ref Unsafe.As<TVector, byte>(ref _memory[Masks]));
        Begin([]);
    }

    public override int Lanes => TLanes.Count;

    public override void Begin(ReadOnlySpan<byte> shared)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(shared.Length % BlockBytes, 0, nameof(shared));
        for (int word = 0; word < DigestWords; word++)
        {
            _memory[Start + word] = _memory[First + word];
        }

        _shared = shared.Length;
        for (; !shared.IsEmpty; shared = shared[BlockBytes..])
        {
            for (int word = 0; word < Words; word++)
            {
                _memory[Schedule + word] = TLanes.Broadcast(BinaryPrimitives.ReadUInt32BigEndian(shared[(4 * word)..]));
            }

            Compress(Start, Start);
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
                int messages = Math.Min(TLanes.Count, count - group);
                (int shortest, int longest) = Take(ref begin, messages);
                ArgumentOutOfRangeException.ThrowIfNegative(shortest, nameof(starts));
                HashGroup(ref first, ref messages == TLanes.Count ? ref begin : ref Numbers(Places), shortest, longest);
                for (int word = 0; word < words; word++)
                {
                    TLanes.Store(_memory[State + word], ref Unsafe.Add(ref columns, (word * stride) + group));
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
                        _memory[Schedule + (DigestWords * side) + word] = TLanes.Or(carried, TLanes.Right(value, 8));
                        carried = TLanes.Left(value, 24);
                    }
                }

                Compress(First, State);
                for (int word = 1; word < DigestWords; word++)
                {
                    _memory[Schedule + word] = default;
                }

                _memory[Schedule] = TLanes.Or(carried, TLanes.Broadcast(0x80u << 16));
                _memory[Schedule + Words - 1] = TLanes.Broadcast(8 * (1 + (2 * 4 * DigestWords)));
                CompressShort(State, State);
                for (int word = 0; word < DigestWords; word++)
                {
                    TLanes.Store(_memory[State + word], ref Unsafe.Add(ref to, (word * stride) + group));
                }
            }
        }
    }

    private static int RoundUp(int count) => (count + TLanes.Count - 1) / TLanes.Count * TLanes.Count;

    /// <summary>Keeps the lengths of a group's messages, and gives the least and the largest.</summary>
    private (int Shortest, int Longest) Take(ref int begin, int messages)
    {
        unchecked
        {
            int shortest = Unsafe.Add(ref begin, 1) - begin, longest = shortest;
            if (messages == TLanes.Count)
            {
                ref uint starts = ref Unsafe.As<int, uint>(ref begin);
                TVector lengths = TLanes.Subtract(TLanes.Load(ref Unsafe.Add(ref starts, 1)), TLanes.Load(ref starts));
                _memory[Lengths] = lengths;
                if (TLanes.AreAll(lengths, (uint)shortest))
                {
                    return (shortest, longest); // credit codes
                }
            }
            else
            {
                // Lanes without a message have the first one's, and what they give goes nowhere.
                for (int lane = 0; lane < TLanes.Count; lane++)
                {
                    int message = lane < messages ? lane : 0, place = Unsafe.Add(ref begin, message);
                    Unsafe.Add(ref Numbers(Places), lane) = place;
                    Unsafe.Add(ref Numbers(Lengths), lane) = Unsafe.Add(ref begin, message + 1) - place;
                }
            }

            for (int lane = 1; lane < messages; lane++)
            {
                int length = Unsafe.Add(ref begin, lane + 1) - Unsafe.Add(ref begin, lane);
                (shortest, longest) = (Math.Min(shortest, length), Math.Max(longest, length));
            }

            return (shortest, longest);
        }
    }

    /// <summary>As many blocks as the longest message has; what a shorter one gave is kept when it ends.</summary>
    private void HashGroup(ref byte first, ref int places, int shortest, int longest)
    {
        unchecked
        {
            int blocks = BlocksOf(longest), before = Start;
            bool allEndTogether = BlocksOf(shortest) == blocks;
            TVector lengths = _memory[Lengths], sizes = TLanes.Add(lengths, TLanes.Broadcast((uint)_shared));
            for (int block = 0; block < blocks; block++)
            {
                int at = BlockBytes * block;
                bool isLast = allEndTogether && block == blocks - 1;
                if (isLast && shortest >= at && longest - at < HalfBlock)
                {
                    _memory[Beyond] = TLanes.Subtract(TLanes.Broadcast((uint)(HalfBlock + at)), lengths);
                    TakeHalf(ref Unsafe.Add(ref first, at), ref places, Beyond, Schedule);
                    _memory[Schedule + Words - 1] = TLanes.Left(sizes, 3);
                    CompressShort(before, State);
                    return;
                }

                TVector ending = default;
                if (shortest - at >= BlockBytes)
                {
                    _memory[Beyond] = default;
                    TakeHalf(ref Unsafe.Add(ref first, at), ref places, Beyond, Schedule);
                    TakeHalf(ref Unsafe.Add(ref first, at + HalfBlock), ref places, Beyond, Schedule + DigestWords);
                }
                else
                {
                    ending = TakeAny(ref first, ref places, block, sizes);
                }

                Compress(before, isLast ? State : Running);
                before = Running;
                for (int word = 0; word < DigestWords && !allEndTogether; word++)
                {
                    _memory[State + word] = TLanes.Choose(ending, _memory[Running + word], _memory[State + word]);
                }
            }
        }
    }

    private static int BlocksOf(int length) => unchecked(((length + sizeof(ulong)) / BlockBytes) + 1);

    /// <summary>The words of half a block.</summary>
    private void TakeHalf(ref byte first, ref int places, int beyond, int words) =>
        TLanes.Transpose(ref first, ref places, ref Unsafe.As<TVector, byte>(ref _memory[Masks]), ref Numbers(beyond), ref _memory[words]);

    /// <summary>The words of any block; gives the lanes whose messages end in it.</summary>
    private TVector TakeAny(ref byte first, ref int places, int block, TVector sizes)
    {
        unchecked
        {
            ref int firstPlaces = ref Numbers(FirstPlaces), firstBeyond = ref Numbers(Beyond), secondPlaces = ref Numbers(SecondPlaces), secondBeyond = ref Numbers(SecondBeyond);
            ref int ends = ref Numbers(Schedule);
            for (int lane = 0; lane < TLanes.Count; lane++)
            {
                // Of a message that has ended nothing is read but what stands right behind it.
                int length = Unsafe.Add(ref Numbers(Lengths), lane), end = Unsafe.Add(ref places, lane) + length, left = length - (BlockBytes * block);
                Unsafe.Add(ref ends, lane) = BlocksOf(length) == block + 1 ? -1 : 0;
                Unsafe.Add(ref firstPlaces, lane) = end - Math.Max(left, 0);
                Unsafe.Add(ref firstBeyond, lane) = Math.Clamp(HalfBlock - left, 0, BlockBytes);
                Unsafe.Add(ref secondPlaces, lane) = end - Math.Max(left - HalfBlock, 0);
                Unsafe.Add(ref secondBeyond, lane) = Math.Clamp(BlockBytes - left, 0, BlockBytes);
            }

            TVector ending = _memory[Schedule];
            TakeHalf(ref first, ref firstPlaces, Beyond, Schedule);
            TakeHalf(ref first, ref secondPlaces, SecondBeyond, Schedule + DigestWords);
            _memory[Schedule + Words - 2] = TLanes.Choose(ending, TLanes.Right(sizes, 29), _memory[Schedule + Words - 2]);
            _memory[Schedule + Words - 1] = TLanes.Choose(ending, TLanes.Left(sizes, 3), _memory[Schedule + Words - 1]);
            return ending;
        }
    }

    private ref int Numbers(int place) => ref Unsafe.As<TVector, int>(ref _memory[place]);

    private void Compress(int from, int to) =>
        Sha256Rounds<TVector, TLanes>.Finish(0, ref MemoryMarshal.GetArrayDataReference(Constants), ref _memory[Schedule], ref _memory[from], ref _memory[from], ref _memory[to]);

    private void CompressShort(int from, int to)
    {
        ref uint k = ref MemoryMarshal.GetArrayDataReference(Constants);
        Sha256Rounds<TVector, TLanes>.BeginShort(ref k, ref _memory[Schedule], ref _memory[from], ref _memory[Working]);
        Sha256Rounds<TVector, TLanes>.Finish(Words, ref Unsafe.Add(ref k, Words), ref _memory[Schedule + Words], ref _memory[Working], ref _memory[from], ref _memory[to]);
    }
}
