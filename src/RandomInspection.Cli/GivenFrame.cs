using RandomInspection.Drawing;

namespace RandomInspection.Cli;

/// <summary>Checks a frame and its key against a record that is not the auditor's.</summary>
internal static class GivenFrame
{
    /// <summary>The root is the opening's, and drawn anew from the frame the record's sizes and selection come out.</summary>
    public static VerificationStep Check(DrawRecord record, Opening opening, string taskId, byte[] file, FrameKey key)
    {
        (string Chinese, string English)? wrong;
        try
        {
            wrong = Wrong(record, opening, taskId, FrameFile.Read(file), key);
        }
        catch (RefusalException refused)
        {
            wrong = ($"{refused.Refusal.Code} {refused.Refusal.Reason(Language.Chinese)}", $"{refused.Refusal.Code} {refused.Refusal.Reason(Language.English)}");
        }

        return wrong is { } w
            ? new VerificationStep("frame", VerificationStatus.Failed, $"{taskId} 的名单：{w.Chinese}", $"{taskId}: the frame: {w.English}")
            : new VerificationStep("frame", VerificationStatus.Ok, $"{taskId} 的名单", $"{taskId}: the frame");
    }

    private static (string Chinese, string English)? Wrong(DrawRecord record, Opening opening, string taskId, Frame frame, FrameKey key)
    {
        DrawEngine engine = new(Options.Hashes);
        OpeningTask opened = opening.Tasks.Single(task => task.Id == taskId);
        if (frame.Size != opened.FrameSize || engine.Root(frame, key, opening.Hash) != opened.FrameRoot)
        {
            return ("名单根或户数与开启文件不符", "root or size are not the opening's");
        }

        RecordedTask? task = record.Tasks.FirstOrDefault(recorded => recorded.Id == taskId);
        if (task is null || record.Seed is not { } seed)
        {
            return null;
        }

        DrawResult due = engine.Draw(frame, DesignDocument.Parse(task.DesignText).Design, seed, opening.Hash);
        return !due.Selected.SequenceEqual(task.Selected) ? ("由名单重新抽取，抽中名单不同", "drawn anew from it, the selection differs")
            : !due.Cells.Select(cell => cell with { Cutoff = null }).SequenceEqual(task.Cells.Select(cell => cell with { Cutoff = null }))
                ? ("由名单重新抽取，单元格不同", "drawn anew from it, the cells differ")
            : null;
    }
}
