using System.Diagnostics;
using System.Globalization;
using RandomInspection.Drawing;
using RandomInspection.Matching;

namespace RandomInspection.Benchmarks;

/// <summary>The problems by name, one seed, and the check that peer and match answer the same.</summary>
internal static class MatchAgreement
{
    public static Seed Seed { get; } = Seed.Parse(new string('7', 64));

    public static MatchProblem Problem(string size) => size switch
    {
        "district" => MatchProblems.District,
        "city" => MatchProblems.City,
        "province" => MatchProblems.Province,
        "short province" => MatchProblems.ShortProvince,
        _ => throw new ArgumentOutOfRangeException(nameof(size)),
    };

    public static (MatchProblem Problem, MatchFlows Flows) Of(string size)
    {
        MatchProblem problem = Problem(size);
        MatchFlows flows = new(problem);
        Require(new InspectorMatcher().Match(problem, Seed, 0), flows.Staffed(), flows.SquareSum());
        return (problem, flows);
    }

    /// <summary>One call in a process of its own: time, the process's time on the processor, and the most memory it ever had, as no benchmark library tells.</summary>
    /// <param name="size">Which problem.</param>
    /// <param name="what"><c>balanced</c>, <c>mixed</c>, <c>peer-staffed</c> or <c>peer-balanced</c>.</param>
    /// <param name="output">Takes one line: size, what, milliseconds, processor milliseconds, MiB before, MiB at most, the answer.</param>
    public static void Measure(string size, string what, TextWriter output)
    {
        MatchProblem problem = Problem(size);
        _ = problem.Digest;
        MatchFlows? flows = what.StartsWith("peer", StringComparison.Ordinal) ? new(problem) : null;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        if (File.Exists("/proc/self/clear_refs"))
        {
            File.WriteAllText("/proc/self/clear_refs", "5"); // forgets the largest size so far
        }

        using Process process = Process.GetCurrentProcess();
        (long memory, TimeSpan processor, Stopwatch clock) = (Environment.WorkingSet, process.TotalProcessorTime, Stopwatch.StartNew());
        long answer = what switch
        {
            "balanced" => new InspectorMatcher().Match(problem, Seed, 0).Report.SquareSum,
            "mixed" => new InspectorMatcher().Match(problem, Seed).Report.SquareSum,
            "peer-staffed" => flows!.Staffed(),
            "peer-balanced" => flows!.SquareSum(),
            _ => throw new ArgumentOutOfRangeException(nameof(what)),
        };
        clock.Stop();
        process.Refresh();
        output.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{size}\t{what}\t{clock.Elapsed.TotalMilliseconds:0}\t{(process.TotalProcessorTime - processor).TotalMilliseconds:0}\t{memory >> 20}\t{process.PeakWorkingSet64 >> 20}\t{answer}\n"));
    }

    private static void Require(MatchResult result, long staffed, long squareSum)
    {
        if (result.Teams.Sum(team => team.Inspectors.Length) != staffed || result.Report.SquareSum != squareSum)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The peer finds {staffed} seats and {squareSum}, the match {result.Report.SquareSum}."));
        }
    }
}
