using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using RandomInspection.Directories;
using RandomInspection.Inspections;
using RandomInspection.Tabular;

namespace RandomInspection.Exchange;

/// <summary>A partner's table as messages: some hundred subjects each, or the results of one visit.</summary>
internal sealed class MappedTable(ExchangePartner partner, FileManifest manifest, PartnerMapping mapping)
{
    private const int SubjectsTogether = 500;

    /// <summary>The messages, one at a time; their ids follow from the file's digest and their place in it, so that the same file says the same again.</summary>
    public IEnumerable<FilePart> Parts(TableReader reader)
    {
        Dictionary<string, int> columns = mapping.Columns.ToDictionary(pair => pair.Value, pair => reader.ColumnOf(pair.Value), StringComparer.Ordinal);
        List<ImmutableDictionary<string, string>> rows = [];
        List<string> refused = [];
        int number = 0;
        foreach (TableRow row in reader.Rows())
        {
            ImmutableDictionary<string, string> fields;
            try
            {
                fields = mapping.Read(partner.Id, column => row[columns[column]]);
                Check(fields);
            }
            catch (InputRefusedException e)
            {
                refused.Add($"{row.Line.ToString(CultureInfo.InvariantCulture)}: {e.Refusal}");
                continue;
            }

            if (rows.Count > 0 && (mapping.Type == ExchangeTypes.Subjects ? rows.Count == SubjectsTogether : rows[0]["visit"] != fields["visit"] || rows[0]["officer"] != fields["officer"]))
            {
                yield return Part(++number, rows, refused);
            }

            rows.Add(fields);
        }

        if (rows.Count + refused.Count > 0)
        {
            yield return Part(++number, rows, refused);
        }
    }

    private void Check(ImmutableDictionary<string, string> fields)
    {
        if (mapping.Type == ExchangeTypes.Results)
        {
            _ = ResultOf(fields);
            return;
        }

        try
        {
            _ = SubjectOf(fields);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or NodaTime.Text.UnparsableValueException)
        {
            throw ExchangeRefusals.PayloadMalformed.Refuse(("id", fields["code"]), ("type", mapping.Type), ("fault", ShownText.Of(e.Message)));
        }
    }

    private FilePart Part(int number, List<ImmutableDictionary<string, string>> rows, List<string> refused)
    {
        ExchangeMessage? message = rows.Count == 0 ? null : ExchangeMessage.Of(
            manifest.Source,
            $"{manifest.Digest}-{number.ToString(CultureInfo.InvariantCulture)}",
            mapping.Type,
            mapping.Type == ExchangeTypes.Subjects ? "subjects" : rows[0]["visit"],
            null,
            manifest.Moment,
            mapping.Type == ExchangeTypes.Subjects
                ? SubjectMessages.Write(rows.Select(SubjectOf))
                : ResultMessages.Write(rows[0]["visit"], rows[0]["officer"], rows.Select(row => (row["item"], ResultOf(row), row.GetValueOrDefault("note", "")))));
        FilePart part = new(rows.Count + refused.Count, message, [.. refused]);
        rows.Clear();
        refused.Clear();
        return part;
    }

    private static Subject SubjectOf(ImmutableDictionary<string, string> fields) => new()
    {
        Code = fields["code"],
        Name = fields["name"],
        Region = fields["region"],
        Trade = fields["trade"],
        CreditClass = fields["creditClass"],
        Kind = fields.GetValueOrDefault("kind", ""),
        Scope = fields.GetValueOrDefault("scope", ""),
        EstablishedOn = fields.GetValueOrDefault("establishedOn", "") is { Length: > 0 } day ? NodaTime.Text.LocalDatePattern.Iso.Parse(day).GetValueOrThrow() : null,
        Status = fields.GetValueOrDefault("status", "") is { Length: > 0 } status ? Enum.Parse<SubjectStatus>(status) : SubjectStatus.Active,
        Tags = SubjectTags.Parse(fields.GetValueOrDefault("tags", "")),
    };

    private ItemResult ResultOf(ImmutableDictionary<string, string> fields) => ResultWords.Find(fields["result"])
        ?? throw ExchangeRefusals.UnknownWord.Refuse(("partner", partner.Id), ("column", mapping.Columns["result"]), ("value", ShownText.Of(fields["result"])));
}
