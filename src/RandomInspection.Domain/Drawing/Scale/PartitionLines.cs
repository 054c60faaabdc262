using System.Globalization;

namespace RandomInspection.Drawing.Scale;

/// <summary>Lines of tabbed parts that begin with a word, as sites of a partitioned draw send them.</summary>
internal sealed class PartitionLines
{
    private readonly RefusalDefinition _refusal;
    private readonly ILookup<string, string[]> _byWord;
    private int _left;

    private PartitionLines(RefusalDefinition refusal, string[][] lines)
    {
        _refusal = refusal;
        _byWord = lines.ToLookup(line => line[0], line => line[1..]);
        _left = lines.Length;
    }

    /// <summary>Whether every line was read.</summary>
    public bool IsDone => _left == 0;

    /// <summary>The lines of a text behind its head.</summary>
    public static PartitionLines Of(string text, string head, RefusalDefinition refusal)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] lines = text.Split('\n');
        return lines[0] == head && lines[^1].Length == 0
            ? new PartitionLines(refusal, [.. lines[1..^1].Select(line => line.Split('\t'))])
            : throw refusal.Refuse(("detail", lines[0]));
    }

    /// <summary>A count.</summary>
    public static long Count(string text) => long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>A cell's counts: stratum, class, population, drawable.</summary>
    public static CellCount Cell(string[] parts)
    {
        CellCount count = new(CellOf(parts), Count(parts[2]), Count(parts[3]));
        return count.Drawable <= count.Population ? count : throw new FormatException("drawable");
    }

    /// <summary>A cell: stratum, class.</summary>
    public static Cell CellOf(string[] parts) =>
        FrameUnit.IsClass(parts[1]) ? new Cell(Stratum.Parse(parts[0]), parts[1]) : throw DrawingRefusals.MalformedClass.Refuse(("class", parts[1]));

    /// <summary>The only line of a word.</summary>
    public T One<T>(string word, int parts, Func<string[], T> read)
    {
        T[] all = [.. Many(word, parts, read)];
        Require(all.Length == 1, word);
        return all[0];
    }

    /// <summary>All lines of a word.</summary>
    public List<T> Many<T>(string word, int parts, Func<string[], T> read)
    {
        List<T> all = [];
        foreach (string[] line in _byWord[word])
        {
            Require(line.Length == parts, $"{word}: {string.Join(' ', line)}");
            all.Add(Try(() => read(line)));
            _left--;
        }

        return all;
    }

    /// <summary>Refuses what is not so.</summary>
    public void Require(bool holds, string detail)
    {
        if (!holds)
        {
            throw _refusal.Refuse(("detail", detail));
        }
    }

    /// <summary>Reads, or refuses what cannot be read.</summary>
    public T Try<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException or InputRefusedException)
        {
            throw _refusal.Refuse(("detail", e.Message));
        }
    }
}
