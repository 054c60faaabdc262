using RandomInspection.Directories;
using RandomInspection.Drawing;

namespace RandomInspection.Planning;

/// <summary>抽查任务 on its way to draw and match: criteria, stratification and design until its frame is frozen, then its list, then its match.</summary>
/// <remarks>
/// A command checks the rule and returns its event, which is applied at once; a refused command changes nothing.
/// Source: 沈政办发〔2020〕19号 三(六).
/// </remarks>
public sealed partial class InspectionTask
{
    private readonly List<string> _voided = [];
    private readonly List<string> _voidedMatches = [];

    private InspectionTask(string id)
    {
        Id = id;
    }

    /// <summary>The task's id.</summary>
    public string Id { get; }

    /// <summary>Criteria, stratification and design as they are now; <see langword="null"/> before they are set.</summary>
    public TaskEvent.Designed? Design { get; private set; }

    /// <summary>The draw its frame is frozen for; <see langword="null"/> if none is.</summary>
    public string? Draw { get; private set; }

    /// <summary>The draws of this task that were voided, in order.</summary>
    public IReadOnlyList<string> VoidedDraws => _voided;

    /// <summary>The task with whose draw it may be drawn; <see langword="null"/> if its department offered it to none. It stands after a draw was voided.</summary>
    public string? DrawOfferedTo { get; private set; }

    /// <summary>The match its problem is frozen for; <see langword="null"/> if none is.</summary>
    public string? Match { get; private set; }

    /// <summary>The task it is offered to for joint visits; <see langword="null"/> if to none.</summary>
    public string? OfferedTo { get; private set; }

    /// <summary>The matches of this task that were voided, in order.</summary>
    public IReadOnlyList<string> VoidedMatches => _voidedMatches;

    /// <summary>The task that events tell of; without events one that has no design yet.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="events">All its events in order.</param>
    public static InspectionTask Replay(string id, IEnumerable<TaskEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        InspectionTask task = new(id);
        foreach (TaskEvent happened in events)
        {
            task.Apply(happened);
        }

        return task;
    }

    /// <summary>Sets criteria, stratification and design.</summary>
    /// <param name="planId">The task's plan.</param>
    /// <param name="criteria">Which subjects it is about.</param>
    /// <param name="stratification">By what its frame is stratified.</param>
    /// <param name="design">The design, which fits the cells.</param>
    /// <param name="by">Who sets it.</param>
    /// <param name="resting">Who counts and cannot be drawn; <see langword="null"/> if nobody rests.</param>
    /// <param name="special">The special directory that the criteria were taken from; <see langword="null"/> if there is none.</param>
    /// <exception cref="InputRefusedException">
    /// The frame is frozen (RI2103); the resting rules limit nothing (RI2124), do not list the task's exemption (RI2127) or are not named in the design's basis (RI2126);
    /// the criteria are not the areas that were drawn (RI2458).
    /// </exception>
    public TaskEvent.Designed SetDesign(
        string planId, DirectoryCriteria criteria, Stratification stratification, DesignDocument design, string by, RestingRules? resting = null, NamedDirectory? special = null)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        ArgumentNullException.ThrowIfNull(design);
        RequireOpen();
        resting?.Check();
        if (resting?.AreNamedIn(design.Design.Basis) == false)
        {
            throw RestingRefusals.NotInBasis.Refuse(("statement", resting.Statement(Language.Chinese)));
        }

        RequireDrawnArea(criteria.Regions);

