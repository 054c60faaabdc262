using Microsoft.Extensions.Logging;

namespace RandomInspection.Orleans;

/// <summary>What the log of the program says.</summary>
/// <remarks>All in one class: the generator writes several in an order that changes from build to build, and two builds of one commit would differ.</remarks>
internal static partial class ClusterLog
{
    [LoggerMessage(LogLevel.Warning, "{Draw}: another grain has written; this one ends.")]
    internal static partial void GoesOnElsewhere(this ILogger log, Exception why, string draw);

    [LoggerMessage(LogLevel.Information, "{Draw}: still counts as open.")]
    internal static partial void ClosedLater(this ILogger log, Exception why, string draw);

    [LoggerMessage(LogLevel.Warning, "{Draw}: the step is tried again.")]
    internal static partial void TriedAgain(this ILogger log, Exception why, string draw);

    [LoggerMessage(LogLevel.Information, "{Draw}: no answer about the partition {Partition} from attempt {Attempt}; it is tried elsewhere.")]
    internal static partial void NoAnswer(this ILogger log, Exception why, string draw, string partition, int attempt);

    [LoggerMessage(LogLevel.Debug, "Open draws could not be looked at.")]
    internal static partial void NotNow(this ILogger log, Exception why);
}
