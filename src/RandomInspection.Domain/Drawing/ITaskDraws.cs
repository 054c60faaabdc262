namespace RandomInspection.Drawing;

/// <summary>Where tasks are drawn if it is not in the workflow's own process: on a cluster, for example.</summary>
/// <remarks>
/// The result is that of every <see cref="IDrawEngine"/>, byte for byte; where the draw is done decides nothing. A host that registers none draws where it
/// stands. What is begun goes on if the host ends: asked again with the same seed, it gives the same result without beginning anew.
/// </remarks>
public interface ITaskDraws
{
    /// <summary>Draws, or waits for what was begun before.</summary>
    /// <param name="task">The task's frame, design and seed.</param>
    /// <param name="cancellation">Ends the waiting; the draw goes on.</param>
    /// <exception cref="RefusalException">As <see cref="IDrawEngine.Draw"/>; or it was called off, stopped at a part that cannot be read, or nobody answers.</exception>
    Task<DrawResult> DrawAsync(TaskDraw task, CancellationToken cancellation);

    /// <summary>How far a task's draw is; <see langword="null"/> where none is under way.</summary>
    /// <param name="draw">The draw's id.</param>
    /// <param name="taskId">The task's id.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    Task<TaskDrawProgress?> ProgressAsync(string draw, string taskId, CancellationToken cancellation);

    /// <summary>Calls off what is under way; whoever waits for it is refused, and it may be begun again.</summary>
    /// <param name="draw">The draw's id.</param>
    /// <param name="taskId">The task's id.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    Task CancelAsync(string draw, string taskId, CancellationToken cancellation);

    /// <summary>Lets go on what stopped.</summary>
    /// <param name="draw">The draw's id.</param>
    /// <param name="taskId">The task's id.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    Task ResumeAsync(string draw, string taskId, CancellationToken cancellation);

    /// <summary>Says that the result stands in the log: nothing else needs to be kept of it.</summary>
    /// <param name="draw">The draw's id.</param>
    /// <param name="taskId">The task's id.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    Task EndAsync(string draw, string taskId, CancellationToken cancellation);
}
