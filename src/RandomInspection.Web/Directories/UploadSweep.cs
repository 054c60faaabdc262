using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Web.Directories;

/// <summary>Removes uploads that nobody confirmed within a day; looks at start and every hour.</summary>
/// <param name="evidence">Where uploads are kept.</param>
/// <param name="clock">Says how old they are.</param>
/// <param name="time">Waits for the next hour.</param>
/// <param name="log">Where it is said.</param>
internal sealed class UploadSweep(IEvidenceStore evidence, IClock clock, TimeProvider time, ILogger<UploadSweep> log) : BackgroundService
{
    private static readonly Duration KeptFor = Duration.FromHours(24);
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                int removed = await evidence.RemoveKeptForNowAsync(clock.GetCurrentInstant() - KeptFor, stoppingToken);
                if (removed > 0)
                {
                    log.UploadsRemoved(removed);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.UploadsKept(failure); // a store that cannot be written for a moment must not stop the host
            }

            await Task.Delay(Every, time, stoppingToken);
        }
    }
}
