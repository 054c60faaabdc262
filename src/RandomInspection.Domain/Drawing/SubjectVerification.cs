namespace RandomInspection.Drawing;

/// <summary>Checks what a record tells one subject.</summary>
internal static class SubjectVerification
{
    public static void Verify(VerificationSteps steps, DrawRecord record, RecordedSubject subject, Opening opening, IDrawHash hash)
    {
        FrameUnit unit = subject.Proof.Unit;
        steps.Check("subject-line", $"{unit.Id} 在名单中的一行", $"the line of {unit.Id} in the frame", () =>
        {
            OpeningTask? opened = opening.Tasks.FirstOrDefault(t => t.Id == subject.Task);
            return opened is null ? ("开启文件中没有该任务", "the opening has no such task")
                : opened.FrameRoot != subject.FrameRoot || opened.FrameSize != subject.Proof.FrameSize ? ("名单根或户数与开启文件不符", "root or size are not the opening's")
                : unit.Standing == Standing.Drawable && !subject.RestingReasons.IsEmpty ? ("可抽取的对象不应有休整理由", "a drawable unit has no reason to rest")
                : FrameTree.Verify(subject.Proof, subject.FrameRoot, hash) ? null
                : ("证明不能由该行得到名单根", "the proof does not lead from the line to the root");
        });
        steps.Check("subject-drawn", $"{unit.Id} {(subject.Drawn ? "被抽中" : "未被抽中")}", $"{unit.Id} was {(subject.Drawn ? "" : "not ")}drawn", () =>
        {
            if (record.Seed is not { } seed || new SeededHash(seed, hash).Ticket(unit.Id) != subject.Ticket)
            {
                return ("票号不符", "the ticket is not H(seed, id)");
            }

            bool drawn = unit.Standing == Standing.Drawable && subject.Cutoff is { } cutoff && subject.Ticket <= cutoff;
            return drawn == subject.Drawn ? null : ("与票号、界限和状态不符", "it does not follow from ticket, cutoff and standing");
        });
    }
}
