using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace RandomInspection.Web.Directories;

/// <summary>
/// The import jobs of this host, in memory: what matters of them is in the ledger, so after a restart a job is simply unknown. Those
/// that are going on are cancelled when the host stops.
/// </summary>
internal sealed class ImportJobs(IClock clock, ILogger<ImportJobs> log) : IHostedService, IDisposable
{
    private const int FinishedKept = 8;

    private readonly Lock _gate = new();
    private readonly OrderedDictionary<string, ImportJob> _jobs = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Starts a job, or joins the one of the same key that is going on or was done: a button pressed twice starts one job.</summary>
    /// <param name="key">What is done, to what, for whom; equal keys are the same work.</param>
    /// <param name="source">The file.</param>
    /// <param name="personId">Who asked for it.</param>
    /// <param name="work">What to do; is told where to report and when to stop.</param>
    public ImportJob StartOrJoin(string key, ImportSource source, string personId, Func<ImportJob, CancellationToken, Task<ImportOutcome>> work)
    {
        string id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32];
        ImportJob job;
        lock (_gate)
        {
            if (_jobs.TryGetValue(id, out ImportJob? known) && known.Outcome is not ImportOutcome.Refused)
            {
                return known;
            }

            _jobs.Remove(id);
            string[] finished = [.. _jobs.Where(pair => pair.Value.Outcome is not null).Select(pair => pair.Key)];
            foreach (string old in finished.SkipLast(FinishedKept - 1))
            {
                _jobs.Remove(old);
            }

            job = new ImportJob(id, source, personId, clock.GetCurrentInstant());
            _jobs.Add(id, job);
        }

        _ = Task.Run(() => RunAsync(job, work));
        return job;
    }

    /// <summary>The job of an id, or <see langword="null"/>.</summary>
    public ImportJob? Find(string id)
    {
        lock (_gate)
        {
            return _jobs.GetValueOrDefault(id);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        Task[] going;
        lock (_gate)
        {
            going = [.. _jobs.Values.Select(job => job.Completion)];
        }

        await Task.WhenAll(going).WaitAsync(cancellationToken);
    }

    public void Dispose() => _stopping.Dispose();

    private async Task RunAsync(ImportJob job, Func<ImportJob, CancellationToken, Task<ImportOutcome>> work)
    {
        ImportOutcome outcome;
        try
        {
            outcome = await work(job, _stopping.Token);
        }
        catch (RefusalException refused)
        {
            outcome = new ImportOutcome.Refused(refused.Refusal);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            outcome = new ImportOutcome.Refused(DirectoryRefusals.Interrupted.With());
        }
#pragma warning disable CA1031 // Nobody awaits a job: whatever fails must end it and be seen.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.LogError(failure, "Import job {Job} of the file {Digest} failed.", job.Id, job.Source.Digest);
            outcome = new ImportOutcome.Refused(DirectoryRefusals.Interrupted.With());
        }

        job.Finish(outcome, clock.GetCurrentInstant());
    }
}
