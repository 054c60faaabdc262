using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using RandomInspection.Ledger;

namespace RandomInspection.Web.Api;

/// <summary>Forgets requests that were carried out a week ago, every hour; until then a request that is sent again gets its answer again.</summary>
/// <param name="requests">Where requests are kept.</param>
/// <param name="clock">Says how old they are.</param>
/// <param name="time">Waits for the next hour.</param>
/// <param name="log">Where it is said.</param>
internal sealed class RequestSweep(IAnsweredRequests requests, IClock clock, TimeProvider time, ILogger<RequestSweep> log) : BackgroundService
{
    private static readonly Duration KeptFor = Duration.FromDays(7);
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await requests.ForgetAsync(clock.GetCurrentInstant() - KeptFor, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.RequestsKept(failure); // a store that cannot be written for a moment must not stop the host
            }

            await Task.Delay(Every, time, stoppingToken);
        }
    }
}
