using System.Collections.Concurrent;
using System.Security.Cryptography;
using NodaTime;
using RandomInspection.Disclosure;
using RandomInspection.Ledger;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.OpenData;

/// <summary>开放数据：writes a set to a file when it is first asked for, and again when the store has changed or a day has begun; so its digest is known before its first byte is sent.</summary>
/// <remarks>
/// One file is written at a time, row by row: however many ask, neither memory nor work grows with them. The digest is of the bytes alone, so a change that
/// the public does not see changes nothing here.
/// </remarks>
internal sealed class OpenDataFiles(OpenDataRows rows, ILedger ledger, RedactionPolicy policy, IClock clock) : IDisposable
{
    private readonly ConcurrentDictionary<(string Set, DataFormat Format), (State Of, OpenDataFile File)> _files = new();
    private readonly SemaphoreSlim _one = new(1);
    private readonly Lazy<string> _folder = new(static () => Directory.CreateTempSubdirectory("ri-data-").FullName);

    /// <summary>A set as it stands now.</summary>
    /// <param name="set">The set.</param>
    /// <param name="format">The form.</param>
    /// <param name="cancellation">Cancels the waiting and the writing.</param>
    public async Task<OpenDataFile> ReadAsync(OpenDataset set, DataFormat format, CancellationToken cancellation) =>
        await NowAsync(cancellation) is var now && _files.TryGetValue((set.Id, format), out (State Of, OpenDataFile File) kept) && kept.Of == now
            ? kept.File
            : await WriteAsync(set, format, cancellation);

    /// <summary>The bytes of a set as it stands now, and what it is.</summary>
    /// <param name="set">The set.</param>
    /// <param name="format">The form.</param>
    /// <param name="cancellation">Cancels the waiting and the writing.</param>
    public async Task<(OpenDataFile File, Stream Bytes)> OpenAsync(OpenDataset set, DataFormat format, CancellationToken cancellation)
    {
        while (true)
        {
            OpenDataFile file = await ReadAsync(set, format, cancellation);
            try
            {
                return (file, new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, FileOptions.Asynchronous));
            }
            catch (FileNotFoundException)
            {
                // Written anew in between: the newer one is asked for.
            }
        }
    }

    public void Dispose()
    {
        _one.Dispose();
        if (_folder.IsValueCreated && Directory.Exists(_folder.Value))
        {
            Directory.Delete(_folder.Value, recursive: true);
        }
    }

    private async Task<OpenDataFile> WriteAsync(OpenDataset set, DataFormat format, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            State now = await NowAsync(cancellation);
            if (_files.TryGetValue((set.Id, format), out (State Of, OpenDataFile File) kept) && kept.Of == now)
            {
                return kept.File;
            }

            string path = Path.Combine(_folder.Value, $"{Guid.NewGuid():N}-{OpenDataFile.NameOf(set, format)}");
            await using FileStream file = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read | FileShare.Delete, 64 * 1024, FileOptions.Asynchronous);
            using SHA256 hash = SHA256.Create();
            long count;
            Instant? newest;
            await using (CryptoStream hashed = new(file, hash, CryptoStreamMode.Write, leaveOpen: true))
            {
                (count, newest) = await OpenDataWriter.WriteAsync(hashed, set, format, set.Rows(rows, cancellation), policy, cancellation);
            }

            OpenDataFile written = new(path, Convert.ToHexStringLower(hash.Hash!), file.Length, count, newest);
            _files[(set.Id, format)] = (now, written);
            if (kept.File is { } old)
            {
                File.Delete(old.Path);
            }

            return written;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Both logs, since the end of a secret is an entry of the sealed one, and the day, on which entries leave and items come into force.</summary>
    private async Task<State> NowAsync(CancellationToken cancellation) => new(
        (await ledger.HeadAsync(LedgerLog.Public, cancellation)).Size,
        (await ledger.HeadAsync(LedgerLog.Sealed, cancellation)).Size,
        Tongue.DayOf(clock.GetCurrentInstant()));

    private readonly record struct State(long Public, long Sealed, LocalDate Day);
}
