using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace RandomInspection.Drawing;

/// <summary>What frame and design fix for all repeats of a draw: expected counts, and the units that can come up, cell after cell.</summary>
internal sealed class RepeatedCells
{
    private const int SeedLength = 64;

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
        if (hash is Sha256 && Sha256Lanes.IsFast)
        {
            LastBlocks = WithPadding();
        }
    }

    public Frame Frame { get; }

    public ImmutableArray<CellExpectation> Expected { get; }

    public IDrawHash Hash { get; }

    /// <summary>The places in the frame of the units that can come up, cell after cell.</summary>
    public int[] Places { get; }

    /// <summary>Where each cell begins in <see cref="Places"/>, and at last where they end.</summary>
    public int[] Starts { get; }

    /// <summary>For SHA-256 on a machine with vectors: the block behind the seed of each unit's message, filled up to whole lanes; otherwise <see langword="null"/>.</summary>
    public byte[]? LastBlocks { get; }

    /// <summary>What one thread needs to repeat the draw.</summary>
    public RepeatedSelection Select() => new(this);

    // FIPS 180-4 §5.1.1: an id has at most 55 characters, so that id, one bit and the length fill one block.
    private byte[] WithPadding()
    {
        int lanes = (Places.Length + Sha256Lanes.Lanes - 1) / Sha256Lanes.Lanes * Sha256Lanes.Lanes;
        byte[] blocks = new byte[lanes * Sha256Lanes.BlockBytes];
        for (int i = 0; i < Places.Length; i++)
        {
            Span<byte> block = blocks.AsSpan(i * Sha256Lanes.BlockBytes, Sha256Lanes.BlockBytes);
            int length = Encoding.ASCII.GetBytes(Frame.Units[Places[i]].Id, block);
            block[length] = 0x80;
            BinaryPrimitives.WriteInt64BigEndian(block[^sizeof(long)..], 8L * (SeedLength + length));
        }

        return blocks;
    }
}
