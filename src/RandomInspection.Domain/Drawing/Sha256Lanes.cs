using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RandomInspection.Drawing;

/// <summary>SHA-256 (FIPS 180-4) of eight messages at once that differ in their last block only.</summary>
/// <remarks>The platform's own takes one message a call; it serves where there are no such vectors.</remarks>
internal sealed class Sha256Lanes
{
    public const int Lanes = 8;
    public const int BlockBytes = 64;

    private const int Words = 16;
    private const int Rounds = 64;

    private static readonly uint[] Constants =
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    private readonly Vector256<uint>[] _start =
    [
        Vector256.Create(0x6a09e667u), Vector256.Create(0xbb67ae85u), Vector256.Create(0x3c6ef372u), Vector256.Create(0xa54ff53au),
        Vector256.Create(0x510e527fu), Vector256.Create(0x9b05688cu), Vector256.Create(0x1f83d9abu), Vector256.Create(0x5be0cd19u),
    ];

    private readonly Vector256<uint>[] _schedule = new Vector256<uint>[Words];

    /// <summary>Begins with the blocks that all messages share.</summary>
    /// <param name="shared">Whole blocks.</param>
    public Sha256Lanes(ReadOnlySpan<byte> shared)
    {
        for (; shared.Length > 0; shared = shared[BlockBytes..])
        {
            for (int word = 0; word < Words; word++)
            {
                _schedule[word] = Vector256.Create(System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(shared[(4 * word)..]));
            }

            Compress(_start);
        }
    }

    public static bool IsFast => Vector256.IsHardwareAccelerated;

    /// <summary>The digests of eight messages.</summary>
    /// <param name="blocks">Their last blocks with padding, one behind the other.</param>
    /// <param name="words">Takes the digests' 64-bit words, four for each message.</param>
    public void Finish(ReadOnlySpan<byte> blocks, Span<ulong> words)
    {
        Span<uint> lanes = stackalloc uint[Lanes];
        for (int word = 0; word < Words; word++)
        {
            for (int lane = 0; lane < Lanes; lane++)
            {
                lanes[lane] = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(blocks[((BlockBytes * lane) + (4 * word))..]);
            }

            _schedule[word] = Vector256.Create<uint>(lanes);
        }

        Span<Vector256<uint>> state = stackalloc Vector256<uint>[8];
        _start.CopyTo(state);
        Compress(state);
        Span<uint> left = stackalloc uint[Lanes], right = stackalloc uint[Lanes];
        for (int word = 0; word < 4; word++)
        {
            state[2 * word].CopyTo(left);
            state[(2 * word) + 1].CopyTo(right);
            for (int lane = 0; lane < Lanes; lane++)
            {
                words[(4 * lane) + word] = ((ulong)left[lane] << 32) | right[lane];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Turn(Vector256<uint> x, [ConstantExpected] byte by) =>
        Avx512F.VL.IsSupported ? Avx512F.VL.RotateRight(x, by) : Vector256.ShiftRightLogical(x, by) | Vector256.ShiftLeft(x, 32 - by);

    private void Compress(Span<Vector256<uint>> state)
    {
        Vector256<uint> a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
        Vector256<uint>[] w = _schedule;
        for (int round = 0; round < Rounds; round++)
        {
            int at = round & (Words - 1);
            if (round >= Words)
            {
                Vector256<uint> early = w[(round + 1) & (Words - 1)], late = w[(round + 14) & (Words - 1)];
                w[at] += (Turn(early, 7) ^ Turn(early, 18) ^ Vector256.ShiftRightLogical(early, 3)) + w[(round + 9) & (Words - 1)]
                    + (Turn(late, 17) ^ Turn(late, 19) ^ Vector256.ShiftRightLogical(late, 10));
            }

            Vector256<uint> one = h + (Turn(e, 6) ^ Turn(e, 11) ^ Turn(e, 25)) + (g ^ (e & (f ^ g))) + Vector256.Create(Constants[round]) + w[at];
            Vector256<uint> two = (Turn(a, 2) ^ Turn(a, 13) ^ Turn(a, 22)) + ((a & b) | (c & (a | b)));
            (h, g, f, e, d, c, b, a) = (g, f, e, d + one, c, b, a, one + two);
        }

        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }
}
