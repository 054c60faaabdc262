using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Exchange;

/// <summary>检查结果消息：what officers entered in their department's own system, entered here in their names: nobody types it again.</summary>
/// <param name="views">The rows.</param>
/// <param name="inspectors">The inspector directory.</param>
/// <param name="staff">The persons, for the officer and the partner's agent.</param>
/// <param name="codec">The events of the log.</param>
/// <param name="noticeRule">When the notice of inspection is given.</param>
public sealed class ResultMessages(IViews views, IInspectorDirectory inspectors, IStaff staff, EventCodec codec, NoticeRule noticeRule)
{
    /// <summary>The effect: the results of one visit, all or none, by an officer of its team from the agent's own department.</summary>
    public InboxEffect Effect => new(ExchangeTypes.Results, ActAsync);

    /// <summary>The payload of results.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="officer">The officer who entered them.</param>
    /// <param name="results">Item, result and note, one or more.</param>
    public static string Write(string visit, string officer, IEnumerable<(string Item, ItemResult Result, string Note)> results) => CanonicalJson.WriteText(json =>
    {
        json.WriteString("visit", visit);
        json.WriteString("officer", officer);
        json.WriteStartArray("results");
        foreach ((string item, ItemResult result, string note) in results)
        {
            json.WriteStartObject();
            json.WriteString("item", item);
            json.WriteString("result", StateWords.Of(result).Chinese);
            json.WriteString("note", note);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private async Task ActAsync(ILedger log, IEvidenceStore evidence, ExchangeMessage message, ExchangePartner partner, Instant at, CancellationToken cancellation)
    {
        (string visit, string officer, ImmutableArray<(string, ItemResult, string)> results) = Read(message, partner);
        Person agent = ExchangeAgents.Of(staff, partner);
        Person person = staff.FindPerson(officer) is { } known && known.DepartmentId == agent.DepartmentId
            ? known
            : throw StepRefusals.OtherDepartment.Refuse(("person", ShownText.Of(officer)), ("department", agent.DepartmentId));
        await new VisitWorkflow(log, views, inspectors, evidence, codec, noticeRule).EnterAsync(new Acting(person, at), visit, results, cancellation);
    }

    private static (string Visit, string Officer, ImmutableArray<(string Item, ItemResult Result, string Note)> Results) Read(ExchangeMessage message, ExchangePartner partner)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(message.Data);
            JsonElement root = json.RootElement;
            ImmutableArray<(string, ItemResult, string)> results =
            [
                .. root.GetProperty("results").EnumerateArray().Select(one => (
                    Text(one, "item"),
                    ResultWords.Find(Text(one, "result")) ?? throw ExchangeRefusals.UnknownWord.Refuse(("partner", partner.Id), ("column", "result"), ("value", ShownText.Of(Text(one, "result")))),
                    one.TryGetProperty("note", out JsonElement note) ? note.GetString() ?? "" : "")),
            ];
            return results.IsEmpty ? throw new FormatException("no result") : (Text(root, "visit"), Text(root, "officer"), results);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw ExchangeRefusals.PayloadMalformed.Refuse(("id", message.Id), ("type", message.Type), ("fault", ShownText.Of(e.Message)));
        }

        static string Text(JsonElement one, string name) => one.GetProperty(name).GetString() ?? throw new FormatException(name);
    }
}
