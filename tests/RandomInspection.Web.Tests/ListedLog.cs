using System.Collections.Concurrent;

namespace RandomInspection.Tests;

/// <summary>Everything that the host logged.</summary>
internal sealed class ListedLog : ILoggerProvider
{
    private readonly ConcurrentQueue<(string Category, LogLevel Level, string Text)> _lines = [];

    public IEnumerable<(LogLevel Level, string Text)> Of(string category) =>
        _lines.Where(line => line.Category.EndsWith(category, StringComparison.Ordinal)).Select(line => (line.Level, line.Text));

    /// <summary>What failed: errors and worse.</summary>
    public IEnumerable<string> Failures() => _lines.Where(line => line.Level >= LogLevel.Error).Select(line => $"{line.Category}: {line.Text}");

    /// <summary>What the sample host's settings let through.</summary>
    public IEnumerable<string> AtTheSampleLevels() => _lines
        .Where(line => line.Level >= LogLevel.Warning || !(line.Category.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || line.Category.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)))
        .Select(line => line.Text);

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _lines);

    public void Dispose()
    {
        // nothing is held
    }

    private sealed class Logger(string category, ConcurrentQueue<(string, LogLevel, string)> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue((category, logLevel, formatter(state, exception)));
    }
}
