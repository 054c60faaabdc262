// Written from docs/openapi.json by ClientTests (RI_WRITE_DOCS=1).
using NodaTime;

namespace RandomInspection.Client;

/// <summary>The ceremony of a draw or a match.</summary>
public sealed record CeremonyResource
{
    /// <summary><c>id</c>.</summary>
    public required string Id { get; init; }

    /// <summary><c>status</c>.</summary>
    public required CeremonyStatus Status { get; init; }

    /// <summary><c>departmentId</c>.</summary>
    public required string DepartmentId { get; init; }

    /// <summary><c>attempt</c>.</summary>
    public required int Attempt { get; init; }

    /// <summary><c>supplements</c>.</summary>
    public required string? Supplements { get; init; }

    /// <summary><c>tasks</c>.</summary>
    public required IReadOnlyList<FrozenTaskResource> Tasks { get; init; }

    /// <summary><c>match</c>.</summary>
    public required FrozenMatchResource? Match { get; init; }

    /// <summary><c>parties</c>.</summary>
    public required IReadOnlyList<PartyResource> Parties { get; init; }

    /// <summary>The digest to which commitments are bound, or nothing before it is opened.</summary>
    public required string? OpeningDigest { get; init; }

    /// <summary><c>openedAt</c>.</summary>
    public required Instant? OpenedAt { get; init; }

    /// <summary><c>commitBy</c>.</summary>
    public required Instant? CommitBy { get; init; }

    /// <summary><c>revealBy</c>.</summary>
    public required Instant? RevealBy { get; init; }

    /// <summary>Whether the last step adds a value of the host's own.</summary>
    public required bool AwaitsSystemValue { get; init; }

    /// <summary><c>endedAt</c>.</summary>
    public required Instant? EndedAt { get; init; }

    /// <summary><c>voidReason</c>.</summary>
    public required string? VoidReason { get; init; }
}
