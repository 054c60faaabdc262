using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NodaTime.Text;
using RandomInspection.Tabular;

namespace RandomInspection.Exchange;

/// <summary>Messages as a table, a row each: for those who open files with a spreadsheet. A payload that is longer than a cell goes on in rows that have nothing else.</summary>
internal static class EnvelopeTable
{
    /// <summary>Most rows of a message.</summary>
    public const int MostRowsOfMessage = (ExchangeMessage.MaximumBytes / (MostOfCell - 1)) + 1;

    private const int MostOfCell = 32_000;

    /// <summary>The columns.</summary>
    public static ImmutableArray<string> Headers { get; } = ["id", "source", "type", "subject", "sequence", "time", "digest", "data"];

    /// <summary>The rows of a message, one or more.</summary>
    public static IEnumerable<ImmutableArray<string>> Rows(ExchangeMessage message)
    {
        string sequence = message.Sequence?.ToString(CultureInfo.InvariantCulture) ?? "";
        for (int at = 0; at < message.Data.Length;)
        {
            int length = Math.Min(MostOfCell, message.Data.Length - at);
            if (at + length < message.Data.Length && char.IsHighSurrogate(message.Data[at + length - 1]))
            {
                length--;
            }

            string data = message.Data.Substring(at, length);
            yield return at == 0
                ? [message.Id, message.Source, message.Type, message.Subject, sequence, InstantPattern.ExtendedIso.Format(message.Time), message.Digest, data]
                : ["", "", "", "", "", "", "", data];
            at += length;
        }
    }

    /// <summary>The messages of a table, one at a time.</summary>
    public static IEnumerable<FilePart> Parts(ITable table)
    {
        int[] columns = [.. Headers.Select(table.ColumnOf)];
        string[]? first = null;
        long line = 0;
        StringBuilder data = new();
        foreach (TableRow row in table.Rows())
        {
            string[] cells = row.Fault is null ? [.. columns.Select(column => row[column])] : [row.Line.ToString(CultureInfo.InvariantCulture), "", "", "", "", "", "", ""];
            if (cells[0].Length > 0)
            {
                if (first is not null)
                {
                    yield return Part(first, data.ToString(), line);
                }

                (first, line) = (cells, row.Line);
                data.Clear();
            }

            // No more is kept than a message may have.
            if (data.Length <= ExchangeMessage.MaximumBytes)
            {
                data.Append(cells[^1]);
            }
        }

        if (first is not null)
        {
            yield return Part(first, data.ToString(), line);
        }
    }

    private static FilePart Part(string[] cells, string data, long line)
    {
        try
        {
            ExchangeMessage message = ExchangeMessage.Of(
                cells[1],
                cells[0],
                cells[2],
                cells[3],
                cells[4].Length == 0 ? null : long.TryParse(cells[4], NumberStyles.None, CultureInfo.InvariantCulture, out long place) ? place : 0,
                InstantPattern.ExtendedIso.Parse(cells[5]) is { Success: true, Value: var time } ? time : throw ExchangeRefusals.NoMessage.Refuse(("fault", "time")),
                data);
            return message.ToBytes().Length > ExchangeMessage.MaximumBytes ? throw ExchangeRefusals.NoMessage.Refuse(("fault", "size"))
                : message.Digest == cells[6] ? new FilePart(1, message, [])
                : throw ExchangeRefusals.OtherDigest.Refuse(("id", message.Id), ("said", Directories.ShownText.Of(cells[6])), ("actual", message.Digest));
        }
        catch (InputRefusedException refused)
        {
            return new FilePart(1, null, [$"{line.ToString(CultureInfo.InvariantCulture)}: {refused.Refusal}"]);
        }
    }
}
