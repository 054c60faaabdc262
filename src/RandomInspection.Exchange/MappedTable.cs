using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using RandomInspection.Directories;
using RandomInspection.Tabular;

namespace RandomInspection.Exchange;

/// <summary>A partner's table as messages: as many rows together as belong together and a message holds.</summary>
internal sealed class MappedTable(ExchangePartner partner, FileManifest manifest, PartnerMapping mapping)
{
    private const int MostTogether = 1000;
    private const int MostBytes = 700_000;
    private const int BytesOfRow = 150;

    private readonly MappedRows _kind = MappedRows.Of(partner, mapping);

    /// <summary>The messages, one at a time; their ids follow from the file's digest and their place in it, so that the same file says the same again.</summary>
    /// <exception cref="InputRefusedException">A full list has a row that does not read or is not in the order of the codes (RI9162): what is not named would leave.</exception>
    public IEnumerable<FilePart> Parts(ITable table)
    {
        Dictionary<string, int> columns = mapping.Columns.ToDictionary(pair => pair.Value, pair => table.ColumnOf(pair.Value), StringComparer.Ordinal);
        List<ImmutableDictionary<string, string>> rows = [];
        List<string> refused = [];
        int number = 0, bytes = 0;
        string after = "";
        foreach (TableRow row in table.Rows())
        {
            ImmutableDictionary<string, string> fields;
            try
            {
                fields = mapping.Read(partner.Id, column => row[columns[column]]);
                _kind.Check(fields);
            }
            catch (InputRefusedException e)
            {
                string finding = $"{row.Line.ToString(CultureInfo.InvariantCulture)}: {e.Refusal}";
                refused.Add(mapping.Full is null ? finding : throw Differs(finding));
                continue;
            }

            int size = BytesOfRow + fields.Values.Sum(Encoding.UTF8.GetByteCount);
            if (rows.Count > 0)
            {
                RequireOrder(rows[^1], fields, row.Line);
                bool isOver = rows.Count == MostTogether || bytes + size > MostBytes;
                if (_kind.IsAnother(rows[0], fields) || (isOver && _kind.MayBeCut))
                {
                    string? through = _kind.CodeOf(rows[^1]);
                    yield return Part(++number, rows, refused, after, through);
                    after = through ?? "";
                    bytes = 0;
                }
            }

            bytes += size;
            rows.Add(fields);
        }

        if (rows.Count + refused.Count > 0)
        {
            yield return Part(++number, rows, refused, after, null);
        }
    }

    private void RequireOrder(ImmutableDictionary<string, string> before, ImmutableDictionary<string, string> row, long line)
    {
        if (mapping.Full is not null && _kind.CodeOf(before) is { } code && string.CompareOrdinal(code, _kind.CodeOf(row)) >= 0)
        {
            throw Differs(string.Create(CultureInfo.InvariantCulture, $"{line}: not in the order of the codes"));
        }
    }

    private FilePart Part(int number, List<ImmutableDictionary<string, string>> rows, List<string> refused, string after, string? through)
    {
        ExchangeMessage? message = null;
        if (rows.Count > 0)
        {
            FullList? full = mapping.Full is { } of ? new FullList(of.Status, Reconciliation.DayOf(manifest.Moment), after, through, of.Regions, of.Kind, of.Department, of.MostLeaving) : null;
            (string subject, string data) = _kind.Compose(rows, full);
            message = ExchangeMessage.Of(manifest.Source, $"{manifest.Digest}-{number.ToString(CultureInfo.InvariantCulture)}", mapping.Type, subject, null, manifest.Moment, data);
        }

        FilePart part = new(rows.Count + refused.Count, message, [.. refused]);
        rows.Clear();
        refused.Clear();
        return part;
    }

    private InputRefusedException Differs(string fault) => ExchangeRefusals.ManifestDiffers.Refuse(("file", ShownText.Of(manifest.File)), ("fault", fault));
}
