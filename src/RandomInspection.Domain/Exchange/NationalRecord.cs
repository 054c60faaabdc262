using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using RandomInspection.Catalogue;
using RandomInspection.Inspections;
using RandomInspection.Planning;

namespace RandomInspection.Exchange;

/// <summary>抽查检查结果公示记录：a result in the fields of the national publicity record, spelt as it spells them.</summary>
/// <param name="PlanId"><c>raninsPlanId</c>: the plan's number.</param>
/// <param name="PlanName"><c>raninsPlaneName</c>, so spelt there.</param>
/// <param name="TaskId"><c>raninsTaskId</c>: the task's number.</param>
/// <param name="TaskName"><c>raninsTaskName</c>.</param>
/// <param name="TypeName"><c>raninsTypeName</c>: 定向 or 不定向.</param>
/// <param name="Authority"><c>insAuth</c>: the inspecting department.</param>
/// <param name="Day"><c>insDate</c>: the day of the visit.</param>
/// <param name="Details">One line for each item, in the order of the task.</param>
/// <remarks>The array compares by reference. Source: 国家市场监督管理总局 publicity standard of random inspections (requirements B).</remarks>
public sealed record NationalRecord(
    string PlanId, string PlanName, string TaskId, string TaskName, string TypeName, string Authority, LocalDate Day, ImmutableArray<NationalRecordLine> Details)
{
    /// <summary>The record of a visit that has its results.</summary>
    /// <param name="visit">The visit, begun.</param>
    /// <param name="task">Its task.</param>
    /// <param name="plan">The task's plan.</param>
    /// <param name="taskTitle">What the task is called.</param>
    /// <param name="authority">What the inspecting department is called.</param>
    /// <param name="items">The items as they were called on the day of the visit.</param>
    public static NationalRecord Of(Visit visit, InspectionTask task, AnnualPlan plan, string taskTitle, string authority, PublishedItems items)
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(items);
        return new NationalRecord(
            plan.Id,
            plan.Draft.Title,
            visit.Plan.TaskId,
            taskTitle,
            task.Design?.Criteria is { IsEverything: false } ? "定向" : "不定向",
            authority,
            visit.BegunOn ?? throw new ArgumentException($"{visit.Id} has not begun.", nameof(visit)),
            [.. visit.Plan.Items.Where(visit.Results.ContainsKey).Select((item, i) => new NationalRecordLine(i + 1, items.Known(item)?.ChineseTitle ?? item, visit.Results[item].Result))]);
    }

    /// <summary>Writes the record as an object.</summary>
    /// <param name="json">Where to.</param>
    public void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        WriteMembers(json);
        json.WriteEndObject();
    }

    /// <summary>Writes the record's members into an object that has others too.</summary>
    /// <param name="json">Where to.</param>
    public void WriteMembers(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteString("raninsPlanId", PlanId);
        json.WriteString("raninsPlaneName", PlanName);
        json.WriteString("raninsTaskId", TaskId);
        json.WriteString("raninsTaskName", TaskName);
        json.WriteString("raninsTypeName", TypeName);
        json.WriteString("insAuth", Authority);
        json.WriteString("insDate", LocalDatePattern.Iso.Format(Day));
        json.WriteStartArray("details");
        foreach (NationalRecordLine line in Details)
        {
            json.WriteStartObject();
            json.WriteNumber("seqno", line.Number);
            json.WriteString("raninsItemName", line.ItemName);
            json.WriteString("raninsCheckResName", StateWords.Of(line.Result).Chinese);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
