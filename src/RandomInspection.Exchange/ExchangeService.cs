using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace RandomInspection.Exchange;

/// <summary>Runs the exchange of a host: sends what was published and takes in what came, until it is stopped.</summary>
/// <param name="options">The host's exchange.</param>
/// <param name="database">The front database, whose tables are created if they are missing.</param>
/// <param name="outbox">What goes out.</param>
/// <param name="fetch">What partners have for the host.</param>
/// <param name="inbox">What came in.</param>
/// <param name="lease">Which process does so.</param>
/// <param name="logger">Where failures are written.</param>
public sealed partial class ExchangeService(ExchangeOptions options, FrontDatabase database, OutboxRun outbox, RestFetch fetch, InboxRun inbox, FrontLease lease, ILogger<ExchangeService> logger) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await CreateAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            if (await lease.HoldAsync(stoppingToken))
            {
                await RunAsync(stoppingToken);
            }
            else
            {
                await Task.Delay(options.Pause.ToTimeSpan(), stoppingToken);
            }
        }
    }

    /// <summary>Works as long as the front database is this process's.</summary>
    private async Task RunAsync(CancellationToken stopping)
    {
        using CancellationTokenSource held = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        CancellationToken whileHeld = held.Token;
        Task work = Task.WhenAll(options.Partners.SelectMany(partner => new[]
        {
            GoAsync(partner, "out", async () => await outbox.FeedAsync(partner, whileHeld) + await outbox.SendAsync(partner, whileHeld), whileHeld),
            GoAsync(partner, "fetch", async () => await fetch.FetchAsync(partner, whileHeld), whileHeld),
            GoAsync(partner, "in", async () => await inbox.RunAsync(partner, whileHeld), whileHeld),
        }));
        try
        {
            do
            {
                await Task.Delay((FrontLease.For / 4).ToTimeSpan(), stopping);
            }
            while (await lease.HoldAsync(stopping));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // stopping: what is under way ends first, then the database is another's
        }

        await held.CancelAsync();
        await work;
        await lease.ReleaseAsync(CancellationToken.None);
    }

    /// <summary>A front database that cannot be reached yet stops nobody: the host serves, and the exchange begins when it is there.</summary>
    private async Task CreateAsync(CancellationToken stopping)
    {
        for (; ; await Task.Delay(TimeSpan.FromSeconds(5), stopping))
        {
            try
            {
                await database.CreateAsync(stopping);
                return;
            }
            catch (DbException e)
            {
                LogFailed("-", "front database", e);
            }
        }
    }

    private async Task GoAsync(ExchangePartner partner, string way, Func<Task<long>> once, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (await once() == 0)
                {
                    await Task.Delay(options.Pause.ToTimeSpan(), stopping);
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is RefusalException or DbException or IOException or InvalidOperationException)
            {
                // What was not written is done again; one partner's trouble does not stop another's.
                LogFailed(partner.Id, way, e);
                await Task.Delay(options.Pause.ToTimeSpan() + TimeSpan.FromSeconds(1), CancellationToken.None);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The exchange with {Partner} ({Way}) failed and is tried again.")]
    private partial void LogFailed(string partner, string way, Exception error);
}
