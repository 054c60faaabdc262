using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace RandomInspection.Planning;

/// <summary>What happens to an annual plan, as it stands in the ledger (stream <c>plan/…</c>).</summary>
public abstract record PlanEvent
{
    private PlanEvent()
    {
    }

    /// <summary>The plan was begun.</summary>
    /// <param name="PlanId">Its id.</param>
    /// <param name="Year">The year it is for.</param>
    /// <param name="DepartmentId">Whose plan it is.</param>
    /// <param name="Title">Its title.</param>
    /// <param name="By">Who drafted it.</param>
    /// <param name="Kind">An annual plan, or an ad-hoc task with an approval of its own.</param>
    /// <param name="Ground">Why an ad-hoc task is needed, in words; <see langword="null"/> for an annual plan.</param>
    /// <param name="Terms">What it is, on which named ground, on what scale; <see langword="null"/> for an annual plan, and for a time before grounds had names.</param>
    /// <remarks>What is left out is what it was before there were ad-hoc tasks, so that older entries keep their bytes.</remarks>
    public sealed record Drafted(
        string PlanId,
        int Year,
        string DepartmentId,
        string Title,
        string By,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] PlanKind Kind = PlanKind.Annual,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Ground = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AdHocTerms? Terms = null) : PlanEvent;

    /// <summary>A task was added to what is being drafted: the plan, or its amendment.</summary>
    /// <param name="Task">The task.</param>
    public sealed record TaskAdded(PlannedTask Task) : PlanEvent;

    /// <summary>A task was revised in what is being drafted.</summary>
    /// <param name="Task">The task as it is now.</param>
    public sealed record TaskRevised(PlannedTask Task) : PlanEvent;

    /// <summary>A task was taken out of what is being drafted.</summary>
    /// <param name="TaskId">The task.</param>
    public sealed record TaskRemoved(string TaskId) : PlanEvent;

    /// <summary>The plan was submitted to the government of the same level.</summary>
    /// <param name="By">Who submitted it.</param>
    public sealed record Submitted(string By) : PlanEvent;

    /// <summary>The plan was sent back to be revised.</summary>
    /// <param name="By">Who sent it back.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Returned(string By, string Reason) : PlanEvent;

    /// <summary>An amendment was begun: the next version, from the tasks of the one in force.</summary>
    /// <param name="Version">The version that it is to be, from 2.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="By">Who began it.</param>
    public sealed record AmendmentBegun(int Version, string Reason, string By) : PlanEvent;

    /// <summary>The amendment was dropped: the plan stays as it was approved.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="By">Who dropped it.</param>
    public sealed record AmendmentDropped(string Reason, string By) : PlanEvent;

    /// <summary>The plan was approved, or its amendment, which took its place.</summary>
    /// <param name="By">Who approved it.</param>
    /// <param name="At">When: 计划任务批准后 counts from here.</param>
    public sealed record Approved(string By, Instant At) : PlanEvent;
}

/// <summary>抽查任务 in a plan: its items and its period.</summary>
/// <param name="TaskId">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Items">The inspection items by code, one or more, distinct.</param>
/// <param name="From">First day of its period.</param>
/// <param name="To">Last day of its period, included.</param>
/// <param name="Catalogues">The versions of the catalogues that the items were taken from, for example <c>scjg-v2</c>, in order; <see langword="null"/> where the host gives its items without versions.</param>
/// <param name="VisitDay">Who says on which day a subject is visited.</param>
/// <remarks>The arrays compare by reference.</remarks>
public sealed record PlannedTask(
    string TaskId,
    string Title,
    ImmutableArray<string> Items,
    LocalDate From,
    LocalDate To,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<string>? Catalogues = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] VisitDayRule VisitDay = VisitDayRule.ByTheTeam);
