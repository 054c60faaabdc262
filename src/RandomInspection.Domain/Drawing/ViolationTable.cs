using System.Collections.Immutable;

namespace RandomInspection.Drawing;

/// <summary>违法率表：lines <c>stratum TAB violations TAB inspected</c>, as they are pasted out of a spreadsheet.</summary>
public static class ViolationTable
{
    /// <summary>Reads the lines; empty ones are skipped.</summary>
    /// <param name="text">The lines, ended by LF or CRLF.</param>
    /// <returns>The counts in the order of strata.</returns>
    /// <exception cref="InputRefusedException">
    /// A line is malformed (RI1221), a stratum is (RI1103) or stands twice (RI1220), or counts cannot be (RI1219).
    /// </exception>
    public static ImmutableArray<ViolationCount> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<ViolationCount> counts = [];
        int number = 0;
        foreach (string ended in text.Split('\n'))
        {
            number++;
            string line = ended.EndsWith('\r') ? ended[..^1] : ended;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            string[] fields = line.Split('\t');
            if (fields.Length != 3 || Count(fields[1]) is not { } violations || Count(fields[2]) is not { } inspected)
            {
                throw PolicyRefusals.MalformedViolationLine.Refuse(("line", number), ("value", line));
            }

            counts.Add(new ViolationCount(Stratum.Parse(fields[0]), violations, inspected));
        }

        return Ordered(counts);
    }

    /// <summary>Counts in the order of strata.</summary>
    /// <param name="counts">The counts in any order.</param>
    /// <exception cref="InputRefusedException">A stratum stands twice (RI1220).</exception>
    public static ImmutableArray<ViolationCount> Ordered(IEnumerable<ViolationCount> counts)
    {
        ImmutableArray<ViolationCount> ordered = [.. counts.OrderBy(count => count.Stratum)];
        for (int i = 1; i < ordered.Length; i++)
        {
            if (ordered[i].Stratum.Equals(ordered[i - 1].Stratum))
            {
                throw PolicyRefusals.DuplicateViolations.Refuse(("stratum", ordered[i].Stratum));
            }
        }

        return ordered;
    }

    private static long? Count(string text) => WholeNumber.TryParse(text, out long count) ? count : null;
}
