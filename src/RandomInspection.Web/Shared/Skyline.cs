using System.Collections.Immutable;
using System.Globalization;
using RandomInspection.Drawing;

namespace RandomInspection.Web.Shared;

/// <summary>The picture of some cells side by side: a block's width is how many units there are, its height their chance, its area how many are expected.</summary>
internal sealed record Skyline(ImmutableArray<Skyline.Block> Blocks)
{
    // Tops of the scale of chances, in millionths.
    private static readonly ImmutableArray<long> Tops = [1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 150_000, 200_000, 250_000, 300_000, 400_000, 500_000, 600_000, 800_000, 1_000_000];

    /// <summary>One class within the picture; lengths in per cent of it.</summary>
    /// <param name="Class">The class.</param>
    /// <param name="Tone">Which of the six colours.</param>
    /// <param name="Left">From the left edge.</param>
    /// <param name="Width">Drawable units.</param>
    /// <param name="RestingWidth">Units that cannot be drawn, to the right of the others.</param>
    /// <param name="Top">From the upper edge.</param>
    /// <param name="Height">The chance, or the whole height if it is more.</param>
    /// <param name="Cut">Whether the chance is more than the picture's height.</param>
    internal sealed record Block(string Class, int Tone, string Left, string Width, string RestingLeft, string RestingWidth, string Top, string Height, bool Cut);

    /// <summary>The picture of cells that stand in one row.</summary>
    /// <param name="cells">The cells, in the order of classes.</param>
    /// <param name="widest">Units that fill the whole width.</param>
    /// <param name="top">The chance that fills the whole height, in millionths.</param>
    /// <param name="classes">All classes of the design, in order.</param>
    public static Skyline Of(IEnumerable<ClassSum> cells, long widest, long top, ImmutableArray<string> classes)
    {
        ImmutableArray<Block>.Builder blocks = ImmutableArray.CreateBuilder<Block>();
        long left = 0;
        foreach (ClassSum cell in cells)
        {
            Int128 part = cell.Drawable == 0 ? 0 : (Int128)cell.ExpectedNano * 1_000_000;
            Int128 whole = (Int128)Math.Max(cell.Drawable, 1) * CellExpectation.NanosPerUnit * top;
            bool cut = part > whole;
            part = Int128.Min(part, whole);
            blocks.Add(new Block(
                cell.Class,
                classes.IndexOf(cell.Class) % 6,
                Chance.Length(left, widest),
                Chance.Length(cell.Drawable, widest),
                Chance.Length(left + cell.Drawable, widest),
                Chance.Length(cell.Population - cell.Drawable, widest),
                Chance.Length(whole - part, whole),
                Chance.Length(part, whole),
                cut));
            left += cell.Population;
        }

        return new Skyline(blocks.ToImmutable());
    }

    /// <summary>A round chance for the whole height, in millionths. A few cells far above the classes' own chances do not flatten the rest: they are cut.</summary>
    /// <param name="classes">The classes over all strata.</param>
    /// <param name="cells">The single cells.</param>
    public static long TopFor(ImmutableArray<ClassSum> classes, IEnumerable<ClassSum> cells)
    {
        long ofClasses = classes.Max(Millionths);
        long ofCells = cells.Max(Millionths);
        long wanted = ofCells <= 2 * ofClasses ? ofCells : ofClasses + (ofClasses / 4);
        return Tops.First(top => top >= Math.Min(wanted, 1_000_000));
    }

    // Rounded up, so that the chance itself is never cut.
    private static long Millionths(ClassSum cell)
    {
        Int128 whole = (Int128)Math.Max(cell.Drawable, 1) * CellExpectation.NanosPerUnit;
        return cell.Drawable == 0 ? 0 : (long)((((Int128)cell.ExpectedNano * 1_000_000) + whole - 1) / whole);
    }

    /// <summary>A part of the scale as text: 7.5%.</summary>
    public static string Label(long millionths)
    {
        (long whole, long rest) = Math.DivRem(millionths, 10_000);
        string text = whole.ToString(CultureInfo.InvariantCulture);
        return rest == 0 ? text + "%" : $"{text}.{rest.ToString("D4", CultureInfo.InvariantCulture).TrimEnd('0')}%";
    }
}
