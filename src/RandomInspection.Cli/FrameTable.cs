using RandomInspection.Drawing;
using RandomInspection.Frames;
using RandomInspection.Tabular;

namespace RandomInspection.Cli;

/// <summary>A row of the table that cannot be a unit of a frame.</summary>
/// <param name="Line">The line in which the row begins, from 1.</param>
/// <param name="Column">The column; <see langword="null"/> where the whole row is meant.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Refusal">Why.</param>
/// <param name="Earlier">For an id that stands twice: the line of the first.</param>
internal sealed record FrameRowFault(long Line, string? Column, string Value, Refusal Refusal, long? Earlier = null)
{
    /// <summary>Where it is, as the beginning of a sentence.</summary>
    public string Where(Language language)
    {
        bool chinese = language == Language.Chinese;
        string where = chinese ? $"第 {Line} 行" : $"line {Line}";
        if (Earlier is { } first)
        {
            where += chinese ? $"（与第 {first} 行相同）" : $" (as in line {first})";
        }

        if (Column is not null)
        {
            where += chinese ? $"，列“{Shown.Harmless(Column)}”，值“{Shown.Harmless(Value)}”" : $", column \"{Shown.Harmless(Column)}\", value \"{Shown.Harmless(Value)}\"";
        }

        return where + (chinese ? "：" : ": ");
    }
}

/// <summary>Reads the units of a frame out of a table of any size; every bad row is a fault, nothing is normalised.</summary>
/// <param name="table">The table, its rows not read yet.</param>
/// <param name="sorter">Takes the units, and while there is no fault the frame that they make.</param>
/// <param name="id">The column of ids.</param>
/// <param name="strata">The columns of the stratum's labels, coarse to fine; a single one may hold the whole stratum.</param>
/// <param name="class">The column of classes.</param>
/// <param name="standing">The column of standings; <see langword="null"/>: all are drawable.</param>
internal sealed class FrameTable(TableReader table, FrameSorter sorter, string id, string[] strata, string @class, string? standing)
{
    /// <summary>Most faults that are listed; further ones are counted.</summary>
    public const int MostFaults = 1_000_000;

    private const int MostStrataKept = 100_000;

    private static readonly Stratum NoStratum = Stratum.Parse("-");

    private readonly int _id = table.ColumnOf(id);
    private readonly int[] _strata = [.. strata.Select(table.ColumnOf)];
    private readonly int _class = table.ColumnOf(@class);
    private readonly int _standing = standing is null ? -1 : table.ColumnOf(standing);
    private readonly Dictionary<string, (Stratum? Stratum, Refusal? Refusal)> _known = new(StringComparer.Ordinal);
    private readonly List<FrameRowFault> _faults = [];
    private long _lastRefused;

    /// <summary>What is wrong with rows, in their order: the first million.</summary>
    public IReadOnlyList<FrameRowFault> Faults => _faults;

    /// <summary>How many rows there are.</summary>
    public long Rows { get; private set; }

    /// <summary>How many of them have a fault.</summary>
    public long RefusedRows { get; private set; }

    /// <summary>Reads all rows.</summary>
    public void Read(IProgress<long>? progress)
    {
        foreach (TableRow row in table.Rows(progress))
        {
            Rows++;
            if (row.Fault is { } fault)
            {
                Fault(new FrameRowFault(row.Line, null, "", fault));
            }
            else
            {
                ReadRow(row);
            }
        }

        if (RefusedRows > 0)
        {
            FindRepeated();
        }
    }

