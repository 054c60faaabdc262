using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace RandomInspection.Tests.Api;

/// <summary>Writes the typed client from the OpenAPI document: a record or enumeration for each schema, a class for each feature, a method for each operation.</summary>
internal static class ClientWriter
{
    private const string Head = "// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).\n";
    private const string Pages = "ApiPageOf";

    /// <summary>The client's files by name.</summary>
    public static SortedDictionary<string, string> Write(JsonObject document)
    {
        SortedDictionary<string, string> files = new(StringComparer.Ordinal);
        JsonObject schemas = document["components"]!["schemas"]!.AsObject();
        foreach ((string name, JsonNode? schema) in schemas.Where(one => !one.Key.StartsWith(Pages, StringComparison.Ordinal) && one.Key is not ("LocalDate" or "Instant" or "JsonElement" or "Stream")))
        {
            files[$"{name}.cs"] = schema!["enum"] is JsonArray values ? Enumeration(name, values) : Record(name, schema.AsObject());
        }

        (string Path, string Method, JsonObject Operation)[] operations =
            [.. document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(one => (path.Key, one.Key, one.Value!.AsObject())))];
        string[] tags = [.. operations.Select(one => TagOf(one.Operation)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        foreach (string tag in tags)
        {
            files[$"{Pascal(tag)}Client.cs"] = Feature(tag, operations.Where(one => TagOf(one.Operation) == tag));
        }

        files["RandomInspectionClient.cs"] = Root(tags);
        return files;
    }

    private static string TagOf(JsonObject operation) => ((string)operation["operationId"]!).Split('.')[0];

    private static string Root(string[] tags)
    {
        StringBuilder text = new($"{Head}namespace RandomInspection.Client;\n\n/// <summary>The API of a host, a class for each feature.</summary>\npublic sealed class RandomInspectionClient\n{{\n");
        text.Append("    /// <summary>A client.</summary>\n    /// <param name=\"http\">Where the host is (its base address), and who asks (its authorization).</param>\n    public RandomInspectionClient(HttpClient http)\n    {\n        ArgumentNullException.ThrowIfNull(http);\n        ApiCaller caller = new(http);\n");
        foreach (string tag in tags)
        {
            text.Append(CultureInfo.InvariantCulture, $"        {Pascal(tag)} = new {Pascal(tag)}Client(caller);\n");
        }

        text.Append("    }\n");
        foreach (string tag in tags)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n    /// <summary>The operations of <c>{tag}</c>.</summary>\n    public {Pascal(tag)}Client {Pascal(tag)} {{ get; }}\n");
        }

        return text.Append("}\n").ToString();
    }

    private static string Enumeration(string name, JsonArray values)
    {
        StringBuilder text = new($"{Head}namespace RandomInspection.Client;\n\n/// <summary>One of the values of <c>{name}</c>.</summary>\npublic enum {name}\n{{\n");
        int number = 0;
        foreach (string value in values.Select(one => (string)one!))
        {
            text.Append(CultureInfo.InvariantCulture, $"{(number == 0 ? "" : "\n")}    /// <summary><c>{value}</c>.</summary>\n    {Pascal(value)} = {number++},\n");
        }

        return text.Append("}\n").ToString();
    }

    private static string Record(string name, JsonObject schema)
    {
        JsonObject properties = schema["properties"]?.AsObject() ?? [];
        HashSet<string> required = [.. (schema["required"]?.AsArray() ?? []).Select(one => (string)one!)];
        StringBuilder text = new();
        foreach ((string property, JsonNode? shape) in properties)
        {
            bool isRequired = required.Contains(property);
            (string type, bool isNullable) = TypeOf(shape!);
            text.Append(CultureInfo.InvariantCulture, $"{(text.Length == 0 ? "" : "\n")}    /// <summary>{Words((string?)shape!["description"], property)}</summary>\n");
            text.Append(CultureInfo.InvariantCulture, $"    public {(isRequired ? "required " : "")}{type}{(isNullable || !isRequired ? "?" : "")} {Pascal(property)} {{ get; init; }}\n");
        }

        return $"{Head}{Usings(text.ToString())}namespace RandomInspection.Client;\n\n/// <summary>{Words((string?)schema["description"], name)}</summary>\npublic sealed record {name}\n{{\n{text}}}\n";
    }

    private static string Feature(string tag, IEnumerable<(string Path, string Method, JsonObject Operation)> operations)
    {
        StringBuilder text = new();
        foreach ((string path, string method, JsonObject operation) in operations)
        {
            text.Append('\n').Append(Method(path, method, operation));
        }

        return $"{Head}{Usings(text.ToString())}namespace RandomInspection.Client;\n\n/// <summary>The operations of <c>{tag}</c>.</summary>\npublic sealed class {Pascal(tag)}Client\n{{\n    private readonly ApiCaller _caller;\n\n    internal {Pascal(tag)}Client(ApiCaller caller) => _caller = caller;\n{text}}}\n";
    }

