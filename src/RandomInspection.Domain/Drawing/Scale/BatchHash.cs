namespace RandomInspection.Drawing.Scale;

/// <summary>The digests of many messages in one call.</summary>
/// <remarks>
/// Digests stand by word: word j of message i, big-endian, at <c>[j × stride + i]</c>, so that what follows stays in vectors.
/// An instance has scratch memory: it serves one thread.
/// </remarks>
internal abstract class BatchHash
{
    /// <summary>Bytes behind the last message that may be read, whatever they are.</summary>
    public const int Slack = FrameBlock.Slack;

    public const int BlockBytes = 64;
    public const int DigestWords = 8;

    /// <summary>Most messages hashed at once: columns are this much longer than what they hold.</summary>
    public const int MostLanes = 16;

    /// <summary>For the platform's SHA-256 as many lanes as the processor has, one message after the other for any other hash.</summary>
    public static BatchHash Of(IDrawHash hash) => hash is Sha256 ? Sha256Kernel.Best() : new PlainBatchHash(hash);

    /// <summary>All messages of the following calls begin with these bytes.</summary>
    /// <param name="shared">Whole blocks of <see cref="BlockBytes"/>; none where messages share nothing.</param>
    public abstract void Begin(ReadOnlySpan<byte> shared);

    /// <summary>The digests of messages that stand one behind the other.</summary>
    /// <param name="text">The messages, and <see cref="Slack"/> bytes more.</param>
    /// <param name="starts">Where each begins, and behind the last where it ends.</param>
    /// <param name="digests">Takes the digests' columns, each writable for the messages rounded up to <see cref="MostLanes"/>.</param>
    /// <param name="stride">From a column to the next.</param>
    /// <param name="words">How many words of each digest are wanted, 1 to 8.</param>
    public abstract void Hash(ReadOnlySpan<byte> text, ReadOnlySpan<int> starts, Span<uint> digests, int stride, int words = DigestWords);

    /// <summary>H(0x01 ‖ left ‖ right) of neighbours: the next level of a Merkle tree.</summary>
    /// <param name="level">Eight columns, readable for <see cref="MostLanes"/> × 2 entries behind the last pair.</param>
    /// <param name="stride">From a column to the next, of both.</param>
    /// <param name="pairs">How many.</param>
    /// <param name="above">Eight columns that take the nodes, writable for the pairs rounded up to <see cref="MostLanes"/>; not the same memory.</param>
    public abstract void Nodes(ReadOnlySpan<uint> level, int stride, int pairs, Span<uint> above);
}
