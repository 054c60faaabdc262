using Microsoft.Extensions.DependencyInjection;
using RandomInspection.Drawing;
using RandomInspection.Planning;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests.Planning;

/// <summary>A draw whose tasks are drawn elsewhere: how far they are, called off and let go on, the same record in the end.</summary>
public sealed class DrawnElsewhereTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task DrawAsync_Elsewhere_WhatEveryEngineDraws(bool isGoneAtTheEnd)
    {
        Elsewhere elsewhere = new() { IsGoneAtTheEnd = isGoneAtTheEnd };
        using MemoryHost host = new(services => services.AddSingleton<ITaskDraws>(elsewhere));
        await host.Way.GoAsync("draw");
        Assert.True(host.Way.Draws.DrawsElsewhere);
        RecordedTask drawn = Assert.Single(RecordDocument.Read((await host.Way.Draws.AuditorRecordAsync(Way.DrawId, Cancellation))!).Tasks);
        Frame frame = FrameFile.Read(await host.Way.Draws.FrameFileAsync(Way.DrawId, Way.TaskId, Cancellation));
        Assert.Equal(new DrawEngine().Draw(frame, Way.Design.Design, (await host.Way.Draws.FindAsync(Way.DrawId, Cancellation)).Seed(), "sha-256").Selected, drawn.Selected);
        Assert.Equal([$"draw {Way.DrawId} {Way.TaskId}", $"end {Way.DrawId} {Way.TaskId}"], elsewhere.Asked);

        // It is over: nothing is under way any more.
        Assert.Empty(await host.Way.Draws.ProgressAsync(Way.Operator, Way.DrawId, Cancellation));
        await host.Way.Draws.CancelElsewhereAsync(Way.Operator, Way.DrawId, Cancellation);
        Assert.Equal(2, elsewhere.Asked.Count);
    }

    [Fact]
    public async Task ProgressCancelResume_WhileItWaitsToBeDrawn_AskedOfEachTask()
    {
        Elsewhere elsewhere = new();
        using MemoryHost host = new(services => services.AddSingleton<ITaskDraws>(elsewhere));
        await host.Way.GoAsync("revealWitness");
        Assert.Empty(await host.Way.Draws.ProgressAsync(Way.Operator, Way.DrawId, Cancellation));
        await host.Way.GoAsync("enterPublic", after: "revealWitness");
        TaskDrawProgress progress = Assert.Single(await host.Way.Draws.ProgressAsync(Way.Operator, Way.DrawId, Cancellation));
        Assert.Equal((Way.TaskId, TaskDrawStep.Counting), (progress.TaskId, progress.Step));
        await host.Way.Draws.CancelElsewhereAsync(Way.Operator, Way.DrawId, Cancellation);
        await host.Way.Draws.ResumeElsewhereAsync(Way.Operator, Way.DrawId, Cancellation);
        Assert.Equal([$"cancel {Way.DrawId} {Way.TaskId}", $"resume {Way.DrawId} {Way.TaskId}"], elsewhere.Asked);
        elsewhere.IsUnderWay = false;
        Assert.Empty(await host.Way.Draws.ProgressAsync(Way.Operator, Way.DrawId, Cancellation));

        await host.RefusedAsync("RI2012", () => host.Way.Draws.ProgressAsync(Way.Witness, Way.DrawId, Cancellation));
        await host.RefusedAsync("RI2011", () => host.Way.Draws.CancelElsewhereAsync(Way.Operator, "D2026-0009", Cancellation));
        Assert.Equal(2, elsewhere.Asked.Count);
    }

    [Fact]
    public async Task Progress_DrawnHere_None()
    {
        using MemoryHost host = new();
        await host.Way.GoAsync("enterPublic");
        Assert.False(host.Way.Draws.DrawsElsewhere);
        Assert.Empty(await host.Way.Draws.ProgressAsync(Way.Operator, Way.DrawId, Cancellation));
        await host.Way.Draws.CancelElsewhereAsync(Way.Operator, Way.DrawId, Cancellation);
        await host.Way.Draws.ResumeElsewhereAsync(Way.Operator, Way.DrawId, Cancellation);
    }

    /// <summary>Another machine: it draws as every engine does.</summary>
    private sealed class Elsewhere : ITaskDraws
    {
        public List<string> Asked { get; } = [];

        public bool IsUnderWay { get; set; } = true;

        public bool IsGoneAtTheEnd { get; init; }

        public Task<DrawResult> DrawAsync(TaskDraw task, CancellationToken cancellation)
        {
            Asked.Add($"draw {task.Draw} {task.TaskId}");
            return Task.FromResult(new DrawEngine().Draw(task.Frame, task.Design, task.Seed, task.Hash));
        }

        public Task<TaskDrawProgress?> ProgressAsync(string draw, string taskId, CancellationToken cancellation) =>
            Task.FromResult(IsUnderWay ? new TaskDrawProgress(taskId, TaskDrawStep.Counting, [], null) : null);

        public Task CancelAsync(string draw, string taskId, CancellationToken cancellation) => Ask("cancel", draw, taskId);

        public Task ResumeAsync(string draw, string taskId, CancellationToken cancellation) => Ask("resume", draw, taskId);

        public Task EndAsync(string draw, string taskId, CancellationToken cancellation)
        {
            Ask("end", draw, taskId);
            return IsGoneAtTheEnd ? throw PlanningRefusals.UnknownTask.Refuse(("task", taskId)) : Task.CompletedTask;
        }

        private Task Ask(string what, string draw, string taskId)
        {
            Asked.Add($"{what} {draw} {taskId}");
            return Task.CompletedTask;
        }
    }
}
