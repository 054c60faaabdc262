using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using RandomInspection.Drawing;
using RandomInspection.Ledger;
using RandomInspection.Orleans;
using RandomInspection.Planning;
using RandomInspection.SampleData;
using RandomInspection.Storage;

namespace RandomInspection.Tests;

/// <summary>A host's task drawn on its cluster: from directory to signed record, with the bytes of one machine.</summary>
public sealed class TaskDrawTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Draw_OnACluster_EveryDocumentHasTheBytesOfOneMachine()
    {
        // Both draw from the same ceremony, so that the parties' signatures are the same too.
        await using Host one = new(null);
        await one.Way.GoAsync("enterPublic");
        await using Host host = new(new SharedStorage(), one.Store.Fork());
        await one.Way.StepAsync("draw");
        await using Cluster cluster = await host.StartAsync(3);
        Assert.Empty(await host.Way.Draws.ProgressAsync(Way.Operator, Way.DrawId, Stop));
        await host.Way.StepAsync("draw");
        Assert.Equal(await one.Way.Draws.AuditorRecordAsync(Way.DrawId, Stop), await host.Way.Draws.AuditorRecordAsync(Way.DrawId, Stop));
        Assert.Equal(await one.Way.Draws.PublicRecordAsync(Way.DrawId, Stop), await host.Way.Draws.PublicRecordAsync(Way.DrawId, Stop));
        Assert.True((await cluster.Draws.ProgressAsync($"{Way.DrawId}/{Way.TaskId}/1", Stop)).Step == ClusterStep.Ended); // it was there, and nothing is left of it
        await ClusterDrawTests.RefusedAsync("RI2012", () => host.Way.Draws.ProgressAsync(Way.Witness, Way.DrawId, Stop));
    }

    [Fact]
    public async Task Draw_FrameLostForGood_StopsNamesThePartAndGoesOnWhenItIsBack()
    {
        await using Host one = new(null);
        await one.Way.GoAsync("draw");

        await using Host host = new(new SharedStorage());
        await using Cluster cluster = await host.StartAsync(2, isGone: true);
        await host.Way.GoAsync("enterPublic");
        Refusal why = await ClusterDrawTests.RefusedAsync("RI9204", () => host.Way.StepAsync("draw"), ("reason", "RI9208"));
        TaskDrawProgress stopped = Assert.Single(await host.Way.Draws.ProgressAsync(Way.Operator, Way.DrawId, Stop));
        Assert.Equal((Way.TaskId, TaskDrawStep.Stopped, why), (stopped.TaskId, stopped.Step, stopped.Stopped));
        Assert.Contains(stopped.Parts, part => part.Name == why["partition"] && part.Step == TaskDrawPartStep.Lost);
        Assert.Null(await host.Way.Draws.AuditorRecordAsync(Way.DrawId, Stop)); // nothing was drawn

        host.Gone.Bring();
        await host.Way.Draws.ResumeElsewhereAsync(Way.Operator, Way.DrawId, Stop);
        await host.Way.StepAsync("draw");
        Assert.Equal(Text(await one.Way.Draws.AuditorRecordAsync(Way.DrawId, Stop)), Text(await host.Way.Draws.AuditorRecordAsync(Way.DrawId, Stop)));
    }

    [Fact]
    public async Task Draw_CalledOff_BegunAgainItGivesTheSame()
    {
        await using Host one = new(null);
        await one.Way.GoAsync("draw");

        await using Host host = new(new SharedStorage());
        await using Cluster cluster = await host.StartAsync(2, isGone: true);
        await host.Way.GoAsync("enterPublic");
        await ClusterDrawTests.RefusedAsync("RI9204", () => host.Way.StepAsync("draw"));
        await host.Way.Draws.CancelElsewhereAsync(Way.Operator, Way.DrawId, Stop);
        Assert.Equal(TaskDrawStep.Cancelled, Assert.Single(await host.Way.Draws.ProgressAsync(Way.Operator, Way.DrawId, Stop)).Step);
        host.Gone.Bring();
        await host.Way.StepAsync("draw");
        Assert.Equal(Text(await one.Way.Draws.AuditorRecordAsync(Way.DrawId, Stop)), Text(await host.Way.Draws.AuditorRecordAsync(Way.DrawId, Stop)));
    }

    [Fact]
    public async Task Draw_WhatTheClusterCountsIsNotTheTasksFrame_Refused()
    {
        await using Host host = new(new SharedStorage());
        await using Cluster cluster = await host.StartAsync(2);
        await host.Way.GoAsync("enterPublic");
        FrozenTask task = (await host.Way.Draws.FindAsync(Way.DrawId, Stop)).Preparation.Tasks[0];
        Frame frame = FrameFile.Read((await host.Gone.GetAsync(task.FrameFile, Stop))!);
        FrameUnit first = frame.Units[0];
        Frame other = Frame.Of([new FrameUnit(first.Id, first.Stratum, first.Class == "A" ? "B" : "A", first.Standing), .. frame.Units.Skip(1)]);
        TaskDraw draw = new(
            Way.DrawId, task.TaskId, task.FrameFile, other, await host.Way.Draws.FrameKeyAsync(Way.DrawId, task.TaskId, Stop), DesignDocument.Parse(task.Design).Design, Seed.Parse(new string('1', 64)), "sha-256");
        await ClusterDrawTests.RefusedAsync("RI9213", () => host.Elsewhere.DrawAsync(draw, Stop), ("task", task.TaskId));
    }

    /// <summary>A record; the parties' signatures, made with chance by each party for itself, are left out, and what follows from them: the digest of the auditor's view.</summary>
    private static string Text(byte[]? record) => Regex.Replace(Encoding.UTF8.GetString(record!), "\"(signature|auditorDigest)\":\"[^\"]+\"", "\"$1\":\"\"");

    /// <summary>A host in memory; on a cluster where there is a storage for one.</summary>
    private sealed class Host : IAsyncDisposable
    {
        private readonly ServiceProvider _services;
        private readonly SharedStorage? _storage;
        private Cluster? _cluster;

        public Host(SharedStorage? storage, InMemoryStore? store = null)
        {
            _storage = storage;
            ServiceCollection services = new();
            services.AddSingleton(store ?? new InMemoryStore());
            RandomInspectionBuilder inspection = services.AddRandomInspection()
                .UseCatalogue(SampleItems.All.Select(item => item.ToItem()))
                .UseStaff(SampleDepartments.All.Select(d => new Department(d.Id, d.ChineseName, d.EnglishName)), DemoPeople.All)
                .UseInMemory();
            if (storage is not null)
            {
                services.AddSingleton(_ => _cluster!.Draws);
                inspection.UseClusterDraws(5);
            }

            _services = services.BuildServiceProvider();
            Gone = new GoneEvidence(_services.GetRequiredService<IEvidenceStore>());
            Way = new Way(_services);
        }

        public ITaskDraws Elsewhere => _services.GetRequiredService<ITaskDraws>();

        public InMemoryStore Store => _services.GetRequiredService<InMemoryStore>();

        public Way Way { get; }

        public GoneEvidence Gone { get; }

        public async Task<Cluster> StartAsync(short silos, bool isGone = false)
        {
            Gone.IsGone = isGone;
            return _cluster = await Cluster.StartAsync(silos, (_, sources) => sources.AddEvidence(), _storage, services: services => services.AddSingleton<IEvidenceStore>(Gone));
        }

        public async ValueTask DisposeAsync()
        {
            Way.Dispose();
            await _services.DisposeAsync();
        }
    }

    /// <summary>The host's evidence as its silos see it.</summary>
    private sealed class GoneEvidence(IEvidenceStore evidence) : IEvidenceStore
    {
        public bool IsGone { get; set; }

        public void Bring() => IsGone = false;

        public Task<byte[]?> GetAsync(string digest, CancellationToken cancellation) => IsGone ? Task.FromResult<byte[]?>(null) : evidence.GetAsync(digest, cancellation);

        public Task<string> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<string> PutForNowAsync(ReadOnlyMemory<byte> bytes, NodaTime.Instant at, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<int> RemoveKeptForNowAsync(NodaTime.Instant before, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
