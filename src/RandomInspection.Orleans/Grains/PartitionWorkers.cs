using Microsoft.Extensions.Options;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;

namespace RandomInspection.Orleans.Grains;

/// <summary>A silo's readings: so many partitions at once, the others wait. That bounds memory and processors whatever is asked of the silo.</summary>
internal sealed class PartitionWorkers(IOptions<ClusterDrawOptions> options, PartitionSources sources, DrawHashes hashes, PartialThinning thinning, IServiceProvider services) : IDisposable
{
    private readonly SemaphoreSlim _places = new(options.Value.PartitionsAtOnce);

    /// <summary>Opens a source that this silo serves.</summary>
    public PartitionReading Open(string source) => sources.Open(source, services);

    public StreamedDraw Draw { get; } = new(hashes);

    public PartialThinning Thinning => thinning;

    public int Threads => options.Value.ThreadsPerPartition;

    /// <summary>Works when a place is free, on a thread that is nobody else's: grains go on answering.</summary>
    public async Task<T> RunAsync<T>(Func<T> work, Action begun, CancellationToken cancellation)
    {
        await _places.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            begun();
            return await Task.Factory.StartNew(work, cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default).ConfigureAwait(false);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();
}
