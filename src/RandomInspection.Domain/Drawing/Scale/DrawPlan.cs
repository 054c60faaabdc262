using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace RandomInspection.Drawing.Scale;

/// <summary>What the second reading looks for: of each cell so many of the smallest tickets.</summary>
/// <remarks>It follows from counts, design and seed alone, so that every partition can compute it for itself. Source: random-inspection-draw/1 §2 and §5.</remarks>
public sealed class DrawPlan
{
    private readonly Dictionary<Cell, int> _places;

    private DrawPlan(Seed seed, IDrawHash hash, ImmutableArray<CellExpectation> cells, ImmutableArray<long> sizes, int reservesPerCell)
    {
        Seed = seed;
        Hash = hash;
        Cells = cells;
        Sizes = sizes;
        ReservesPerCell = reservesPerCell;
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{hash.Name}\n{seed.Hex}\n{reservesPerCell}\n");
        for (int i = 0; i < cells.Length; i++)
        {
            CellCount count = cells[i].Count;
            text.Append(CultureInfo.InvariantCulture, $"{count.Cell.Stratum}\t{count.Cell.Class}\t{count.Population}\t{count.Drawable}\t{cells[i].ExpectedNano}\t{sizes[i]}\n");
        }

        Digest = hash.Digest(text.ToString());
        _places = cells.Select((cell, place) => (cell.Count.Cell, place)).ToDictionary();
    }

    /// <summary>The seed.</summary>
    public Seed Seed { get; }

    /// <summary>All cells with their expected counts, in the order of cells.</summary>
    public ImmutableArray<CellExpectation> Cells { get; }

    /// <summary>How many units of each cell are selected.</summary>
    public ImmutableArray<long> Sizes { get; }

    /// <summary>Reserves of each cell whose expected count is positive.</summary>
    public int ReservesPerCell { get; }

    /// <summary>By which two partial draws know that they are of one draw.</summary>
    public Digest Digest { get; }

    internal IDrawHash Hash { get; }

    /// <summary>The plan of a draw.</summary>
    /// <param name="hashes">The hashes that openings may name.</param>
    /// <param name="cells">The counts of the whole frame, in any order.</param>
    /// <param name="design">The design.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="hash">The draw's hash.</param>
    /// <exception cref="InputRefusedException">The design does not fit the cells (RI1210 to RI1215), or the hash is not known (RI1302).</exception>
    public static DrawPlan Of(DrawHashes hashes, ImmutableArray<CellCount> cells, DrawDesign design, Seed seed, string hash)
    {
        ArgumentNullException.ThrowIfNull(hashes);
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(seed);
        IDrawHash named = hashes[hash];
        ImmutableArray<CellExpectation> expected = Expectation.Of(cells, design);
        return new DrawPlan(seed, named, expected, [.. PivotalRounding.Round(expected, new SeededHash(seed, named))], design.ReservesPerCell);
    }

    /// <summary>How many of each cell's smallest tickets are looked for, in the order of cells: selected and reserves.</summary>
    public ImmutableArray<int> WantedPerCell => [.. Cells.Select((_, place) => Wanted(place))];

    /// <summary>A cell's place, or -1.</summary>
    internal int PlaceOf(Cell cell) => _places.GetValueOrDefault(cell, -1);

    /// <summary>Units of a cell that are selected or stand ready.</summary>
    /// <param name="cell">The cell's place.</param>
    internal int Wanted(int cell) =>
        (int)Math.Min(Cells[cell].Count.Drawable, Sizes[cell] + (Cells[cell].ExpectedNano > 0 ? ReservesPerCell : 0));

    /// <summary>The first 64 bits below which a cell's wanted units lie, all but certainly.</summary>
    /// <param name="cell">The cell's place.</param>
    internal ulong Threshold(int cell) => Wanted(cell) is > 0 and int wanted ? Candidates.ThresholdOf(wanted, Cells[cell].Count.Drawable) : 0;
}
