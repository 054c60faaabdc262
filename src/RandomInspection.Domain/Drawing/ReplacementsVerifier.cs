using System.Collections.Immutable;

namespace RandomInspection.Drawing;

/// <summary>Checks an addendum against the record of one of its draws: everything that the record's view allows.</summary>
/// <remarks>The record itself is <see cref="RecordVerifier"/>'s to check. Source: docs/replacements-format.md.</remarks>
/// <param name="hashes">The hashes that openings may name.</param>
public sealed class ReplacementsVerifier(DrawHashes hashes)
{
    /// <summary>Verifies an addendum. What is malformed is a failed step, not an exception.</summary>
    /// <param name="replacements">The addendum's bytes.</param>
    /// <param name="record">The bytes of a record in the public or the auditor's view.</param>
    /// <param name="frames">Canonical frame files by task id, for an auditor; empty where they are not at hand.</param>
    public RecordVerification Verify(byte[] replacements, byte[] record, IReadOnlyDictionary<string, byte[]> frames)
    {
        ArgumentNullException.ThrowIfNull(replacements);
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(frames);
        VerificationSteps steps = new();
        Replacements? read = null;
        DrawRecord? drawn = null;
        Opening? opening = null;
        steps.Check("replacements", "递补公告格式", "the addendum's format", () =>
        {
            read = ReplacementsDocument.Read(replacements);
            drawn = RecordDocument.Read(record);
            opening = Opening.Parse(drawn.OpeningText);
            return null;
        });
        if (read is null || drawn is null || opening is null)
        {
            return steps.Done();
        }

        IDrawHash hash = hashes[opening.Hash];
        RecordedTask? task = null;
        steps.Check("replacements.record", $"公告所指的抽取记录 {opening.Draw}", $"the addendum names the record of {opening.Draw}", () =>
        {
            task = drawn.Tasks.FirstOrDefault(t => t.Id == read.Task);
            ReplacementsDraw? named = read.Draws.FirstOrDefault(d => d.Draw == opening.Draw);
            return task is null || drawn.Seed is null ? ($"记录中没有任务 {read.Task} 的名单", $"the record has no list of the task {read.Task}")
                : named is null ? ("公告没有列出这次抽取", "the addendum does not list this draw")
                : named.Record != (drawn.AuditorDigest ?? hash.Digest(record)) ? ("摘要不符", "the digest is another")
                : read.Draws.Count(d => d.Draw == opening.Draw) > 1 || read.Draws.Count(d => d.Supplements is null) != 1 ? ("各次抽取列得不当", "the draws are not listed as they should be")
                : null;
        });
        if (task is null || drawn.Seed is not { } seed)
        {
            return steps.Done();
        }

        PublishedChange[] changes = [.. read.Changes.Where(c => c.Draw == opening.Draw)];
        SeededHash random = new(seed, hash);
        steps.Check("replacements.tickets", $"{changes.Length} 次变动的票号", $"the tickets of {changes.Length} changes", () => WrongTicket(changes, random));
        steps.Check("replacements.order", "名单的变动次序", "who went and who came, in order", () => WrongOrder(read, changes, task));
        if (drawn.View == RecordView.Auditor)
        {
            steps.Check("replacements.reserves", "递补者均为本单元格首个未用的递补", "each who came is the first unused reserve of the cell", () => WrongReserve(changes, task, frames.GetValueOrDefault(task.Id)));
        }
        else
        {
            steps.Skip("replacements.reserves", "递补者是否为本单元格首个未用的递补：公开视图不能核验", "whether each who came is the first unused reserve of the cell: not possible in the public view");
        }

        if (read.Changes.Length > changes.Length)
        {
            steps.Skip(
                "replacements.others",
                $"另有 {read.Changes.Length - changes.Length} 次变动属于其他抽取，请连同其记录核验",
                $"{read.Changes.Length - changes.Length} further changes belong to other draws: check them with their records");
        }

        return steps.Done();
    }

    private static (string Chinese, string English)? WrongTicket(PublishedChange[] changes, SeededHash random)
    {
        foreach (SelectedUnit unit in changes.SelectMany(change => Named(change)))
        {
            if (!FrameUnit.IsId(unit.Id) || random.Ticket(unit.Id) != unit.Ticket)
            {
                return ($"{unit.Id} 的票号不符", $"{unit.Id}: the ticket is not H(seed, id)");
            }
        }

        return null;
    }

