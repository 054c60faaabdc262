using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Drawing;

namespace RandomInspection.Planning;

/// <summary>抽中名单（含递补）：a task's list as it stands, the selection with what replaced parts of it since.</summary>
/// <remarks>
/// The records of its draws are the ground it stands on and never change; its own stream holds only what came after.
/// Nobody chooses a reserve: it is always the first unused one of the same cell of the same draw.
/// A command checks the rule and returns its event, which is applied at once; a refused command changes nothing.
/// Source: random-inspection-draw/1 §6.
/// </remarks>
public sealed partial class DrawnList
{
    private readonly List<ListedUnit> _units = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ListPart> _parts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _spent = new(StringComparer.Ordinal);
    private readonly ListChanges _changes = new();
    private readonly List<int> _effected = [];
    private readonly List<string> _voided = [];

    private DrawnList(string taskId, ListPart drawn)
    {
        TaskId = taskId;
        Draw = drawn.Draw;
        Join(drawn);
    }

    /// <summary>The task.</summary>
    public string TaskId { get; }

    /// <summary>The draw that gave the list; supplementary ones are among <see cref="Draws"/>.</summary>
    public string Draw { get; }

    /// <summary>The draws whose selections make up the list, in order.</summary>
    public IEnumerable<string> Draws => _parts.Values.OrderBy(part => part.DrawnAt).ThenBy(part => part.Draw, StringComparer.Ordinal).Select(part => part.Draw);

    /// <summary>Everybody who is or was on the list: each draw's selection in ticket order, and who came in since, in the order of coming.</summary>
    public IReadOnlyList<ListedUnit> Units => _units;

    /// <summary>Who is on the list now, in the same order.</summary>
    public IEnumerable<ListedUnit> Effective => _units.Where(unit => unit.GoesBy is null);

    /// <summary>The changes in the order of their numbers.</summary>
    public IReadOnlyCollection<ListChange> Changes => _changes.InOrder;

    /// <summary>The supplementary draw that is under way; <see langword="null"/> if none is.</summary>
    public string? Supplement { get; private set; }

    /// <summary>The supplementary draws that were voided since the last one was made, in order.</summary>
    public IReadOnlyList<string> VoidedSupplements => _voided;

    /// <summary>The changes by which the list is short and which no supplementary draw covers yet.</summary>
    public IEnumerable<ListChange> Short => Changes.Where(change => change.State == ListChangeState.Short);

    /// <summary>Whether nothing is left to settle before teams are matched: no shortfall waits, no supplementary draw is under way.</summary>
    public bool IsSettled => Supplement is null && !Short.Any();

    /// <summary>The list that a draw and events tell of.</summary>
    /// <param name="taskId">The task.</param>
    /// <param name="drawn">What the draw gave.</param>
    /// <param name="events">All events of the list in order; none right after the draw.</param>
    /// <param name="supplement">What a supplementary draw gave, by its id; asked for each that was made.</param>
    public static DrawnList Replay(string taskId, ListPart drawn, IEnumerable<ListEvent> events, Func<string, ListPart> supplement)
    {
        ArgumentNullException.ThrowIfNull(drawn);
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(supplement);
        DrawnList list = new(taskId, drawn);
        foreach (ListEvent happened in events)
        {
            list.Apply(happened, supplement);
        }

        return list;
    }

    /// <summary>The change of a number.</summary>
    /// <param name="number">The number.</param>
    /// <exception cref="InputRefusedException">There is none (RI2145).</exception>
    public ListChange Change(int number) =>
        _changes.Find(number) ?? throw ListRefusals.UnknownChange.Refuse(("task", TaskId), ("number", number));

    /// <summary>A unit and the reserves that could come in for it, in their order: whose status decides.</summary>
    /// <param name="unit">A unit on the list.</param>
    /// <exception cref="InputRefusedException">It is not on the list (RI2140).</exception>
    public ImmutableArray<string> Asked(string unit) => [unit, .. Waiting(OnList(unit)).Select(reserve => reserve.Id)];

    /// <summary>Replaces a unit that the register proves gone; no person decides.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="register">What the register says of it and of the reserves of its cell (<see cref="Asked"/>).</param>
    /// <param name="at">Now.</param>
    /// <returns><see cref="ListEvent.Replaced"/>, or <see cref="ListEvent.FellShort"/> where the cell has no reserve left.</returns>
    /// <exception cref="InputRefusedException">The unit is not on the list (RI2140), or the register does not prove it gone (RI2141).</exception>
    public ListEvent ReplaceGone(string unit, RegisterReading register, Instant at)
    {
        ArgumentNullException.ThrowIfNull(register);
        ListedUnit goes = OnList(unit);
        ReplacementGround ground = register.GroundOf(unit) ?? throw ListRefusals.NotProvenGone.Refuse(
            ("unit", unit), ("version", register.Version), ("status", register.Status.TryGetValue(unit, out Directories.SubjectStatus status) ? status : "–"));
        return Fill(_changes.Next, goes, ground, register, null, at);
    }

