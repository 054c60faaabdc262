using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Drawing;

namespace RandomInspection.Planning;

/// <summary>What happens to a task on its way to the draw, as it stands in the ledger (stream <c>task/…</c>).</summary>
public abstract record TaskEvent
{
    private TaskEvent()
    {
    }

    /// <summary>Criteria, stratification and design were set.</summary>
    /// <param name="TaskId">The task.</param>
    /// <param name="PlanId">Its plan.</param>
    /// <param name="Criteria">Which subjects it is about.</param>
    /// <param name="Stratification">By what its frame is stratified.</param>
    /// <param name="Design">The design's document.</param>
    /// <param name="By">Who set it.</param>
    /// <param name="Resting">Who counts and cannot be drawn; <see langword="null"/> if nobody rests.</param>
    /// <param name="Special">The special directory that the criteria were taken from; <see langword="null"/> if they were chosen for the task.</param>
    /// <param name="Named">Who is named instead of being drawn; <see langword="null"/> if subjects are drawn.</param>
    public sealed record Designed(
        string TaskId,
        string PlanId,
        DirectoryCriteria Criteria,
        Stratification Stratification,
        string Design,
        string By,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RestingRules? Resting = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] NamedDirectory? Special = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<NamedSubject>? Named = null) : TaskEvent;

    /// <summary>A second person approved the subjects that are named.</summary>
    /// <param name="By">Who.</param>
    /// <param name="At">When.</param>
    public sealed record NamedApproved(string By, Instant At) : TaskEvent;

    /// <summary>Its frame was frozen for a draw.</summary>
    /// <param name="Draw">The draw.</param>
    public sealed record Frozen(string Draw) : TaskEvent;

    /// <summary>The draw it was frozen for was voided: the task may be drawn in a further attempt.</summary>
    /// <param name="Draw">The draw.</param>
    public sealed record Released(string Draw) : TaskEvent;

    /// <summary>Its department offered it for another task's draw: the two share their seed.</summary>
    /// <param name="With">The task whose department freezes both.</param>
    public sealed record DrawOffered(string With) : TaskEvent;

    /// <summary>That offer was withdrawn.</summary>
    /// <param name="With">The task it was offered to.</param>
    public sealed record DrawOfferWithdrawn(string With) : TaskEvent;

    /// <summary>Its department offered it for joint visits: its list is matched together with another task's.</summary>
    /// <param name="With">The task whose department starts the joint match.</param>
    public sealed record JointOffered(string With) : TaskEvent;

    /// <summary>The offer was withdrawn.</summary>
    /// <param name="With">The task it was offered to.</param>
    public sealed record JointWithdrawn(string With) : TaskEvent;

    /// <summary>The problem of its match was frozen.</summary>
    /// <param name="Draw">The draw that gave the list.</param>
    /// <param name="Match">The match.</param>
    public sealed record MatchFrozen(string Draw, string Match) : TaskEvent;

    /// <summary>The match it was frozen for was voided: its teams may be matched in a further attempt.</summary>
    /// <param name="Match">The match.</param>
    public sealed record MatchReleased(string Match) : TaskEvent;

    /// <summary>Choices were declared: what is drawn beside the subjects, or instead of them. Those of the same kind before are no more.</summary>
    /// <param name="Choices">The choices.</param>
    /// <param name="By">Who declared them.</param>
    public sealed record ChoicesDeclared(TaskChoices Choices, string By) : TaskEvent;

    /// <summary>Choices that were never drawn from were taken back.</summary>
    /// <param name="Kind">Which.</param>
    /// <param name="By">Who took them back.</param>
    public sealed record ChoicesWithdrawn(ChoiceKind Kind, string By) : TaskEvent;

    /// <summary>Choices were frozen for a draw.</summary>
    /// <param name="Kind">Which.</param>
    /// <param name="Draw">The draw.</param>
    public sealed record ChoicesFrozen(ChoiceKind Kind, string Draw) : TaskEvent;

    /// <summary>The draw that choices were frozen for was voided.</summary>
    /// <param name="Kind">Which.</param>
    /// <param name="Draw">The draw.</param>
    public sealed record ChoicesReleased(ChoiceKind Kind, string Draw) : TaskEvent;

    /// <summary>Choices were drawn, and are bound to the task from here on.</summary>
    /// <param name="Kind">Which.</param>
    /// <param name="Draw">The draw.</param>
    /// <param name="Chosen">The ids drawn, in the order drawn.</param>
    /// <remarks>The array compares by reference.</remarks>
    public sealed record ChoicesDrawn(ChoiceKind Kind, string Draw, ImmutableArray<string> Chosen) : TaskEvent;
}
