using System.Buffers.Text;
using System.Text;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;

namespace RandomInspection.Matching;

/// <summary>The random integers of one stage: SHA-256 in counter mode, cut into 64-bit words.</summary>
/// <remarks>Source: docs/match-specification.md "Random integers".</remarks>
internal sealed class MatchStream
{
    public const string Specification = "random-inspection-match/1";

    private const int MostDigits = 20;
    private const int WordsOfDigest = 4;

    private readonly Sha256Kernel _hash = Sha256Kernel.Best();
    private readonly byte[] _tail;
    private readonly byte[] _messages;
    private readonly int[] _starts;
    private readonly uint[] _digests;
    private readonly ulong[] _words;
    private ulong _counter;
    private int _at;

    public MatchStream(Digest problem, Seed seed, string label)
    {
        byte[] prefix = Encoding.ASCII.GetBytes($"{Specification}\n{problem.Hex}\n{seed.Hex}\n{label}\n");
        int shared = prefix.Length - (prefix.Length % BatchHash.BlockBytes);
        _hash.Begin(prefix.AsSpan(0, shared));
        _tail = prefix[shared..];
        _messages = new byte[(_hash.Lanes * (_tail.Length + MostDigits)) + BatchHash.Slack];
        _starts = new int[_hash.Lanes + 1];
        _digests = new uint[BatchHash.DigestWords * BatchHash.MostLanes];
        _words = new ulong[WordsOfDigest * _hash.Lanes];
        _at = _words.Length;
    }

    /// <summary>A uniform integer from 0 to <paramref name="bound"/> − 1; words that would favour the small ones are thrown away.</summary>
    /// <param name="bound">1 or more.</param>
    public int Below(int bound) => (int)Below((ulong)bound);

    /// <summary>The same for any bound.</summary>
    public ulong Below(ulong bound)
    {
        unchecked
        {
            while (true)
            {
                ulong word = Word();
                ulong rest = word % bound;
                if (word - rest <= 0UL - bound)
                {
                    return rest;
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
        if (_at == _words.Length)
        {
            HashMore();
            _at = 0;
        }

        return _words[_at++];
    }

    /// <summary>The next numbers of the counter, as many as the processor hashes at once.</summary>
    private void HashMore()
    {
        for (int i = 0; i < _hash.Lanes; i++)
        {
            _tail.CopyTo(_messages.AsSpan(_starts[i]));
            Utf8Formatter.TryFormat(_counter++, _messages.AsSpan(_starts[i] + _tail.Length), out int digits);
            _starts[i + 1] = _starts[i] + _tail.Length + digits;
        }

        _hash.Hash(_messages, _starts, _digests, BatchHash.MostLanes);
        for (int i = 0; i < _words.Length; i++)
        {
            (int message, int word) = (i / WordsOfDigest, 2 * (i % WordsOfDigest));
            _words[i] = ((ulong)_digests[(BatchHash.MostLanes * word) + message] << 32) | _digests[(BatchHash.MostLanes * (word + 1)) + message];
        }
    }
}
