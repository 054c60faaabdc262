using System.Buffers.Binary;
using System.Text;

namespace RandomInspection.Drawing.Scale;

/// <summary>What the ids of a frame must be: well formed, distinct, in the order of their bytes.</summary>
/// <remarks>Source: random-inspection-draw/1, Terms and §1.</remarks>
internal static class FrameOrder
{
    /// <summary>Checks a block's ids.</summary>
    /// <param name="block">The block.</param>
    /// <param name="before">Units before it.</param>
    /// <exception cref="InputRefusedException">An id is malformed (RI1101), stands twice (RI1104) or out of order (RI1106).</exception>
    public static void Check(FrameBlock block, long before)
    {
        ReadOnlySpan<byte> ids = block.Ids;
        ReadOnlySpan<int> starts = block.Starts;
        bool isVisible = ids[..^FrameBlock.Slack].IndexOfAnyExceptInRange((byte)'!', (byte)'~') < 0;
        ulong earlierHigh = 0, earlierLow = 0;
        unchecked
        {
            for (int i = 0; i + 1 < starts.Length; i++)
            {
                int start = starts[i], length = starts[i + 1] - start;
                if (!isVisible || length is < 1 or > FrameUnit.MaxIdLength || ids[start] == ':')
                {
                    string text = Encoding.UTF8.GetString(block.Id(i));
                    if (!FrameUnit.IsId(text))
                    {
                        throw DrawingRefusals.MalformedId.Refuse(("id", text));
                    }
                }

                // The first 16 bytes of two credit codes nearly always say which is first; shorter ids count as 0 and are compared as they are.
                ulong high = 0, low = 0;
                if (length >= 16)
                {
                    (high, low) = (BinaryPrimitives.ReadUInt64BigEndian(ids[start..]), BinaryPrimitives.ReadUInt64BigEndian(ids[(start + 8)..]));
                }

                bool isLater = earlierHigh != 0 && (high != earlierHigh ? high > earlierHigh : low > earlierLow);
                if (!isLater && i > 0)
                {
                    Require(block.Id(i - 1), block.Id(i), before + i + 1);
                }

                (earlierHigh, earlierLow) = (high, low);
            }
        }
    }

    /// <summary>Checks that a block's units belong to a partition.</summary>
    /// <param name="block">The block.</param>
    /// <param name="before">Units before it.</param>
    /// <param name="rule">The partition's rule.</param>
    /// <exception cref="InputRefusedException">A unit belongs to another partition (RI1375).</exception>
    public static void Check(FrameBlock block, long before, PartitionRule rule)
    {
        for (int i = 0; i < block.Count; i++)
        {
            if (!rule.Holds(block.Id(i)))
            {
                throw ScaleRefusals.OutsidePartition.Refuse(("line", before + i + 1), ("id", Encoding.UTF8.GetString(block.Id(i))), ("rule", rule.ToString()));
            }
        }
    }

    /// <summary>Checks two neighbours.</summary>
    /// <param name="earlier">An id.</param>
    /// <param name="later">The one behind it.</param>
    /// <param name="line">Which unit of the frame that is, from 1.</param>
    public static void Require(ReadOnlySpan<byte> earlier, ReadOnlySpan<byte> later, long line)
    {
        int order = earlier.SequenceCompareTo(later);
        if (order >= 0)
        {
            string id = Encoding.UTF8.GetString(later);
            throw order == 0
                ? DrawingRefusals.DuplicateId.Refuse(("id", id), ("line", line))
                : DrawingRefusals.FrameOutOfOrder.Refuse(("line", line), ("id", id), ("previous", Encoding.UTF8.GetString(earlier)));
        }
    }
}
