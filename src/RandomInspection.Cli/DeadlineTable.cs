using System.Buffers;
using System.Text;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Tabular;

namespace RandomInspection.Cli;

/// <summary>A table of cases (<c>event</c>, <c>workingDays</c>) and the day each is due.</summary>
internal sealed class DeadlineTable(WorkingDayCalendar calendar)
{
    private const string Event = "event";
    private const string WorkingDays = "workingDays";
    private const string Due = "due";

    private static readonly SearchValues<char> Special = SearchValues.Create(",;\t\"\r\n");

    private readonly StringBuilder _csv = new();

    /// <summary>Every row that is refused: its line, and why.</summary>
    public List<(long Line, Refusal Refusal)> Faults { get; } = [];

    /// <summary>How many rows there are.</summary>
    public int Rows { get; private set; }

    /// <summary>How many results are not confirmed.</summary>
    public int Unconfirmed { get; private set; }

    /// <summary>The line of the first of them.</summary>
    public long FirstUnconfirmed { get; private set; }

    /// <summary>The table as CSV with the column <c>due</c>; lines end in LF, values are as they were.</summary>
    public string Csv => _csv.ToString();

    /// <summary>Reads all rows.</summary>
    /// <exception cref="InputRefusedException">A column is missing (RI5011) or taken (RI9122), or the file cannot be read on.</exception>
    public void Read(TableReader table)
    {
        int @event = table.ColumnOf(Event);
        int workingDays = table.ColumnOf(WorkingDays);
        if (table.Headers.Contains(Due))
        {
            throw CliRefusals.ColumnTaken.Refuse(("column", Due));
        }

        Append(table.Headers, Due);
        foreach (TableRow row in table.Rows())
        {
            Rows++;
            try
            {
                CalendarDate due = calendar.AddWorkingDays(DateText.Date(row[@event]), DateText.WorkingDays(row[workingDays]));
                Append(row.Fields, due.Date.ToString("R", null));
                if (due.Certainty != Certainty.Confirmed && Unconfirmed++ == 0)
                {
                    FirstUnconfirmed = row.Line;
                }
            }
            catch (RefusalException refused)
            {
                Faults.Add((row.Line, refused.Refusal));
            }
        }
    }

    private void Append(IEnumerable<string> cells, string due)
    {
        foreach (string cell in cells)
        {
            _csv.Append(Quoted(cell)).Append(',');
        }

        _csv.Append(due).Append('\n');
    }

    // Not CsvText.Escape: it guards against formulas with an apostrophe, which would make "-3" another value.
    private static string Quoted(string cell) =>
        !cell.AsSpan().ContainsAny(Special) ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
