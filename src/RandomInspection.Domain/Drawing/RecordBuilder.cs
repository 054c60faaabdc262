using System.Collections.Immutable;

namespace RandomInspection.Drawing;

/// <summary>Makes the parts of a record that follow from frame, design and seed.</summary>
public static class RecordBuilder
{
    /// <summary>One task of an auditor's record.</summary>
    /// <param name="id">The task's id.</param>
    /// <param name="designText">The design, exactly as published.</param>
    /// <param name="result">What the draw gave.</param>
    /// <param name="directory">What the frame was taken from.</param>
    /// <param name="published">Where classes are published, the frame that says the selection's cells; <see langword="null"/> where they are withheld.</param>
    public static RecordedTask Task(string id, string designText, DrawResult result, RecordedDirectory directory, Frame? published = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        ImmutableArray<SelectedUnit> selected = [.. result.Selected];
        return new RecordedTask(id, designText, result.Cells, selected, result.Reserves, directory)
        {
            SelectedCells = published is null ? [] : CellsOf(selected, published),
        };
    }

    /// <summary>The cells of units of a frame, in their order.</summary>
    internal static ImmutableArray<Cell> CellsOf(ImmutableArray<SelectedUnit> units, Frame frame) =>
        [.. units.Select(unit => frame.Units[frame.IndexOf(unit.Id)]).Select(unit => new Cell(unit.Stratum, unit.Class))];

    /// <summary>A subject's own part; <see langword="null"/> if it did not stand in the frame.</summary>
    /// <param name="record">The auditor's record.</param>
    /// <param name="taskId">The task's id.</param>
    /// <param name="frame">The task's frame.</param>
    /// <param name="key">The frame's key.</param>
    /// <param name="id">The subject's id.</param>
    /// <param name="engine">The engine.</param>
    /// <param name="hashes">The hashes that openings may name.</param>
    /// <exception cref="ArgumentException">The record is void or has no such task.</exception>
    public static RecordedSubject? Subject(
        DrawRecord record, string taskId, Frame frame, FrameKey key, string id, IDrawEngine engine, DrawHashes hashes)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(hashes);
        Opening opening = Opening.Parse(record.OpeningText);
        RecordedTask task = record.Tasks.FirstOrDefault(t => t.Id == taskId) ?? throw new ArgumentException($"The record has no task {taskId}.", nameof(taskId));
        Seed seed = record.Seed ?? throw new ArgumentException("The draw is void.", nameof(record));
        if (engine.Prove(frame, key, opening.Hash, id) is not { } proof)
        {
            return null;
        }

        Cell cell = new(proof.Unit.Stratum, proof.Unit.Class);
        Ticket? cutoff = task.Cells.First(c => c.Expectation.Count.Cell == cell).Cutoff;
        Ticket ticket = new SeededHash(seed, hashes[opening.Hash]).Ticket(id);
        bool drawn = proof.Unit.Standing == Standing.Drawable && cutoff is { } largest && ticket <= largest;
        return new RecordedSubject(taskId, proof, opening.Tasks.First(t => t.Id == taskId).FrameRoot, cutoff, ticket, drawn);
    }
}
