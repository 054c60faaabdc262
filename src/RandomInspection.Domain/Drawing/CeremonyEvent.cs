using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace RandomInspection.Drawing;

/// <summary>What happens in a draw's ceremony, as it stands in the ledger (stream <c>draw/…</c>).</summary>
public abstract record CeremonyEvent
{
    private CeremonyEvent()
    {
    }

    /// <summary>Frames are frozen and designs fixed: the draw has its number.</summary>
    /// <param name="Draw">The draw's id.</param>
    /// <param name="Attempt">The attempt, from 1.</param>
    /// <param name="Previous">The attempt before, from attempt 2 on.</param>
    /// <param name="DepartmentId">The drawing department.</param>
    /// <param name="Hash">The name of the hash.</param>
    /// <param name="Tasks">The tasks with their frozen frames; none for a match.</param>
    /// <param name="Match">The frozen problem of a match; <see langword="null"/> for a draw.</param>
    /// <param name="Supplements">The draw whose list it supplements; <see langword="null"/> for any other.</param>
    /// <param name="Choice">What is drawn where it is not subjects; <see langword="null"/> for a draw of subjects, and for a match.</param>
    public sealed record Prepared(
        string Draw,
        int Attempt,
        PreviousDraw? Previous,
        string DepartmentId,
        string Hash,
        ImmutableArray<FrozenTask> Tasks,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] FrozenMatch? Match = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Supplements = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ChoiceKind? Choice = null)
        : CeremonyEvent;

    /// <summary>A party joined.</summary>
    /// <param name="Party">The party.</param>
    public sealed record PartyEnrolled(CeremonyParty Party) : CeremonyEvent;

    /// <summary>The opening was published.</summary>
    /// <param name="Opening">Its exact text.</param>
    /// <param name="Digest">Its digest.</param>
    /// <param name="At">When.</param>
    /// <param name="Signature">The host's signature of the opening; <see langword="null"/> where it does not sign.</param>
    public sealed record Opened(
        string Opening,
        string Digest,
        Instant At,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DetachedSignature? Signature = null)
        : CeremonyEvent;

    /// <summary>A commitment came in.</summary>
    /// <param name="Party">The party.</param>
    /// <param name="Commitment">The commitment.</param>
    /// <param name="Signature">Base64 of r‖s; <see langword="null"/> where the party has no key.</param>
    /// <param name="At">When.</param>
    public sealed record Committed(string Party, string Commitment, string? Signature, Instant At) : CeremonyEvent;

    /// <summary>A value was revealed or a public value entered.</summary>
    /// <param name="Party">The party.</param>
    /// <param name="Value">The value in hex.</param>
    /// <param name="At">When.</param>
    public sealed record Revealed(string Party, string Value, Instant At) : CeremonyEvent;

    /// <summary>A party was struck out.</summary>
    /// <param name="Party">The party.</param>
    /// <param name="Cause"><c>notCommitted</c>, <c>notRevealed</c> or <c>noValue</c>.</param>
    /// <param name="At">When.</param>
    public sealed record Struck(string Party, string Cause, Instant At) : CeremonyEvent;

    /// <summary>The selection was made.</summary>
    /// <param name="Seed">The seed.</param>
    /// <param name="AuditorRecord">Digest of the auditor's record.</param>
    /// <param name="PublicRecord">Digest of the public record.</param>
    /// <param name="RecordFile">SHA-256 of the auditor's record in the evidence store.</param>
    /// <param name="Selected">Units selected, by task.</param>
    /// <param name="At">When.</param>
    /// <param name="Signatures">The host's signatures of the record; <see langword="null"/> where it does not sign.</param>
    /// <param name="Coordination">How the tasks meet; <see langword="null"/> where one task was drawn alone.</param>
    public sealed record Drawn(
        string Seed,
        string AuditorRecord,
        string PublicRecord,
        string RecordFile,
        ImmutableSortedDictionary<string, long> Selected,
        Instant At,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RecordSignatures? Signatures = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Coordination? Coordination = null)
        : CeremonyEvent;

    /// <summary>The match was made.</summary>
    /// <param name="Seed">The seed.</param>
    /// <param name="AuditorRecord">Digest of the auditor's record.</param>
    /// <param name="PublicRecord">Digest of the public record.</param>
    /// <param name="RecordFile">SHA-256 of the auditor's record in the evidence store.</param>
    /// <param name="Result">What the match gave.</param>
    /// <param name="At">When.</param>
    /// <param name="Signatures">The host's signatures of the record; <see langword="null"/> where it does not sign.</param>
    public sealed record Matched(
        string Seed,
        string AuditorRecord,
        string PublicRecord,
        string RecordFile,
        MatchOutcome Result,
        Instant At,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RecordSignatures? Signatures = null)
        : CeremonyEvent;

    /// <summary>One person asked to void the draw.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="By">Who.</param>
    public sealed record VoidProposed(string Reason, string By) : CeremonyEvent;

    /// <summary>A second person agreed: the draw is void, for ever visible.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="By">Both persons.</param>
    /// <param name="AuditorRecord">Digest of the auditor's record; <see langword="null"/> if the opening was not yet published.</param>
    /// <param name="PublicRecord">Digest of the public record; <see langword="null"/> likewise.</param>
    /// <param name="RecordFile">SHA-256 of the auditor's record in the evidence store; <see langword="null"/> likewise.</param>
    /// <param name="At">When.</param>
    /// <param name="Signatures">The host's signatures of the record; <see langword="null"/> where there is none or it does not sign.</param>
    public sealed record Voided(
        string Reason,
        ImmutableArray<string> By,
        string? AuditorRecord,
        string? PublicRecord,
        string? RecordFile,
        Instant At,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RecordSignatures? Signatures = null)
        : CeremonyEvent;
}

