using System.Diagnostics;
using RandomInspection.Matching;

namespace RandomInspection.Tests.Matching;

/// <summary>Random small problems, with everything a problem may have, by the implementation in Python: teams, levels, report and certificate, bit for bit.</summary>
public sealed class MatchPythonTests
{
    private const int Problems = 250;

    [Fact]
    public void Match_RandomProblems_PythonAgreesWithAndWithoutRecomputing()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("match");
        try
        {
            List<string> files = [];
            for (int i = 0; i < Problems; i++)
            {
                MatchCase match = new(i);
                string problem = Path.Combine(folder.FullName, $"{i}.problem.json"), result = Path.Combine(folder.FullName, $"{i}.result.json");
                File.WriteAllBytes(problem, match.Problem.ToCanonicalJson());
                File.WriteAllBytes(result, MatchResultDocument.Write(new InspectorMatcher().Match(match.Problem, match.Seed, i % 4)));
                files.AddRange(problem, result);
            }

            Assert.Equal(Problems, Run([.. files]).Split('\n').Count(line => line.StartsWith("verified ", StringComparison.Ordinal)));
            Assert.Equal(Problems, Run(["--check", .. files]).Split('\n').Count(line => line.StartsWith("checked ", StringComparison.Ordinal)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Run(string[] arguments)
    {
        ProcessStartInfo start = new("python3", [Path.Combine(RepositoryFiles.Vectors, "verify_match.py"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using Process python = Process.Start(start)!;
            Task<string> error = python.StandardError.ReadToEndAsync();
            string output = python.StandardOutput.ReadToEnd();
            python.WaitForExit();
            Assert.True(python.ExitCode == 0, error.Result);
            return output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("There is no python3 here.");
            throw;
        }
    }
}
