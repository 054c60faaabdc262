using System.Collections.Immutable;
using System.Text;
using NodaTime;

namespace RandomInspection.Drawing;

/// <summary>开启文件：published before any value is revealed, it says what will be drawn from what, and whose values make the seed.</summary>
/// <remarks>Source: random-inspection-draw/1 §3.</remarks>
public sealed class Opening
{
    /// <summary>The specification this project implements.</summary>
    public const string Specification1 = "random-inspection-draw/1";

    private const string Name = "opening";

    private Opening(string text)
    {
        Text = text;
    }

    /// <summary>The document's text; its UTF-8 is what gets hashed.</summary>
    public string Text { get; }

    /// <summary>The draw's id.</summary>
    public string Draw { get; private init; } = "";

    /// <summary>The attempt, from 1.</summary>
    public int Attempt { get; private init; }

    /// <summary>The attempt before this one; <see langword="null"/> for the first.</summary>
    public PreviousAttempt? Previous { get; private init; }

    /// <summary>The name of the hash used throughout.</summary>
    public string Hash { get; private init; } = "";

    /// <summary>The tasks that share the draw; none in the opening of a match.</summary>
    public ImmutableArray<OpeningTask> Tasks { get; private init; } = [];

    /// <summary>The matches that share the seed; none in the opening of a draw.</summary>
    public ImmutableArray<OpeningMatch> Matches { get; private init; } = [];

    /// <summary>The parties in order, one or more.</summary>
    public ImmutableArray<OpeningParty> Parties { get; private init; } = [];

    /// <summary>When commitments and reveals are due; <see langword="null"/> where the opening does not say.</summary>
    public OpeningDeadlines? Deadlines { get; private init; }

    /// <summary>Reads an opening strictly.</summary>
    /// <param name="text">The document's text.</param>
    /// <exception cref="InputRefusedException">It is not an opening (RI1201 to RI1204, RI1303 to RI1305).</exception>
    public static Opening Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Reads an opening strictly.</summary>
    /// <param name="utf8">The document's bytes, UTF-8 without BOM.</param>
    /// <exception cref="InputRefusedException">It is not an opening (RI1201 to RI1204, RI1303 to RI1305).</exception>
    public static Opening Parse(ReadOnlySpan<byte> utf8)
    {
        StrictJson json = StrictJson.Parse(Name, utf8);
        if (json.Has("specification") && json.Text("specification") is var specification && specification != Specification1)
        {
            throw DrawingRefusals.UnknownSpecification.Refuse(("specification", specification));
        }

        json.Members(["specification", "draw", "attempt", "hash", "tasks", "parties"], ["previous", "deadlines"]);
        int attempt = (int)json.Integer("attempt", 1, int.MaxValue);
        if (attempt > 1 != json.Has("previous"))
        {
            throw json.Member("attempt").Malformed("第 2 次起须有 previous，第 1 次不得有", "previous stands from attempt 2 on, and only then");
        }

        Opening opening = new(Encoding.UTF8.GetString(utf8))
        {
            Draw = json.Name("draw"),
            Attempt = attempt,
            Previous = json.Has("previous") ? ReadPrevious(json.Object("previous")) : null,
            Hash = json.Text("hash"),
            Tasks = [.. json.Array("tasks").Where(t => !IsMatch(t)).Select(ReadTask)],
            Matches = [.. json.Array("tasks").Where(IsMatch).Select(ReadMatch)],
            Parties = [.. json.Array("parties").Select(ReadParty)],
            Deadlines = json.Has("deadlines") ? ReadDeadlines(json.Object("deadlines")) : null,
        };
        RequireDistinct(json, "tasks", [.. opening.Tasks.Select(t => t.Id), .. opening.Matches.Select(m => m.Id)]);
        RequireDistinct(json, "parties", opening.Parties.Select(p => p.Party));
        if (!opening.Tasks.IsEmpty && !opening.Matches.IsEmpty)
        {
            throw json.Member("tasks").Malformed("须全为抽取或全为匹配", "all of draws or all of matches");
        }

        if (opening.Parties.Length > 1 && opening.Parties.Any(p => p.Kind == ContributionKind.System))
        {
            throw DrawingRefusals.SystemNotAlone.Refuse();
        }

        return opening;
    }

    /// <summary>The party of a name.</summary>
    /// <param name="party">A party's name.</param>
    /// <exception cref="InputRefusedException">The opening has no such party (RI1306).</exception>
    public OpeningParty Party(string party) =>
        Parties.FirstOrDefault(p => p.Party == party) ?? throw DrawingRefusals.UnknownParty.Refuse(("party", party));

