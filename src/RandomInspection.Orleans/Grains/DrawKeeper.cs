using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace RandomInspection.Orleans.Grains;

/// <summary>On every silo: looks after each open draw, which sets going again whatever stopped with its silo, or with all of them, and after those whose time in the storage is over.</summary>
internal sealed class DrawKeeper(IGrainFactory grains, IOptions<ClusterDrawOptions> options, DrawSeal seal, ILogger<DrawKeeper> log) : BackgroundService
{
    private readonly DrawSeal _seal = seal; // a silo without a key does not start

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        ArgumentNullException.ThrowIfNull(_seal);
        using PeriodicTimer timer = new(options.Value.KeepPeriod);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                string[] open = await grains.GetGrain<IOpenDrawsGrain>(0).ListAsync().WaitAsync(options.Value.CallTimeout, stoppingToken).ConfigureAwait(false);
                foreach (string draw in open)
                {
                    await grains.GetGrain<IDrawGrain>(draw).KeepAsync().WaitAsync(options.Value.CallTimeout, stoppingToken).ConfigureAwait(false);
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.NotNow(e); // the silo starts or ends, or another does: the next second will tell
            }
        }
    }
}
