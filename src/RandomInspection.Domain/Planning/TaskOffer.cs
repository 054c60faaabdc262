using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Planning;

/// <summary>What an offer of one task to another writes.</summary>
internal static class TaskOffer
{
    /// <summary>An offer, or its withdrawal.</summary>
    /// <param name="actor">Whoever offers.</param>
    /// <param name="at">When.</param>
    /// <param name="task">The offered task, and the version it was read in.</param>
    /// <param name="happened">What happened to it.</param>
    /// <param name="row">The row of the offer.</param>
    /// <param name="with">The task that it is offered to, which must not be frozen in between; <see langword="null"/> for a withdrawal.</param>
    internal static LedgerCommit Commit(Actor actor, Instant at, (string Id, int Version) task, EncodedEvent happened, IView row, (string Id, int Version)? with = null) => new(
        actor,
        at,
        null,
        [
            new StreamAppend(TaskWorkflow.Stream(task.Id), task.Version, [happened]),
            .. with is { } other ? [new StreamAppend(TaskWorkflow.Stream(other.Id), other.Version, [])] : Array.Empty<StreamAppend>(),
        ],
        [row]);
}
