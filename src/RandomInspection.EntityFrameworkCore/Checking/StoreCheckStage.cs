namespace RandomInspection.EntityFrameworkCore;

/// <summary>One part of the check of a store, to be run after the ones before it.</summary>
public sealed class StoreCheckStage
{
    private readonly Func<IProgress<long>?, CancellationToken, Task<Refusal?>> _run;

    internal StoreCheckStage(string chinese, string english, long total, Func<IProgress<long>?, CancellationToken, Task<Refusal?>> run)
    {
        Chinese = chinese;
        English = english;
        Total = total;
        _run = run;
    }

    /// <summary>What is checked, in Chinese.</summary>
    public string Chinese { get; }

    /// <summary>What is checked, in English.</summary>
    public string English { get; }

    /// <summary>With what its progress ends: entries, rows or files; 0 where nobody knows.</summary>
    public long Total { get; }

    /// <summary>Checks it, up to the first difference.</summary>
    /// <param name="progress">Told how much is checked; <see langword="null"/> if nobody asks.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <returns>The first difference, as <see cref="Ledger.StoreDifferences"/> defines it; <see langword="null"/> if there is none.</returns>
    public Task<Refusal?> RunAsync(IProgress<long>? progress, CancellationToken cancellation) => _run(progress, cancellation);
}
