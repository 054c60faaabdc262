using System.Collections.Immutable;
using RandomInspection.Ledger;
using RandomInspection.Storage;

namespace OwnStore;

/// <summary>A file that says what was committed, and the library's own memory to read from: what a commit does is done to a fork first, then written, then done.</summary>
/// <remarks>
/// What is acknowledged is on the disk, and nobody reads what is not. All of it must fit in memory, and opening takes as long as the log is:
/// a department's store, not a city's.
/// </remarks>
internal sealed class JournalStore : IDisposable
{
    private readonly SemaphoreSlim _writing = new(1);
    private readonly JournalFile _file;

    private JournalStore(JournalFile file, InMemoryStore memory)
    {
        _file = file;
        Memory = memory;
    }

    /// <summary>What everybody reads.</summary>
    public InMemoryStore Memory { get; }

    /// <summary>Called when everything is written and nothing committed.</summary>
    public Action? BeforeCommit { get; set; }

    /// <summary>The store of a file, as it was when its last commit was acknowledged.</summary>
    public static JournalStore Open(string path)
    {
        JournalFile file = new(path);
        InMemoryStore memory = new();
        foreach (LedgerCommit commit in file.Commits())
        {
            memory.Ledger.CommitAsync(commit, CancellationToken.None).GetAwaiter().GetResult(); // memory answers at once
        }

        return new JournalStore(file, memory);
    }

    /// <summary>Writes a commit, all or nothing.</summary>
    public Task<ImmutableArray<LedgerEntry>> CommitAsync(LedgerCommit commit, CancellationToken cancellation) => AloneAsync(
        async () =>
        {
            await Memory.Fork().Ledger.CommitAsync(commit, cancellation); // whatever there is to refuse is refused here
            _file.Write(commit, BeforeCommit, cancellation);
            return await Memory.Ledger.CommitAsync(commit, CancellationToken.None);
        },
        cancellation);

    /// <summary>Does something with the file that nobody else uses meanwhile.</summary>
    public Task<T> WithFileAsync<T>(Func<JournalFile, T> step, CancellationToken cancellation) => AloneAsync(() => Task.FromResult(step(_file)), cancellation);

    public void Dispose()
    {
        _file.Dispose();
        _writing.Dispose();
    }

    private async Task<T> AloneAsync<T>(Func<Task<T>> step, CancellationToken cancellation)
    {
        await _writing.WaitAsync(cancellation);
        try
        {
            return await step();
        }
        finally
        {
            _writing.Release();
        }
    }
}
