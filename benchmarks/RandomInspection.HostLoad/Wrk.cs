using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace RandomInspection.HostLoad;

/// <summary>Eight connections of <c>wrk</c> (Debian's package) that ask as fast as they are answered.</summary>
/// <param name="seconds">How long a round is, 1 or more.</param>
internal sealed partial class Wrk(int seconds)
{
    private const int Connections = 8;

    /// <summary>A round of one load.</summary>
    public async Task<Outcome> RunAsync(WrkLoad load)
    {
        ProcessStartInfo start = new("wrk", ["-t1", $"-c{Connections}", string.Create(CultureInfo.InvariantCulture, $"-d{seconds}s"), "--latency", "--timeout", "10s"]) { RedirectStandardOutput = true };
        if (load.Script is { } script)
        {
            start.ArgumentList.Add("-s");
            start.ArgumentList.Add(script);
        }

        start.ArgumentList.Add(load.Address.ToString());
        start.ArgumentList.Add("--");
        start.ArgumentList.Add(Guid.NewGuid().ToString("N")); // no round sends what another has sent
        using Process wrk = Process.Start(start)!;
        string said = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        if (wrk.ExitCode != 0 || Whole().Match(said) is not { Success: true } whole)
        {
            throw new InvalidOperationException($"wrk of \"{load.What}\" failed: {said}");
        }

        double answers = double.Parse(whole.Groups[1].Value, CultureInfo.InvariantCulture);
        int refused = NotAccepted().Match(said) is { Success: true } some ? int.Parse(some.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
        double rate = double.Parse(Rate().Match(said).Groups[1].Value, CultureInfo.InvariantCulture) * (answers - refused) / Math.Max(1, answers);
        return refused < answers || answers == 0 ? new Outcome(rate, Milliseconds("50", said), Milliseconds("99", said), refused) : throw new InvalidOperationException($"Nothing of \"{load.What}\" was accepted: {said}");
    }

    private static double Milliseconds(string share, string said)
    {
        Match found = Regex.Match(said, $@"^\s+{share}%\s+([0-9.]+)(us|ms|s)", RegexOptions.Multiline, TimeSpan.FromSeconds(1));
        return double.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) * (found.Groups[2].Value switch { "us" => 0.001, "ms" => 1, _ => 1000 });
    }

    [GeneratedRegex("^\\s*([0-9]+) requests in", RegexOptions.Multiline)]
    private static partial Regex Whole();

    [GeneratedRegex("Non-2xx or 3xx responses: ([0-9]+)")]
    private static partial Regex NotAccepted();

    [GeneratedRegex("Requests/sec:\\s+([0-9.]+)")]
    private static partial Regex Rate();

    /// <summary>What a round gave: accepted answers a second, milliseconds, and how many were refused.</summary>
    internal sealed record Outcome(double PerSecond, double Middle, double Slow, int Refused);
}
