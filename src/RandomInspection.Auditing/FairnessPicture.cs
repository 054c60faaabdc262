using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace RandomInspection.Auditing;

/// <summary>Expected against observed as a picture (SVG): two bars a row, and beside them the deviation with the band in which a fair count lies.</summary>
/// <remarks>Readable in black and white and by screen readers; takes the colour of the text around it; no style, no script.</remarks>
public static class FairnessPicture
{
    private const int Width = 960, RowHeight = 24, Head = 88, Foot = 36;
    private const int BarsLeft = 250, BarsWidth = 250, NumbersRight = 640, AxisLeft = 660, AxisWidth = 280;
    private const double Reach = 6;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>The picture as text.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="repeats">How often the draw was repeated.</param>
    /// <param name="isFair">The verdict.</param>
    /// <param name="band">How many standard deviations a fair count may lie off, made good for the number of rows.</param>
    /// <param name="language">The language of its words.</param>
    public static string Write(IReadOnlyList<FairnessRow> rows, int repeats, bool isFair, double band, Language language)
    {
        ArgumentNullException.ThrowIfNull(rows);
        string Say(string chinese, string english) => language == Language.Chinese ? chinese : english;
        string title = Say($"重复 {repeats} 次：期望与实际", $"{repeats} repeats: expected against observed");
        int outside = rows.Count(row => row.Deviations is { } off && Math.Abs(off) > band);
        string text = Say(
            $"每行一个项目，共 {rows.Count} 行：空心条为期望次数，实心条为实际次数；右侧圆点为相差多少个标准差，灰色带（±{Two(band)}）内为正常。{outside} 行在带外。结论：{(isFair ? "与公布的概率相符" : "与公布的概率不符")}。",
            $"{rows.Count} rows: the open bar is the count expected, the filled bar the count found; the dot on the right says by how many standard deviations they differ, within the grey band (±{Two(band)}) being usual. {outside} rows lie outside. Verdict: {(isFair ? "as the stated probabilities give" : "not as the stated probabilities give")}.");
        int height = Head + (rows.Count * RowHeight) + Foot;
        double most = rows.Select(row => Math.Max(row.Expected, row.Count)).Append(1).Max();
        XElement svg = new(
            Svg + "svg",
            new XAttribute("viewBox", $"0 0 {Width} {height}"),
            new XAttribute("role", "img"),
            new XAttribute("aria-labelledby", "fairness-title fairness-text"),
            new XAttribute("font-family", "sans-serif"),
            new XAttribute("font-size", 13),
            new XAttribute("fill", "currentColor"),
            new XElement(Svg + "title", new XAttribute("id", "fairness-title"), title),
            new XElement(Svg + "desc", new XAttribute("id", "fairness-text"), text),
            Words(8, 22, title, size: 16),
            Words(BarsLeft, 48, Say("空心：期望；实心：实际", "open: expected, filled: observed")),
            rows.Any(row => row.Lowest is not null) ? Words(8, 70, Say("圆点：本行合计；横线：其中各户，从最低到最高", "dot: the row's total; line: its units, from the lowest to the highest")) : null,
            Words(NumbersRight, 48, Say("期望 / 实际", "expected / observed"), "end"),
            Words(AxisLeft + (AxisWidth / 2), 48, Say("相差（标准差）", "difference (standard deviations)"), "middle"),
            Box(X(-band), Head - 6, X(band) - X(-band), (rows.Count * RowHeight) + 8, ("fill-opacity", "0.15")));
        foreach (int tick in (int[])[-6, -4, -2, 0, 2, 4, 6])
        {
            svg.Add(
                Line(X(tick), Head - 6, X(tick), Head + (rows.Count * RowHeight) + 2, tick == 0 ? "1.5" : "0.5"),
                Words(X(tick), Head - 14, tick.ToString("+0;−0;0", CultureInfo.InvariantCulture), "middle"));
        }

        for (int i = 0; i < rows.Count; i++)
        {
            svg.Add(Row(rows[i], Head + (i * RowHeight), most, band));
        }

        svg.Add(Words(8, height - 12, Say(isFair ? "结论：与公布的概率相符" : "结论：与公布的概率不符", isFair ? "Verdict: as the stated probabilities give" : "Verdict: NOT as the stated probabilities give")));
        return svg.ToString(SaveOptions.DisableFormatting) + "\n";
    }

    private static IEnumerable<XElement> Row(FairnessRow row, int top, double most, double band)
    {
        yield return Words(8, top + 14, Shortened(row.Label));
        yield return Box(BarsLeft, top + 2, BarsWidth * row.Expected / most, 8, ("fill", "none"), ("stroke", "currentColor"));
        yield return Box(BarsLeft, top + 11, BarsWidth * row.Count / most, 7);
        yield return Words(NumbersRight, top + 14, $"{One(row.Expected)} / {One(row.Count)}", "end");
        if (row.Lowest is { } lowest && row.Highest is { } highest)
        {
            yield return Line(X(lowest), top + 10, X(highest), top + 10, "1.5");
        }

        if (row.Deviations is not { } off)
        {
            yield break;
        }

        // Outside the band the mark differs in shape too: no colour is needed to see it.
        yield return Math.Abs(off) <= band
            ? new XElement(Svg + "circle", new XAttribute("cx", Two(X(off))), new XAttribute("cy", top + 10), new XAttribute("r", 4))
            : new XElement(Svg + "path", new XAttribute("d", $"M{Two(X(off) - 6)} {top + 4}l12 12m0 -12l-12 12"), new XAttribute("stroke", "currentColor"), new XAttribute("stroke-width", "2.5"));
    }

    private static double X(double deviations) => AxisLeft + (AxisWidth * (Math.Clamp(deviations, -Reach, Reach) + Reach) / (2 * Reach));

    private static XElement Words(double x, double y, string text, string anchor = "start", int? size = null) => new(
        Svg + "text", new XAttribute("x", Two(x)), new XAttribute("y", Two(y)), new XAttribute("text-anchor", anchor), size is null ? null : new XAttribute("font-size", size), text);

    private static XElement Line(double x1, double y1, double x2, double y2, string width) => new(
        Svg + "line", new XAttribute("x1", Two(x1)), new XAttribute("y1", Two(y1)), new XAttribute("x2", Two(x2)), new XAttribute("y2", Two(y2)), new XAttribute("stroke", "currentColor"), new XAttribute("stroke-width", width));

    private static XElement Box(double x, double y, double width, double height, params (string Name, string Value)[] others) => new(
        Svg + "rect", new XAttribute("x", Two(x)), new XAttribute("y", Two(y)), new XAttribute("width", Two(Math.Max(0, width))), new XAttribute("height", Two(height)), others.Select(other => new XAttribute(other.Name, other.Value)));

    // Wide characters count double; the column holds some thirty narrow ones.
    private static string Shortened(string label)
    {
        const int most = 30;
        StringBuilder shown = new();
        int width = 0;
        foreach (Rune rune in label.EnumerateRunes())
        {
            width += rune.Value < 0x2E80 ? 1 : 2;
            if (width > most)
            {
                return shown.Append('…').ToString();
            }

            shown.Append(rune.ToString());
        }

        return shown.ToString();
    }

    private static string One(double number) => number.ToString("#,0.#", CultureInfo.InvariantCulture);

    private static string Two(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
