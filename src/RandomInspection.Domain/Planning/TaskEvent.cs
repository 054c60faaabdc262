using System.Text.Json.Serialization;
using RandomInspection.Directories;

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
    public sealed record Designed(
        string TaskId,
        string PlanId,
        DirectoryCriteria Criteria,
        Stratification Stratification,
        string Design,
        string By,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RestingRules? Resting = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] NamedDirectory? Special = null) : TaskEvent;

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
}
