using System.Text;
using System.Text.Json.Nodes;
using RandomInspection.SampleData;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests.Api;

/// <summary>Thousands of wrong requests over the document, the same ones each time: nothing fails, everything is refused or done.</summary>
public sealed class ApiFuzzTests
{
    private const int Requests = 3000;

    private static readonly string[] Texts =
    [
        "", " ", "\u0000", "null", "../../etc/passwd", "..%2f..", "%00", "'; DROP TABLE plan_view; --", "=1+1", "＝1+1", "\t=cmd", "\u202E反", "\uFEFF", "e\u0301", "𠮷野家", "\uFFFF", "-1", "99999999999999999999", "1e400", "NaN",
        "P2026-001", "p2026-001", "A2026-S001", "2026-02-30", "9999-12-31", "0000-00-00", "2026-11-23T01:00:00Z", "true", "[]", "{}", "\\", "\"", "<script>", new('長', 3000), new('a', 20000), "ecdsa-p256:AAAA", "sha-256:00", new('f', 64),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_ByTheThousand_NeverFailTheHost()
    {
        await using ApiHost host = await ApiHost.StartAsync(MemoryHost.Morning);
        using MemoryHost way = new(host.Services);
        string visit = (await way.WithVisitsAsync())[0].Key;
        IReadOnlyList<ApiOperation> operations = await ApiOperation.ReadAsync(Cancellation);
        Random random = new(20261126);
        HttpClient[] callers = [.. DemoPeople.All.Select(person => host.Caller(person.Id)), host.Caller()];
        List<string> failed = [];
        Dictionary<int, int> statuses = [];
        for (int sent = 0; sent < Requests; sent++)
        {
            ApiOperation operation = operations[sent % operations.Count];
            HttpClient[] may = [.. callers.Where((_, index) => index < DemoPeople.All.Length && DemoPeople.All[index].Roles.Any(role => operation.Roles.Contains(role.ToString())))];
            HttpClient caller = may.Length > 0 && random.Next(8) > 0 ? may[random.Next(may.Length)] : callers[random.Next(callers.Length)];
            using HttpRequestMessage request = Wrong(operation, random, sent, visit);
            string said = $"{sent} {request.Method} {request.RequestUri} {(request.Content is null ? "" : await Shown(request.Content))}";
            using HttpResponseMessage answer = await caller.SendAsync(request, Cancellation);
            statuses[(int)answer.StatusCode] = statuses.GetValueOrDefault((int)answer.StatusCode) + 1;
            if ((int)answer.StatusCode >= 500)
            {
                failed.Add($"{said}\n{await answer.Content.ReadAsStringAsync(Cancellation)}");
            }
        }

        Assert.True(failed.Count == 0, string.Join("\n\n", failed.Take(20)) + "\n" + string.Join("\n", host.Failed.Failures.Take(20)));

        // It did not merely knock at the door.
        Assert.True(statuses.GetValueOrDefault(422) + statuses.GetValueOrDefault(409) > 200 && statuses.GetValueOrDefault(200) > 300, string.Join(", ", statuses.OrderBy(one => one.Key)));
        Array.ForEach(callers, caller => caller.Dispose());
    }

    private static HttpRequestMessage Wrong(ApiOperation operation, Random random, int sent, string visit)
    {
        Dictionary<string, string> values = new(StringComparer.Ordinal) { ["visit"] = visit, ["department"] = SampleDepartments.Market };
        foreach (string name in operation.Parameters.Where(one => (string)one["in"]! != "header").Select(one => (string)one["name"]!))
        {
            if (random.Next(4) == 0)
            {
                values[name] = Texts[random.Next(Texts.Length)] is var text && text.Length > 4000 ? text[..4000] : text;
            }
        }

        string? body = operation.Body is not { } example ? null : random.Next(12) switch
        {
            0 => "{",
            1 => "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
            2 => "\"\\ud800\"",
            3 => "null",
            _ => Mutated(example.DeepClone(), random).ToJsonString(),
        };
        HttpRequestMessage request = operation.Request($"fuzz-{(random.Next(20) == 0 ? 1 : sent)}", values, body);
        if (random.Next(10) == 0)
        {
            request.Headers.Remove("If-Match");
            request.Headers.TryAddWithoutValidation("If-Match", random.Next(2) == 0 ? "\"1\"" : "nonsense");
        }

        if (random.Next(30) == 0 && request.Content is not null)
        {
            request.Content.Headers.ContentType = new("text/plain");
        }

        return request;
    }

    /// <summary>Some values of a document replaced by others of any kind, some left out, some added.</summary>
    private static JsonNode Mutated(JsonNode node, Random random)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (string name in members.Select(one => one.Key).ToArray())
                {
                    switch (random.Next(6))
                    {
                        case 0:
                            members[name] = Value(random);
                            break;
                        case 1 when random.Next(4) == 0:
                            members.Remove(name);
                            break;
                        default:
                            if (members[name] is JsonObject or JsonArray)
                            {
                                JsonNode inner = members[name]!;
                                members[name] = Mutated(inner.DeepClone(), random);
                            }

                            break;
                    }
                }

                if (random.Next(20) == 0)
                {
                    members[Texts[random.Next(Texts.Length)] + "x"] = Value(random);
                }

                return members;
            case JsonArray items:
                if (random.Next(3) == 0)
                {
                    items.Add(Value(random));
                }

                return items;
            default:
                return node;
        }
    }

    private static JsonNode? Value(Random random) => random.Next(9) switch
    {
        0 => null,
        1 => JsonValue.Create(random.Next(2) == 0),
        2 => JsonValue.Create(random.NextInt64(long.MinValue, long.MaxValue)),
        3 => JsonValue.Create(random.Next(-3, 4)),
        4 => new JsonArray(null, JsonValue.Create("x")),
        5 => new JsonObject { ["a"] = new JsonObject() },
        6 => JsonValue.Create(1.5),
        _ => JsonValue.Create(Texts[random.Next(Texts.Length)]),
    };

    private static async Task<string> Shown(HttpContent content) => await content.ReadAsStringAsync(Cancellation) is var text && text.Length > 600 ? text[..600] : text;
}