/// <summary>The attempt before.</summary>
/// <param name="Draw">Its id.</param>
/// <param name="Record">Digest of its auditor's record.</param>
/// <param name="Reason">Why there is another.</param>
public sealed record PreviousDraw(string Draw, string Record, string Reason);

/// <summary>A task whose frame is frozen and whose design is fixed.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="FrameRoot">The frame's root.</param>
/// <param name="FrameSize">Units in the frame.</param>
/// <param name="FrameFile">SHA-256 of the canonical frame file in the evidence store.</param>
/// <param name="FrameKey">SHA-256 of the file with the frame's key in the evidence store.</param>
/// <param name="Design">The design, exactly as published.</param>
/// <param name="DesignDigest">Its digest.</param>
/// <param name="DirectoryVersion">The directory's version.</param>
/// <param name="Criteria">The criteria and the stratification, as recorded.</param>
/// <param name="LeftOut">Subjects left out of the frame, by reason.</param>
/// <param name="Resting">Units that rest, by the code of the reason that decides; <see langword="null"/> if the task has no resting rules.</param>
/// <param name="RestingFile">SHA-256 of the file that lists each of them with its reasons, in the evidence store; <see langword="null"/> likewise.</param>
/// <param name="DepartmentId">Whose task it is; <see langword="null"/> for the drawing department's own.</param>
/// <param name="Embargo">Whether the task is kept secret: then it shares no draw.</param>
/// <param name="Listed">Units that count as another class because they are on a dishonesty list.</param>
/// <param name="ListedFile">SHA-256 of the file that lists each of them with its entry, in the evidence store; <see langword="null"/> if there is none.</param>
public sealed record FrozenTask(
    string TaskId,
    string FrameRoot,
    int FrameSize,
    string FrameFile,
    string FrameKey,
    string Design,
    string DesignDigest,
    long DirectoryVersion,
    string Criteria,
    ImmutableSortedDictionary<string, long> LeftOut,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableSortedDictionary<string, long>? Resting = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? RestingFile = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? DepartmentId = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Embargo Embargo = Embargo.None,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Listed = 0,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ListedFile = null);

/// <summary>A match whose problem is frozen: who is available, on leave and excluded can no longer change.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Draw">The draw that gave the task's list.</param>
/// <param name="ProblemDigest">The digest of the canonical problem.</param>
/// <param name="ProblemFile">SHA-256 of the canonical problem in the evidence store.</param>
/// <param name="VisitsFile">SHA-256 of the file that says which tasks each visit serves, in the evidence store.</param>
/// <param name="MixFactor">The mixing factor, fixed in advance; 0 leaves the result unmixed.</param>
/// <param name="Visits">Visits in the problem.</param>
/// <param name="DirectoryVersion">The version of the inspector directory.</param>
/// <param name="Joined">Further tasks whose lists are matched in it, for joint visits.</param>
/// <param name="Saved">Visits saved by joining.</param>
/// <param name="DaysFile">SHA-256 of the days that may be drawn for visits, in the evidence store; <see langword="null"/> where no task says that days are drawn.</param>
/// <remarks>The array compares by reference.</remarks>
public sealed record FrozenMatch(
    string TaskId,
    string Draw,
    string ProblemDigest,
    string ProblemFile,
    string VisitsFile,
    int MixFactor,
    int Visits,
    long DirectoryVersion,
    ImmutableArray<string> Joined,
    int Saved,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? DaysFile = null);

/// <summary>What a match gave, in figures: the teams themselves stay sealed until their visits have ended.</summary>
/// <param name="ResultDigest">The digest of the result, as its document states it.</param>
/// <param name="ResultFile">SHA-256 of the result's document in the evidence store.</param>
/// <param name="Seats">Seats in all.</param>
/// <param name="Missing">Seats that nobody can take.</param>
public sealed record MatchOutcome(string ResultDigest, string ResultFile, int Seats, int Missing);

/// <summary>A party of a ceremony and the person behind it.</summary>
/// <param name="Name">Its name in the opening.</param>
/// <param name="Role">Its role in the opening: <c>drawing</c>, <c>witness</c> or <c>public</c>.</param>
/// <param name="Kind">How it contributes.</param>
/// <param name="PersonId">Who commits, reveals or enters the value.</param>
/// <param name="Key">Its public key; <see langword="null"/> for a public value.</param>
/// <param name="Source">For a public value: where it comes from.</param>
/// <param name="Encoding">For a public value: how it is written as bytes.</param>
/// <param name="Outcomes">For a public value: how many outcomes are equally likely.</param>
/// <param name="Time">For a public value: when it is fixed.</param>
public sealed record CeremonyParty(
    string Name,
    string Role,
    ContributionKind Kind,
    string PersonId,
    string? Key = null,
    string? Source = null,
    string? Encoding = null,
    string? Outcomes = null,
    string? Time = null);
