using System.Collections.Immutable;
using System.Text.Json;
using RandomInspection.Directories;

namespace RandomInspection.Exchange;

/// <summary>映射文件：how a partner's own table becomes messages: which column is which field, and what its words and codes mean.</summary>
/// <remarks>A word that has no meaning is refused, never guessed. The dictionaries compare by reference.</remarks>
/// <param name="Type">The type of the messages; notices have a file format of their own and no mapping.</param>
/// <param name="Columns">Our field, for example <c>code</c>, with the partner's column.</param>
/// <param name="Words">Our field with the partner's words for it, each with ours; a field that is not named is taken as it stands.</param>
public sealed record PartnerMapping(
    string Type, ImmutableDictionary<string, string> Columns, ImmutableDictionary<string, ImmutableDictionary<string, string>> Words)
{
    /// <summary>What a table is that has everything there is; <see langword="null"/> where it has what changed.</summary>
    public FullTable? Full { get; init; }

    private static readonly ImmutableDictionary<string, (string[] Needed, string[] Known)> Fields = new Dictionary<string, (string[] Needed, string[] Known)>(StringComparer.Ordinal)
    {
        [ExchangeTypes.Subjects] = (["code", "name", "region", "trade", "creditClass"], ["kind", "scope", "establishedOn", "status", "tags", "assessedOn", "assessedBy"]),
        [ExchangeTypes.Inspectors] = (["id", "name", "department", "kind", "level", "regions"], ["qualifications", "certificates", "validFrom", "validTo", "leave", "capacity", "status"]),
        [ExchangeTypes.Items] = (
            ["department", "reason", "code", "title", "titleEn", "basis", "isKey", "ratioPercent", "object", "objectEn"], ["method", "timesAYear", "qualifications"]),
        [ExchangeTypes.SuperiorTask] = (["authority", "task", "title", "words", "items", "from", "to"], ["document"]),
        [ExchangeTypes.Results] = (["visit", "officer", "item", "result"], ["note"]),
        [ExchangeTypes.Credit] = (["source", "code", "creditClass", "on"], []),
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>The fields of a type, the needed ones first.</summary>
    public IEnumerable<string> Known => [.. Fields[Type].Needed, .. Fields[Type].Known];

    /// <summary>The mapping of a file.</summary>
    /// <param name="json">An object with <c>type</c>, <c>columns</c>, where there are words of its own <c>words</c>, and where the tables have everything <c>full</c>.</param>
    /// <exception cref="InputRefusedException">It does not read, names a type or a field that is not known, or leaves out a needed column (RI9165).</exception>
    public static PartnerMapping Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 4 });
            JsonElement root = document.RootElement;
            PartnerMapping mapping = new(
                root.GetProperty("type").GetString() ?? "",
                Texts(root.GetProperty("columns")),
                root.TryGetProperty("words", out JsonElement words)
                    ? words.EnumerateObject().ToImmutableDictionary(field => field.Name, field => Texts(field.Value), StringComparer.Ordinal)
                    : ImmutableDictionary<string, ImmutableDictionary<string, string>>.Empty)
            {
                Full = root.TryGetProperty("full", out JsonElement full)
                    ? new FullTable(full.Text("status"), full.Texts("regions"), full.Known("kind"), full.Known("department"), full.Number("mostLeaving"))
                    : null,
            };
            if (!Fields.TryGetValue(mapping.Type, out (string[] Needed, string[] Known) fields))
            {
                throw new FormatException($"type {mapping.Type}");
            }

            if (mapping.Full is not null && mapping.Type is not (ExchangeTypes.Subjects or ExchangeTypes.Inspectors or ExchangeTypes.Items))
            {
                throw new FormatException("full");
            }

            string? wrong = fields.Needed.Except(mapping.Columns.Keys).FirstOrDefault() ?? mapping.Columns.Keys.Concat(mapping.Words.Keys).Except(mapping.Known).FirstOrDefault();
            return wrong is null ? mapping : throw new FormatException(wrong);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw ExchangeRefusals.MappingMalformed.Refuse(("fault", ShownText.Of(e.Message)));
        }
    }

    /// <summary>A row's fields in our words.</summary>
    /// <param name="partner">The partner's id, for a refusal.</param>
    /// <param name="cell">The value in one of the partner's columns.</param>
    /// <exception cref="InputRefusedException">A word has no meaning (RI9164).</exception>
    public ImmutableDictionary<string, string> Read(string partner, Func<string, string> cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ImmutableDictionary<string, string>.Builder read = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach ((string field, string column) in Columns)
        {
            string value = cell(column);
            if (Words.TryGetValue(field, out ImmutableDictionary<string, string>? words))
            {
                value = words.TryGetValue(value, out string? ours)
                    ? ours
                    : throw ExchangeRefusals.UnknownWord.Refuse(("partner", partner), ("column", column), ("value", ShownText.Of(value)));
            }

            read[field] = value;
        }

        return read.ToImmutable();
    }

    private static ImmutableDictionary<string, string> Texts(JsonElement one) =>
        one.EnumerateObject().ToImmutableDictionary(member => member.Name, member => member.Value.GetString() ?? throw new FormatException(member.Name), StringComparer.Ordinal);
}
