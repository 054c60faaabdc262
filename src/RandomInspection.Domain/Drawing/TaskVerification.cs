using System.Collections.Immutable;
using RandomInspection.Drawing.Scale;

namespace RandomInspection.Drawing;

/// <summary>Checks one task of a record.</summary>
/// <remarks>
/// What the record states of cells, expected counts and sizes serves the steps after them, so that one wrong value is one failed step.
/// The steps and their ids are those of the verifiers in JavaScript and Python.
/// </remarks>
internal sealed class TaskVerification(
    VerificationSteps steps, DrawRecord record, RecordedTask task, OpeningTask opened, Seed seed, string hashName, DrawHashes hashes)
{
    private readonly IDrawHash _hash = hashes[hashName];
    private readonly RecordView _view = record.View;
    private readonly bool _isOpen = record.Classes == ClassPublication.Published;
    private readonly ImmutableArray<CellExpectation> _recorded = [.. task.Cells.Select(cell => cell.Expectation)];
    private DrawDesign? _design;
    private Frame? _frame;
    private DrawResult? _due;

    public void Verify(byte[]? frameFile, FrameKey? key, ImmutableArray<PartitionFile> partitions)
    {
        steps.Check("design", $"{task.Id} 的方案", $"{task.Id}: the design", CheckDesign);
        if (!partitions.IsDefault && key is not null)
        {
            _frame = PartitionsVerification.Verify(steps, task.Id, partitions, key, opened.FrameRoot, opened.FrameSize, _hash);
        }
        else if (frameFile is not null && key is not null)
        {
            steps.Check("frame", $"{task.Id} 的名单", $"{task.Id}: the frame", () => CheckFrame(frameFile, key));
        }
        else if (_view == RecordView.Auditor)
        {
            steps.Skip("frame", $"{task.Id} 的名单：未提供名单文件与密钥", $"{task.Id}: the frame: file and key were not given");
        }

        bool cellsHold = steps.Check("cells", $"{task.Id} 的单元格", $"{task.Id}: the cells", CheckCells);
        if (task.Directory?.Resting is { } resting)
        {
            Int128 rest = _recorded.Aggregate(Int128.Zero, (sum, cell) => sum + cell.Count.Population - cell.Count.Drawable);
            Int128 counted = resting.Values.Aggregate(Int128.Zero, (sum, count) => sum + count);
            steps.Check("resting", $"{task.Id} 的 {rest} 户休整", $"{task.Id}: {rest} units rest", () =>
                counted == rest ? null : ($"各理由合计 {counted}", $"the reasons sum to {counted}"));
        }

        if (_design is not null)
        {
            steps.Check("expected", $"{task.Id} 的期望数", $"{task.Id}: expected counts", CheckExpected);
        }

        steps.Check("rounding", $"{task.Id} 的取整", $"{task.Id}: rounding to sizes", CheckRounding);
        steps.Check("tickets", $"{task.Id} 的 {task.Selected.Length + task.Reserves.Length} 个票号", $"{task.Id}: {task.Selected.Length + task.Reserves.Length} tickets", CheckTickets);
        if (_frame is not null && cellsHold && _design is not null)
        {
            // Refused is what the step "expected" says already.
            VerificationSteps.Quietly(() => _due = new DrawEngine(hashes).Draw(_frame, _design, seed, hashName));
        }

        steps.Check("selection", $"{task.Id} 的抽中名单", $"{task.Id}: the selection", CheckSelection);
        if (_view == RecordView.Auditor)
        {
            steps.Check("reserves", $"{task.Id} 的 {task.Reserves.Length} 户递补", $"{task.Id}: {task.Reserves.Length} reserves", CheckReserves);
        }

        if (_view == RecordView.Auditor || _isOpen)
        {
            steps.Check("cutoffs", $"{task.Id} 的入选界限", $"{task.Id}: the cutoffs", CheckCutoffs);
        }

        steps.Check("flags", $"{task.Id} 的提示", $"{task.Id}: the flags", () =>
            task.StatedFlags.IsDefault || task.StatedFlags.SequenceEqual(task.Remarks) ? null : ("与各单元格的概率不符", "they do not agree with the cells' chances"));
    }

    private (string Chinese, string English)? CheckDesign()
    {
        if (_hash.Digest(task.DesignText) != opened.DesignDigest)
        {
            return ("摘要与开启文件不符", "its digest is not the opening's");
        }

        _design = DesignDocument.Parse(task.DesignText).Design;
        return null;
    }

    private (string Chinese, string English)? CheckFrame(byte[] frameFile, FrameKey key)
    {
        Frame frame = FrameFile.Read(frameFile);
        if (frame.Size != opened.FrameSize)
        {
            return ($"应为 {opened.FrameSize} 户，实为 {frame.Size}", $"{opened.FrameSize} units are due, there are {frame.Size}");
        }

        if (FrameTree.Root(frame, key, _hash) != opened.FrameRoot)
        {
            return ("名单根与开启文件不符", "its root is not the opening's");
        }

        _frame = frame;
        return null;
    }

    private (string Chinese, string English)? CheckCells()
    {
        for (int i = 0; i < _recorded.Length; i++)
        {
            if (i > 0 && _recorded[i - 1].Count.Cell.CompareTo(_recorded[i].Count.Cell) >= 0)
            {
                return ($"次序不符：{_recorded[i].Count.Cell}", $"out of order at {_recorded[i].Count.Cell}");
            }

            if (task.Cells[i].Size > _recorded[i].Count.Drawable)
            {
                return ($"{_recorded[i].Count.Cell} 抽中数多于可抽数", $"{_recorded[i].Count.Cell}: more selected than drawable");
            }
        }

        if (_recorded.Aggregate(Int128.Zero, (sum, cell) => sum + cell.Count.Population) != opened.FrameSize)
        {
            return ("各单元格合计与名单户数不符", "they do not sum to the frame's size");
        }

        return _frame is null || _frame.Cells.SequenceEqual(_recorded.Select(cell => cell.Count)) ? null : ("与名单的单元格不同", "they are not those of the frame");
    }

    private (string Chinese, string English)? CheckExpected()
    {
        foreach ((CellExpectation claimed, CellExpectation due) in _recorded.Zip(Expectation.Of([.. _recorded.Select(c => c.Count)], _design!)))
        {
            if (claimed != due)
            {
                return ($"{claimed.Count.Cell} 应为 {due.ExpectedNano}", $"{claimed.Count.Cell}: {due.ExpectedNano} is due");
            }
        }

        return null;
    }

    private (string Chinese, string English)? CheckRounding()
    {
        long[] sizes = PivotalRounding.Round(_recorded, new SeededHash(seed, _hash));
        for (int i = 0; i < sizes.Length; i++)
        {
            if (sizes[i] != task.Cells[i].Size)
            {
                return ($"{_recorded[i].Count.Cell} 应为 {sizes[i]}", $"{_recorded[i].Count.Cell}: {sizes[i]} is due");
            }
        }

        return null;
    }

    private (string Chinese, string English)? CheckTickets()
    {
        SeededHash random = new(seed, _hash);
        foreach (SelectedUnit unit in task.Selected.Concat(task.Reserves.Select(r => new SelectedUnit(r.Ticket, r.Id))))
        {
            if (!FrameUnit.IsId(unit.Id) || random.Ticket(unit.Id) != unit.Ticket)
            {
                return ($"{unit.Id} 的票号不符", $"{unit.Id}: the ticket is not H(seed, id)");
            }
        }

        return null;
    }

    private (string Chinese, string English)? CheckSelection()
    {
        for (int i = 1; i < task.Selected.Length; i++)
        {
            if (!TaskRanking.Before(task.Selected[i - 1].Ticket, task.Selected[i - 1].Id, task.Selected[i].Ticket, task.Selected[i].Id))
            {
                return ($"次序不符：{task.Selected[i].Id}", $"out of order at {task.Selected[i].Id}");
            }
        }

        Int128 total = task.Cells.Aggregate(Int128.Zero, (sum, cell) => sum + cell.Size);
        return total != task.Selected.Length ? ($"应为 {total} 户，实为 {task.Selected.Length}", $"{total} are due, there are {task.Selected.Length}")
            : _due is not null && !_due.Selected.SequenceEqual(task.Selected) ? ("与由名单重新抽取的不同", "it is not what the frame gives")
            : _isOpen ? WrongCell()
            : null;
    }

    /// <summary>Where classes are published: every cell has as many selected units as its size, and the last of them is its cutoff.</summary>
    private (string Chinese, string English)? WrongCell()
    {
        ILookup<Cell, SelectedUnit> byCell = task.Selected.Zip(task.SelectedCells).ToLookup(pair => pair.Second, pair => pair.First);
        foreach (CellResult cell in task.Cells)
        {
            SelectedUnit[] units = [.. byCell[cell.Expectation.Count.Cell]];
            if (units.Length != cell.Size || !Equals(units.LastOrDefault()?.Ticket, cell.Cutoff))
            {
                return ($"{cell.Expectation.Count.Cell} 的户数或界限不符", $"{cell.Expectation.Count.Cell}: number or cutoff do not fit the units of this cell");
            }
        }

        return _frame is null || RecordBuilder.CellsOf(task.Selected, _frame).SequenceEqual(task.SelectedCells) ? null : ("与名单中的单元格不同", "they are not the cells that the frame says");
    }

    private (string Chinese, string English)? CheckReserves() =>
        _due is not null ? (_due.Reserves.SequenceEqual(task.Reserves) ? null : ("与由名单重新抽取的不同", "they are not what the frame gives"))
        : _design is null ? null
        : TaskRanking.WrongReserve(task, _design.ReservesPerCell);

    private (string Chinese, string English)? CheckCutoffs() =>
        _due is not null && !_due.Cells.Select(cell => cell.Cutoff).SequenceEqual(task.Cells.Select(cell => cell.Cutoff))
            ? ("与由名单重新抽取的不同", "they are not what the frame gives")
            : TaskRanking.WrongCutoff(task);
}
