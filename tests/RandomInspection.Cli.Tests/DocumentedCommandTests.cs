using System.Diagnostics;
using System.Text;

namespace RandomInspection.Tests;

/// <summary>
/// Runs what the documents tell a reader to type. In a <c>console</c> block a line after <c>$ </c> (continued after <c>&gt; </c>)
/// is a command, and what stands below it is all that it prints; a page is one session in a copy of docs/example.
/// </summary>
public sealed class DocumentedCommandTests : IDisposable
{
    private const char Mark = '\u001e';
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ri-docs-");

    [Theory]
    [InlineData("designs.md")]
    [InlineData("auditing-fairness.md")]
    [InlineData("draw-specification.md")]
    [InlineData("why-my-firm.md")]
    [InlineData("why-my-firm.zh-CN.md")]
    public async Task Page_EveryCommand_PrintsWhatThePageSays(string page)
    {
        List<(string Command, string Output)> commands = [.. Commands(await File.ReadAllLinesAsync(Path.Combine(RepositoryFiles.Root, "docs", page), TestContext.Current.CancellationToken))];
        Assert.NotEmpty(commands);
        foreach (string file in Directory.GetFiles(Path.Combine(RepositoryFiles.Root, "docs", "example")))
        {
            File.Copy(file, Path.Combine(_folder.FullName, Path.GetFileName(file)));
        }

        StringBuilder script = new($"ri() {{ dotnet '{Path.Combine(AppContext.BaseDirectory, "ri.dll")}' \"$@\"; }}\n");
        foreach ((string command, _) in commands)
        {
            script.Append("printf '\\036'\n").Append(command).Append('\n');
        }

        string[] printed = (await RunAsync(script.ToString())).Split(Mark)[1..];

        Assert.Equal(commands.Count, printed.Length);
        foreach (((string command, string expected), string found) in commands.Zip(printed))
        {
            Assert.Equal($"$ {command}\n{expected}", $"$ {command}\n{found}");
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static IEnumerable<(string Command, string Output)> Commands(IEnumerable<string> lines)
    {
        string? command = null;
        StringBuilder output = new();
        bool inside = false;
        foreach (string line in lines)
        {
            bool starts = inside && line.StartsWith("$ ", StringComparison.Ordinal);
            if (command is not null && (starts || line == "```"))
            {
                yield return (command, output.ToString());
                command = null;
                output.Clear();
            }

            if (starts)
            {
                command = line[2..];
            }
            else if (inside && command is not null)
            {
                if (output.Length == 0 && line.StartsWith("> ", StringComparison.Ordinal))
                {
                    command += $"\n{line[2..]}";
                }
                else
                {
                    output.Append(line).Append('\n');
                }
            }

            inside = line == "```console" || (inside && line != "```");
        }
    }

    private async Task<string> RunAsync(string script)
    {
        string bash = "/bin/bash";
        Assert.SkipUnless(File.Exists(bash), "The documents' commands are for bash, which is not here.");
        ProcessStartInfo start = new(bash, ["-c", script]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder.FullName, StandardOutputEncoding = Encoding.UTF8 };
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["RI_LANG"] = "en";
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal("", await error);
        return await output;
    }
}
