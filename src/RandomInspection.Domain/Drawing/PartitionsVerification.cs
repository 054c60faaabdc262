using System.Collections.Immutable;
using System.Text;
using RandomInspection.Drawing.Scale;

namespace RandomInspection.Drawing;

/// <summary>Checks the partitions of a frame: each one's rule and root, that they stand apart, and the root of all together.</summary>
/// <remarks>Source: random-inspection-draw/1 §1.</remarks>
internal static class PartitionsVerification
{
    /// <summary>Verifies the partitions of one task.</summary>
    /// <param name="steps">Where the steps go.</param>
    /// <param name="task">The task's id.</param>
    /// <param name="files">The partitions, in any order.</param>
    /// <param name="key">The frame's key, which they share.</param>
    /// <param name="root">The root that the opening commits to.</param>
    /// <param name="size">The frame's size; <see langword="null"/> where the view does not say it.</param>
    /// <param name="hash">The draw's hash.</param>
    /// <returns>The whole frame, if its root is the opening's.</returns>
    public static Frame? Verify(VerificationSteps steps, string task, ImmutableArray<PartitionFile> files, FrameKey key, Digest root, long? size, IDrawHash hash)
    {
        List<FramePartition> found = [];
        List<FrameUnit> units = [];
        foreach (PartitionFile file in files)
        {
            steps.Check($"partition.{file.Name}", $"{task} 的分区“{file.Name}”（{file.Rule}）", $"{task}: the partition \"{file.Name}\" ({file.Rule})", () =>
            {
                Frame frame = FrameFile.Read(file.File.Span);
                for (int line = 0; line < frame.Size; line++)
                {
                    if (!file.Rule.Holds(Encoding.ASCII.GetBytes(frame.Units[line].Id)))
                    {
                        throw ScaleRefusals.OutsidePartition.Refuse(("line", line + 1), ("id", frame.Units[line].Id), ("rule", file.Rule));
                    }
                }

                FramePartition partition = new(file.Name, FrameTree.Root(frame, key, hash), frame.Size);
                found.Add(partition);
                units.AddRange(frame.Units);
                return file.Root is null || file.Root == partition.Root
                    ? null
                    : ($"根为 {partition.Root}，冻结时报的是 {file.Root}", $"its root is {partition.Root}, and {file.Root} was stated when it was frozen");
            });
        }

        Frame? whole = null;
        steps.Check("frame", $"{task} 的名单，{files.Length} 个分区", $"{task}: the frame of {files.Length} partitions", () =>
        {
            PartitionedFrame.RequireDisjoint(files.Select(file => KeyValuePair.Create(file.Name, file.Rule)));
            long there = found.Sum(partition => partition.Size);
            if (size is { } due && there != due)
            {
                return ($"应为 {due} 户，实为 {there}", $"{due} units are due, there are {there}");
            }

            if (found.Count != files.Length || FrameTree.Root([.. found], hash) != root)
            {
                return ("合并后的名单根与开启文件不符", "the root of all together is not the opening's");
            }

            whole = Frame.Of(units);
            return null;
        });
        return whole;
    }
}
