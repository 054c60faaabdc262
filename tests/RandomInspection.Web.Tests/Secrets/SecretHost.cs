using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using RandomInspection.Credit;
using RandomInspection.Disclosure;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.Tests.Acceptance;
using RandomInspection.Web.Operations;

namespace RandomInspection.Tests.Secrets;

/// <summary>A host on which a usual task goes its way, with or without a surprise inspection beside it; signer, salts, seeds and clock are the test's.</summary>
/// <remarks>What the log's service does at its times, the test does: it waits for nothing, so nothing depends on how fast a machine is.</remarks>
internal sealed class SecretHost : IAsyncDisposable
{
    private readonly FixedSigner _signer;
    private readonly StagedSalts _salts;
    private readonly MemoryHost _way;
    private readonly MeterListener _meters = new();
    private readonly SortedDictionary<string, long> _counted = new(StringComparer.Ordinal);

    private SecretHost(PageHost pages, FixedSigner signer, StagedSalts salts)
    {
        (Pages, _signer, _salts, _way) = (pages, signer, salts, new MemoryHost(pages.Services));
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == RandomInspectionTelemetry.MeterName && ReferenceEquals(instrument.Meter.Scope, pages.Get<IMeterFactory>()))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            lock (_counted)
            {
                string name = $"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}";
                _counted[name] = _counted.GetValueOrDefault(name) + value;
            }
        });
        _meters.Start();
    }

    public PageHost Pages { get; }

    /// <summary>The secret visits; none on the host without.</summary>
    public ImmutableArray<VisitView> Secret { get; private set; } = [];

    /// <summary>The visits of the usual task.</summary>
    public ImmutableArray<VisitView> Open { get; private set; } = [];

    /// <summary>What the host's meter has counted, a line each.</summary>
    public string Metrics
    {
        get
        {
            lock (_counted)
            {
                return string.Join('\n', _counted.Select(one => $"{one.Key}: {one.Value}"));
            }
        }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<SecretHost> StartAsync(bool secret)
    {
        FixedSigner signer = new();
        StagedSalts salts = new();
        PageHost pages = await PageHost.StartAsync(
            MemoryHost.Morning,
            first: services => services.AddSingleton<ISigner>(signer).AddSingleton<ISaltSource>(salts),
            last: services => services.Remove(services.Single(one => one.ServiceType == typeof(Microsoft.Extensions.Hosting.IHostedService) && one.ImplementationType?.Name == "LedgerService")));
        SecretHost host = new(pages, signer, salts);
        await host.FillAsync(secret);
        return host;
    }

    /// <summary>What the log's service does when a day begins in Beijing, and a checkpoint.</summary>
    public async Task DayAsync(LocalDate day)
    {
        Instant at = day.At(new LocalTime(9, 0)).InZoneStrictly(DateTimeZoneProviders.Tzdb["Asia/Shanghai"]).ToInstant();
        Pages.Clock.Now = at;
        _salts.Stage = $"day {day}";
        await Pages.Get<SealedLedger>().CommitAsync(day, at, Cancellation);
        await Pages.Get<EmbargoWorkflow>().EndDueAsync(at, Cancellation);
        await Pages.Get<Publications>().ReleaseAsync(at, Cancellation);
        await Pages.Get<Checkpoints>().SignAsync(CheckpointOccasion.Interval, at, Cancellation);
    }

    /// <summary>The secret ends with its last visit, and its plan, list and first result are published.</summary>
    public async Task EndAsync()
    {
        _salts.Stage = "end";
        await _way.Visits.AuditAsync(MemoryHost.As(Role.ResultAuditor, 1), Secret[0].Key, Cancellation);
        foreach (VisitView visit in Secret.Skip(1))
        {
            await _way.AuditedAsync(visit.Key, days: 1);
        }

        await _way.Disclosures.PublishAsync(
            MemoryHost.As(Role.Publisher, 1), [$"result-{Secret[0].Key}", "plan-A2026-S001", "list-D2026-S001-T01-01"], ["portal"], Cancellation);
        await Pages.Get<Checkpoints>().SignAsync(CheckpointOccasion.Draw, Pages.Clock.Now, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        _meters.Dispose();
        _way.Dispose();
        await Pages.DisposeAsync();
        _signer.Dispose();
    }

    private async Task FillAsync(bool secret)
    {
        _salts.Stage = "directories";
        await _way.ImportAsync();
        await DayAsync(MemoryHost.Today);
        if (secret)
        {
            _salts.Stage = "secret";
            Secret = await _way.WithSecretVisitsAsync();
            await _way.ConcludedAsync(Secret[0].Key);
        }

        _salts.Stage = "open";
        string task = await _way.ApprovedAsync();
        await _way.DrawnAsync(task);
        await _way.MatchedAsync(task);
        Open = await _way.Views.QueryAsync(new VisitsOfTask(task), Cancellation);
        await _way.AuditedAsync(Open[0].Key, ItemResult.OrderedToCorrect, "标签不全");
        await _way.AuditedAsync(Open[1].Key);
        string entry = await _way.ListAsync(Open[0].SubjectCode);
        await _way.Disclosures.PublishAsync(
            MemoryHost.As(Role.Publisher), [.. Open.Take(2).Select(visit => $"result-{visit.Key}"), "plan-P2026-001", "list-D2026-0001", DishonestyWorkflow.ListingDuty(entry)], ["portal"], Cancellation);
        await Pages.Get<Checkpoints>().SignAsync(CheckpointOccasion.Draw, MemoryHost.Morning, Cancellation);
        Pages.Clock.Now = MemoryHost.Morning + Duration.FromHours(3);
    }
}
