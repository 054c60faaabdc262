using System.Data.Common;
using System.Text;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;

namespace RandomInspection.Frames;

/// <summary>The rows of a database as a frame of any size: id, stratum, class, standing, in the order of ids by bytes.</summary>
/// <remarks>
/// Each reading runs the query anew, so all of them have to see the same rows: read in one snapshot or a table that is frozen. A standing is
/// <c>drawable</c> or <c>resting</c>, or a boolean or 1 and 0, true where the unit can be drawn. Works with every ADO.NET provider:
/// <c>ORDER BY id</c> of SQLite (<c>COLLATE BINARY</c>, the default), <c>ORDER BY id COLLATE "C"</c> of PostgreSQL. O(1) memory.
/// </remarks>
/// <param name="open">Runs the query; the reader is disposed after each reading, and its connection too if it was opened to be.</param>
/// <param name="size">How many rows, where that is known.</param>
public sealed class DataReaderFrameSource(Func<DbDataReader> open, long? size = null) : IFrameSource
{
    private static readonly string[] Columns = ["id", "stratum", "class", "standing"];

    /// <inheritdoc />
    public FrameCells Cells { get; } = new();

    /// <inheritdoc />
    public long? Size => size;

    /// <inheritdoc />
    /// <exception cref="InputRefusedException">The query has other columns (RI1385).</exception>
    public IFrameReader Open()
    {
        DbDataReader rows = open();
        int columns = rows.FieldCount;
        if (columns != Columns.Length)
        {
            rows.Dispose();
            throw FrameSourceRefusals.OtherColumns.Refuse(("columns", columns));
        }

        return new Reader(Cells, rows);
    }

    private sealed class Reader(FrameCells cells, DbDataReader rows) : IFrameReader
    {
        private readonly Dictionary<(string Stratum, string Class), int> _numbers = [];
        private string _previous = "";
        private long _row;

        public FrameBlock? Next(FrameBlock spare)
        {
            Span<byte> bytes = stackalloc byte[FrameUnit.MaxIdLength];
            spare.Clear();
            while (!spare.IsFull && rows.Read())
            {
                _row++;
                string id = NextId();
                int cell = NumberOf(Text(1), Text(2));
                spare.Add(bytes[..Encoding.ASCII.GetBytes(id, bytes)], cell, IsDrawable());
            }

            return spare.Count == 0 ? null : spare;
        }

        public void Complete(FrameBlock block)
        {
        }

        public void Dispose() => rows.Dispose();

        private string NextId()
        {
            string id = Text(0);
            if (!FrameUnit.IsId(id))
            {
                throw DrawingRefusals.MalformedId.Refuse(("id", id), ("line", _row));
            }

            int order = string.CompareOrdinal(_previous, id);
            if (order >= 0)
            {
                throw order == 0
                    ? DrawingRefusals.DuplicateId.Refuse(("id", id), ("line", _row))
                    : FrameSourceRefusals.RowsOutOfOrder.Refuse(("row", _row), ("id", id), ("previous", _previous));
            }

            return _previous = id;
        }

        private int NumberOf(string stratum, string @class)
        {
            if (!_numbers.TryGetValue((stratum, @class), out int number))
            {
                if (!FrameUnit.IsClass(@class))
                {
                    throw DrawingRefusals.MalformedClass.Refuse(("class", @class), ("line", _row));
                }

                _numbers.Add((stratum, @class), number = cells.NumberOf(new Cell(Stratum.Parse(stratum), @class)));
            }

            return number;
        }

        private bool IsDrawable() => rows.GetValue(3) switch
        {
            DBNull => throw Missing(3),
            "drawable" or true => true,
            "resting" or false => false,
            sbyte or byte or short or int or long or decimal when Convert.ToDecimal(rows.GetValue(3), null) is var number && number is 0 or 1 => number == 1,
            var other => throw FrameSourceRefusals.MalformedStanding.Refuse(("row", _row), ("standing", other)),
        };

        private string Text(int column) => rows.GetValue(column) switch
        {
            string text => text,
            DBNull => throw Missing(column),
            var other => throw FrameSourceRefusals.NotText.Refuse(("row", _row), ("column", Columns[column]), ("type", other.GetType().Name)),
        };

        private InputRefusedException Missing(int column) => FrameSourceRefusals.MissingValue.Refuse(("row", _row), ("column", Columns[column]));
    }
}
