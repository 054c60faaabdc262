using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using RandomInspection.Credit;
using RandomInspection.Directories;
using RandomInspection.Planning;

namespace RandomInspection.Web.Directories;

/// <summary>Lets rows of imported files take effect on their day, and entries of dishonesty lists leave on theirs; looks at start and every hour. No frame waits for it.</summary>
/// <param name="directories">The directories.</param>
/// <param name="lists">The dishonesty lists.</param>
/// <param name="clock">Says which day it is.</param>
/// <param name="time">Waits for the next hour.</param>
/// <param name="log">Where it is said.</param>
internal sealed class DueChanges(DirectoryWorkflow directories, DishonestyWorkflow lists, IClock clock, TimeProvider time, ILogger<DueChanges> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (DirectoryEvent.TookEffect effect in await directories.TakeEffectAsync(clock.GetCurrentInstant(), stoppingToken))
                {
                    log.TookEffect(effect.Version, effect.OfVersion, effect.On);
                }

                foreach (string entry in await lists.ExpireAsync(clock.GetCurrentInstant(), stoppingToken))
                {
                    log.LeftTheList(entry);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.NotDoneToday(failure); // a store that cannot be written for a moment must not stop the host
            }

            await Task.Delay(Every, time, stoppingToken);
        }
    }
}
