using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using NodaTime.Text;

namespace RandomInspection.Web.OpenData;

/// <summary>The files of open data, and for machines a list of them with their digests.</summary>
internal static class OpenDataEndpoints
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static void AddOpenData(this IServiceCollection services)
    {
        services.AddSingleton<OpenDataRows>();
        services.AddSingleton<OpenDataFiles>();
    }

    public static void MapOpenData(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/data/index.json", IndexAsync);
        endpoints.MapGet("/data/SHA256SUMS", DigestsAsync);
        endpoints.MapGet("/data/{set}.csv", (string set, OpenDataFiles files, CancellationToken cancellation) => SendAsync(set, DataFormat.Csv, files, cancellation));
        endpoints.MapGet("/data/{set}.json", (string set, OpenDataFiles files, CancellationToken cancellation) => SendAsync(set, DataFormat.Json, files, cancellation));
    }

    private static async Task<IResult> SendAsync(string set, DataFormat format, OpenDataFiles files, CancellationToken cancellation)
    {
        if (OpenDataset.Find(set) is not { } found)
        {
            return Results.NotFound();
        }

        (OpenDataFile file, Stream bytes) = await files.OpenAsync(found, format, cancellation);
        return Results.File(
            bytes,
            format == DataFormat.Csv ? "text/csv; charset=utf-8; header=present" : "application/json; charset=utf-8",
            OpenDataFile.NameOf(found, format),
            entityTag: new EntityTagHeaderValue($"\"{file.Digest}\""),
            enableRangeProcessing: true);
    }

    private static async Task<IResult> IndexAsync(OpenDataFiles files, CancellationToken cancellation)
    {
        List<object> sets = [];
        foreach (OpenDataset set in OpenDataset.All)
        {
            OpenDataFile csv = await files.ReadAsync(set, DataFormat.Csv, cancellation), json = await files.ReadAsync(set, DataFormat.Json, cancellation);
            sets.Add(new
            {
                id = set.Id,
                title = new { zh = set.Title.Chinese, en = set.Title.English },
                description = new { zh = set.Lead.Chinese, en = set.Lead.English },
                page = set.Page,
                rows = csv.Rows,
                lastChange = csv.LastChange is { } at ? InstantPattern.ExtendedIso.Format(at) : null,
                files = new[] { (DataFormat.Csv, csv), (DataFormat.Json, json) }.Select(one => new
                {
                    href = $"/data/{OpenDataFile.NameOf(set, one.Item1)}",
                    bytes = one.Item2.Length,
                    sha256 = one.Item2.Digest,
                }),
                columns = set.Columns.Select(column => new { name = column.Name, zh = column.Chinese, en = column.English, number = column.Kind == DataKind.Number }),
            });
        }

        return Results.Json(new { sets }, Readable);
    }

    /// <summary>The digests as <c>sha256sum -c</c> reads them.</summary>
    private static async Task<IResult> DigestsAsync(OpenDataFiles files, CancellationToken cancellation)
    {
        StringBuilder text = new();
        foreach (OpenDataset set in OpenDataset.All)
        {
            foreach (DataFormat format in (DataFormat[])[DataFormat.Csv, DataFormat.Json])
            {
                text.Append((await files.ReadAsync(set, format, cancellation)).Digest).Append("  ").Append(OpenDataFile.NameOf(set, format)).Append('\n');
            }
        }

        return Results.Text(text.ToString(), "text/plain", Encoding.UTF8);
    }
}
