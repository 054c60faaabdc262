using RandomInspection.Orleans.Messages;

namespace RandomInspection.Orleans.Grains;

/// <summary>A draw: freeze, root, wait for the seed, draw, merge. Whatever is asked twice is done once.</summary>
[Alias("ri.draw.grain")]
internal interface IDrawGrain : IGrainWithStringKey
{
    /// <summary>Begins it.</summary>
    [Alias("freeze")]
    Task<ProgressMessage> FreezeAsync(OrderMessage order);

    /// <summary>Gives it the seed.</summary>
    [Alias("draw")]
    Task<ProgressMessage> DrawAsync(SeedMessage seed);

    /// <summary>How far it is; whoever asks also sets it going again where it lay still.</summary>
    [Alias("progress")]
    Task<ProgressMessage> ProgressAsync();

    /// <summary>Sets it going again where it lay still, and takes it off the open draws where there is nothing to do.</summary>
    [Alias("keep")]
    Task KeepAsync();

    /// <summary>What was frozen, in the order's order; <see langword="null"/> before.</summary>
    [Alias("censuses")]
    Task<CensusMessage[]?> CensusesAsync();

    /// <summary>The merged partial draw; <see langword="null"/> before it is done.</summary>
    [Alias("result")]
    Task<byte[]?> ResultAsync();

    /// <summary>Calls it off for good.</summary>
    [Alias("cancel")]
    Task<ProgressMessage> CancelAsync();

    /// <summary>Lets a draw go on that stopped.</summary>
    [Alias("resume")]
    Task<ProgressMessage> ResumeAsync();

    /// <summary>Nobody wants anything of it any more: what is stored goes, save that it has ended.</summary>
    [Alias("end")]
    Task<ProgressMessage> EndAsync();
}
