using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using RandomInspection.Disclosure;
using RandomInspection.Tabular;

namespace RandomInspection.Web.OpenData;

/// <summary>Writes rows in one of the forms, each cell as the redaction policy lets it leave; what is withheld is empty in CSV and not there in JSON.</summary>
internal static class OpenDataWriter
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a set.</summary>
    /// <returns>How many rows it has, and the newest moment in it.</returns>
    public static async Task<(long Rows, Instant? Newest)> WriteAsync(
        Stream destination, OpenDataset set, DataFormat format, IAsyncEnumerable<DataRow> rows, RedactionPolicy policy, CancellationToken cancellation)
    {
        long count = 0;
        Instant? newest = null;
        CsvExport? csv = format == DataFormat.Csv ? await CsvExport.BeginAsync(destination, [.. set.Columns.Select(column => column.Name)], cancellationToken: cancellation) : null;
        await using (csv)
        {
            await foreach (DataRow row in rows.WithCancellation(cancellation))
            {
                ImmutableArray<string?> shown = [.. row.Cells.Zip(set.Columns, (cell, column) => cell is null || column.Field is null ? cell : policy.Apply(column.Field, cell))];
                if (csv is not null)
                {
                    await csv.WriteRowAsync([.. shown.Select(cell => cell ?? "")], cancellation);
                }
                else
                {
                    await destination.WriteAsync(count == 0 ? "[\n"u8.ToArray() : ",\n"u8.ToArray(), cancellation);
                    await destination.WriteAsync(Line(set, shown), cancellation);
                }

                count++;
                newest = row.At is { } at && (newest is null || at > newest) ? at : newest;
            }
        }

        if (csv is null)
        {
            await destination.WriteAsync(count == 0 ? "[]\n"u8.ToArray() : "\n]\n"u8.ToArray(), cancellation);
        }

        return (count, newest);
    }

    private static byte[] Line(OpenDataset set, ImmutableArray<string?> cells)
    {
        using MemoryStream line = new();
        using (Utf8JsonWriter json = new(line, Readable))
        {
            json.WriteStartObject();
            foreach ((string? cell, DataColumn column) in cells.Zip(set.Columns))
            {
                if (cell is null)
                {
                    continue;
                }

                json.WritePropertyName(column.Name);
                if (column.Kind == DataKind.Number)
                {
                    json.WriteRawValue(cell);
                }
                else
                {
                    json.WriteStringValue(cell);
                }
            }

            json.WriteEndObject();
        }

        return line.ToArray();
    }
}
