using System.Collections.Immutable;
using System.Text;
using RandomInspection.Drawing.Scale;

namespace RandomInspection.Drawing;

/// <summary>What frame and design fix for all repeats of a draw: expected counts, and the units that can come up, cell after cell.</summary>
internal sealed class RepeatedCells
{
    /// <param name="frame">The frame.</param>
    /// <param name="expected">What the design promises, in the order of cells.</param>
    /// <param name="hash">The draw's hash.</param>
    public RepeatedCells(Frame frame, ImmutableArray<CellExpectation> expected, IDrawHash hash)
    {
        (Frame, Expected, Hash) = (frame, expected, hash);
        ILookup<Cell, int> places = Enumerable.Range(0, frame.Size)
            .Where(i => frame.Units[i].Standing == Standing.Drawable)
            .ToLookup(i => new Cell(frame.Units[i].Stratum, frame.Units[i].Class));
        int[][] ofCells = [.. expected.Select(cell => cell.ExpectedNano > 0 ? places[cell.Count.Cell].ToArray() : [])];
        Starts = [0, .. ofCells.Select(cell => cell.Length)];
        for (int i = 1; i < Starts.Length; i++)
        {
            Starts[i] += Starts[i - 1];
        }

        Places = [.. ofCells.SelectMany(cell => cell)];
        IdStarts = new int[Places.Length + 1];
        for (int i = 0; i < Places.Length; i++)
        {
            IdStarts[i + 1] = IdStarts[i] + frame.Units[Places[i]].Id.Length;
        }

        Ids = new byte[IdStarts[^1] + BatchHash.Slack];
        for (int i = 0; i < Places.Length; i++)
        {
            Encoding.ASCII.GetBytes(frame.Units[Places[i]].Id, Ids.AsSpan(IdStarts[i]));
        }
    }

    public Frame Frame { get; }

    public ImmutableArray<CellExpectation> Expected { get; }

    public IDrawHash Hash { get; }

    /// <summary>The places in the frame of the units that can come up, cell after cell.</summary>
    public int[] Places { get; }

    /// <summary>Where each cell begins in <see cref="Places"/>, and at last where they end.</summary>
    public int[] Starts { get; }

    /// <summary>The ids of these units, one behind the other.</summary>
    public byte[] Ids { get; }

    /// <summary>Where each id begins, and at last where they end.</summary>
    public int[] IdStarts { get; }

    /// <summary>What one thread needs to repeat the draw.</summary>
    public RepeatedSelection Select() => new(this);
}