    /// <summary>Proposes to replace a unit that two attempts did not reach.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="attempts">The attempts, two or more, on different days.</param>
    /// <param name="by">Who proposes.</param>
    /// <param name="earliest">The first day on which an attempt counts: the day of the draw.</param>
    /// <param name="today">Today.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="InputRefusedException">
    /// The unit is not on the list (RI2140), is proposed already (RI2144), there are too few attempts (RI2142), or one is malformed (RI2143).
    /// </exception>
    public ListEvent.Proposed ProposeReplacement(
        string unit, ImmutableArray<ContactAttempt> attempts, string by, LocalDate earliest, LocalDate today, Instant at)
    {
        _ = OnList(unit);
        if (_changes.Open(unit) is { } open)
        {
            throw ListRefusals.ProposedAlready.Refuse(("unit", unit), ("number", open.Number));
        }

        ContactAttempt[] counted = [.. attempts.Select(attempt => Checked(attempt, earliest, today)).OrderBy(attempt => attempt.On)];
        int days = counted.Select(attempt => attempt.On).Distinct().Count();
        return days >= LeastAttempts
            ? Raise(new ListEvent.Proposed(_changes.Next, unit, [.. counted], by, at))
            : throw ListRefusals.TooFewAttempts.Refuse(("unit", unit), ("days", days), ("least", LeastAttempts));
    }

    /// <summary>A second person approves a proposal: the first unused reserve of the cell comes in.</summary>
    /// <param name="number">The proposal.</param>
    /// <param name="register">What the register says of the reserves of the unit's cell (<see cref="Asked"/>).</param>
    /// <param name="by">Who: neither the proposer nor one of those who tried to reach the unit.</param>
    /// <param name="at">Now.</param>
    /// <returns><see cref="ListEvent.Replaced"/>, or <see cref="ListEvent.FellShort"/> where the cell has no reserve left.</returns>
    /// <exception cref="InputRefusedException">There is no such change (RI2145), it does not wait for a decision (RI2147), or it is that person's own (RI2146).</exception>
    public ListEvent ApproveReplacement(int number, RegisterReading register, string by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(register);
        ListChange proposed = RequireDecidable(number, by);
        return Fill(number, OnList(proposed.Unit), ReplacementGround.NotReached, register, by, at);
    }

    /// <summary>A second person declines a proposal.</summary>
    /// <param name="number">The proposal.</param>
    /// <param name="reason">Why, 1 to 500 characters.</param>
    /// <param name="by">Who: neither the proposer nor one of those who tried to reach the unit.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="InputRefusedException">As <see cref="ApproveReplacement"/>; there is no reason (RI2154).</exception>
    public ListEvent.Declined DeclineReplacement(int number, string reason, string by, Instant at)
    {
        _ = RequireDecidable(number, by);
        return Raise(new ListEvent.Declined(number, Text(reason, MaxTextLength, "理由", "The reason"), by, at));
    }

    /// <summary>A supplementary draw is prepared for what the list is short of.</summary>
    /// <param name="draw">The supplementary draw.</param>
    /// <param name="size">Units it will select, 1 or more.</param>
    /// <exception cref="InputRefusedException">The list is not short (RI2148), or a supplementary draw is under way (RI2149).</exception>
    public ListEvent.SupplementPrepared PrepareSupplement(string draw, int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        return Raise(new ListEvent.SupplementPrepared(draw, RequireShort(), size));
    }

    /// <summary>The cells that the list is short in have no unit left to draw.</summary>
    /// <param name="directoryVersion">The version of the directory that was read.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="InputRefusedException">The list is not short (RI2148), or a supplementary draw is under way (RI2149).</exception>
    public ListEvent.NobodyLeft CloseShort(long directoryVersion, Instant at) => Raise(new ListEvent.NobodyLeft(RequireShort(), directoryVersion, at));

    /// <summary>The supplementary draw was voided.</summary>
    /// <exception cref="InvalidOperationException">None is under way.</exception>
    public ListEvent.SupplementReleased ReleaseSupplement() => Raise(new ListEvent.SupplementReleased(UnderWay));

    /// <summary>The supplementary draw was made: its selection joins the list.</summary>
    /// <param name="part">What it gave.</param>
    /// <exception cref="InvalidOperationException">None is under way.</exception>
    public ListEvent.Supplemented JoinSupplement(ListPart part)
    {
        ListEvent.Supplemented happened = new(UnderWay);
        Apply(happened, _ => part);
        return happened;
    }
}