    private static void RequireDistinct(StrictJson json, string member, IEnumerable<string> names)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string name in names)
        {
            if (!seen.Add(name))
            {
                throw DrawingRefusals.DuplicateName.Refuse(("name", name));
            }
        }

        if (seen.Count == 0)
        {
            throw json.Member(member).Malformed("至少一项", "one at least");
        }
    }

    private static PreviousAttempt ReadPrevious(StrictJson json)
    {
        json.Members(["record", "reason"]);
        return new PreviousAttempt(json.Digest("record"), json.Text("reason"));
    }

    private static bool IsMatch(StrictJson json) => json.AsObject().Has("problemDigest");

    private static OpeningMatch ReadMatch(StrictJson json)
    {
        json.Members(["id", "problemDigest"]);
        return new OpeningMatch(json.Name("id"), json.Digest("problemDigest"));
    }

    private static OpeningTask ReadTask(StrictJson json)
    {
        json.AsObject().Members(["id", "frameRoot", "frameSize", "designDigest"]);
        return new OpeningTask(json.Name("id"), json.Digest("frameRoot"), json.Integer("frameSize", 0, long.MaxValue), json.Digest("designDigest"));
    }

    private static OpeningParty ReadParty(StrictJson json)
    {
        json.AsObject().Members(["party", "role", "kind"], ["key", "source", "encoding", "outcomes", "time"]);
        return new OpeningParty(
            json.Name("party"),
            json.Text("role"),
            json.OneOf("kind", "committed", "public", "system") switch
            {
                "committed" => ContributionKind.Committed,
                "public" => ContributionKind.Public,
                _ => ContributionKind.System,
            },
            json.Has("key") ? json.Text("key") : null,
            json.Has("source") ? json.Text("source") : null,
            json.Has("encoding") ? json.Text("encoding") : null,
            json.Has("outcomes") ? json.Text("outcomes") : null,
            json.Has("time") ? json.Text("time") : null);
    }

    private static OpeningDeadlines ReadDeadlines(StrictJson json)
    {
        json.Members(["commit", "reveal"]);
        return new OpeningDeadlines(Moment("commit"), Moment("reveal"));

        Instant Moment(string member) =>
            RecordTimes.Moment(json.Text(member)) is { } moment
                ? moment
                : throw json.Member(member).Malformed("须为 UTC 时刻，如 2026-03-02T01:30:00Z", "a UTC moment such as 2026-03-02T01:30:00Z");
    }
}

/// <summary>The attempt before: the digest of its record and why there is another.</summary>
/// <param name="Record">Digest of the auditor's record.</param>
/// <param name="Reason">Why.</param>
public sealed record PreviousAttempt(Digest Record, string Reason);

/// <summary>A task of a draw.</summary>
/// <param name="Id">The task's id.</param>
/// <param name="FrameRoot">The root of its frame.</param>
/// <param name="FrameSize">Units in its frame.</param>
/// <param name="DesignDigest">The digest of its design.</param>
public sealed record OpeningTask(string Id, Digest FrameRoot, long FrameSize, Digest DesignDigest);

/// <summary>A match: its line carries the problem's digest instead of frame and design.</summary>
/// <param name="Id">The task's id.</param>
/// <param name="ProblemDigest">The digest of its canonical problem.</param>
public sealed record OpeningMatch(string Id, Digest ProblemDigest);

/// <summary>A party of a draw.</summary>
/// <param name="Party">Its name.</param>
/// <param name="Role">Its role: <c>drawing</c> for the drawing department, or any other word.</param>
/// <param name="Kind">How it contributes.</param>
/// <param name="Key">Its public key, <c>ecdsa-p256:BASE64</c>; <see langword="null"/> if it has none.</param>
/// <param name="Source">For a public value: where it comes from.</param>
/// <param name="Encoding">For a public value: how it is written as bytes.</param>
/// <param name="Outcomes">For a public value: how many outcomes are equally likely, as a decimal string.</param>
/// <param name="Time">For a public value: when it is fixed.</param>
public sealed record OpeningParty(
    string Party, string Role, ContributionKind Kind, string? Key, string? Source, string? Encoding, string? Outcomes, string? Time);

/// <summary>When commitments and reveals are due.</summary>
/// <param name="Commit">All commitments are in by then.</param>
/// <param name="Reveal">All reveals are in by then.</param>
public sealed record OpeningDeadlines(Instant Commit, Instant Reveal);
