// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>One of the values of <c>CeremonyStatus</c>.</summary>
public enum CeremonyStatus
{
    /// <summary><c>prepared</c>.</summary>
    Prepared = 0,

    /// <summary><c>committing</c>.</summary>
    Committing = 1,

    /// <summary><c>revealing</c>.</summary>
    Revealing = 2,

    /// <summary><c>awaitingPublicValue</c>.</summary>
    AwaitingPublicValue = 3,

    /// <summary><c>ready</c>.</summary>
    Ready = 4,

    /// <summary><c>drawn</c>.</summary>
    Drawn = 5,

    /// <summary><c>void</c>.</summary>
    Void = 6,

    /// <summary><c>matched</c>.</summary>
    Matched = 7,
}
