using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Drawing;

namespace RandomInspection.Planning;

/// <summary>What a task draws where its subjects or its inspectors cannot be drawn: days or weeks, items, methods, areas; or the order of its batches.</summary>
/// <param name="Kind">What the choices are.</param>
/// <param name="Options">The choices, 2 or more, ids distinct.</param>
/// <param name="Take">How many are drawn: all of them where their order is drawn, one where it is the time, else fewer than there are.</param>
/// <param name="Reason">Why these are drawn, 1 to 100 characters; published.</param>
/// <remarks>
/// The array compares by reference. Source: 沈政办发〔2020〕19号 一: 检查对象不适用随机抽取或检查人员无法随机分配的，尽可能在检查时间、检查内容、检查方式、检查区域等方面体现随机原则; 三(六).
/// </remarks>
public sealed record TaskChoices(ChoiceKind Kind, ImmutableArray<TaskChoice> Options, int Take, string Reason)
{
    /// <summary>Fewest choices: of one alone nothing is drawn.</summary>
    public const int Fewest = 2;

    /// <summary>The choices with their texts trimmed, if they may be drawn for a task.</summary>
    /// <param name="task">The task.</param>
    /// <exception cref="InputRefusedException">
    /// There are too few (RI2450), the number to draw does not fit (RI2451), a choice is malformed (RI1101) or stands twice (RI1104), a time
    /// is none or outside the task's period (RI2452), an item is not the task's (RI2453), or a text is missing (RI2007).
    /// </exception>
    internal TaskChoices Checked(PlannedTask task)
    {
        if (Options.IsDefault || Options.Length < Fewest)
        {
            throw ChoiceRefusals.TooFew.Refuse(("count", Options.IsDefault ? 0 : Options.Length), ("least", Fewest));
        }

        (int least, int most) = Kind switch
        {
            ChoiceKind.Order => (Options.Length, Options.Length),
            ChoiceKind.Time => (1, 1),
            _ => (1, Options.Length - 1),
        };
        if (Take < least || Take > most)
        {
            throw ChoiceRefusals.WrongNumber.Refuse(("take", Take), ("least", least), ("most", most), ("count", Options.Length));
        }

        _ = ChoiceFrame.Of(Kind, Options.Select(option => option.Id));
        foreach (TaskChoice option in Options)
        {
            if (Kind == ChoiceKind.Time && option.WithinOf(task) is null)
            {
                throw ChoiceRefusals.NoTime.Refuse(("choice", option.Id), ("from", $"{task.From:R}"), ("to", $"{task.To:R}"));
            }

            if (Kind == ChoiceKind.Content && !task.Items.Contains(option.Id, StringComparer.Ordinal))
            {
                throw ChoiceRefusals.NotItsItem.Refuse(("item", option.Id), ("task", task.TaskId));
            }
        }

        return this with
        {
            Options = [.. Options.Select(option => option with { Label = PlanningTexts.Required(option.Label, "选项名称", "The name of a choice") })],
            Reason = PlanningTexts.Required(Reason, "理由", "Reason"),
        };
    }
}

/// <summary>One of the choices.</summary>
/// <param name="Id">As it stands in the frame: <c>2026-12-01</c>, <c>2026-W49</c> or <c>2026-12</c> for a time, an item's code, any name of 1 to 55 visible ASCII characters.</param>
/// <param name="Label">What people read; for an area, the region as directories name it.</param>
public sealed record TaskChoice(string Id, string Label)
{
    /// <summary>The days of a time that lie in the period of a task; <see langword="null"/> if it is no time or none of them does.</summary>
    /// <param name="task">The task.</param>
    internal DateInterval? WithinOf(PlannedTask task)
    {
        if (ChoiceTime.Of(Id) is not { } days)
        {
            return null;
        }

        LocalDate from = LocalDate.Max(days.Start, task.From), to = LocalDate.Min(days.End, task.To);
        return from <= to ? new DateInterval(from, to) : null;
    }
}
