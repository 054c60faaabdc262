using NodaTime;

namespace RandomInspection.Web.Directories;

/// <summary>One piece of work in the background: a dry run or a merge. Only its progress changes, and once its outcome.</summary>
internal sealed class ImportJob(string id, ImportSource source, string personId, Instant startedAt) : IProgress<ImportProgress>
{
    private readonly TaskCompletionSource<ImportOutcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile ImportProgress _progress = new(ImportStage.Reading, 0, 0);

    public string Id { get; } = id;

    public ImportSource Source { get; } = source;

    public string PersonId { get; } = personId;

    public Instant StartedAt { get; } = startedAt;

    /// <summary>Set before the outcome.</summary>
    public Duration? Took { get; private set; }

    public ImportProgress Progress => _progress;

    /// <summary>Never fails: what goes wrong is an outcome.</summary>
    public Task<ImportOutcome> Completion => _outcome.Task;

    /// <summary>What came of it, or <see langword="null"/> while it is going on.</summary>
    public ImportOutcome? Outcome => Completion.IsCompletedSuccessfully ? Completion.Result : null;

    public void Report(ImportProgress value) => _progress = value;

    public void Finish(ImportOutcome outcome, Instant at)
    {
        Took = at - StartedAt;
        _outcome.SetResult(outcome);
    }
}
