using RandomInspection.Ledger;

namespace RandomInspection.Drawing.Scale;

/// <summary>Puts the subtrees of blocks together in the order of the frame, in whichever order they are done, and checks the order of ids between them.</summary>
/// <remarks>Every block but the last is a whole subtree, so that the tree over their roots is the frame's. O(log n) memory, and what waits for an earlier block.</remarks>
internal sealed class FrameRoots(MerkleTree tree)
{
    private readonly Dictionary<long, Piece> _waiting = [];
    private readonly Lock _gate = new();
    private MerkleFrontier _frontier = MerkleFrontier.Empty;
    private byte[] _last = [];
    private long _next;
    private bool _ended;

    /// <summary>Units so far.</summary>
    public long Size { get; private set; }

    /// <summary>Takes a block.</summary>
    /// <param name="number">Its place in the frame, from 0.</param>
    /// <param name="block">The block.</param>
    /// <param name="root">Its root; <see langword="null"/> where nobody asks for the frame's.</param>
    /// <exception cref="InputRefusedException">Its first id is not behind the last of the block before (RI1104, RI1106).</exception>
    public void Add(long number, FrameBlock block, byte[]? root)
    {
        Piece piece = new(block.Count, root, block.Id(0).ToArray(), block.Id(block.Count - 1).ToArray());
        lock (_gate)
        {
            _waiting.Add(number, piece);
            for (; _waiting.Remove(_next, out Piece? next); _next++)
            {
                if (_ended)
                {
                    throw new InvalidOperationException("A block that was not full had another one behind it.");
                }

                if (_next > 0)
                {
                    FrameOrder.Require(_last, next.First, Size + 1);
                }

                if (next.Root is not null)
                {
                    _frontier = _frontier.Append(tree, next.Root);
                }

                _last = next.Last;
                Size += next.Count;
                _ended = next.Count < FrameBlock.Capacity;
            }
        }
    }

    public Digest Root() => Digest.Of(_frontier.Root(tree));

    private sealed record Piece(int Count, byte[]? Root, byte[] First, byte[] Last);
}
