using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Planning;

namespace RandomInspection.Web.Directories;

/// <summary>Lets rows of imported files take effect on their day; looks at start and every hour. A frame that is taken in between does it too.</summary>
/// <param name="directories">The directories.</param>
/// <param name="clock">Says which day it is.</param>
/// <param name="time">Waits for the next hour.</param>
/// <param name="log">Where it is said.</param>
internal sealed partial class DueChanges(DirectoryWorkflow directories, IClock clock, TimeProvider time, ILogger<DueChanges> log) : BackgroundService
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
                    LogTook(effect.Version, effect.OfVersion, effect.On);
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailure(failure); // a store that cannot be written for a moment must not stop the host
            }

            await Task.Delay(Every, time, stoppingToken);
        }
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Version {Version} of the subject directory: rows of version {OfVersion} took effect on {Day}.")]
    private partial void LogTook(long version, long ofVersion, LocalDate day);

    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "Rows whose day has come could not take effect; tried again in an hour.")]
    private partial void LogFailure(Exception failure);
}
