using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using RandomInspection.Drawing;
using RandomInspection.Planning;

namespace RandomInspection.Web.Api;

/// <summary>A draw in a list.</summary>
internal sealed record DrawRow(string Id, string DepartmentId, ImmutableArray<string> TaskIds, int Attempt, CeremonyStatus Status, long FrameSize, long Selected, Assurance? Assurance, Instant? EndedAt, string? Supplements)
{
    public static DrawRow Of(DrawView draw) =>
        new(draw.Key, draw.DepartmentId, draw.TaskIds, draw.Attempt, draw.Status, draw.FrameSize, draw.Selected, draw.Assurance, draw.EndedAt, draw.Supplements);
}

/// <summary>A match in a list.</summary>
internal sealed record MatchRow(string Id, string DepartmentId, ImmutableArray<string> TaskIds, string Draw, int Attempt, CeremonyStatus Status, int Visits, int Seats, int Missing, Assurance? Assurance, Instant? EndedAt)
{
    public static MatchRow Of(MatchView match) =>
        new(match.Key, match.DepartmentId, match.TaskIds, match.Draw, match.Attempt, match.Status, match.Visits, match.Seats, match.Missing, match.Assurance, match.EndedAt);
}

/// <summary>The ceremony of a draw or a match.</summary>
/// <param name="OpeningDigest">The digest to which commitments are bound, or nothing before it is opened.</param>
/// <param name="AwaitsSystemValue">Whether the last step adds a value of the host's own.</param>
internal sealed record CeremonyResource(
    string Id,
    CeremonyStatus Status,
    string DepartmentId,
    int Attempt,
    string? Supplements,
    ImmutableArray<FrozenTaskResource> Tasks,
    FrozenMatchResource? Match,
    ImmutableArray<PartyResource> Parties,
    string? OpeningDigest,
    Instant? OpenedAt,
    Instant? CommitBy,
    Instant? RevealBy,
    bool AwaitsSystemValue,
    Instant? EndedAt,
    string? VoidReason)
{
    public static CeremonyResource Of(DrawCeremony ceremony) => new(
        ceremony.Id,
        ceremony.Status,
        ceremony.Preparation.DepartmentId,
        ceremony.Preparation.Attempt,
        ceremony.Preparation.Supplements,
        [.. ceremony.Preparation.Tasks.Select(task => new FrozenTaskResource(task.TaskId, task.FrameRoot, task.FrameSize, task.DesignDigest, task.DirectoryVersion))],
        ceremony.Preparation.Match is { } match ? new FrozenMatchResource(match.TaskId, match.Draw, match.ProblemDigest, match.Visits, match.Joined) : null,
        [
            .. ceremony.Parties.Select(party => new PartyResource(
                party.Name, party.Role, party.Kind, party.Key, party.Source, party.Time,
                ceremony.Commitments.ContainsKey(party.Name), ceremony.Contributions.ContainsKey(party.Name), ceremony.Struck.Any(struck => struck.Party == party.Name))),
        ],
        ceremony.OpeningDigest,
        ceremony.OpenedAt,
        ceremony.Opening?.Deadlines?.Commit,
        ceremony.Opening?.Deadlines?.Reveal,
        ceremony.AwaitsSystemValue,
        ceremony.Drawing?.At ?? ceremony.Matching?.At ?? ceremony.Voiding?.At,
        ceremony.Voiding is null ? null : ceremony.VoidProposal?.Reason);
}

/// <summary>A task whose frame is frozen.</summary>
internal sealed record FrozenTaskResource(string TaskId, string FrameRoot, int FrameSize, string DesignDigest, long DirectoryVersion);

/// <summary>A match whose problem is frozen.</summary>
internal sealed record FrozenMatchResource(string TaskId, string Draw, string ProblemDigest, int Visits, ImmutableArray<string> Joined);

/// <summary>A party of a ceremony.</summary>
internal sealed record PartyResource(string Name, string Role, ContributionKind Kind, string? Key, string? Source, string? Time, bool Committed, bool Contributed, bool Struck);

