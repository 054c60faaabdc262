using System.Data.Common;
using System.Security.Cryptography;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>That every file kept is the one its digest names, and that those which entries name are there, for good.</summary>
/// <remarks>A file that no entry names may come and go: an upload that was not confirmed, or the file of a step that was then refused.</remarks>
internal sealed class EvidenceCheck(CheckedStore store)
{
    private const int FilesAtOnce = 64;

    public async Task<Refusal?> RunAsync(IProgress<long>? progress, CancellationToken cancellation)
    {
        HashSet<string> missing = new(store.Files.Keys, StringComparer.Ordinal);
        long read = 0;
        string after = "";
        while (true)
        {
            int page = 0;
            await using DbCommand select = store.Command(
                $"SELECT \"Digest\", \"Bytes\" FROM \"evidence\" WHERE \"Digest\" > @after ORDER BY \"Digest\" LIMIT {FilesAtOnce}", ("@after", after));
            await using DbDataReader rows = await select.ExecuteReaderAsync(cancellation);
            while (await rows.ReadAsync(cancellation))
            {
                (object? digest, object? bytes) = (RawTable.Plain(rows.GetValue(0)), RawTable.Plain(rows.GetValue(1)));
                string computed = bytes is byte[] content ? Convert.ToHexStringLower(SHA256.HashData(content)) : RawTable.Show(bytes);
                if (!RawTable.Same(digest, computed))
                {
                    return StoreDifferences.FileDiffers.With(("digest", digest as string ?? RawTable.Show(digest)), ("computed", computed));
                }

                missing.Remove(after = computed);
                page++;
            }

            progress?.Report(read += page);
            if (page < FilesAtOnce)
            {
                break;
            }
        }

        await using DbCommand forNow = store.Command("SELECT \"Digest\" FROM \"evidence_for_now\"");
        await using DbDataReader marked = await forNow.ExecuteReaderAsync(cancellation);
        while (await marked.ReadAsync(cancellation))
        {
            if (RawTable.Plain(marked.GetValue(0)) is string digest && store.Files.ContainsKey(digest))
            {
                missing.Add(digest);
            }
        }

        return missing.MinBy(digest => store.Files[digest]) is { } first
            ? StoreDifferences.FileMissing.With(("digest", first), ("sequence", store.Files[first]))
            : null;
    }
}
