using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using RandomInspection.Drawing;

namespace RandomInspection.Tests;

/// <summary>
/// What pages show of <c>ri</c> and <c>sha256sum</c> without saying what comes out is typed here, a page in one session over prepared files, and ends well.
/// Sessions that show their output are compared word by word in the tests of the tool; what needs a host or a database is run by the tests named below.
/// </summary>
public sealed partial class ShellLineTests : IDisposable
{
    /// <summary>What a line begins with that needs more than files, and the tests that run it.</summary>
    private static readonly (string Command, string Tests)[] Elsewhere =
    [
        ("ri fsck", "FsckTests"),
        ("ri views rebuild", "FsckTests"),
        ("ri database backup", "BackupTests"),
        ("ri database restore", "BackupTests"),
        ("ri database script", "DatabaseTests"),
        ("ri compliance", "ComplianceTests"),
        ("ri ledger verify", "LedgerPageTests"),
        ("ri witness", "WitnessCommandTests"),
        ("ri partition", "PartitionTests"),
        ("ri draw merge", "PartitionTests"),
        ("ri contribute", "ContributeTests"),
        ("ri days", "DaysTests"),
        ("ri exchange", "ExchangeTests"),
        ("ri verify record.json --signature", "SignTests"),
        ("ri verify auditor.json --frame", "VerifyTests"),
        ("sha256sum log.der", "LedgerPageTests"),
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ri-lines-");

    public static TheoryData<string> Pages => [.. DocumentFiles.All.Where(page => Lines(page).Any(line => TestsOf(line) is null))];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Lines_OfAPage_EndWell(string page)
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "The lines are for bash, which is not here.");
        Prepare();
        string seed = Seed();
        StringBuilder script = new("set -o pipefail\n");
        string tool = Directory.GetFiles(Path.Combine(RepositoryFiles.Root, "src", "RandomInspection.Cli", "bin", Dotnet.Configuration), "ri.dll", SearchOption.AllDirectories).First();
        script.Append("ri() { dotnet '").Append(tool).Append("' \"$@\"; }\n");
        foreach (string line in Lines(page).Where(line => TestsOf(line) is null))
        {
            string typed = Place().Replace(line, place => place.Value is "ID" or "编号" ? "F01" : place.Value is "DAY" ? "2026-11-23" : place.Value is "SIZE" ? "12" : seed).Replace("dotnet run --project src/RandomInspection.Cli --", "ri", StringComparison.Ordinal);
            script.Append(typed).Append("\nended=$?; if [ $ended != 0 ]; then echo \"exit code $ended: ").Append(Regex.Replace(line, "[\"$`\\\\]", " ")).Append("\" >&2; exit 1; fi\n");
        }

        ProcessStartInfo start = new("/bin/bash", ["-c", script.ToString()]) { WorkingDirectory = _folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["RI_LANG"] = "en";
        using Process session = Process.Start(start)!;
        Task<string> output = session.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), errors = session.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await session.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(session.ExitCode == 0, $"{await output}\n{await errors}");
    }

    [Fact]
    public void Lines_ThatNeedMore_RunByTheTestsNamed()
    {
        Dictionary<string, string> sources = Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .GroupBy(file => Path.GetFileNameWithoutExtension(file)).ToDictionary(group => group.Key, group => string.Concat(group.Select(File.ReadAllText)), StringComparer.Ordinal);
        string[] lines = [.. DocumentFiles.All.SelectMany(Lines)];
        Assert.True(lines.Length > 40);
        foreach ((string command, string tests) in Elsewhere.Where(one => one.Command.StartsWith("ri ", StringComparison.Ordinal)))
        {
            Assert.True(sources.ContainsKey(tests), $"{command}: there is no {tests}.");
            Assert.All(command.Split(' ')[1..2], word => Assert.Contains(word, sources[tests], StringComparison.OrdinalIgnoreCase));
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string? TestsOf(string line) => Elsewhere.FirstOrDefault(one => line.StartsWith(one.Command, StringComparison.Ordinal)).Tests;

    /// <summary>The lines of a page's blocks that show no output; a line that ends in a backslash goes on in the next.</summary>
    private static IEnumerable<string> Lines(string page)
    {
        foreach (string block in DocumentFiles.Blocks(page, "").Concat(DocumentFiles.Blocks(page, "sh")).Concat(DocumentFiles.Blocks(page, "bash")))
        {
            foreach (string line in block.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n').Select(line => line.Trim()))
            {
                if (line.StartsWith("ri ", StringComparison.Ordinal) || line.Contains("RandomInspection.Cli --", StringComparison.Ordinal) || line.Contains("sha256sum", StringComparison.Ordinal))
                {
                    yield return line;
                }
            }
        }
    }

    private static string Seed() => RecordDocument.Read(File.ReadAllBytes(Path.Combine(RepositoryFiles.Root, "docs", "example", "record.json"))).Seed!.Hex;

    /// <summary>The worked example, a problem of the vectors, and a table of subjects with the example's firms.</summary>
    private void Prepare()
    {
        foreach (string file in Directory.GetFiles(Path.Combine(RepositoryFiles.Root, "docs", "example")))
        {
            File.Copy(file, Path.Combine(_folder.FullName, Path.GetFileName(file)));
        }

        using JsonDocument vector = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(RepositoryFiles.Root, "tests", "vectors", "matching", "A01_complete_3.json")));
        File.WriteAllText(Path.Combine(_folder.FullName, "problem.json"), vector.RootElement.GetProperty("problem").GetRawText());
        IEnumerable<string> rows = File.ReadAllLines(Path.Combine(_folder.FullName, "frame.tsv")).Select(line => line.Split('\t')).Select(unit => string.Join(',', unit[0], unit[1], unit[2], unit[0], unit[1], unit[2]));
        File.WriteAllLines(Path.Combine(_folder.FullName, "subjects.csv"), rows.Prepend("统一社会信用代码,登记区域,信用类别,CODE,REGION,CLASS"));
    }

    [GeneratedRegex(@"\b(?:SEED|ID|DAY|SIZE|ROOT|SALT)\b|种子|编号|<seed>")]
    private static partial Regex Place();
}
