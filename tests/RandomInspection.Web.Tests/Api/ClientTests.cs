using System.Text.Json.Nodes;

namespace RandomInspection.Tests.Api;

/// <summary>The typed client is exactly what the committed OpenAPI document gives; with RI_WRITE_DOCS=1 the test writes it.</summary>
public sealed class ClientTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Client_OfTheCommittedDocument_IsTheCommittedOne()
    {
        JsonObject document = JsonNode.Parse(await File.ReadAllTextAsync(ApiDocumentTests.Committed, Cancellation))!.AsObject();
        SortedDictionary<string, string> files = ClientWriter.Write(document);
        string folder = Path.Combine(RepositoryFiles.Root, "src", "RandomInspection.Client", "Generated");
        if (Environment.GetEnvironmentVariable("RI_WRITE_DOCS") == "1")
        {
            Directory.CreateDirectory(folder);
            foreach (string old in Directory.GetFiles(folder, "*.cs"))
            {
                File.Delete(old);
            }

            foreach ((string name, string text) in files)
            {
                await File.WriteAllTextAsync(Path.Combine(folder, name), text, Cancellation);
            }
        }

        Assert.Equal(files.Keys, Directory.GetFiles(folder, "*.cs").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        foreach ((string name, string text) in files)
        {
            Assert.Equal(text, await File.ReadAllTextAsync(Path.Combine(folder, name), Cancellation));
        }
    }
}