    /// <summary>What follows for everybody: who goes was on the list, who comes was not named before, and tickets only grow within a cell.</summary>
    private static (string Chinese, string English)? WrongOrder(Replacements all, PublishedChange[] changes, RecordedTask task)
    {
        for (int i = 1; i < all.Changes.Length; i++)
        {
            if (all.Changes[i].At < all.Changes[i - 1].At || all.Changes[..i].Any(earlier => earlier.Number == all.Changes[i].Number))
            {
                return ($"次序或编号不符：{all.Changes[i].Number}", $"out of order, or a number twice, at {all.Changes[i].Number}");
            }
        }

        HashSet<string> standing = [.. task.Selected.Select(unit => unit.Id)];
        HashSet<string> named = [.. standing];
        foreach (PublishedChange change in changes)
        {
            if (!standing.Remove(change.Goes.Id))
            {
                return ($"{change.Goes.Id} 当时不在名单上", $"{change.Goes.Id} was not on the list then");
            }

            SelectedUnit last = change.Goes;
            foreach (SelectedUnit next in Named(change).Skip(1))
            {
                if (!named.Add(next.Id))
                {
                    return ($"{next.Id} 此前已被列名", $"{next.Id} was named before");
                }

                if (next.Ticket < last.Ticket)
                {
                    return ($"{next.Id} 的票号不在其后", $"{next.Id}: its ticket does not come after");
                }

                last = next;
            }

            if (change.Comes is { } comes)
            {
                standing.Add(comes.Id);
            }

            bool tried = change.Ground == ReplacementGround.NotReached ? change.Attempts.Distinct().Count() >= 2 : change.Attempts.IsEmpty;
            if (!tried || change.PassedOver.Any(passed => passed.Ground == ReplacementGround.NotReached))
            {
                return ($"第 {change.Number} 号的事由与查找不符", $"change {change.Number}: ground and attempts do not agree");
            }
        }

        return null;
    }

    /// <summary>What an auditor sees besides: the reserves of each cell are spent from the first on, and a cell is short only when none is left.</summary>
    private static (string Chinese, string English)? WrongReserve(PublishedChange[] changes, RecordedTask task, byte[]? frameFile)
    {
        Dictionary<string, Cell> cells = task.Reserves.ToDictionary(reserve => reserve.Id, reserve => reserve.Cell, StringComparer.Ordinal);
        if (frameFile is not null)
        {
            foreach (FrameUnit unit in FrameFile.Read(frameFile).Units)
            {
                cells[unit.Id] = new Cell(unit.Stratum, unit.Class);
            }
        }

        Dictionary<Cell, Queue<string>> waiting = task.Reserves.GroupBy(reserve => reserve.Cell).ToDictionary(g => g.Key, g => new Queue<string>(g.Select(reserve => reserve.Id)));
        foreach (PublishedChange change in changes)
        {
            // Without the frame the cell of a selected unit is not known; the reserve's own then stands in for it.
            Cell? cell = cells.GetValueOrDefault(change.Goes.Id) ?? Named(change).Skip(1).Select(unit => cells.GetValueOrDefault(unit.Id)).FirstOrDefault();
            foreach (SelectedUnit spent in Named(change).Skip(1))
            {
                if (cell is null || !waiting.TryGetValue(cell, out Queue<string>? queue) || queue.Count == 0 || queue.Dequeue() != spent.Id)
                {
                    return ($"{spent.Id} 不是本单元格的下一个递补", $"{spent.Id} is not the next reserve of the cell");
                }
            }

            if (change.Comes is null && cell is not null && waiting.TryGetValue(cell, out Queue<string>? left) && left.Count > 0)
            {
                return ($"第 {change.Number} 号：单元格尚有 {left.Count} 户递补", $"change {change.Number}: the cell has {left.Count} reserves left");
            }
        }

        return null;
    }

    /// <summary>Who goes, who was passed over, who comes, in this order.</summary>
    private static ImmutableArray<SelectedUnit> Named(PublishedChange change) =>
        [change.Goes, .. change.PassedOver.Select(passed => passed.Unit), .. change.Comes is { } comes ? [comes] : Array.Empty<SelectedUnit>()];
}
