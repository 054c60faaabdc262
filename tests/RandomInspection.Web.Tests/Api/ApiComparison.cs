using System.Text.Json.Nodes;

namespace RandomInspection.Tests.Api;

/// <summary>What of a newer description breaks whoever wrote against an older one: something is gone, is needed, or takes or gives less than it did.</summary>
internal static class ApiComparison
{
    /// <summary>The breaking changes, each in a line; none if there are none.</summary>
    public static IReadOnlyList<string> Breaks(JsonObject older, JsonObject newer)
    {
        List<string> breaks = [];
        foreach ((string path, JsonNode? methods) in older["paths"]!.AsObject())
        {
            if (newer["paths"]![path] is not JsonObject there)
            {
                breaks.Add($"{path}: gone");
                continue;
            }

            foreach ((string method, JsonNode? operation) in methods!.AsObject())
            {
                if (there[method] is not JsonObject now)
                {
                    breaks.Add($"{method} {path}: gone");
                    continue;
                }

                Compare($"{method} {path}", operation!.AsObject(), now, breaks);
            }
        }

        // What is sent may not be asked for more; what is answered may not give less. A schema that is both obeys both.
        HashSet<string> sent = Reached(older, request: true), answered = Reached(older, request: false);
        foreach ((string name, JsonNode? schema) in older["components"]!["schemas"]!.AsObject())
        {
            if (newer["components"]!["schemas"]![name] is not JsonObject now)
            {
                if (sent.Contains(name) || answered.Contains(name))
                {
                    breaks.Add($"{name}: gone");
                }

                continue;
            }

            Shape(name, schema!.AsObject(), now, sent.Contains(name), answered.Contains(name), breaks);
        }

        return breaks;
    }

    private static void Compare(string where, JsonObject older, JsonObject newer, List<string> breaks)
    {
        Dictionary<string, JsonObject> before = Parameters(older), now = Parameters(newer);
        foreach ((string name, JsonObject parameter) in before)
        {
            if (!now.TryGetValue(name, out JsonObject? there))
            {
                breaks.Add($"{where} {name}: gone");
            }
            else
            {
                if ((bool?)there["required"] == true && (bool?)parameter["required"] != true)
                {
                    breaks.Add($"{where} {name}: needed now");
                }

                Type($"{where} {name}", parameter["schema"]!, there["schema"]!, sent: true, answered: false, breaks);
            }
        }

        breaks.AddRange(now.Where(one => !before.ContainsKey(one.Key) && (bool?)one.Value["required"] == true).Select(one => $"{where} {one.Key}: new and needed"));
        if (older["requestBody"] is null && (bool?)newer["requestBody"]?["required"] == true)
        {
            breaks.Add($"{where} body: new and needed");
        }

        foreach ((string media, JsonNode? body) in older["requestBody"]?["content"]?.AsObject() ?? [])
        {
            if (newer["requestBody"]?["content"]?[media] is not { } there)
            {
                breaks.Add($"{where} body {media}: gone");
            }
            else
            {
                Type($"{where} body", body!["schema"]!, there["schema"]!, sent: true, answered: false, breaks);
            }
        }

        foreach ((string status, JsonNode? answer) in older["responses"]!.AsObject().Where(one => one.Key[0] == '2'))
        {
            foreach ((string media, JsonNode? body) in answer!["content"]?.AsObject() ?? [])
            {
                if (newer["responses"]![status]?["content"]?[media] is not { } there)
                {
                    breaks.Add($"{where} {status} {media}: gone");
                }
                else
                {
                    Type($"{where} {status}", body!["schema"]!, there["schema"]!, sent: false, answered: true, breaks);
                }
            }
        }

        if (!Roles(older).IsSubsetOf(Roles(newer)) && Roles(newer).Count > 0)
        {
            breaks.Add($"{where}: fewer roles may");
        }
        else if (Roles(older).Count == 0 && Roles(newer).Count > 0)
        {
            breaks.Add($"{where}: fewer roles may");
        }
    }

