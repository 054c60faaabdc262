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
        ReadOnlySpan<byte> ids = block.Ids[..^FrameBlock.Slack];
        bool isVisible = ids.IndexOfAnyExceptInRange((byte)'!', (byte)'~') < 0;
        for (int i = 0; i < block.Count; i++)
        {
            ReadOnlySpan<byte> id = block.Id(i);
            if (!isVisible || id.Length is < 1 or > FrameUnit.MaxIdLength || id[0] == ':')
            {
                string text = Encoding.UTF8.GetString(id);
                if (!FrameUnit.IsId(text))
                {
                    throw DrawingRefusals.MalformedId.Refuse(("id", text));
                }
            }

            if (i > 0)
            {
                Require(block.Id(i - 1), id, before + i + 1);
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
