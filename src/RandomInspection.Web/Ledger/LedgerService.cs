using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Disclosure;
using RandomInspection.Ledger;

namespace RandomInspection.Web.Ledger;

/// <summary>
/// 检查点与每日承诺：signs checkpoints of the public log at fixed times, at intervals and after every draw, and enters the daily
/// commitment of the sealed log when the day begins in Beijing; then secrets end whose period is over.
/// </summary>
/// <remarks>Nothing of it depends on what the sealed log holds. Several hosts over one store may run it: who comes second does nothing.</remarks>
/// <param name="checkpoints">The checkpoints.</param>
/// <param name="heads">The sealed log's commitments.</param>
/// <param name="publications">The publication stream, which is caught up with at the start.</param>
/// <param name="embargoes">The secrets that end with a day.</param>
/// <param name="bell">Rings after a draw.</param>
/// <param name="options">The times.</param>
/// <param name="clock">Says when it is.</param>
/// <param name="time">Waits.</param>
/// <param name="log">Where it is said what failed.</param>
internal sealed class LedgerService(
    Checkpoints checkpoints,
    SealedLedger heads,
    Publications publications,
    EmbargoWorkflow embargoes,
    CheckpointBell bell,
    IOptions<RandomInspectionWebOptions> options,
    IClock clock,
    TimeProvider time,
    ILogger<LedgerService> log) : BackgroundService
{
    /// <summary>When the next fixed checkpoint or the next day is due, and which of them it is.</summary>
    /// <param name="after">Now.</param>
    /// <param name="times">The fixed times in Beijing.</param>
    public static (Instant At, bool IsDay) Next(Instant after, IEnumerable<LocalTime> times)
    {
        LocalDate today = LegalTime.DayOf(after);
        Instant midnight = LegalTime.EndOf(today);
        Instant start = LegalTime.EndOf(today.PlusDays(-1));
        Instant[] fixedTimes = [.. times.Select(t => start + Duration.FromNanoseconds(t.NanosecondOfDay)).Where(t => t > after)];
        return fixedTimes.Length > 0 && fixedTimes.Min() is var first && first < midnight ? (first, false) : (midnight, true);
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Before the first request: what is published from now on comes behind what was published before there was the stream.
        await Try(async () => await publications.CatchUpAsync(clock.GetCurrentInstant(), cancellationToken));
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await CommitSealedAsync(stoppingToken);
        await EndSecretsAsync(stoppingToken);
        await SignAsync(CheckpointOccasion.Start, stoppingToken);
        Task rung = bell.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            Instant now = clock.GetCurrentInstant();
            (Instant at, bool isDay) = Next(now, options.Value.CheckpointTimes);
            Duration wait = Duration.Min(at - now, options.Value.CheckpointInterval);
            using CancellationTokenSource over = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            Task due = Task.Delay(wait.ToTimeSpan() + TimeSpan.FromMilliseconds(10), time, over.Token);
            if (await Task.WhenAny(rung, due) == rung)
            {
                await over.CancelAsync();
                await rung;
                rung = bell.WaitAsync(stoppingToken);
                await SignAsync(CheckpointOccasion.Draw, stoppingToken);
                continue;
            }

            await due;
            if (clock.GetCurrentInstant() < at)
            {
                await SignAsync(CheckpointOccasion.Interval, stoppingToken);
                continue;
            }

            if (isDay)
            {
                await CommitSealedAsync(stoppingToken);
                await EndSecretsAsync(stoppingToken);
            }

            await SignAsync(isDay ? CheckpointOccasion.Interval : CheckpointOccasion.Fixed, stoppingToken);
        }
    }

    private Task SignAsync(CheckpointOccasion occasion, CancellationToken cancellation) =>
        Try(() => checkpoints.SignAsync(occasion, clock.GetCurrentInstant(), cancellation));

    private Task CommitSealedAsync(CancellationToken cancellation)
    {
        Instant now = clock.GetCurrentInstant();
        return Try(() => heads.CommitAsync(LegalTime.DayOf(now), now, cancellation));
    }

    /// <summary>Ends the secrets whose period is over, and enters what a host that died had published of them and not entered.</summary>
    private Task EndSecretsAsync(CancellationToken cancellation) => Try(async () =>
    {
        await embargoes.EndDueAsync(clock.GetCurrentInstant(), cancellation);
        await publications.ReleaseAsync(clock.GetCurrentInstant(), cancellation);
    });

    private async Task Try(Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (AppendConflictException)
        {
            // Another host did it at the same moment.
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.NotWritten(failure); // a store or a signer that fails for a moment must not stop the host
        }
    }
}
