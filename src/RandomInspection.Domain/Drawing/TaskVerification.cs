using System.Collections.Immutable;

namespace RandomInspection.Drawing;

/// <summary>Checks one task of a record.</summary>
internal sealed class TaskVerification(
    VerificationSteps steps, RecordView view, RecordedTask task, OpeningTask opened, Seed seed, string hashName, DrawHashes hashes)
{
    private readonly IDrawHash _hash = hashes[hashName];
    private DrawDesign? _design;

    public void Verify(byte[]? frameFile, FrameKey? key)
    {
        steps.Check("design", $"{task.Id} 的方案", $"{task.Id}: the design", () =>
        {
            if (_hash.Digest(task.DesignText) != opened.DesignDigest)
            {
                return ("摘要与开启文件不符", "its digest is not the opening's");
            }

            _design = DesignDocument.Parse(task.DesignText).Design;
            return null;
        });
        if (_design is null)
        {
            return;
        }

        ImmutableArray<CellExpectation> recorded = [.. task.Cells.Select(cell => cell.Expectation)];
        steps.Check("expected", $"{task.Id} 的期望数", $"{task.Id}: expected counts", () =>
        {
            if (recorded.Sum(c => c.Count.Population) != opened.FrameSize)
            {
                return ("各单元格合计与名单户数不符", "the cells do not sum to the frame's size");
            }

            for (int i = 1; i < recorded.Length; i++)
            {
                if (recorded[i - 1].Count.Cell.CompareTo(recorded[i].Count.Cell) >= 0)
                {
                    return ($"单元格次序不符：{recorded[i].Count.Cell}", $"the cells are out of order at {recorded[i].Count.Cell}");
                }
            }

            foreach ((CellExpectation claimed, CellExpectation due) in recorded.Zip(Expectation.Of([.. recorded.Select(c => c.Count)], _design)))
            {
                if (claimed != due)
                {
                    return ($"{claimed.Count.Cell} 应为 {due.ExpectedNano}", $"{claimed.Count.Cell}: {due.ExpectedNano} is due");
                }
            }

            return null;
        });

        steps.Check("rounding", $"{task.Id} 的取整", $"{task.Id}: rounding to sizes", () =>
        {
            long[] sizes = PivotalRounding.Round(recorded, new SeededHash(seed, _hash));
            for (int i = 0; i < sizes.Length; i++)
            {
                if (sizes[i] != task.Cells[i].Size)
                {
                    return ($"{recorded[i].Count.Cell} 应为 {sizes[i]}", $"{recorded[i].Count.Cell}: {sizes[i]} is due");
                }
            }

            return null;
        });

        steps.Check("tickets", $"{task.Id} 的 {task.Selected.Length} 个票号", $"{task.Id}: {task.Selected.Length} tickets", () => WrongTicket(task.Selected));
        steps.Check("selection", $"{task.Id} 的抽中名单", $"{task.Id}: the selection", () =>
        {
            for (int i = 1; i < task.Selected.Length; i++)
            {
                int order = task.Selected[i - 1].Ticket.CompareTo(task.Selected[i].Ticket);
                if (order > 0 || (order == 0 && string.CompareOrdinal(task.Selected[i - 1].Id, task.Selected[i].Id) >= 0))
                {
                    return ($"次序不符：{task.Selected[i].Id}", $"out of order at {task.Selected[i].Id}");
                }
            }

            long due = task.Cells.Sum(c => c.Size);
            return due == task.Selected.Length ? null : ($"应为 {due} 户，实为 {task.Selected.Length}", $"{due} are due, there are {task.Selected.Length}");
        });

        if (view == RecordView.Auditor)
        {
            steps.Check("reserves", $"{task.Id} 的 {task.Reserves.Length} 户递补", $"{task.Id}: {task.Reserves.Length} reserves", () =>
                WrongTicket([.. task.Reserves.Select(r => new SelectedUnit(r.Ticket, r.Id))]));
        }

        if (frameFile is not null && key is not null)
        {
            VerifyFrame(frameFile, key);
        }
        else if (view == RecordView.Auditor)
        {
            steps.Skip("frame", $"{task.Id} 的名单：未提供名单文件与密钥", $"{task.Id}: the frame: file and key were not given");
        }
    }

    private void VerifyFrame(byte[] frameFile, FrameKey key)
    {
        Frame? frame = null;
        bool rooted = steps.Check("frame", $"{task.Id} 的名单", $"{task.Id}: the frame", () =>
        {
            frame = FrameFile.Read(frameFile);
            if (frame.Size != opened.FrameSize)
            {
                return ($"应为 {opened.FrameSize} 户，实为 {frame.Size}", $"{opened.FrameSize} units are due, there are {frame.Size}");
            }

            return FrameTree.Root(frame, key, _hash) == opened.FrameRoot ? null : ("名单根与开启文件不符", "its root is not the opening's");
        });
        if (!rooted || frame is null)
        {
            return;
        }

        steps.Check("cutoffs", $"{task.Id} 由名单重新抽取", $"{task.Id}: drawn anew from the frame", () =>
        {
            DrawResult due = new DrawEngine(hashes).Draw(frame, _design!, seed, hashName);
            bool isAuditors = view == RecordView.Auditor;
            return !due.Cells.Select(cell => isAuditors ? cell : cell with { Cutoff = null }).SequenceEqual(task.Cells) ? ("单元格不同", "the cells differ")
                : !due.Selected.SequenceEqual(task.Selected) ? ("抽中名单不同", "the selection differs")
                : isAuditors && !due.Reserves.SequenceEqual(task.Reserves) ? ("递补不同", "the reserves differ")
                : null;
        });
    }

    private (string Chinese, string English)? WrongTicket(ImmutableArray<SelectedUnit> units)
    {
        SeededHash random = new(seed, _hash);
        foreach (SelectedUnit unit in units)
        {
            if (!FrameUnit.IsId(unit.Id) || random.Ticket(unit.Id) != unit.Ticket)
            {
                return ($"{unit.Id} 的票号不符", $"{unit.Id}: the ticket is not H(seed, id)");
            }
        }

        return null;
    }
}
