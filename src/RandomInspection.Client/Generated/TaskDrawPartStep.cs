// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>TaskDrawPartStep</c>.</summary>
public enum TaskDrawPartStep
{
    /// <summary><c>due</c>.</summary>
    Due = 0,

    /// <summary><c>waiting</c>.</summary>
    Waiting = 1,

    /// <summary><c>reading</c>.</summary>
    Reading = 2,

    /// <summary><c>done</c>.</summary>
    Done = 3,

    /// <summary><c>lost</c>.</summary>
    Lost = 4,
}
