using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Drawing;

namespace RandomInspection.Planning;

/// <content>What is drawn beside the subjects, or instead of them: time, content, method, area, the order of batches.</content>
public sealed partial class InspectionTask
{
    private readonly SortedDictionary<ChoiceKind, ChoiceDraw> _choices = [];

    /// <summary>The choices that the task draws from, by kind.</summary>
    public IReadOnlyDictionary<ChoiceKind, ChoiceDraw> Choices => _choices;

    /// <summary>Declares what is drawn.</summary>
    /// <param name="choices">The choices.</param>
    /// <param name="planned">The task as its approved plan has it.</param>
    /// <param name="by">Who declares them.</param>
    /// <exception cref="InputRefusedException">The frame is frozen (RI2103), choices of that kind are being drawn or were (RI2454), or as <see cref="TaskChoices"/> says (RI2450 to RI2453, RI1101, RI1104, RI2007).</exception>
    public TaskEvent.ChoicesDeclared Declare(TaskChoices choices, PlannedTask planned, string by)
    {
        ArgumentNullException.ThrowIfNull(choices);
        ArgumentNullException.ThrowIfNull(planned);
        RequireOpen();
        RequireChoicesOpen(choices.Kind);
        return Raise(new TaskEvent.ChoicesDeclared(choices.Checked(planned), by));
    }

    /// <summary>Takes choices back that were never drawn from.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="by">Who.</param>
    /// <exception cref="InputRefusedException">The frame is frozen (RI2103), none are declared (RI2455), they are being drawn or were (RI2454), or a draw over them was voided (RI2456).</exception>
    public TaskEvent.ChoicesWithdrawn Withdraw(ChoiceKind kind, string by)
    {
        RequireOpen();
        ChoiceDraw declared = Declared(kind);
        RequireChoicesOpen(kind);
        return declared.Voided.IsEmpty
            ? Raise(new TaskEvent.ChoicesWithdrawn(kind, by))
            : throw ChoiceRefusals.WasAttempted.Refuse(("task", Id), ("draw", declared.Voided[^1]));
    }

    /// <summary>Freezes choices for a draw.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="draw">The draw's id.</param>
    /// <exception cref="InputRefusedException">None are declared (RI2455), they are being drawn or were (RI2454), or the frame is frozen (RI2103).</exception>
    public TaskEvent.ChoicesFrozen FreezeChoices(ChoiceKind kind, string draw)
    {
        RequireOpen();
        _ = Declared(kind);
        RequireChoicesOpen(kind);
        return Raise(new TaskEvent.ChoicesFrozen(kind, draw));
    }

    /// <summary>Releases choices from a draw that was voided.</summary>
    /// <param name="kind">Which.</param>
    /// <exception cref="InvalidOperationException">They are not frozen.</exception>
    public TaskEvent.ChoicesReleased ReleaseChoices(ChoiceKind kind) => Raise(new TaskEvent.ChoicesReleased(
        kind, _choices.GetValueOrDefault(kind) is { Draw: { } draw, IsDrawn: false } ? draw : throw new InvalidOperationException($"{kind} of {Id} is not being drawn.")));

    /// <summary>Binds what was drawn to the task.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="chosen">The ids drawn, in the order drawn.</param>
    /// <exception cref="InvalidOperationException">They are not being drawn.</exception>
    public TaskEvent.ChoicesDrawn BindChoices(ChoiceKind kind, ImmutableArray<string> chosen) =>
        _choices.GetValueOrDefault(kind) is { Draw: { } draw, IsDrawn: false }
            ? Raise(new TaskEvent.ChoicesDrawn(kind, draw, chosen))
            : throw new InvalidOperationException($"{kind} of {Id} is not being drawn.");

    /// <summary>Refuses a match outside the time that was drawn.</summary>
    /// <param name="planned">The task as its approved plan has it.</param>
    /// <param name="from">First day of its visits.</param>
    /// <param name="to">Last day, included.</param>
    /// <exception cref="InputRefusedException">A day lies outside (RI2459).</exception>
    public void RequireDrawnTime(PlannedTask planned, LocalDate from, LocalDate to)
    {
        ArgumentNullException.ThrowIfNull(planned);
        if (DrawnTime(planned) is { } time && (from < time.Start || to > time.End))
        {
            throw ChoiceRefusals.OutsideDrawnTime.Refuse(
                ("task", Id), ("from", $"{from:R}"), ("to", $"{to:R}"), ("drawnFrom", $"{time.Start:R}"), ("drawnTo", $"{time.End:R}"), ("draw", _choices[ChoiceKind.Time].Draw));
        }
    }

