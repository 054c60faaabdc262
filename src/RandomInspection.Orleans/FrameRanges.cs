using System.Collections.Immutable;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;

namespace RandomInspection.Orleans;

/// <summary>A frame cut into ranges of ids, as even as can be.</summary>
internal static class FrameRanges
{
    /// <summary>Units one behind the other, none of the parts empty but the only one.</summary>
    public static ImmutableArray<FrameUnit>[] Split(Frame frame, int partitions)
    {
        int count = Math.Max(1, Math.Min(partitions, frame.Size));
        return [.. Enumerable.Range(0, count).Select(place => Part(frame, place, count))];
    }

    /// <summary>One of them.</summary>
    public static ImmutableArray<FrameUnit> Part(Frame frame, int place, int count) =>
        frame.Units[(int)((long)frame.Size * place / count)..(int)((long)frame.Size * (place + 1) / count)];

    /// <summary>Which ids belong to a part.</summary>
    public static PartitionRule RuleOf(ImmutableArray<FrameUnit>[] parts, int place) =>
        new PartitionRule.Range(place == 0 ? "" : parts[place][0].Id, place == parts.Length - 1 ? null : parts[place + 1][0].Id);
}
