using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace RandomInspection.Cli;

/// <summary>How long work has been going on, and, as soon as there is something to judge by, how long it will go on at the same speed.</summary>
/// <param name="console">Says the language.</param>
internal sealed class TimesColumn(RiConsole console) : ProgressColumn
{
    /// <summary>Before that the first pieces say too little.</summary>
    private const int LeastSeconds = 2;

    protected override bool NoWrap => true;

    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
    {
        TimeSpan elapsed = task.ElapsedTime ?? TimeSpan.Zero;
        return new Text(Left(elapsed, task.IsIndeterminate ? 0 : task.Value / task.MaxValue) is { } left
            ? console.Say($"已用 {Clock(elapsed)}，约剩 {Clock(left)}", $"{Clock(elapsed)} so far, about {Clock(left)} left")
            : console.Say($"已用 {Clock(elapsed)}", $"{Clock(elapsed)} so far"));
    }

    /// <summary>The time left at the mean speed so far; <see langword="null"/> where it is too early to say, or nobody knows how much there is.</summary>
    /// <param name="elapsed">The time so far.</param>
    /// <param name="done">The share that is done, 0 to 1.</param>
    internal static TimeSpan? Left(TimeSpan elapsed, double done) =>
        elapsed.TotalSeconds < LeastSeconds || done is <= 0 or >= 1 || elapsed.TotalDays / done > 10_000 ? null : elapsed * ((1 - done) / done);

    private static string Clock(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalHours:D2}:{time.Minutes:D2}:{time.Seconds:D2}");
}