    private static string Method(string path, string method, JsonObject operation)
    {
        string name = Pascal(((string)operation["operationId"]!).Split('.')[1]);
        StringBuilder documentation = new($"    /// <summary>{Words((string?)operation["summary"], name)}</summary>\n");
        List<string> parameters = [];
        List<string> optional = [];
        List<string> query = [];
        string address = path;
        foreach (JsonObject parameter in (operation["parameters"]?.AsArray() ?? []).Select(one => one!.AsObject()).Where(one => (string?)one["in"] != "header"))
        {
            string wire = (string)parameter["name"]!;
            (string type, _) = TypeOf(parameter["schema"]!);
            bool isRequired = (bool?)parameter["required"] == true;
            documentation.Append(CultureInfo.InvariantCulture, $"    /// <param name=\"{wire}\">{(isRequired ? "Needed" : "May be left out")}: <c>{wire}</c>.</param>\n");
            (isRequired ? parameters : optional).Add($"{type}{(isRequired ? "" : "?")} {Safe(wire)}{(isRequired ? "" : " = null")}");
            if ((string?)parameter["in"] == "path")
            {
                address = address.Replace($"{{{wire}}}", $"{{ApiCaller.Segment({Safe(wire)})}}", StringComparison.Ordinal);
            }
            else
            {
                query.Add($"(\"{wire}\", {Safe(wire)})");
            }
        }

        bool Asks(string header) => (operation["parameters"]?.AsArray() ?? []).Any(one => (string?)one!["name"] == header);
        string body = "null";
        if (operation["requestBody"]?["content"]?.AsObject() is { } content)
        {
            documentation.Append("    /// <param name=\"body\">What is sent.</param>\n");
            parameters.Add($"{(content.ContainsKey("application/json") ? TypeOf(content["application/json"]!["schema"]!).Type : "Stream")} body");
            body = "body";
        }

        (string key, string tag) = ("null", "null");
        if (Asks("If-Match"))
        {
            documentation.Append("    /// <param name=\"tag\">The version on which it rests, as it was read; <c>*</c> for any.</param>\n");
            parameters.Add("string tag");
            tag = "tag";
        }

        if (Asks("Idempotency-Key"))
        {
            documentation.Append("    /// <param name=\"key\">A new key for each step; the same one when the same step is sent again.</param>\n");
            parameters.Add("string key");
            key = "key";
        }

        documentation.Append("    /// <param name=\"cancellation\">Gives up waiting for the answer.</param>\n    /// <exception cref=\"RefusedException\">The host refuses.</exception>\n");
        string answer = operation["responses"]!["200"]!["content"] is JsonObject answers
            ? answers.ContainsKey("application/json") ? TypeOf(answers["application/json"]!["schema"]!).Type : answers.ContainsKey("application/octet-stream") ? "byte[]" : "string"
            : "string";
        string target = query.Count == 0 ? $"$\"{address}\"" : $"ApiCaller.Query($\"{address}\", {string.Join(", ", query)})";
        return $"{documentation}    public Task<Answer<{answer}>> {name}Async({string.Join(", ", [.. parameters, .. optional, "CancellationToken cancellation = default"])}) =>\n"
            + $"        _caller.SendAsync<{answer}>(HttpMethod.{Pascal(method)}, {target}, {body}, {key}, {tag}, cancellation);\n";
    }

    private static (string Type, bool IsNullable) TypeOf(JsonNode schema)
    {
        if (schema["oneOf"] is JsonArray choices)
        {
            return (TypeOf(choices.Single(one => (string?)one!["type"] != "null")!).Type, true);
        }

        if ((string?)schema["$ref"] is { } reference)
        {
            return (TypeOfName(reference.Split('/')[^1]), false);
        }

        string[] types = schema["type"] switch { JsonArray several => [.. several.Select(one => (string)one!)], JsonNode one => [(string)one!], _ => [] };
        string type = types.FirstOrDefault(one => one != "null") switch
        {
            "string" => (string?)schema["format"] switch { "date" => "LocalDate", "date-time" => "Instant", "byte" => "byte[]", _ => "string" },
            "integer" => (string?)schema["format"] == "int64" ? "long" : "int",
            "boolean" => "bool",
            "array" => $"IReadOnlyList<{TypeOf(schema["items"]!).Type}>",
            "object" when schema["additionalProperties"] is JsonObject values => $"IReadOnlyDictionary<string, {TypeOf(values).Type}>",
            _ => "JsonElement",
        };
        return (type, types.Contains("null"));
    }

    private static string TypeOfName(string name) => name switch
    {
        "LocalDate" or "Instant" or "JsonElement" => name,
        "Stream" => "byte[]",
        _ when name.StartsWith(Pages, StringComparison.Ordinal) => $"Page<{name[Pages.Length..]}>",
        _ => name,
    };

    private static string Usings(string text)
    {
        string usings = (text.Contains("JsonElement", StringComparison.Ordinal) ? "using System.Text.Json;\n" : "")
            + (text.Contains("LocalDate", StringComparison.Ordinal) || text.Contains("Instant", StringComparison.Ordinal) ? "using NodaTime;\n" : "");
        return usings.Length == 0 ? "" : usings + "\n";
    }

    private static string Words(string? description, string name)
    {
        string words = (description ?? $"`{name}`.").ReplaceLineEndings(" ").Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
        string[] parts = words.Split('`');
        return string.Concat(parts.Select((part, index) => index % 2 == 1 && index < parts.Length - 1 ? $"<c>{part}</c>" : part));
    }

    private static string Safe(string name) => name is "from" or "to" ? name : name is "object" or "event" or "default" ? $"@{name}" : name;

    private static string Pascal(string name) => string.Concat(name.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
}
