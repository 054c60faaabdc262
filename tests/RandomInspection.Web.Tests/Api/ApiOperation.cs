using System.Text;
using System.Text.Json.Nodes;

namespace RandomInspection.Tests.Api;

/// <summary>An operation of the committed document, and a request for it made of its examples.</summary>
internal sealed record ApiOperation(string Path, string Method, JsonObject Description)
{
    public string Id => (string)Description["operationId"]!;

    public string? Step => (string?)Description["x-step"];

    public IReadOnlyList<string> Roles => [.. Description["x-roles"]!.AsArray().Select(one => (string)one!)];

    public JsonNode? Body => Description["requestBody"]?["content"]?["application/json"]?["examples"]?["zh-CN"]?["value"];

    public bool TakesFile => Description["requestBody"]?["content"]?["application/octet-stream"] is not null;

    public IEnumerable<JsonObject> Parameters => (Description["parameters"]?.AsArray() ?? []).Select(one => one!.AsObject());

    public static async Task<IReadOnlyList<ApiOperation>> ReadAsync(CancellationToken cancellation) =>
    [
        .. JsonNode.Parse(await File.ReadAllTextAsync(ApiDocumentTests.Committed, cancellation))!["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(one => new ApiOperation(path.Key, one.Key.ToUpperInvariant(), one.Value!.AsObject()))),
    ];

    /// <summary>A request; what is not given is the example's.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="values">Values of the path and the query.</param>
    /// <param name="body">The body.</param>
    public HttpRequestMessage Request(string key, IReadOnlyDictionary<string, string>? values = null, string? body = null)
    {
        string path = Path;
        List<string> query = [];
        foreach (JsonObject parameter in Parameters)
        {
            string name = (string)parameter["name"]!;
            string? value = values?.GetValueOrDefault(name) ?? parameter["example"]?.ToString();
            switch ((string)parameter["in"]!)
            {
                case "path":
                    path = path.Replace($"{{{name}}}", Uri.EscapeDataString(value ?? "1"), StringComparison.Ordinal);
                    break;
                case "query" when value is not null || (bool?)parameter["required"] == true:
                    query.Add($"{name}={Uri.EscapeDataString(value ?? "1")}");
                    break;
                default:
                    break;
            }
        }

        HttpRequestMessage request = new(new HttpMethod(Method), query.Count == 0 ? path : $"{path}?{string.Join('&', query)}");
        if (Parameters.Any(one => (string)one["name"]! == "Idempotency-Key"))
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
            request.Headers.TryAddWithoutValidation("If-Match", "*");
        }

        if (body is not null || Body is not null)
        {
            request.Content = new StringContent(body ?? Body!.ToJsonString(), Encoding.UTF8, "application/json");
        }
        else if (TakesFile)
        {
            request.Content = new ByteArrayContent("a,b\n1,2\n"u8.ToArray()) { Headers = { ContentType = new("application/octet-stream") } };
        }

        return request;
    }
}
