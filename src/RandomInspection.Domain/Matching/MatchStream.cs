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

    private readonly byte[] _message;
    private readonly int _prefix;
    private readonly byte[] _digest = new byte[SHA256.HashSizeInBytes];
    private ulong _counter;
    private int _at = SHA256.HashSizeInBytes;

    public MatchStream(Digest problem, Seed seed, string label)
    {
        string prefix = $"{Specification}\n{problem.Hex}\n{seed.Hex}\n{label}\n";
        _message = new byte[prefix.Length + MostDigits];
        _prefix = Encoding.ASCII.GetBytes(prefix, _message);
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
        if (_at == _digest.Length)
        {
            Utf8Formatter.TryFormat(_counter++, _message.AsSpan(_prefix), out int digits);
            SHA256.HashData(_message.AsSpan(0, _prefix + digits), _digest);
            _at = 0;
        }

        ulong word = BinaryPrimitives.ReadUInt64BigEndian(_digest.AsSpan(_at));
        _at += sizeof(ulong);
        return word;
    }
}
