using System.Collections.Immutable;
using System.Text.Json;
using RandomInspection.Drawing;

namespace RandomInspection.Auditing;

/// <summary>Known chances of a match as a JSON document: <c>{"visit": {"inspector": [numerator, denominator]}}</c>.</summary>
public static class ChancesDocument
{
    private const string Name = "marginals";

    /// <summary>Reads chances.</summary>
    /// <param name="utf8">The document's bytes.</param>
    /// <exception cref="InputRefusedException">It is no JSON (RI1201), or a chance is no fraction from 0 to 1 (RI1364).</exception>
    public static ImmutableArray<PairChance> Read(byte[] utf8)
    {
        ArgumentNullException.ThrowIfNull(utf8);
        try
        {
            using JsonDocument json = JsonDocument.Parse(utf8, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return [.. from visit in Members(json.RootElement, "", "")
                       from pair in Members(visit.Value, visit.Name, "")
                       select Chance(visit.Name, pair)];
        }
        catch (JsonException e)
        {
            throw DrawingRefusals.NotJson.Refuse(("document", Name), ("detail", e.Message));
        }
    }

    private static JsonProperty[] Members(JsonElement element, string visit, string inspector) =>
        element.ValueKind == JsonValueKind.Object ? [.. element.EnumerateObject()] : throw AuditRefusals.MalformedMarginal.Refuse(("visit", visit), ("inspector", inspector));

    private static PairChance Chance(string visit, JsonProperty pair)
    {
        JsonElement[] fraction = pair.Value.ValueKind == JsonValueKind.Array ? [.. pair.Value.EnumerateArray()] : [];
        return fraction is [{ ValueKind: JsonValueKind.Number } over, { ValueKind: JsonValueKind.Number } under]
            && over.TryGetInt64(out long numerator) && under.TryGetInt64(out long denominator) && denominator >= 1 && numerator >= 0 && numerator <= denominator
                ? new PairChance(visit, pair.Name, numerator, denominator)
                : throw AuditRefusals.MalformedMarginal.Refuse(("visit", visit), ("inspector", pair.Name));
    }
}
