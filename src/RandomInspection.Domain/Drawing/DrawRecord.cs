using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Drawing;

/// <summary>Who a record is for.</summary>
public enum RecordView
{
    /// <summary>Everybody.</summary>
    Public = 0,

    /// <summary>An auditor, together with the frame and its key.</summary>
    Auditor = 1,

    /// <summary>One subject of the frame.</summary>
    Subject = 2,
}

/// <summary>What the seed rests on.</summary>
public enum Assurance
{
    /// <summary>自行抽取：the drawing department alone could have chosen the seed.</summary>
    Operator = 0,

    /// <summary>见证抽取：a value that the drawing department could not choose came in.</summary>
    Witnessed = 1,
}

/// <summary>抽取记录：what a draw leaves behind, in one view.</summary>
/// <remarks>
/// Built and read by <see cref="RecordDocument"/>, whose bytes are what counts. Arrays compare by reference.
/// Source: random-inspection-draw/1 §7, random-inspection-record/1.
/// </remarks>
public sealed record DrawRecord
{
    /// <summary>Who it is for.</summary>
    public required RecordView View { get; init; }

    /// <summary>The opening, exactly as published.</summary>
    public required string OpeningText { get; init; }

    /// <summary>When the opening was published.</summary>
    public required Instant OpenedAt { get; init; }

    /// <summary>The commitments, in the order of the opening's parties.</summary>
    public required ImmutableArray<RecordedCommitment> Commitments { get; init; }

    /// <summary>The values that count, in the order of the opening's parties.</summary>
    public required ImmutableArray<RecordedContribution> Contributions { get; init; }

    /// <summary>The parties that were struck out.</summary>
    public required ImmutableArray<StruckParty> Struck { get; init; }

    /// <summary>Why and by whom the draw was voided; <see langword="null"/> if it was drawn.</summary>
    public VoidedDraw? Voided { get; init; }

    /// <summary>The seed; <see langword="null"/> if void.</summary>
    public Seed? Seed { get; init; }

    /// <summary>When it was drawn; <see langword="null"/> if void.</summary>
    public Instant? DrawnAt { get; init; }

    /// <summary>What the seed rests on.</summary>
    public required Assurance Assurance { get; init; }

    /// <summary>Whether the last to reveal could have broken the draw off by silence: no public value came after.</summary>
    public required bool BreakOff { get; init; }

    /// <summary>Whether classes are published: which rules the public view follows.</summary>
    public ClassPublication Classes { get; init; }

    /// <summary>The digest of the auditor's view; <see langword="null"/> in that view itself.</summary>
    public Digest? AuditorDigest { get; init; }

    /// <summary>The tasks, in the order of the opening; empty if void and for a subject.</summary>
    public ImmutableArray<RecordedTask> Tasks { get; init; } = [];

    /// <summary>The matches, in the order of the opening; empty if void and for a draw.</summary>
    public ImmutableArray<RecordedMatch> Matches { get; init; } = [];

    /// <summary>The subject's own part; <see langword="null"/> in the other views.</summary>
    public RecordedSubject? Subject { get; init; }

    /// <summary>The same draw as everybody may see it: no reserves, and where classes are withheld no cutoffs and no directory.</summary>
    /// <param name="auditorDigest">The digest of this record's bytes.</param>
    public DrawRecord ForPublic(Digest auditorDigest) => this with
    {
        View = RecordView.Public,
        AuditorDigest = auditorDigest,
        Tasks = [.. Tasks.Select(task => Classes == ClassPublication.Published ? task with { Reserves = [] } : task with
        {
            Cells = [.. task.Cells.Select(cell => cell with { Cutoff = null })],
            Reserves = [],
            Directory = null,
        })],
    };

    /// <summary>The same draw as one subject may see it.</summary>
    /// <param name="auditorDigest">The digest of this record's bytes.</param>
    /// <param name="subject">The subject's own part.</param>
    public DrawRecord ForSubject(Digest auditorDigest, RecordedSubject subject) => this with
    {
        View = RecordView.Subject,
        AuditorDigest = auditorDigest,
        Tasks = [],
        Subject = subject,
    };
}

/// <summary>A commitment as received.</summary>
/// <param name="Party">The party.</param>
/// <param name="Commitment">The commitment.</param>
/// <param name="At">When.</param>
/// <param name="Signature">Base64 of r‖s; <see langword="null"/> where the party has no key.</param>
public sealed record RecordedCommitment(string Party, Digest Commitment, Instant At, string? Signature);

