using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text.Json;
using NodaTime;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.SampleData;
using RandomInspection.Web.Operations;

namespace RandomInspection.Tests;

/// <summary>What whoever operates a host sees of it: health, figures, logs, and that it stops when it is told to.</summary>
public sealed class OperationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Health_HostThatWorks_LiveAndReady()
    {
        await using PageHost host = await PageHost.StartAsync(Way.Morning);
        using PageReader reader = host.Reader();
        Page live = await reader.OpenAsync("/health/live"), ready = await reader.OpenAsync("/health/ready");
        Assert.Equal((HttpStatusCode.OK, """{"status":"Healthy","checks":{}}"""), (live.Status, live.Html));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (ready.Status, (await reader.OpenAsync("/health/ready", HttpMethod.Head)).Status));
        Assert.Equal("Healthy", JsonDocument.Parse(ready.Html).RootElement.GetProperty("checks").GetProperty("store").GetString());
    }

    [Fact]
    public async Task Health_NoNoticeForTheDaysAhead_DegradedAndStillReady()
    {
        await using PageHost host = await PageHost.StartAsync(Instant.FromUtc(2040, 3, 1, 1, 0));
        using PageReader reader = host.Reader();
        Page ready = await reader.OpenAsync("/health/ready");
        Assert.Equal((HttpStatusCode.OK, """{"status":"Degraded","checks":{"store":"Healthy","calendar":"Degraded"}}"""), (ready.Status, ready.Html));
    }

    [Fact]
    public async Task Health_StoreGone_NotReadyWithoutSayingWhyInPublic()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        store.IsTampered = true;
        await using PageHost host = await PageHost.StartAsync(Way.Morning, store.File);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (string file in (string[])[store.File, $"{store.File}-wal", $"{store.File}-shm"])
        {
            File.Delete(file);
        }

        using PageReader reader = host.Reader();
        Page ready = await reader.OpenAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.Status);
        Assert.StartsWith("""{"status":"Unhealthy","checks":{"store":"Unhealthy","calendar":""", ready.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await reader.OpenAsync("/health/live")).Status);
    }

    [Fact]
    public async Task Metrics_EntriesOfBothLogs_OnlyThePublicOnesCountedByType()
    {
        await using PageHost host = await PageHost.StartAsync(Way.Morning);
        Dictionary<string, long> counted = [];
        using MeterListener listener = new();
        listener.InstrumentPublished = (instrument, it) =>
        {
            if (instrument.Meter.Name == RandomInspectionTelemetry.MeterName && ReferenceEquals(instrument.Meter.Scope, host.Get<IMeterFactory>()))
            {
                it.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            lock (counted)
            {
                string type = $"{tags.ToArray().Single(tag => tag.Key == "event.type").Value}";
                counted[type] = counted.GetValueOrDefault(type) + value;
            }
        });
        listener.Start();

        string plan = await host.Get<PlanWorkflow>().BeginAsync(Way.Drafter, 2026, "计划", Cancellation);
        RandomInspectionTelemetry telemetry = host.Get<RandomInspectionTelemetry>();
        LedgerEntry entry = (await host.Get<ILedger>().ReadAsync(LedgerLog.Public, 0, 100, Cancellation)).Last(e => e.Stream == $"plan/{plan}");
        telemetry.Written([entry with { Log = LedgerLog.Sealed }]);

        lock (counted)
        {
            Assert.Equal(1, counted["plan.drafted"]);
        }
    }

    [Fact]
    public async Task Stop_WhileSomebodyFollowsACeremony_EndsAtOnce()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using (Way way = new(store))
        {
            await way.GoAsync("open");
        }

        await using PageHost host = await PageHost.StartAsync(Way.Morning, store.File);
        using HttpClient client = new() { BaseAddress = host.Address };
        await using Stream events = await client.GetStreamAsync(new Uri($"/draws/{Way.DrawId}/events", UriKind.Relative), Cancellation);
        byte[] first = new byte[6];
        await events.ReadExactlyAsync(first, Cancellation);
        Assert.Equal("data: "u8.ToArray(), first);

        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(20)); // the host itself would wait for 30
        await host.StopAsync(patience.Token);
        Assert.False(patience.IsCancellationRequested);
        using StreamReader rest = new(events);
        await rest.ReadToEndAsync(Cancellation);
    }

    [Fact]
    public async Task Logs_EverybodyAtWorkAndMuchRefused_NoNamesOfPersons()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using (Way way = new(store))
        {
            await way.GoAsync("match");
        }

        await using PageHost host = await PageHost.StartAsync(Way.Morning, store.File);
        foreach (Person person in DemoPeople.All)
        {
            using PageReader reader = await host.SignedInAsync(person.Id);
            foreach (string path in (string[])["/", "/tasks", "/visits", $"/draws/{Way.DrawId}", $"/matches/{Way.MatchId}", "/directories/inspectors", "/supervision", "/no-such-page"])
            {
                await reader.OpenAsync(path);
            }

            using FormUrlEncodedContent forged = new([KeyValuePair.Create("Person", person.ChineseName)]);
            await reader.SendAsync("/plans", forged);
        }

        string[] names = [.. DemoPeople.All.Concat(SampleInspectors.People).SelectMany(p => (string[])[p.ChineseName, p.EnglishName]).Distinct()];
        string[] said = [.. host.Log.AtTheSampleLevels().Where(line => names.Any(name => line.Contains(name, StringComparison.Ordinal)))];
        Assert.Empty(said);
    }
}