    /// <summary>The days that were drawn, within the task's period; <see langword="null"/> if its time is not drawn.</summary>
    /// <param name="planned">The task as its approved plan has it.</param>
    public DateInterval? DrawnTime(PlannedTask planned)
    {
        ArgumentNullException.ThrowIfNull(planned);
        return Drawn(ChoiceKind.Time) is [{ } time] ? time.WithinOf(planned) : null;
    }

    /// <summary>The items that each visit inspects: those drawn, in the plan's order; all of the task's where none are drawn.</summary>
    /// <param name="planned">The task as its approved plan has it.</param>
    public ImmutableArray<string> ItemsToInspect(PlannedTask planned)
    {
        ArgumentNullException.ThrowIfNull(planned);
        HashSet<string> drawn = [.. Drawn(ChoiceKind.Content).Select(choice => choice.Id)];
        return drawn.Count == 0 ? planned.Items : [.. planned.Items.Where(drawn.Contains)];
    }

    private ImmutableArray<TaskChoice> Drawn(ChoiceKind kind) => _choices.GetValueOrDefault(kind)?.Chosen ?? [];

    private ChoiceDraw Declared(ChoiceKind kind) => _choices.GetValueOrDefault(kind) ?? throw ChoiceRefusals.NotDeclared.Refuse(("task", Id), Word(kind));

    private void RequireChoicesOpen(ChoiceKind kind)
    {
        if (_choices.GetValueOrDefault(kind) is { Draw: { } draw })
        {
            throw ChoiceRefusals.Frozen.Refuse(("task", Id), ("draw", draw));
        }
    }

    /// <summary>The list is drawn after what it depends on: all choices are drawn, and the frame is of the areas that were.</summary>
    private void RequireChoicesDrawn()
    {
        foreach (ChoiceKind kind in _choices.Where(one => !one.Value.IsDrawn).Select(one => one.Key).Take(1))
        {
            throw ChoiceRefusals.NotDrawn.Refuse(("task", Id), Word(kind));
        }

        if (Design!.Named is null)
        {
            RequireDrawnArea(Design.Criteria.Regions);
        }
    }

    private void RequireDrawnArea(ImmutableArray<string> regions)
    {
        if (Drawn(ChoiceKind.Area) is { IsEmpty: false } drawn && !regions.ToHashSet(StringComparer.Ordinal).SetEquals(drawn.Select(area => area.Label)))
        {
            throw ChoiceRefusals.OutsideDrawnArea.Refuse(("task", Id), ("areas", string.Join('、', drawn.Select(area => area.Label))), ("draw", _choices[ChoiceKind.Area].Draw));
        }
    }

    private static (string, object?) Word(ChoiceKind kind) => ("kind", ChoiceFrame.StratumOf(kind).Text);

    private bool ApplyToChoices(TaskEvent happened)
    {
        switch (happened)
        {
            case TaskEvent.ChoicesDeclared declared:
                ImmutableArray<string> voided = _choices.GetValueOrDefault(declared.Choices.Kind)?.Voided ?? [];
                _choices[declared.Choices.Kind] = new ChoiceDraw(declared.Choices, null, [], voided);
                return true;
            case TaskEvent.ChoicesWithdrawn withdrawn:
                _choices.Remove(withdrawn.Kind);
                return true;
            case TaskEvent.ChoicesFrozen frozen:
                _choices[frozen.Kind] = _choices[frozen.Kind] with { Draw = frozen.Draw };
                return true;
            case TaskEvent.ChoicesReleased released:
                ChoiceDraw was = _choices[released.Kind];
                _choices[released.Kind] = was with { Draw = null, Voided = was.Voided.Add(released.Draw) };
                return true;
            case TaskEvent.ChoicesDrawn drawn:
                ChoiceDraw one = _choices[drawn.Kind];
                _choices[drawn.Kind] = one with { Chosen = [.. drawn.Chosen.Select(id => one.Choices.Options.First(option => option.Id == id))] };
                return true;
            default:
                return false;
        }
    }
}