        return Raise(new TaskEvent.Designed(Id, planId, criteria, stratification, design.Text, by, resting, special));
    }

    /// <summary>Offers the task for another task's draw.</summary>
    /// <param name="with">The task whose department freezes both.</param>
    /// <exception cref="InputRefusedException">The frame is frozen (RI2103), there is no design (RI2102), it is offered already (RI2130), or it is the same task (RI2131).</exception>
    public TaskEvent.DrawOffered OfferForDraw(string with)
    {
        RequireOpen();
        return Design is null ? throw PlanningRefusals.NoDesign.Refuse(("task", Id))
            : DrawOfferedTo is not null ? throw PlanningRefusals.AlreadyOfferedForDraw.Refuse(("task", Id), ("with", DrawOfferedTo))
            : with == Id ? throw PlanningRefusals.SameTask.Refuse(("task", Id))
            : Raise(new TaskEvent.DrawOffered(with));
    }

    /// <summary>Withdraws that offer.</summary>
    /// <exception cref="InputRefusedException">The frame is frozen (RI2103), or it is not offered (RI2132).</exception>
    public TaskEvent.DrawOfferWithdrawn WithdrawDrawOffer()
    {
        RequireOpen();
        return Raise(new TaskEvent.DrawOfferWithdrawn(DrawOfferedTo ?? throw PlanningRefusals.NotOfferedForDraw.Refuse(("task", Id))));
    }

    /// <summary>Freezes the frame for a draw.</summary>
    /// <param name="draw">The draw's id.</param>
    /// <exception cref="InputRefusedException">It is frozen already (RI2103), there is no design (RI2102), named subjects are not approved (RI2477), choices are not drawn yet (RI2457), or the criteria are not the areas that were drawn (RI2458).</exception>
    public TaskEvent.Frozen Freeze(string draw)
    {
        RequireOpen();
        if (Design is null)
        {
            throw PlanningRefusals.NoDesign.Refuse(("task", Id));
        }

        RequireNamedApproved();
        RequireChoicesDrawn();
        return Raise(new TaskEvent.Frozen(draw));
    }

    /// <summary>Releases the task from a draw that was voided.</summary>
    /// <exception cref="InvalidOperationException">It is not frozen.</exception>
    public TaskEvent.Released Release() => Raise(new TaskEvent.Released(Draw ?? throw new InvalidOperationException($"{Id} is not frozen.")));

    /// <summary>Offers the task for joint visits with another.</summary>
    /// <param name="with">The task whose department starts the joint match.</param>
    /// <exception cref="InputRefusedException">The task is not drawn (RI2106), its match is frozen (RI2107), it is offered already (RI2108), or it is the same task (RI2109).</exception>
    public TaskEvent.JointOffered Offer(string with) =>
        Draw is null ? throw PlanningRefusals.NotDrawn.Refuse(("task", Id))
        : Match is not null ? throw PlanningRefusals.MatchFrozen.Refuse(("task", Id), ("match", Match))
        : OfferedTo is not null ? throw PlanningRefusals.AlreadyOffered.Refuse(("task", Id), ("with", OfferedTo))
        : with == Id ? throw PlanningRefusals.NothingToJoin.Refuse(("task", Id), ("with", with))
        : Raise(new TaskEvent.JointOffered(with));

    /// <summary>Withdraws the offer.</summary>
    /// <exception cref="InputRefusedException">Its match is frozen (RI2107), or it is not offered (RI2110).</exception>
    public TaskEvent.JointWithdrawn WithdrawOffer() =>
        Match is not null ? throw PlanningRefusals.MatchFrozen.Refuse(("task", Id), ("match", Match))
        : Raise(new TaskEvent.JointWithdrawn(OfferedTo ?? throw PlanningRefusals.NotOffered.Refuse(("task", Id))));

    /// <summary>Freezes the problem of the task's match.</summary>
    /// <param name="match">The match's id.</param>
    /// <exception cref="InputRefusedException">The task is not drawn (RI2106), or its match is frozen already (RI2107).</exception>
    public TaskEvent.MatchFrozen FreezeMatch(string match) =>
        Draw is null ? throw PlanningRefusals.NotDrawn.Refuse(("task", Id))
        : Match is not null ? throw PlanningRefusals.MatchFrozen.Refuse(("task", Id), ("match", Match))
        : Raise(new TaskEvent.MatchFrozen(Draw, match));

    /// <summary>Releases the task from a match that was voided.</summary>
    /// <exception cref="InvalidOperationException">Its match is not frozen.</exception>
    public TaskEvent.MatchReleased ReleaseMatch() =>
        Raise(new TaskEvent.MatchReleased(Match ?? throw new InvalidOperationException($"The match of {Id} is not frozen.")));

    private void RequireOpen()
    {
        if (Draw is not null)
        {
            throw PlanningRefusals.AlreadyFrozen.Refuse(("task", Id), ("draw", Draw));
        }
    }

    private T Raise<T>(T happened)
        where T : TaskEvent
    {
        Apply(happened);
        return happened;
    }

    private void Apply(TaskEvent happened)
    {
        if (ApplyToChoices(happened))
        {
            return;
        }

        switch (happened)
        {
            case TaskEvent.Designed designed:
                (Design, NamedApproval) = (designed, null);
                break;
            case TaskEvent.NamedApproved approved:
                NamedApproval = approved;
                break;
            case TaskEvent.Frozen frozen:
                Draw = frozen.Draw;
                break;
            case TaskEvent.Released released:
                Draw = null;
                _voided.Add(released.Draw);
                break;
            case TaskEvent.DrawOffered offered:
                DrawOfferedTo = offered.With;
                break;
            case TaskEvent.DrawOfferWithdrawn:
                DrawOfferedTo = null;
                break;
            case TaskEvent.JointOffered offered:
                OfferedTo = offered.With;
                break;
            case TaskEvent.JointWithdrawn:
                OfferedTo = null;
                break;
            case TaskEvent.MatchFrozen frozen:
                Match = frozen.Match;
                break;
            case TaskEvent.MatchReleased released:
                Match = null;
                _voidedMatches.Add(released.Match);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened));
        }
    }
}