/// <summary>A value as revealed.</summary>
/// <param name="Contribution">The value.</param>
/// <param name="At">When.</param>
public sealed record RecordedContribution(Contribution Contribution, Instant At);

/// <summary>A party that was struck out.</summary>
/// <param name="Party">The party.</param>
/// <param name="Reason"><c>notCommitted</c>, <c>notRevealed</c> or <c>noValue</c>.</param>
/// <param name="At">When.</param>
public sealed record StruckParty(string Party, string Reason, Instant At);

/// <summary>That a draw was voided.</summary>
/// <param name="Reason">Why.</param>
/// <param name="By">The two persons.</param>
/// <param name="At">When.</param>
public sealed record VoidedDraw(string Reason, ImmutableArray<string> By, Instant At);

/// <summary>One task of a record.</summary>
/// <param name="Id">The task's id.</param>
/// <param name="DesignText">The design, exactly as published.</param>
/// <param name="Cells">The cells in order; cutoffs for an auditor, and for everybody where classes are published.</param>
/// <param name="Selected">The selection in ticket order.</param>
/// <param name="Reserves">The reserves; for an auditor only.</param>
/// <param name="Directory">What the frame was taken from; for an auditor, and for everybody where classes are published.</param>
public sealed record RecordedTask(
    string Id,
    string DesignText,
    ImmutableArray<CellResult> Cells,
    ImmutableArray<SelectedUnit> Selected,
    ImmutableArray<ReserveUnit> Reserves,
    RecordedDirectory? Directory)
{
    /// <summary>Where classes are published, the cells of the selection in its order; empty otherwise.</summary>
    public ImmutableArray<Cell> SelectedCells { get; init; } = [];

    /// <summary>The flags as a record that was read states them; default for one that is being written, whose flags are <see cref="Remarks"/>.</summary>
    internal ImmutableArray<(Cell Cell, ChanceRemark Remark)> StatedFlags { get; init; }

    /// <summary>What is worth a remark on the cells' chances, in the order of cells.</summary>
    public IEnumerable<(Cell Cell, ChanceRemark Remark)> Remarks =>
        Cells.SelectMany(cell => cell.Expectation.Remarks.Select(remark => (cell.Expectation.Count.Cell, remark)));
}

/// <summary>One match of a record: its problem's digest stands in the opening, its result can be recomputed from problem and seed.</summary>
/// <param name="Id">The task's id.</param>
/// <param name="MixFactor">The mixing factor; 0 if the result is unmixed.</param>
/// <param name="ResultDigest">The digest of the result.</param>
/// <param name="Seats">Seats in all.</param>
/// <param name="Missing">Seats that nobody can take.</param>
public sealed record RecordedMatch(string Id, int MixFactor, Digest ResultDigest, int Seats, int Missing);

/// <summary>The directory that a frame was taken from.</summary>
/// <param name="Version">The directory's version.</param>
/// <param name="Criteria">The criteria, as recorded.</param>
/// <param name="LeftOut">How many subjects were left out, by reason.</param>
/// <param name="Resting">How many units rest, by the code of the reason that decides; <see langword="null"/> if the task has no resting rules.</param>
public sealed record RecordedDirectory(
    long Version, string Criteria, ImmutableSortedDictionary<string, long> LeftOut, ImmutableSortedDictionary<string, long>? Resting = null)
{
    /// <summary>The version where it is a text; <see cref="Version"/> is 0 then.</summary>
    public string? VersionText { get; init; }
}

/// <summary>What a record tells one subject.</summary>
/// <param name="Task">The task's id.</param>
/// <param name="Proof">That its line stood in the frame.</param>
/// <param name="FrameRoot">The frame's root.</param>
/// <param name="Cutoff">Its cell's cutoff.</param>
/// <param name="Ticket">Its ticket.</param>
/// <param name="Drawn">Whether it was drawn.</param>
public sealed record RecordedSubject(string Task, InclusionProof Proof, Digest FrameRoot, Ticket? Cutoff, Ticket Ticket, bool Drawn)
{
    /// <summary>The codes of the reasons for which it rests, the one that decides first; empty if it does not, or nothing is said.</summary>
    public ImmutableArray<string> RestingReasons { get; init; } = [];
}
