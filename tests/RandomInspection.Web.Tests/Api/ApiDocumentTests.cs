using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;

namespace RandomInspection.Tests.Api;

/// <summary><c>docs/openapi.json</c> is what the host gives; with RI_WRITE_DOCS=1 the test writes it, and the client that is made of it.</summary>
public sealed class ApiDocumentTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static string Committed => Path.Combine(RepositoryFiles.Root, "docs", "openapi.json");

    [Fact]
    public async Task Document_OfTheHost_IsTheCommittedOne()
    {
        await using ApiHost host = await ApiHost.StartAsync(Instant.FromUtc(2026, 11, 23, 1, 0));
        using HttpClient anybody = host.Caller();
        JsonNode document = JsonNode.Parse(await anybody.GetStringAsync("/openapi/v1.json", Cancellation))!;
        string text = document.ToJsonString(Readable) + "\n";
        if (Environment.GetEnvironmentVariable("RI_WRITE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(Committed, text, Cancellation);
        }

        Assert.Equal(await File.ReadAllTextAsync(Committed, Cancellation), text);
        Assert.StartsWith("3.1", (string?)document["openapi"], StringComparison.Ordinal);
    }
}
