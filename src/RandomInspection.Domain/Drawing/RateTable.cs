using System.Collections.Immutable;
using RandomInspection.Calendars;

namespace RandomInspection.Drawing;

/// <summary>分类抽取比例：a rate for each credit class, and the rule that lays it down.</summary>
/// <remarks>A table is data; the default ships, another city's is another table. Rates are published, classes are not.</remarks>
public sealed class RateTable
{
    /// <summary>Makes a table.</summary>
    /// <param name="nanos">Rate by class in nanos, 0 to 10⁹; at least one class.</param>
    /// <param name="source">What lays it down.</param>
    /// <exception cref="ArgumentException">There is no class, a class is malformed, or a rate is out of range.</exception>
    public RateTable(IEnumerable<KeyValuePair<string, int>> nanos, LegalBasis source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Nanos = nanos.ToImmutableSortedDictionary(StringComparer.Ordinal);
        Source = source;
        if (Nanos.IsEmpty || Nanos.Any(rate => !FrameUnit.IsClass(rate.Key) || rate.Value is < 0 or > (int)CellExpectation.NanosPerUnit))
        {
            throw new ArgumentException("A table has classes, each with a rate from 0 to 10⁹ nanos.", nameof(nanos));
        }
    }

    /// <summary>A 1 %, B 2 %, C 10 %, D 30 % (河南 2021): the default.</summary>
    public static RateTable Henan2021 { get; } = new(
        [new("A", 10_000_000), new("B", 20_000_000), new("C", 100_000_000), new("D", 300_000_000)], new LegalBasis("河南 2021", "按信用类别的抽查比例"));

    /// <summary>Rate by class in nanos.</summary>
    public ImmutableSortedDictionary<string, int> Nanos { get; }

    /// <summary>What lays it down.</summary>
    public LegalBasis Source { get; }

    /// <summary>The rates in words: <c>A 1 %、B 2 %</c>.</summary>
    public override string ToString() => string.Join('、', Nanos.Select(rate => $"{rate.Key} {RateText.Percent(rate.Value)}"));
}
