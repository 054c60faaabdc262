// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>TaskDrawStep</c>.</summary>
public enum TaskDrawStep
{
    /// <summary><c>counting</c>.</summary>
    Counting = 0,

    /// <summary><c>waiting</c>.</summary>
    Waiting = 1,

    /// <summary><c>drawing</c>.</summary>
    Drawing = 2,

    /// <summary><c>drawn</c>.</summary>
    Drawn = 3,

    /// <summary><c>stopped</c>.</summary>
    Stopped = 4,

    /// <summary><c>cancelled</c>.</summary>
    Cancelled = 5,
}
