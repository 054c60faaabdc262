using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace RandomInspection.Exchange;

/// <summary>文件交换（发出）：what was published since the last file, with its manifest; the partner's receipt file says that it has it.</summary>
/// <param name="options">The host's exchange.</param>
/// <param name="outbox">Makes the rows.</param>
/// <param name="table">What goes out.</param>
/// <param name="clock">The clock.</param>
public sealed class FileDropOut(ExchangeOptions options, OutboxRun outbox, OutTable table, IClock clock)
{
    private const int Page = 500;

    /// <summary>Most messages of a file: a sheet has so many rows, some of which may go on.</summary>
    private const int Most = 1_000_000;
    private const string Receipt = ".receipt.json";

    /// <summary>Reads the receipts that are there, then writes a file of everything that is not received.</summary>
    /// <param name="partner">The partner; it has no address, or it would be sent to as well.</param>
    /// <param name="folder">The folder between the two.</param>
    /// <param name="cancellation">Cancels; what was not renamed is not there.</param>
    /// <returns>The file's path; <see langword="null"/> if there is nothing to write, or the last file stands there without a receipt.</returns>
    public Task<string?> WriteAsync(ExchangePartner partner, string folder, CancellationToken cancellation) => WriteAsync(partner, folder, DropFormat.Lines, cancellation);

    /// <summary>Reads the receipts that are there, then writes a file of everything that is not received, a million messages at most.</summary>
    /// <param name="partner">The partner; it has no address, or it would be sent to as well.</param>
    /// <param name="folder">The folder between the two.</param>
    /// <param name="format">The form.</param>
    /// <param name="cancellation">Cancels; what was not renamed is not there.</param>
    /// <returns>The file's path; <see langword="null"/> if there is nothing to write, or the last file stands there without a receipt.</returns>
    public async Task<string?> WriteAsync(ExchangePartner partner, string folder, DropFormat format, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(partner);
        Directory.CreateDirectory(folder);
        await outbox.FeedAsync(partner, cancellation);
        foreach (string earlier in Directory.GetFiles(folder, "*" + FileManifest.Ending).Order(StringComparer.Ordinal))
        {
            if (!await IsReceivedAsync(partner, earlier, cancellation))
            {
                return null;
            }
        }

        (long first, long last, long count) = (0, 0, 0);
        string written = Path.Combine(folder, $".{partner.Id}.new");
        string digest = await DropFolder.WriteAsync(
            written,
            async file =>
            {
                await using DropWriter writer = new(file, format);
                for (bool isFull = false; !isFull;)
                {
                    ImmutableArray<OutboundMessage> page = await table.AfterAsync(partner.Id, last, Page, cancellation);
                    isFull = page.IsEmpty;
                    foreach (OutboundMessage row in page)
                    {
                        isFull = writer.IsFull || count == Most;
                        if (isFull)
                        {
                            break;
                        }

                        last = row.Number;
                        if (row.Status == OutboundStatus.Waiting)
                        {
                            first = first == 0 ? row.Number : first;
                            count++;
                            await writer.WriteAsync(row.Body);
                        }
                    }
                }
            },
            cancellation);
        if (count == 0)
        {
            File.Delete(written);
            return null;
        }

        string path = Path.Combine(folder, $"{partner.Id}-{first.ToString("00000000", CultureInfo.InvariantCulture)}-{last.ToString("00000000", CultureInfo.InvariantCulture)}{DropWriter.Ending(format)}");
        File.Move(written, path, overwrite: true);
        FileManifest manifest = new FileManifest(Path.GetFileName(path), options.Source, count, digest, InstantPattern.General.Format(clock.GetCurrentInstant()), []).SignBy(partner.Secrets);
        await DropFolder.WriteAsync(path + FileManifest.Ending, manifest.ToBytes(), cancellation);
        return path;
    }

    /// <summary>Whether a file that was written has its receipt; then its rows are received, and file, manifest and receipt are removed.</summary>
    private async Task<bool> IsReceivedAsync(ExchangePartner partner, string manifestPath, CancellationToken cancellation)
    {
        FileManifest manifest = FileManifest.Read(manifestPath);
        string path = manifestPath[..^FileManifest.Ending.Length];
        if (!File.Exists(path + Receipt) || !TryDigest(path + Receipt, out string? digest) || digest != manifest.Digest)
        {
            return false;
        }

        long last = long.Parse(Path.GetFileNameWithoutExtension(path).Split('-')[^1], CultureInfo.InvariantCulture);
        await table.AcknowledgeAsync(partner.Id, last, clock.GetCurrentInstant(), cancellation);
        File.Delete(manifestPath);
        File.Delete(path);
        File.Delete(path + Receipt);
        return true;
    }

    private static bool TryDigest(string path, out string? digest)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(path));
            digest = json.RootElement.GetProperty("digest").GetString();
            return true;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            digest = null;
            return false;
        }
    }
}
