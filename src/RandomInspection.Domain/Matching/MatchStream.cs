using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using RandomInspection.Drawing;

namespace RandomInspection.Matching;

/// <summary>The random integers of one stage: SHA-256 in counter mode, cut into 64-bit words.</summary>
/// <remarks>Source: docs/match-specification.md "Random integers".</remarks>
internal sealed class MatchStream
{
    public const string Specification = "random-inspection-match/1";

    private const int MostDigits = 20;
    private const int WordsOfDigest = 4;
    private const int Padding = 9;

    private readonly byte[] _message;
    private readonly int _prefix;
    private readonly ulong[] _words = new ulong[WordsOfDigest * Sha256Lanes.Lanes];
    private readonly Sha256Lanes? _lanes;
    private readonly byte[] _blocks = [];
    private ulong _counter;
    private int _at;
    private int _end;

    public MatchStream(Digest problem, Seed seed, string label)
    {
        string prefix = $"{Specification}\n{problem.Hex}\n{seed.Hex}\n{label}\n";
        _message = new byte[prefix.Length + MostDigits];
        _prefix = Encoding.ASCII.GetBytes(prefix, _message);
        int shared = _prefix - (_prefix % Sha256Lanes.BlockBytes);
        if (Sha256Lanes.IsFast && _prefix - shared + MostDigits + Padding <= Sha256Lanes.BlockBytes)
        {
            _lanes = new Sha256Lanes(_message.AsSpan(0, shared));
            _blocks = new byte[Sha256Lanes.BlockBytes * Sha256Lanes.Lanes];
        }
    }

    /// <summary>A uniform integer from 0 to <paramref name="bound"/> − 1; words that would favour the small ones are thrown away.</summary>
    /// <param name="bound">1 or more.</param>
    public int Below(int bound)
    {
        unchecked
        {
            ulong modulus = (ulong)bound;
            while (true)
            {
                ulong word = Word();
                ulong rest = word % modulus;
                if (word - rest <= 0UL - modulus)
                {
                    return (int)rest;
                }
            }
        }
    }

    /// <summary>The numbers 0 to <paramref name="count"/> − 1 shuffled (Fisher and Yates, from the end).</summary>
    public int[] Shuffle(int count)
    {
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++)
        {
            numbers[i] = i;
        }

        for (int i = count - 1; i > 0; i--)
        {
            int j = Below(i + 1);
            (numbers[i], numbers[j]) = (numbers[j], numbers[i]);
        }

        return numbers;
    }

    private ulong Word()
    {
        if (_at == _end)
        {
            if (_lanes is null)
            {
                HashOne();
            }
            else
            {
                HashLanes(_lanes);
            }

            _at = 0;
        }

        return _words[_at++];
    }

    private void HashOne()
    {
        Utf8Formatter.TryFormat(_counter++, _message.AsSpan(_prefix), out int digits);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_message.AsSpan(0, _prefix + digits), digest);
        for (_end = 0; _end < WordsOfDigest; _end++)
        {
            _words[_end] = BinaryPrimitives.ReadUInt64BigEndian(digest[(sizeof(ulong) * _end)..]);
        }
    }

    private void HashLanes(Sha256Lanes lanes)
    {
        int tail = _prefix % Sha256Lanes.BlockBytes;
        for (int lane = 0; lane < Sha256Lanes.Lanes; lane++)
        {
            Span<byte> block = _blocks.AsSpan(Sha256Lanes.BlockBytes * lane, Sha256Lanes.BlockBytes);
            _message.AsSpan(_prefix - tail, tail).CopyTo(block);
            Utf8Formatter.TryFormat(_counter++, block[tail..], out int digits);
            block[tail + digits] = 0x80;
            block[(tail + digits + 1)..].Clear();
            BinaryPrimitives.WriteInt64BigEndian(block[^sizeof(long)..], 8L * (_prefix + digits));
        }

        lanes.Finish(_blocks, _words);
        _end = _words.Length;
    }
}
