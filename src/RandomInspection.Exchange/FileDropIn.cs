using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Tabular;

namespace RandomInspection.Exchange;

/// <summary>文件交换（接收）：files with their manifests become messages; a receipt file says what became of each file.</summary>
/// <remarks>NDJSON has an envelope a line. A table, CSV (UTF-8 or GB18030) or XLSX, has the partner's own columns and words, read by its mapping file, or without one a message a row. Rows are read one at a time, whatever the file's size.</remarks>
/// <param name="table">Where messages are kept.</param>
/// <param name="clock">The clock.</param>
public sealed class FileDropIn(InTable table, IClock clock)
{
    private const int Together = 500;
    private const int MostFindings = 100;

    private static readonly JsonSerializerOptions Readable = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    /// <summary>Takes the files of a folder whose manifests are there: to <c>done</c> with a receipt, or to <c>aside</c> with the reason.</summary>
    /// <param name="partner">Who writes there.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="mapping">How its tables are read; <see langword="null"/> where it has none.</param>
    /// <param name="cancellation">Cancels between transactions; a file that is begun again adds nothing twice.</param>
    /// <returns>What became of each.</returns>
    public async Task<ImmutableArray<FileReceipt>> ReadAsync(ExchangePartner partner, string folder, PartnerMapping? mapping, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(partner);
        ImmutableArray<FileReceipt>.Builder receipts = ImmutableArray.CreateBuilder<FileReceipt>();
        foreach (string manifestPath in Directory.GetFiles(folder, "*" + FileManifest.Ending).Order(StringComparer.Ordinal))
        {
            string path = manifestPath[..^FileManifest.Ending.Length];
            FileReceipt receipt = await TryAsync(partner, path, manifestPath, mapping, isDry: false, cancellation);
            string shelf = Path.Combine(folder, receipt.Refused is null ? "done" : "aside");
            Directory.CreateDirectory(shelf);
            await DropFolder.WriteAsync(path + ".receipt.json", JsonSerializer.SerializeToUtf8Bytes(receipt, Readable), cancellation);
            foreach (string moved in (string[])[path, manifestPath])
            {
                if (File.Exists(moved))
                {
                    File.Move(moved, Path.Combine(shelf, Path.GetFileName(moved)), overwrite: true);
                }
            }

            receipts.Add(receipt);
        }

        return receipts.ToImmutable();
    }

    /// <summary>What would become of a file; nothing is kept, moved or written.</summary>
    /// <param name="partner">Who wrote it.</param>
    /// <param name="path">The file; its manifest lies beside it.</param>
    /// <param name="mapping">How its tables are read.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public Task<FileReceipt> TryAsync(ExchangePartner partner, string path, PartnerMapping? mapping, CancellationToken cancellation) =>
        TryAsync(partner, path, path + FileManifest.Ending, mapping, isDry: true, cancellation);

    private async Task<FileReceipt> TryAsync(ExchangePartner partner, string path, string manifestPath, PartnerMapping? mapping, bool isDry, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(partner);
        string name = Path.GetFileName(path);
        try
        {
            FileManifest manifest = FileManifest.Read(manifestPath);
            if (!File.Exists(path))
            {
                throw Differs(name, "missing");
            }

            string digest = await DropFolder.DigestAsync(path, cancellation);
            if (digest != manifest.Digest)
            {
                throw Differs(name, $"digest {digest}");
            }

            if (!manifest.IsSignedBy(partner.Keys))
            {
                throw Differs(name, "signature");
            }

            // The rows are counted before any is kept: a file is taken as it was meant, or not at all.
            long count = Parts(path, partner, manifest, mapping).Sum(part => part.Rows);
            if (count != manifest.Count)
            {
                throw Differs(name, $"{count} rows, not {manifest.Count}");
            }

            return await KeepAsync(name, partner, manifest, Parts(path, partner, manifest, mapping), isDry, cancellation);
        }
        catch (InputRefusedException refused)
        {
            return new FileReceipt(name, 0, 0, [], null, FrontText.Of(clock.GetCurrentInstant()), refused.Refusal.ToString());
        }
    }

