using System.Globalization;
using System.Text;
using System.Text.Json;
using RandomInspection.BouncyCastle;
using RandomInspection.Drawing;

namespace RandomInspection.Tests;

/// <summary>Three verifiers that share no code say the same of the same changed documents.</summary>
/// <remarks>A few hundred changes; as many as <c>RI_MUTANTS</c> says for the study of <c>docs/quality/verifiers.md</c>, whose lines are written to the file that <c>RI_MUTANTS_OUT</c> names.</remarks>
public sealed class AgreementTests
{
    /// <summary>Steps that refuse the same form: .NET reads names, kinds and counts with the format, the others where they are used.</summary>
    private static readonly HashSet<string> Form = ["format", "opening", "commitments", "contributions", "cells", "expected", "flags", "subject-line", "frame", "rounding", "tickets", "cutoffs", "reserves"];

    [Fact]
    public async Task Verdict_ChangedDocuments_TheSameInNetJavaScriptAndPython()
    {
        string node = Programs.Find("node", "apt-get install nodejs");
        string python = Programs.Find("python3", "apt-get install python3");
        string count = Environment.GetEnvironmentVariable("RI_MUTANTS") is { Length: > 0 } wanted ? wanted : "240";
        string folder = Directory.CreateTempSubdirectory("ri-mutants-").FullName;
        try
        {
            string script = Path.Combine(RepositoryFiles.Root, "tests", "verifiers", "mutants");
            await Programs.RunAsync(node, script + ".mjs", "make", folder, count);
            Task<string> byJavaScript = Programs.RunAsync(node, script + ".mjs", "run", folder);
            Task<string> byPython = Programs.RunAsync(python, script + ".py", folder);
            using JsonDocument manifest = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder, "manifest.json"), TestContext.Current.CancellationToken));
            JsonElement[] cases = [.. manifest.RootElement.GetProperty("cases").EnumerateArray()];
            string[][] net = ByNet(folder, manifest.RootElement.GetProperty("bases"), cases);
            string[][] javaScript = JsonSerializer.Deserialize<string[][]>(await byJavaScript)!;
            string[][] pythons = JsonSerializer.Deserialize<string[][]>(await byPython)!;

            List<string> differences = [];
            for (int i = 0; i < cases.Length; i++)
            {
                if (!javaScript[i].SequenceEqual(pythons[i]) || !Agree(net[i], javaScript[i]))
                {
                    differences.Add($"{Shorten(cases[i].ToString())}\n  .NET {string.Join(' ', net[i])}\n  JavaScript {string.Join(' ', javaScript[i])}\n  Python {string.Join(' ', pythons[i])}");
                }
            }

            Assert.True(differences.Count == 0, $"{differences.Count} of {cases.Length}\n" + string.Join('\n', differences.Take(40)));
            Assert.Contains(net, failed => failed.Length == 0);
            Assert.True(net.Count(failed => failed.Length > 0) > cases.Length / 2);
            await ReportAsync(cases, net);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The same verdict, and the same step first, or both a step that reads the form.</summary>
    private static bool Agree(string[] net, string[] other) =>
        net.Length == 0 ? other.Length == 0 : other.Length > 0 && (net[0] == other[0] || (Form.Contains(net[0]) && Form.Contains(other[0])));

    private static string[][] ByNet(string folder, JsonElement bases, JsonElement[] cases)
    {
        RecordVerifier verifier = new(new DrawHashes([Sm3.Instance]));
        Dictionary<string, byte[]> files = new(StringComparer.Ordinal);
        string[][] said = new string[cases.Length][];
        for (int i = 0; i < cases.Length; i++)
        {
            JsonElement @base = bases.GetProperty(cases[i].GetProperty("base").GetString()!);
            JsonElement target = cases[i].TryGetProperty("target", out JsonElement named) ? named : default;
            byte[] record = cases[i].TryGetProperty("text", out JsonElement text) ? Encoding.UTF8.GetBytes(text.GetString()!)
                : Changed(Read(@base.GetProperty("record").GetString()!), cases[i], target.ValueKind == JsonValueKind.String);
            Dictionary<string, byte[]> frames = new(StringComparer.Ordinal);
            Dictionary<string, FrameKey> keys = new(StringComparer.Ordinal);
            int place = 0;
            foreach (JsonElement frame in @base.GetProperty("frames").EnumerateArray())
            {
                string task = frame.GetProperty("task").GetString()!;
                bool isTarget = target.ValueKind == JsonValueKind.Number && target.GetInt32() == place++;
                frames.Add(task, Changed(Read(frame.GetProperty("file").GetString()!), cases[i], isTarget));
                keys.Add(task, FrameKey.Parse(frame.GetProperty("key").GetString()!));
            }

            said[i] = [.. verifier.Verify(record, frames, keys).Steps.Where(step => step.Status == VerificationStatus.Failed).Select(step => step.Id)];
        }

        return said;

        byte[] Read(string name) => files.TryGetValue(name, out byte[]? bytes) ? bytes : files[name] = File.ReadAllBytes(Path.Combine(folder, name));
    }

    private static byte[] Changed(byte[] document, JsonElement change, bool isTarget)
    {
        if (!isTarget)
        {
            return document;
        }

        byte[] copy = [.. document];
        copy[change.GetProperty("at").GetInt32()] = change.GetProperty("byte").GetByte();
        return copy;
    }

    private static async Task ReportAsync(JsonElement[] cases, string[][] net)
    {
        if (Environment.GetEnvironmentVariable("RI_MUTANTS_OUT") is not { Length: > 0 } path)
        {
            return;
        }

        StringBuilder lines = new();
        foreach (IGrouping<string, int> kind in Enumerable.Range(0, cases.Length).GroupBy(i => KindOf(cases[i])).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            int found = kind.Count(i => net[i].Length > 0);
            string first = string.Join(", ", kind.Where(i => net[i].Length > 0).GroupBy(i => net[i][0]).OrderByDescending(g => g.Count()).Take(6).Select(g => $"{g.Key} {g.Count()}"));
            lines.Append(CultureInfo.InvariantCulture, $"| {kind.Key} | {kind.Count()} | {found} | {kind.Count() - found} | {first} |\n");
        }

        await File.WriteAllTextAsync(path, lines.ToString(), TestContext.Current.CancellationToken);
    }

    private static string KindOf(JsonElement change)
    {
        string @base = change.GetProperty("base").GetString()!;
        return change.TryGetProperty("text", out _) ? "value of a small record"
            : !change.TryGetProperty("target", out JsonElement target) ? "unchanged"
            : (@base.StartsWith("large", StringComparison.Ordinal) ? "byte of a large " : "byte of a small ") + (target.ValueKind == JsonValueKind.String ? "record" : "frame");
    }

    private static string Shorten(string text) => text.Length <= 200 ? text : text[..200] + "…";
}
