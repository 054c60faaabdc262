using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Drawing;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Tests;

/// <summary>Which cap and floor hold for a task: by its items, its year, and what the year's other tasks drew.</summary>
public abstract class TaskLimitsTests
{
    private static readonly LegalBasis Rule = new("某规定");
    private static readonly DesignLimits Limits = new([new DrawCap(500_000_000, Rule)], [new DrawFloor("SCJG-01", 2026, 100_000_000, Rule)]);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task For_OtherTasksOfTheYear_TheirDrawsCountTowardTheFloor()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync(first: services => services.AddSingleton(Limits));
        using Way way = new(store);
        await way.GoAsync("draw");
        DrawCeremony drawn = await way.Draws.FindAsync(Way.DrawId, Cancellation);
        long selected = drawn.Drawing!.Selected[Way.TaskId];
        Assert.True(selected > 0);

        LimitBounds own = await ForAsync(store, Way.TaskId);
        Assert.Equal(0, own.Floor!.DrawnBefore); // its own draw is not one before
        string same = await TaskAsync(way, "SCJG-01"), other = await TaskAsync(way, "SCJG-05");
        LimitBounds bounds = await ForAsync(store, same);
        Assert.Equal((selected, Math.Max(0, own.Floor.Units - selected)), (bounds.Floor!.DrawnBefore, bounds.Floor.Units));
        Assert.Null(bounds.Cap); // the item is a key one: no ceiling
        LimitBounds general = await ForAsync(store, other);
        Assert.Null(general.Floor);
        Assert.Equal(general.Cap!.Directory / 2, general.Cap.Units);
        Assert.NotNull((await ForAsync(store, await TaskAsync(way, "SCJG-01", "SCJG-05"))).Cap);
    }

    private static async Task<string> TaskAsync(Way way, params string[] items)
    {
        string plan = await way.Plans.BeginAsync(Way.Drafter, 2026, "又一份计划", Cancellation);
        return await way.Plans.AddTaskAsync(Way.Drafter, plan, "抽查", [.. items], new LocalDate(2026, 11, 1), new LocalDate(2026, 12, 31), Cancellation);
    }

    private static async Task<LimitBounds> ForAsync(TemporaryStore store, string task) =>
        await store.Get<TaskLimits>().ForAsync((await store.Get<IViews>().FindAsync<TaskView>(task, Cancellation))!, Cancellation);
}