    private async Task<FileReceipt> KeepAsync(string name, ExchangePartner partner, FileManifest manifest, IEnumerable<FilePart> parts, bool isDry, CancellationToken cancellation)
    {
        Instant now = clock.GetCurrentInstant();
        List<string> findings = [];
        long rows = 0, refused = 0;
        foreach (List<FilePart> some in Held(parts))
        {
            cancellation.ThrowIfCancellationRequested();
            ExchangeMessage[] messages = [.. some.Select(part => part.Message).OfType<ExchangeMessage>()];
            if (!isDry && messages.Length > 0)
            {
                ImmutableArray<string> kept = await table.KeepAsync([.. messages.Select(message => (partner.Id, message, name))], now, cancellation);
                foreach ((ExchangeMessage message, string digest) in messages.Zip(kept).Where(pair => pair.First.Digest != pair.Second))
                {
                    Note($"{message.Id}: {ExchangeRefusals.OtherContent.With(("source", message.Source), ("id", message.Id), ("first", digest), ("second", message.Digest))}");
                    refused++;
                }
            }

            foreach (FilePart part in some)
            {
                rows += part.Rows;
                refused += part.Refused.Length;
                part.Refused.ToList().ForEach(Note);
            }
        }

        return new FileReceipt(name, rows, refused, [.. findings], manifest.Digest, FrontText.Of(now), null);

        void Note(string finding)
        {
            if (findings.Count < MostFindings)
            {
                findings.Add(finding);
            }
        }
    }

    /// <summary>Parts together as many as one transaction and the memory hold.</summary>
    private static IEnumerable<List<FilePart>> Held(IEnumerable<FilePart> parts)
    {
        List<FilePart> some = [];
        long held = 0;
        foreach (FilePart part in parts)
        {
            some.Add(part);
            held += part.Message?.Data.Length ?? 0;
            if (some.Count == Together || held > FrontDatabase.MostHeld)
            {
                yield return some;
                (some, held) = ([], 0);
            }
        }

        if (some.Count > 0)
        {
            yield return some;
        }
    }

    private static IEnumerable<FilePart> Parts(string path, ExchangePartner partner, FileManifest manifest, PartnerMapping? mapping)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        if (path.EndsWith(".ndjson", StringComparison.OrdinalIgnoreCase))
        {
            foreach (FilePart part in Lines(file))
            {
                yield return part;
            }

            yield break;
        }

        using ITable table = path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? TableReader.Open(file)
            : path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) ? WorkbookReader.Open(file)
            : throw Differs(Path.GetFileName(path), "neither .ndjson nor .csv nor .xlsx");
        foreach (FilePart part in mapping is null ? EnvelopeTable.Parts(table) : new MappedTable(partner, manifest, mapping).Parts(table))
        {
            yield return part;
        }
    }

    private static IEnumerable<FilePart> Lines(Stream file)
    {
        using StreamReader reader = new(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
        long number = 0;
        while (LineOf(reader) is { } line)
        {
            number++;
            if (line.Length == 0)
            {
                continue;
            }

            FilePart part;
            try
            {
                part = new FilePart(1, ExchangeMessage.Parse(Encoding.UTF8.GetBytes(line)), []);
            }
            catch (InputRefusedException refused)
            {
                part = new FilePart(1, null, [$"{number}: {refused.Refusal}"]);
            }

            yield return part;
        }
    }

    /// <summary>A line, of which no more than a message's length is kept: a file without line breaks does not fill the memory.</summary>
    private static string? LineOf(StreamReader reader)
    {
        StringBuilder line = new();
        for (int read; (read = reader.Read()) != '\n';)
        {
            if (read < 0)
            {
                return line.Length == 0 ? null : line.ToString();
            }

            if (line.Length <= ExchangeMessage.MaximumBytes)
            {
                line.Append((char)read);
            }
        }

        return line.ToString().TrimEnd('\r');
    }

    private static InputRefusedException Differs(string file, string fault) => ExchangeRefusals.ManifestDiffers.Refuse(("file", ShownText.Of(file)), ("fault", fault));
}