    private static void Shape(string where, JsonObject older, JsonObject newer, bool sent, bool answered, List<string> breaks)
    {
        if (older["enum"] is JsonArray values)
        {
            HashSet<string> before = [.. values.Select(one => one!.ToString())], now = [.. (newer["enum"]?.AsArray() ?? []).Select(one => one!.ToString())];
            breaks.AddRange(before.Except(now).Select(value => $"{where} {value}: gone"));
            return;
        }

        HashSet<string> neededBefore = Required(older), neededNow = Required(newer);
        JsonObject properties = older["properties"]?.AsObject() ?? [], there = newer["properties"]?.AsObject() ?? [];
        foreach ((string name, JsonNode? property) in properties)
        {
            if (there[name] is not { } now)
            {
                breaks.Add($"{where}.{name}: gone");
                continue;
            }

            if (answered && neededBefore.Contains(name) && !neededNow.Contains(name))
            {
                breaks.Add($"{where}.{name}: may be missing now");
            }

            if (sent && !neededBefore.Contains(name) && neededNow.Contains(name))
            {
                breaks.Add($"{where}.{name}: needed now");
            }

            Type($"{where}.{name}", property!, now, sent, answered, breaks);
        }

        if (sent)
        {
            breaks.AddRange(neededNow.Where(name => !properties.ContainsKey(name)).Select(name => $"{where}.{name}: new and needed"));
        }

        Type(where, older, newer, sent, answered, breaks);
    }

    /// <summary>One type for another; nothing instead of something is taken or given only where it was before.</summary>
    private static void Type(string where, JsonNode older, JsonNode newer, bool sent, bool answered, List<string> breaks)
    {
        HashSet<string> before = Types(older), now = Types(newer);
        if (sent && !before.IsSubsetOf(now))
        {
            breaks.Add($"{where}: takes less ({string.Join(", ", before.Except(now).Order(StringComparer.Ordinal))})");
        }

        if (answered && !now.IsSubsetOf(before))
        {
            breaks.Add($"{where}: gives more kinds ({string.Join(", ", now.Except(before).Order(StringComparer.Ordinal))})");
        }
    }

    private static HashSet<string> Types(JsonNode schema) => (schema["oneOf"], (string?)schema["$ref"], schema["type"]) switch
    {
        (JsonArray choices, _, _) => [.. choices.SelectMany(one => Types(one!))],
        (_, { } reference, _) => [reference],
        (_, _, JsonArray several) => [.. several.Select(one => Format(schema, (string)one!))],
        (_, _, { } one) => [Format(schema, (string)one!)],
        _ => ["any"],
    };

    private static string Format(JsonNode schema, string type) => type switch
    {
        "null" => type,
        "array" => $"array of {string.Join("/", Types(schema["items"]!).Order(StringComparer.Ordinal))}",
        _ => (string?)schema["format"] is { } format ? $"{type} {format}" : type,
    };

    private static Dictionary<string, JsonObject> Parameters(JsonObject operation) =>
        (operation["parameters"]?.AsArray() ?? []).ToDictionary(one => $"{one!["in"]} {one["name"]}", one => one!.AsObject(), StringComparer.Ordinal);

    private static HashSet<string> Required(JsonObject schema) => [.. (schema["required"]?.AsArray() ?? []).Select(one => (string)one!)];

    private static HashSet<string> Roles(JsonObject operation) => [.. (operation["x-roles"]?.AsArray() ?? []).Select(one => (string)one!)];

    /// <summary>The schemas that requests, or answers, are made of.</summary>
    private static HashSet<string> Reached(JsonObject document, bool request)
    {
        HashSet<string> reached = [];
        foreach (JsonNode? operation in document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(one => one.Value))
        {
            Follow(request ? operation!["requestBody"] : operation!["responses"]);
            if (request)
            {
                Follow(operation["parameters"]);
            }
        }

        return reached;

        void Follow(JsonNode? node)
        {
            switch (node)
            {
                case JsonArray several:
                    foreach (JsonNode? one in several)
                    {
                        Follow(one);
                    }

                    break;
                case JsonObject one:
                    if ((string?)one["$ref"] is { } reference && reference.Contains("/schemas/", StringComparison.Ordinal) && reached.Add(reference.Split('/')[^1]))
                    {
                        Follow(document["components"]!["schemas"]![reference.Split('/')[^1]]);
                    }

                    foreach ((string name, JsonNode? value) in one.Where(value => value.Key is not ("example" or "examples")))
                    {
                        if (name != "$ref")
                        {
                            Follow(value);
                        }
                    }

                    break;
                default:
                    break;
            }
        }
    }
}
