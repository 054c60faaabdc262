using System.Collections.Immutable;

namespace RandomInspection.Drawing;

/// <summary>How far a task's draw is where it is not done in the workflow's own process.</summary>
/// <param name="TaskId">The task's id.</param>
/// <param name="Step">How far it is.</param>
/// <param name="Parts">Its parts, in their order.</param>
/// <param name="Stopped">Why it stopped, naming the part; <see langword="null"/> while it has not.</param>
public sealed record TaskDrawProgress(string TaskId, TaskDrawStep Step, ImmutableArray<TaskDrawPart> Parts, Refusal? Stopped);

/// <summary>How far a part of a frame is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Step">How far it is.</param>
/// <param name="Units">Units that were read in this step.</param>
/// <param name="Size">Its units, once they were counted.</param>
/// <param name="Attempts">How often it was given to a machine in this step.</param>
public sealed record TaskDrawPart(string Name, TaskDrawPartStep Step, long Units, long? Size, int Attempts);

/// <summary>The steps of a task's draw.</summary>
public enum TaskDrawStep
{
    /// <summary>清点中: its parts are counted and their roots computed.</summary>
    Counting = 0,

    /// <summary>待种子: all are counted.</summary>
    Waiting = 1,

    /// <summary>抽取中: its parts look for their smallest tickets.</summary>
    Drawing = 2,

    /// <summary>已抽出: the result is there.</summary>
    Drawn = 3,

    /// <summary>已停止: a part is lost; nothing is drawn before it is back.</summary>
    Stopped = 4,

    /// <summary>已取消: it was called off.</summary>
    Cancelled = 5,
}

/// <summary>The steps of a part.</summary>
public enum TaskDrawPartStep
{
    /// <summary>待分派: no machine has it.</summary>
    Due = 0,

    /// <summary>排队: a machine has it behind others.</summary>
    Waiting = 1,

    /// <summary>读取中: it is counted or drawn from.</summary>
    Reading = 2,

    /// <summary>已完成: its answer is in.</summary>
    Done = 3,

    /// <summary>失联: its machine is gone or refused it.</summary>
    Lost = 4,
}
