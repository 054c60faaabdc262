using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Planning;
using RandomInspection.SampleData;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests.Roles;

/// <summary>Places of a task that draws from choices, and of one that names its subjects.</summary>
internal static class ChoicePlaces
{
    public const string NamedTask = "A2026-001-T01";

    public static TaskChoices Weeks { get; } = new(ChoiceKind.Time, [new("2026-W47", "第 47 周"), new("2026-W48", "第 48 周"), new("2026-W49", "第 49 周")], 1, "现场随节令变化");

    public static ImmutableArray<NamedSubject> Named { get; } =
        [.. SampleSubjects.Generate(500).Where(s => s.Status == RandomInspection.Directories.SubjectStatus.Active).Take(3).Select((s, i) => new NamedSubject(s.Code, $"12345 热线第 {i + 1} 号"))];

    /// <summary>Where the task that names its subjects stands at each stage.</summary>
    public static Dictionary<Enum, string> NamedStages => new()
    {
        [TaskStage.Open] = "namedTask",
        [TaskStage.Frozen] = "namedFrozen",
        [TaskStage.Drawn] = "namedDrawn",
        [TaskStage.MatchFrozen] = "namedMatched",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task NamedTaskAsync(MemoryHost host)
    {
        AdHocTerms terms = new(TaskKind.AdHoc, TaskGround.Complaint, Named: 3);
        string plan = await host.Way.Plans.BeginAdHocAsync(Way.Drafter, 2026, "冷链食品投诉核查", terms, "12345 热线 11 月集中投诉", Cancellation);
        await host.Way.Plans.AddTaskAsync(Way.Drafter, plan, "冷链食品投诉核查", ["SCJG-01"], new LocalDate(2026, 11, 1), new LocalDate(2026, 12, 31), Cancellation);
        await host.Way.Plans.SubmitAsync(Way.Drafter, plan, Cancellation);
        await host.Way.Plans.ApproveAsync(Way.Approver, plan, Cancellation);
    }

    public static async Task FreezeNamedAsync(MemoryHost host)
    {
        await host.Way.Tasks.ApproveNamedAsync(Way.Head, NamedTask, Cancellation);
        await host.Way.Draws.PrepareAsync(Way.Operator, NamedTask, StepPlaces.Key("named"), "sha-256", Cancellation);
    }

    public static async Task MatchNamedAsync(MemoryHost host)
    {
        await host.Way.ImportInspectorsAsync();
        await host.Way.Matches.PrepareAsync(
            Way.Operator, NamedTask, MatchRequest.Usual(new LocalDate(2026, 11, 20), new LocalDate(2026, 12, 4)) with { Capacity = 40 }, "sha-256", Cancellation);
    }
}
