namespace RandomInspection.Orleans;

/// <summary>How patient a cluster is, and how much of a silo a draw may use.</summary>
public sealed class ClusterDrawOptions
{
    /// <summary>Partitions that a silo reads at the same time, 1 or more; what comes beyond waits its turn.</summary>
    public int PartitionsAtOnce { get; set; } = Environment.ProcessorCount;

    /// <summary>Threads for each partition, 1 or more.</summary>
    public int ThreadsPerPartition { get; set; } = 1;

    /// <summary>How long a call may go unanswered before the partition is given to another silo.</summary>
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How long a reading may get no further before the partition is given to another silo too.</summary>
    public TimeSpan StallAfter { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often the silos look for draws that nobody is at work on.</summary>
    public TimeSpan KeepPeriod { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How often a partition may be refused by its silos before the draw stops, 1 or more.</summary>
    public int MostFailures { get; set; } = 6;

    /// <summary>How long no silo may be found for a partition before the draw stops.</summary>
    public TimeSpan LostAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long whoever asks waits for a cluster that does not answer.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The keys that seal what is stored of draws, each 64 hex characters, the same on every silo; the first seals, all open. A silo needs one.</summary>
    /// <remarks>To change it, put the new one in front everywhere and leave the old one behind it until <see cref="KeepClosed"/> is over.</remarks>
    public IList<string> StorageKeys { get; } = [];

    /// <summary>How long a draw that is done or cancelled stays stored if nobody ends it (<see cref="ClusterDraw.EndAsync"/>).</summary>
    public TimeSpan KeepClosed { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long its id stays known after that, so that a call that comes late does not begin it anew.</summary>
    public TimeSpan KeepEnded { get; set; } = TimeSpan.FromDays(1);
}
