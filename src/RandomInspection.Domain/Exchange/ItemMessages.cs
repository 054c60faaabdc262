using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using RandomInspection.Catalogue;
using RandomInspection.Directories;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Exchange;

/// <summary>抽查事项消息：items of a department's own system become its version under way; nothing is in force before it was reviewed, reported and published by others.</summary>
/// <remarks>Source: 沈政办发〔2020〕19号 三(二).</remarks>
/// <param name="views">The rows.</param>
/// <param name="rules">The profile's rules.</param>
/// <param name="staff">The persons, for the partner's agent.</param>
/// <param name="codec">The events of the log.</param>
public sealed class ItemMessages(IViews views, CatalogueRules rules, IStaff staff, EventCodec codec)
{
    /// <summary>The effect: items are added and revised, and of a full list those that are not named taken out, in a version that is being prepared.</summary>
    public InboxEffect Effect => new(ExchangeTypes.Items, ActAsync);

    /// <summary>The payload of items.</summary>
    /// <param name="department">Whose they are.</param>
    /// <param name="reason">Why there is a new version.</param>
    /// <param name="items">One or more, codes distinct.</param>
    /// <param name="isFull">Whether these are all items of the department.</param>
    public static string Write(string department, string reason, IEnumerable<InspectionItem> items, bool isFull) => CanonicalJson.WriteText(json =>
    {
        json.WriteString("department", department);
        json.WriteString("reason", reason);
        json.WriteBoolean("isFull", isFull);
        json.WriteStartArray("items");
        foreach (InspectionItem item in items)
        {
            json.WriteStartObject();
            json.WriteString("code", item.Code);
            json.WriteString("title", item.ChineseTitle);
            json.WriteString("titleEn", item.EnglishTitle);
            json.WriteString("basis", item.LegalBasis);
            json.WriteBoolean("isKey", item.IsKey);
            json.WriteNumber("ratioPercent", item.RatioPercent);
            json.WriteString("object", item.ChineseObjectKind);
            json.WriteString("objectEn", item.EnglishObjectKind);
            json.WriteString("method", item.Method.ToString());
            json.WriteNumber("timesAYear", item.TimesAYear);
            json.WriteStartArray("qualifications");
            item.Qualifications.ToList().ForEach(json.WriteStringValue);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static InspectionItem ItemOf(JsonElement one, string department) => new(
        one.Text("code"),
        department,
        one.Text("title"),
        one.Text("titleEn"),
        one.Text("basis"),
        one.GetProperty("isKey").GetBoolean(),
        one.GetProperty("ratioPercent").GetInt32(),
        one.Text("object"),
        one.Text("objectEn"),
        one.Known("method") is { } method ? ExchangePayload.Word<InspectionMethod>(method) : InspectionMethod.OnSite,
        one.Number("timesAYear") ?? 1)
    {
        Qualifications = one.Texts("qualifications"),
    };

    private async Task ActAsync(ILedger log, IEvidenceStore evidence, ExchangeMessage message, ExchangePartner partner, Instant at, CancellationToken cancellation)
    {
        (string department, string reason, bool isFull, ImmutableArray<InspectionItem> items) = ExchangePayload.Read(message, root =>
        {
            string of = root.Text("department");
            ImmutableArray<InspectionItem> read = [.. root.GetProperty("items").EnumerateArray().Select(one => ItemOf(one, of))];
            return read.IsEmpty || read.DistinctBy(one => one.Code).Count() < read.Length
                ? throw new FormatException("no item, or one twice")
                : (of, root.Text("reason"), root.TryGetProperty("isFull", out JsonElement full) && full.GetBoolean(), read);
        });
        await new CatalogueWorkflow(log, views, rules, codec).PrepareAsync(new Acting(ExchangeAgents.Of(staff, partner), at), department, reason, items, isFull, cancellation);
    }
}
