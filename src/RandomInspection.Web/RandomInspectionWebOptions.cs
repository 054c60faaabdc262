using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Web;

/// <summary>What a host tells the pages.</summary>
public sealed class RandomInspectionWebOptions
{
    /// <summary>The people who can sign in by one press of a button. Refused outside Development, whatever stands here.</summary>
    public ImmutableArray<Person> People { get; set; } = [];

    /// <summary>More people who can sign in so; on the page they are folded away, by department.</summary>
    public ImmutableArray<Person> MorePeople { get; set; } = [];

    /// <summary>When checkpoints of the public log are signed whatever happened, as clocks in Beijing show it.</summary>
    public ImmutableArray<LocalTime> CheckpointTimes { get; set; } = [new LocalTime(9, 0), new LocalTime(17, 30)];

    /// <summary>After how long a checkpoint is signed in between if the log has grown; more than 0.</summary>
    public Duration CheckpointInterval { get; set; } = Duration.FromHours(1);

    /// <summary>
    /// How long somebody may draw after they proved who they are; more than 0. Later they are asked again before they freeze a frame, open a draw or draw:
    /// a screen that was left open draws nothing.
    /// </summary>
    public Duration ProofHolds { get; set; } = Duration.FromMinutes(15);

    /// <summary>How many streams of events (draws, matches, imports) are open at once; more are answered with 429 (RI9040). 1 or more.</summary>
    public int MostEventStreams { get; set; } = 512;

    /// <summary>How many of them one person has; eight times as many share an address without signing in. 1 or more.</summary>
    public int MostEventStreamsOfAReader { get; set; } = 8;

    /// <summary>How many requests to the API a person, or an address of the public, may send in a minute; 1 or more.</summary>
    public int ApiRequestsAMinute { get; set; } = 600;

    internal Person? Find(string? id) => id is null ? null : People.Concat(MorePeople).FirstOrDefault(person => person.Id == id);
}
