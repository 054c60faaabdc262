using System.Text;
using System.Text.Json;
using RandomInspection.Drawing;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests;

/// <summary>The record of a draw over choices is one like any other: <c>ri verify</c>, the verifier of the browser and of the offline file, and Python accept it, and refuse it once it is changed.</summary>
public sealed class ChoiceRecordTests : IDisposable
{
    private readonly Ri _ri = new();

    [Theory]
    [InlineData(ChoiceKind.Time, 1, "2026-W47", "2026-W48", "2026-W49")]
    [InlineData(ChoiceKind.Area, 2, "210102", "210103", "210104", "210105")]
    [InlineData(ChoiceKind.Order, 3, "batch-1", "batch-2", "batch-3")]
    public async Task Record_OfChoices_VerifiedByAllThree(ChoiceKind kind, int take, params string[] ids)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using MemoryHost host = new();
        await host.Way.GoAsync("design");
        await host.Way.Tasks.DeclareChoicesAsync(Way.Drafter, Way.TaskId, new(kind, [.. ids.Select(id => new RandomInspection.Planning.TaskChoice(id, id))], take, "理由"), cancellation);
        string draw = await host.Way.Draws.PrepareChoicesAsync(Way.Operator, Way.TaskId, kind, FrameKey.Of(new byte[32]), "sha-256", cancellation);
        await host.Way.CeremonyAsync(draw);
        string frame = Write("frame.tsv", await host.Way.Draws.FrameFileAsync(draw, Way.TaskId, cancellation));
        string key = (await host.Way.Draws.FrameKeyAsync(draw, Way.TaskId, cancellation)).Hex;
        foreach (byte[] record in new[] { (await host.Way.Draws.PublicRecordAsync(draw, cancellation))!, (await host.Way.Draws.AuditorRecordAsync(draw, cancellation))! })
        {
            string path = Write("record.json", record);
            Assert.Contains("\nThe record verifies", Ri.Run("verify", path, "--frame", frame, "--key", key).Done().Output, StringComparison.Ordinal); // but for the signatures, of which there are none
            Assert.DoesNotContain("\"failed\"", await ByJavaScriptAsync(path, frame, key), StringComparison.Ordinal);
            await Programs.RunAsync(Programs.Find("python3", "apt-get install python3"), Path.Combine("tests", "vectors", "verify.py"), path, "--frame", frame, "--key", key);

            // Another choice in the place of one that was drawn is found by each.
            string drawn = RecordDocument.Read(record).Tasks[0].Selected[0].Id;
            string forged = Write("forged.json", Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(record).Replace($"\"id\":\"{drawn}\"", "\"id\":\"chosen\"", StringComparison.Ordinal)));
            Assert.Equal(1, Ri.Run("verify", forged, "--frame", frame, "--key", key).Code);
            Assert.Contains("\"failed\"", await ByJavaScriptAsync(forged, frame, key), StringComparison.Ordinal);
        }
    }

    public void Dispose() => _ri.Dispose();

    private static Task<string> ByJavaScriptAsync(string record, string frame, string key) => Programs.RunAsync(
        Programs.Find("node", "apt-get install nodejs"),
        "--input-type=module",
        "-e",
        $$"""
        import { readFileSync } from 'node:fs';
        import { verifyRecord } from {{JsonSerializer.Serialize(new Uri(Path.Combine(RepositoryFiles.Root, "src", "RandomInspection.Web", "wwwroot", "verify", "record.mjs")).AbsoluteUri)}};
        const bytes = (path) => new Uint8Array(readFileSync(path));
        const steps = await verifyRecord(bytes({{JsonSerializer.Serialize(record)}}), { frames: [{ bytes: bytes({{JsonSerializer.Serialize(frame)}}), key: '{{key}}' }] });
        process.stdout.write(JSON.stringify(steps.map((step) => step.status)));
        """);

    private string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(_ri[name], bytes);
        return _ri[name];
    }
}
