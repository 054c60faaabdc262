using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using RandomInspection.Drawing;
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

    [Fact]
    public void Replace_RandomProblems_PythonAgrees()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("match");
        try
        {
            List<string> files = [];
            int shifted = 0, nobody = 0;
            for (int i = 0; i < Problems; i++)
            {
                // Every other problem is so tight that whoever is free can often come in only if others shift.
                Seed seed = MatchVector.Seed($"case {i}");
                MatchProblem given = i % 2 == 0 ? new MatchCase(i).Problem : Tight(i);
                ImmutableArray<MatchedTeam> teams = new InspectorMatcher().Match(given, seed, 1).Teams;
                string problem = Path.Combine(folder.FullName, $"{i}.problem.json");
                File.WriteAllBytes(problem, given.ToCanonicalJson());
                for (int counter = 1; counter <= 2; counter++)
                {
                    (string Visit, string Inspector)[] seats =
                    [
                        .. from team in teams
                           from inspector in team.Inspectors
                           where !given.Locked.Any(seat => seat.Visit == team.Visit && seat.Inspector == inspector)
                           select (team.Visit, inspector),
                    ];
                    if (seats.Length == 0)
                    {
                        break;
                    }

                    (string visit, string leaving) = seats[(i * 7) % seats.Length];
                    ReplacementRequest request = new("T1", visit, leaving, counter, "病假", "head", i % 3 == 0 ? [given.Visits[0].Id] : []);
                    ReplacementOutcome outcome = new InspectorMatcher().Replace(given, teams, request, seed);
                    string before = Path.Combine(folder.FullName, $"{i}.{counter}.before.json"), after = Path.Combine(folder.FullName, $"{i}.{counter}.json");
                    File.WriteAllText(before, JsonSerializer.Serialize(new
                    {
                        seed = seed.Hex,
                        teams = teams.Select(team => new { visit = team.Visit, department = team.Department, inspectors = team.Inspectors }),
                    }));
                    File.WriteAllText(after, Document(request, outcome as ReplacementOutcome.Replaced));
                    files.AddRange(problem, before, after);
                    if (outcome is not ReplacementOutcome.Replaced replaced)
                    {
                        nobody++;
                        break;
                    }

                    shifted += replaced.Moves.Length > 1 ? 1 : 0;
                    teams = replaced.Teams;
                }
            }

            // The problems show all there is to show: somebody free, others who shift, nobody left.
            Assert.True(shifted >= 5 && nobody >= 5, $"{shifted} shifted, {nobody} without anybody");
            Assert.Equal(files.Count / 3, Run(["--replacement", .. files]).Split('\n').Count(line => line.StartsWith("verified ", StringComparison.Ordinal)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Six seats, seven who may take one each, half of the pairs excluded.</summary>
    private static MatchProblem Tight(int entropy)
    {
        System.Random random = new(entropy);
        MatchVisit[] visits = [.. Enumerable.Range(0, 6).Select(v => new MatchVisit($"V{v}", null, new TeamNeed("D", 1)))];
        MatchInspector[] inspectors = [.. Enumerable.Range(0, 7).Select(i => new MatchInspector($"O{i}", "D", 1))];
        return MatchProblem.Of(visits, inspectors, [.. from v in visits from i in inspectors where random.Next(2) == 0 select new MatchExclusion(v.Id, i.Id, "RI3002")]);
    }

    private static string Document(ReplacementRequest request, ReplacementOutcome.Replaced? replaced) => JsonSerializer.Serialize(new
    {
        task = request.Task,
        visit = request.Visit,
        inspector = request.Inspector,
        counter = request.Counter,
        settled = request.SettledVisits,
        subSeed = replaced?.SubSeed.Hex,
        moves = replaced is null ? [] : replaced.Moves.Select(move => new { visit = move.Visit, department = move.Department, inspector = move.Inspector, from = move.From }),
    });

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
