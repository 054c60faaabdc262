using Orleans.Concurrency;
using RandomInspection.Orleans.Messages;

namespace RandomInspection.Orleans.Grains;

/// <summary>One attempt at a partition. Whatever is asked twice is answered twice alike.</summary>
[Alias("ri.partition")]
internal interface IPartitionGrain : IGrainWithStringKey
{
    /// <summary>Begins a job, or says how far it is; waits a moment for its end.</summary>
    [Alias("begin")]
    Task<AnswerMessage> BeginAsync(JobMessage job);

    /// <summary>How far the job is; waits a moment for its end. <see cref="PartitionStep.Due"/> where nobody has begun it here.</summary>
    [Alias("ask")]
    Task<AnswerMessage> AskAsync();

    /// <summary>Nobody wants an answer any more.</summary>
    [Alias("leave")]
    [OneWay]
    Task LeaveAsync();
}
