using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using RandomInspection.Catalogue;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Exchange;

/// <summary>上级任务消息：a superior authority's planned task, taken over as an ad-hoc task of the agent's department; it is approved here as any other.</summary>
/// <remarks>Source: 沈政办发〔2020〕19号 一, 三(五).</remarks>
/// <param name="views">The rows.</param>
/// <param name="catalogue">The items that tasks may name.</param>
/// <param name="rules">The profile's rules.</param>
/// <param name="staff">The persons, for the partner's agent.</param>
/// <param name="codec">The events of the log.</param>
public sealed class SuperiorTaskMessages(IViews views, IItemCatalogue catalogue, PlanRules rules, IStaff staff, EventCodec codec)
{
    /// <summary>The effect: an ad-hoc plan with the one task, prepared and not approved.</summary>
    public InboxEffect Effect => new(ExchangeTypes.SuperiorTask, ActAsync);

    /// <summary>The payload of a task.</summary>
    /// <param name="superior">Whose task it is, what it is called there, the document that hands it down.</param>
    /// <param name="title">1 to 100 characters.</param>
    /// <param name="words">The ground in words, 1 to 100 characters.</param>
    /// <param name="items">The codes of the department's published items, one or more.</param>
    /// <param name="from">First day of its period.</param>
    /// <param name="to">Last day of its period, included.</param>
    public static string Write(SuperiorTask superior, string title, string words, IEnumerable<string> items, LocalDate from, LocalDate to)
    {
        ArgumentNullException.ThrowIfNull(superior);
        ArgumentNullException.ThrowIfNull(items);
        return CanonicalJson.WriteText(json =>
        {
            json.WriteString("authority", superior.Authority);
            json.WriteString("task", superior.Task);
            if (superior.Document is { } document)
            {
                json.WriteString("document", document);
            }

            json.WriteString("title", title);
            json.WriteString("words", words);
            json.WriteStartArray("items");
            items.ToList().ForEach(json.WriteStringValue);
            json.WriteEndArray();
            json.WriteString("from", LocalDatePattern.Iso.Format(from));
            json.WriteString("to", LocalDatePattern.Iso.Format(to));
        });
    }

    private async Task ActAsync(ILedger log, IEvidenceStore evidence, ExchangeMessage message, ExchangePartner partner, Instant at, CancellationToken cancellation)
    {
        (SuperiorTask superior, string title, string words, ImmutableArray<string> items, LocalDate from, LocalDate to, TaskKind kind, TaskScale scale) = ExchangePayload.Read(message, root => (
            new SuperiorTask(root.Text("authority"), root.Text("task"), root.Known("document")),
            root.Text("title"),
            root.Text("words"),
            root.Texts("items"),
            root.Day("from"),
            root.Day("to"),
            root.Known("kind") is { } word ? ExchangePayload.Word<TaskKind>(word) : TaskKind.AdHoc,
            root.Known("scale") is { } share ? ExchangePayload.Word<TaskScale>(share) : TaskScale.Proportional));
        await new PlanWorkflow(log, views, catalogue, rules, codec).TakeOverAsync(
            new Acting(ExchangeAgents.Of(staff, partner), at), from.Year, title, new AdHocTerms(kind, TaskGround.SuperiorTask, scale, superior), words, items, from, to, cancellation);
    }
}
