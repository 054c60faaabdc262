using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;

namespace RandomInspection.Tests.Api;

/// <summary>A draw on a cluster, seen from the host: how far it is, on the draw's page and by the API; called off, and let go on; for the drawing operator of the department alone.</summary>
public sealed class ElsewhereTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Progress_ByTheApi_SaysPartsAndWhyItStopped()
    {
        await using TemporaryStore store = await ReadyAsync();
        FakeDraws elsewhere = new() { Step = TaskDrawStep.Stopped };
        await using ApiHost host = await ApiHost.StartAsync(Way.Morning + Duration.FromHours(3), store.File, services => services.AddSingleton<ITaskDraws>(elsewhere));
        using HttpClient operation = host.Caller("qiu");
        JsonElement progress = await ReadAsync(operation, HttpMethod.Get, "progress");
        Assert.True(progress.GetProperty("elsewhere").GetBoolean());
        JsonElement task = Assert.Single(progress.GetProperty("tasks").EnumerateArray());
        Assert.Equal((Way.TaskId, "stopped", ScaleRefusals.PartitionMissing.Code), (task.GetProperty("taskId").GetString(), task.GetProperty("step").GetString(), task.GetProperty("stoppedCode").GetString()));
        Assert.Equal(["2101 done", "2102 lost"], task.GetProperty("parts").EnumerateArray().Select(part => $"{part.GetProperty("name").GetString()} {part.GetProperty("step").GetString()}"));

        Assert.Equal("counting", (await ReadAsync(operation, HttpMethod.Post, "progress/resume")).GetProperty("tasks")[0].GetProperty("step").GetString());
        Assert.Equal("cancelled", (await ReadAsync(operation, HttpMethod.Post, "progress/cancel")).GetProperty("tasks")[0].GetProperty("step").GetString());
        Assert.Equal("cancelled", (await ReadAsync(operation, HttpMethod.Post, "progress/cancel")).GetProperty("tasks")[0].GetProperty("step").GetString()); // twice as once

        using HttpClient other = host.Caller("qi"), witness = host.Caller("jian");
        foreach ((HttpMethod method, string path) in ((HttpMethod, string)[])[(HttpMethod.Get, "progress"), (HttpMethod.Post, "progress/cancel"), (HttpMethod.Post, "progress/resume")])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(other, method, path)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(witness, method, path)).StatusCode);
        }

        Assert.Equal(["resume", "cancel", "cancel"], elsewhere.Asked);
    }

    [Fact]
    public async Task Progress_HostThatDrawsItself_HasNone()
    {
        await using TemporaryStore store = await ReadyAsync();
        await using ApiHost host = await ApiHost.StartAsync(Way.Morning + Duration.FromHours(3), store.File);
        using HttpClient operation = host.Caller("qiu");
        JsonElement progress = await ReadAsync(operation, HttpMethod.Get, "progress");
        Assert.False(progress.GetProperty("elsewhere").GetBoolean());
        Assert.Empty(progress.GetProperty("tasks").EnumerateArray());
        await ReadAsync(operation, HttpMethod.Post, "progress/cancel");
    }

    [Fact]
    public async Task DrawPage_UnderWayStoppedCalledOff_ShownToTheOperatorAlone()
    {
        await using TemporaryStore store = await ReadyAsync();
        FakeDraws elsewhere = new() { Step = TaskDrawStep.Drawing };
        await using PageHost host = await PageHost.StartAsync(Way.Morning + Duration.FromHours(3), store.File, services => services.AddSingleton<ITaskDraws>(elsewhere));
        using PageReader operation = await host.SignedInAsync("qiu"), witness = await host.SignedInAsync("jian"), anybody = host.Reader();
        const string Page = $"/draws/{Way.DrawId}";
        Page underWay = await operation.OpenAsync(Page);
        Assert.Contains("Drawn on the cluster", underWay.Text, StringComparison.Ordinal);
        Assert.Contains("elsewhere-bar-", underWay.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Let it go on", underWay.Text, StringComparison.Ordinal);
        foreach (PageReader reader in (PageReader[])[witness, anybody])
        {
            Assert.DoesNotContain("Drawn on the cluster", (await reader.OpenAsync(Page)).Text, StringComparison.Ordinal);
        }

        elsewhere.Step = TaskDrawStep.Stopped;
        Page stopped = await operation.OpenAsync(Page);
        Assert.Contains(ScaleRefusals.PartitionMissing.Code, stopped.Html, StringComparison.Ordinal);
        Assert.Contains("Lost", stopped.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await operation.SendAsync(stopped, "resume-elsewhere")).Status);
        Assert.Equal(HttpStatusCode.Found, (await operation.SendAsync(await operation.OpenAsync(Page), "cancel-elsewhere")).Status);
        Assert.Equal(["resume", "cancel"], elsewhere.Asked);
        Assert.DoesNotContain("Call it off", (await operation.OpenAsync(Page)).Text, StringComparison.Ordinal);
    }

    /// <summary>A store in which a draw waits for nothing but to be drawn.</summary>
    private static async Task<TemporaryStore> ReadyAsync()
    {
        TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("enterPublic");
        return store;
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string path) =>
        client.SendAsync(new HttpRequestMessage(method, $"/api/v1/draws/{Way.DrawId}/{path}"), Cancellation);

    private static async Task<JsonElement> ReadAsync(HttpClient client, HttpMethod method, string path)
    {
        using HttpResponseMessage answer = await SendAsync(client, method, path);
        string text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, text);
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>A cluster of which only the words are needed.</summary>
    private sealed class FakeDraws : ITaskDraws
    {
        public TaskDrawStep Step { get; set; }

        public List<string> Asked { get; } = [];

        public Task<DrawResult> DrawAsync(TaskDraw task, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<TaskDrawProgress?> ProgressAsync(string draw, string taskId, CancellationToken cancellation) => Task.FromResult<TaskDrawProgress?>(new(
            taskId,
            Step,
            [new("2101", TaskDrawPartStep.Done, 60, 60, 1), new("2102", Step == TaskDrawStep.Stopped ? TaskDrawPartStep.Lost : TaskDrawPartStep.Reading, 12, null, 2)],
            Step == TaskDrawStep.Stopped ? ScaleRefusals.PartitionMissing.With(("name", "2102"), ("count", 1)) : null));

        public Task CancelAsync(string draw, string taskId, CancellationToken cancellation) => Ask("cancel", TaskDrawStep.Cancelled);

        public Task ResumeAsync(string draw, string taskId, CancellationToken cancellation) => Ask("resume", TaskDrawStep.Counting);

        public Task EndAsync(string draw, string taskId, CancellationToken cancellation) => Task.CompletedTask;

        private Task Ask(string what, TaskDrawStep step)
        {
            Asked.Add(what);
            Step = step;
            return Task.CompletedTask;
        }
    }
}
