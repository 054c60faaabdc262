using System.Text.Json.Nodes;

namespace RandomInspection.Tests.Api;

/// <summary>Version 1 of the API breaks nobody who wrote against it; and the comparison that says so sees every kind of break.</summary>
public sealed class ApiComparisonTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Baseline => Path.Combine(RepositoryFiles.Root, "tests", "RandomInspection.Web.Tests", "Api", "openapi-v1-baseline.json");

    [Fact]
    public async Task CommittedDocument_AgainstTheBaseline_BreaksNothing()
    {
        Assert.Empty(ApiComparison.Breaks(await ReadAsync(Baseline), await ReadAsync(ApiDocumentTests.Committed)));
    }

    [Fact]
    public async Task Breaks_OfTheSame_None()
    {
        JsonObject document = await ReadAsync(Baseline);
        Assert.Empty(ApiComparison.Breaks(document, document.DeepClone().AsObject()));
    }

    [Fact]
    public async Task Breaks_OfWhatOnlyGrows_None()
    {
        JsonObject older = await ReadAsync(Baseline), newer = older.DeepClone().AsObject();
        newer["paths"]!["/api/v1/new"] = newer["paths"]!["/api/v1/plans"]!.DeepClone();
        Schema(newer, "PlanRow")["properties"]!["more"] = new JsonObject { ["type"] = "string" };
        Schema(newer, "BeginPlanBody")["properties"]!["more"] = new JsonObject { ["type"] = "string" };
        Operation(newer, "/api/v1/plans", "get")["parameters"]!.AsArray().Add(new JsonObject { ["name"] = "year", ["in"] = "query", ["schema"] = new JsonObject { ["type"] = "integer" } });
        Assert.Empty(ApiComparison.Breaks(older, newer));
    }

    [Theory]
    [InlineData("path", "/api/v1/plans/{plan}/submit: gone")]
    [InlineData("operation", "post /api/v1/plans: gone")]
    [InlineData("answered property", "PlanRow.title: gone")]
    [InlineData("sent property", "BeginPlanBody.title: gone")]
    [InlineData("new needed property", "BeginPlanBody.more: new and needed")]
    [InlineData("needed property", "AdHocBody.scale: needed now")]
    [InlineData("missing answer", "PlanRow.title: may be missing now")]
    [InlineData("new needed parameter", "get /api/v1/plans query year: new and needed")]
    [InlineData("needed parameter", "get /api/v1/plans query after: needed now")]
    [InlineData("parameter", "get /api/v1/plans query limit: gone")]
    [InlineData("parameter type", "get /api/v1/plans query limit: takes less (integer int32)")]
    [InlineData("enumeration", "PlanKind adHoc: gone")]
    [InlineData("sent type", "BeginPlanBody.title: takes less (string)")]
    [InlineData("answered type", "PlanRow.title: gives more kinds (integer)")]
    [InlineData("answered null", "PlanRow.title: gives more kinds (null)")]
    [InlineData("sent null", "CriteriaBody.tags: takes less (null)")]
    [InlineData("elements", "PlannedTaskBody.items: takes less (array of string)")]
    [InlineData("body", "post /api/v1/plans body application/json: gone")]
    [InlineData("new body", "post /api/v1/plans/{plan}/submit body: new and needed")]
    [InlineData("answer", "get /api/v1/plans 200 application/json: gone")]
    [InlineData("answer's shape", "get /api/v1/plans 200: gives more kinds (#/components/schemas/ApiPageOfTaskRow)")]
    [InlineData("roles", "post /api/v1/plans: fewer roles may")]
    [InlineData("public", "get /api/v1/plans: fewer roles may")]
    public async Task Breaks_OfEachKind_Named(string kind, string expected)
    {
        JsonObject older = await ReadAsync(Baseline), newer = older.DeepClone().AsObject();
        JsonObject list = Operation(newer, "/api/v1/plans", "get"), begin = Operation(newer, "/api/v1/plans", "post");
        switch (kind)
        {
            case "path":
                newer["paths"]!.AsObject().Remove("/api/v1/plans/{plan}/submit");
                break;
            case "operation":
                newer["paths"]!["/api/v1/plans"]!.AsObject().Remove("post");
                break;
            case "answered property":
                Schema(newer, "PlanRow")["properties"]!.AsObject().Remove("title");
                break;
            case "sent property":
                Schema(newer, "BeginPlanBody")["properties"]!.AsObject().Remove("title");
                break;
            case "new needed property":
                Schema(newer, "BeginPlanBody")["properties"]!["more"] = new JsonObject { ["type"] = "string" };
                Schema(newer, "BeginPlanBody")["required"]!.AsArray().Add("more");
                break;
            case "needed property":
                Schema(newer, "AdHocBody")["required"]!.AsArray().Add("scale");
                break;
            case "missing answer":
                Schema(newer, "PlanRow")["required"]!.AsArray().RemoveAll(one => (string)one! == "title");
                break;
            case "new needed parameter":
                list["parameters"]!.AsArray().Add(new JsonObject { ["name"] = "year", ["in"] = "query", ["required"] = true, ["schema"] = new JsonObject { ["type"] = "integer" } });
                break;
            case "needed parameter":
                Parameter(list, "after")["required"] = true;
                break;
            case "parameter":
                list["parameters"]!.AsArray().RemoveAll(one => (string)one!["name"]! == "limit");
                break;
            case "parameter type":
                Parameter(list, "limit")["schema"] = new JsonObject { ["type"] = "boolean" };
                break;
            case "enumeration":
                Schema(newer, "PlanKind")["enum"]!.AsArray().RemoveAll(one => (string)one! == "adHoc");
                break;
            case "sent type":
                Schema(newer, "BeginPlanBody")["properties"]!["title"] = new JsonObject { ["type"] = "integer" };
                break;
            case "answered type":
                Schema(newer, "PlanRow")["properties"]!["title"] = new JsonObject { ["type"] = "integer" };
                break;
            case "answered null":
                Schema(newer, "PlanRow")["properties"]!["title"] = new JsonObject { ["type"] = new JsonArray("string", "null") };
                break;
            case "sent null":
                Schema(newer, "CriteriaBody")["properties"]!["tags"]!["type"] = "array";
                break;
            case "elements":
                Schema(newer, "PlannedTaskBody")["properties"]!["items"]!["items"] = new JsonObject { ["type"] = "integer" };
                break;
            case "body":
                begin["requestBody"]!["content"]!.AsObject().Remove("application/json");
                break;
            case "new body":
                Operation(newer, "/api/v1/plans/{plan}/submit", "post")["requestBody"] = begin["requestBody"]!.DeepClone();
                break;
            case "answer":
                list["responses"]!["200"]!["content"]!.AsObject().Remove("application/json");
                break;
            case "answer's shape":
                list["responses"]!["200"]!["content"]!["application/json"]!["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/ApiPageOfTaskRow" };
                break;
            case "roles":
                begin["x-roles"] = new JsonArray("Administrator");
                break;
            case "public":
                list["x-roles"] = new JsonArray("Drafter");
                break;
            default:
                Assert.Fail(kind);
                break;
        }

        Assert.Equal([expected], ApiComparison.Breaks(older, newer));
    }

    private static async Task<JsonObject> ReadAsync(string path) => JsonNode.Parse(await File.ReadAllTextAsync(path, Cancellation))!.AsObject();

    private static JsonObject Schema(JsonObject document, string name) => document["components"]!["schemas"]![name]!.AsObject();

    private static JsonObject Operation(JsonObject document, string path, string method) => document["paths"]![path]![method]!.AsObject();

    private static JsonObject Parameter(JsonObject operation, string name) => operation["parameters"]!.AsArray().Single(one => (string)one!["name"]! == name)!.AsObject();
}