    /// <summary>Puts ids that stand twice among the faults, which nobody knows before all rows are read and sorted.</summary>
    public void FindRepeated()
    {
        string column = table.Headers[_id];
        HashSet<long> refused = [.. _faults.Select(fault => fault.Line)];
        List<FrameRowFault> repeated = [];
        foreach (FrameDuplicate unit in sorter.Duplicates())
        {
            RefusedRows += refused.Contains(unit.Later) ? 0 : 1;
            if (repeated.Count < MostFaults)
            {
                repeated.Add(new FrameRowFault(unit.Later, column, unit.Id, DrawingRefusals.DuplicateId.With(("id", unit.Id)), unit.First));
            }
        }

        // Within a row its id comes first.
        FrameRowFault[] all = [.. repeated.Concat(_faults).OrderBy(fault => fault.Line).Take(MostFaults)];
        _faults.Clear();
        _faults.AddRange(all);
    }

    /// <summary>The columns that <c>--stratum</c> names: each value one column, or several with commas.</summary>
    public static string[] Columns(TableReader table, IEnumerable<string> given) =>
        [.. given.SelectMany(text => table.Headers.Contains(text) ? [text] : text.Split(','))];

    private void ReadRow(TableRow row)
    {
        string unitId = row[_id];
        bool isId = FrameUnit.IsId(unitId);
        if (!isId)
        {
            Fault(row, _id, DrawingRefusals.MalformedId.With(("id", unitId)));
        }

        Stratum? stratum = ReadStratum(row);
        string unitClass = row[_class];
        if (!FrameUnit.IsClass(unitClass))
        {
            Fault(row, _class, DrawingRefusals.MalformedClass.With(("class", unitClass)));
        }

        Standing? unitStanding = _standing < 0 ? Standing.Drawable : ReadStanding(row[_standing]);
        if (unitStanding is null)
        {
            Fault(row, _standing, CliRefusals.MalformedStanding.With(("standing", row[_standing])));
        }

        // Once anything is wrong no frame is made; ids that stand twice are looked for all the same.
        if (isId)
        {
            sorter.Add(RefusedRows == 0 ? new FrameUnit(unitId, stratum!, unitClass, unitStanding!.Value) : new FrameUnit(unitId, NoStratum, "-", Standing.Resting), row.Line);
        }
    }

    private Stratum? ReadStratum(TableRow row)
    {
        bool whole = true;
        foreach (int column in _strata.Length == 1 ? [] : _strata)
        {
            if (row[column].Length == 0)
            {
                Fault(row, column, DrawingRefusals.MalformedStratum.With(("stratum", string.Join('/', _strata.Select(c => row[c]))), ("reasonZh", "标签为空"), ("reasonEn", "a label is empty")));
                whole = false;
            }
            else if (row[column].Contains('/', StringComparison.Ordinal))
            {
                Fault(row, column, CliRefusals.LabelWithSlash.With(("label", row[column])));
                whole = false;
            }
        }

        if (!whole)
        {
            return null;
        }

        string text = string.Join('/', _strata.Select(column => row[column]));
        if (!_known.TryGetValue(text, out (Stratum? Stratum, Refusal? Refusal) known))
        {
            try
            {
                known = (Stratum.Parse(text), null);
            }
            catch (InputRefusedException refused)
            {
                known = (null, refused.Refusal);
            }

            if (_known.Count == MostStrataKept)
            {
                _known.Clear();
            }

            _known.Add(text, known);
        }

        if (known.Refusal is { } refusal)
        {
            Fault(new FrameRowFault(row.Line, string.Join(',', _strata.Select(column => table.Headers[column])), text, refusal));
        }

        return known.Stratum;
    }

    private static Standing? ReadStanding(string text) => text switch
    {
        "drawable" or "可抽取" => Standing.Drawable,
        "resting" or "休整" => Standing.Resting,
        _ => null,
    };

    private void Fault(TableRow row, int column, Refusal refusal) =>
        Fault(new FrameRowFault(row.Line, table.Headers[column], row[column], refusal));

    private void Fault(FrameRowFault fault)
    {
        RefusedRows += _lastRefused == Rows ? 0 : 1;
        _lastRefused = Rows;
        if (_faults.Count < MostFaults)
        {
            _faults.Add(fault);
        }
    }
}
