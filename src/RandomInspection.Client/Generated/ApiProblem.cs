// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
namespace RandomInspection.Client;

/// <summary>A refusal as RFC 9457 problem details.</summary>
public sealed record ApiProblem
{
    /// <summary>Which refusal: <c>urn:random-inspection:</c> and the code.</summary>
    public required string Type { get; init; }

    /// <summary>What kind of answer it is, in the language asked for.</summary>
    public required string Title { get; init; }

    /// <summary>The status of the answer.</summary>
    public required int Status { get; init; }

    /// <summary>What was refused, with values, and what to do.</summary>
    public required string Detail { get; init; }

    /// <summary>The stable code, <c>RI</c> and four digits.</summary>
    public required string Code { get; init; }

    /// <summary>What to do.</summary>
    public required string Remedy { get; init; }

    /// <summary>By which the administrator finds the request in the logs; nothing about a person.</summary>
    public required string TraceId { get; init; }
}
