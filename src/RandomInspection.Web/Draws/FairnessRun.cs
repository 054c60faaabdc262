using RandomInspection.Auditing;

namespace RandomInspection.Web.Draws;

/// <summary>One design repeated in the background: only its progress changes, and once its outcome.</summary>
internal sealed class FairnessRun : IProgress<long>
{
    private readonly TaskCompletionSource<DrawFairness?> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _done;

    /// <summary>Repeats done.</summary>
    public long Done => Interlocked.Read(ref _done);

    /// <summary>Ends with what was found, <see langword="null"/> if the run was interrupted. Never fails.</summary>
    public Task<DrawFairness?> Completion => _outcome.Task;

    public void Report(long value) => Interlocked.Exchange(ref _done, value);

    public void Finish(DrawFairness? fairness) => _outcome.SetResult(fairness);
}
