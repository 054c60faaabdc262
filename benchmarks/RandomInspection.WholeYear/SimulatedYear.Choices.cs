using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Planning;

namespace RandomInspection.WholeYear;

/// <content>A1's other draws: of some tasks the method is drawn, of others the areas, before their subjects are.</content>
internal sealed partial class SimulatedYear
{
    /// <summary>Draws what the task leaves to chance besides its subjects.</summary>
    /// <returns>Which subjects its frame takes.</returns>
    private async Task<DirectoryCriteria> ChooseAsync(YearTask task)
    {
        switch (task.Number % 20)
        {
            case 2:
                await DrawnChoicesAsync(task, new TaskChoices(ChoiceKind.Method, [new("on-site", "现场检查"), new("online", "网络监测"), new("sampling", "抽样检验")], 1, "三种方式均适用"));
                return DirectoryCriteria.Everything;
            case 11:
                ImmutableArray<TaskChoice> areas = [.. Regions.Select((region, i) => new TaskChoice(string.Create(CultureInfo.InvariantCulture, $"area-{i + 1:00}"), region))];
                ImmutableArray<TaskChoice> chosen = await DrawnChoicesAsync(task, new TaskChoices(ChoiceKind.Area, areas, areas.Length - 2, "人手有限，按区域轮换"));
                return DirectoryCriteria.Everything with { Regions = [.. chosen.Select(area => area.Label)] };
            default:
                return DirectoryCriteria.Everything;
        }
    }

    private async Task<ImmutableArray<TaskChoice>> DrawnChoicesAsync(YearTask task, TaskChoices choices)
    {
        await _tasks.DeclareChoicesAsync(As(task.Department, Role.Drafter), task.Id, choices, CancellationToken.None);
        string draw = await _draws.PrepareChoicesAsync(
            As(task.Department, Role.DrawingOperator), task.Id, choices.Kind, FrameKey.Of(RandomNumberGenerator.GetBytes(32)), "sha-256", CancellationToken.None);
        await CeremonyAsync(task.Department, draw);
        await _draws.DrawAsync(As(task.Department, Role.DrawingOperator, 14), draw, CancellationToken.None);
        ImmutableArray<TaskChoice> chosen = (await _tasks.FindAsync(task.Id, CancellationToken.None)).Task.Choices[choices.Kind].Chosen;
        Tally.Check("A1 as many choices were drawn as declared, each of them one of those declared", chosen.Length == choices.Take && chosen.All(choices.Options.Contains), () => draw);
        Tally.Count($"draws of {choices.Kind}");
        return chosen;
    }
}