/// <summary>A party's public key, for example <c>ecdsa-p256:MFkw…</c>.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record KeyBody(string Key) : IApiBody<KeyBody>
{
    public static KeyBody Chinese => new("ecdsa-p256:MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE…");

    public static KeyBody English => new("ecdsa-p256:MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE…");
}

/// <summary>A public value that comes in after the last reveal.</summary>
/// <param name="Name">1 to 64 visible ASCII characters without a colon.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Outcomes">How many outcomes are equally likely, as a decimal string.</param>
/// <param name="Time">When it is fixed.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PublicValueBody(string Name, string Source, string? Outcomes = null, string? Time = null) : IApiBody<PublicValueBody>
{
    public static PublicValueBody Chinese => new("lottery-3d-2026312", "福彩3D 第2026312期", "1000", "2026-11-23T03:00:00Z");

    public static PublicValueBody English => new("lottery-3d-2026312", "Welfare Lottery 3D, issue 2026312", "1000", "2026-11-23T03:00:00Z");
}

/// <summary>When commitments and reveals are due.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record OpenBody(Instant CommitBy, Instant RevealBy) : IApiBody<OpenBody>
{
    public static OpenBody Chinese => new(Instant.FromUtc(2026, 11, 23, 2, 0), Instant.FromUtc(2026, 11, 23, 3, 0));

    public static OpenBody English => Chinese;
}

/// <summary>A commitment to a value that stays with its party until the reveal, see docs/draw-specification.md.</summary>
/// <param name="Commitment">The digest of the commitment.</param>
/// <param name="Signature">The party's signature over the text to sign.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CommitBody(string Commitment, string? Signature) : IApiBody<CommitBody>
{
    public static CommitBody Chinese => new("sha-256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "MEUCIQ…");

    public static CommitBody English => Chinese;
}

/// <summary>The value to which a party committed, in hex.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record RevealBody(string Value) : IApiBody<RevealBody>
{
    public static RevealBody Chinese => new(new string('1', 64));

    public static RevealBody English => Chinese;
}

/// <summary>A public value as it was published.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record EnterPublicValueBody(string Name, string Value) : IApiBody<EnterPublicValueBody>
{
    public static EnterPublicValueBody Chinese => new("lottery-3d-2026312", "4 0 7");

    public static EnterPublicValueBody English => Chinese;
}

/// <summary>A party that missed its deadline.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record StrikeBody(string Party) : IApiBody<StrikeBody>
{
    public static StrikeBody Chinese => new("jian");

    public static StrikeBody English => Chinese;
}

/// <summary>How far a draw on a cluster is, see docs/cluster.md.</summary>
/// <param name="Elsewhere">Whether this host draws on a cluster.</param>
/// <param name="Tasks">The draw's tasks that are under way.</param>
internal sealed record DrawProgressResource(bool Elsewhere, ImmutableArray<TaskProgressResource> Tasks)
{
    public static DrawProgressResource Of(bool elsewhere, IEnumerable<TaskDrawProgress> tasks, Language language) => new(elsewhere, [.. tasks.Select(task => TaskProgressResource.Of(task, language))]);
}

/// <summary>How far a task's draw is.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Step">How far it is.</param>
/// <param name="StoppedCode">The code of what stopped it; <see langword="null"/> if nothing did.</param>
/// <param name="StoppedReason">The same in words.</param>
/// <param name="Parts">The parts of its frame.</param>
internal sealed record TaskProgressResource(string TaskId, TaskDrawStep Step, string? StoppedCode, string? StoppedReason, ImmutableArray<PartProgressResource> Parts)
{
    public static TaskProgressResource Of(TaskDrawProgress task, Language language) => new(
        task.TaskId, task.Step, task.Stopped?.Code, task.Stopped?.Reason(language), [.. task.Parts.Select(part => new PartProgressResource(part.Name, part.Step, part.Units, part.Size, part.Attempts))]);
}

/// <summary>How far a part of a frame is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Step">How far it is.</param>
/// <param name="Units">Units read in this step.</param>
/// <param name="Size">Its units, once they were counted.</param>
/// <param name="Attempts">How often it was given to a machine.</param>
internal sealed record PartProgressResource(string Name, TaskDrawPartStep Step, long Units, long? Size, int Attempts);
