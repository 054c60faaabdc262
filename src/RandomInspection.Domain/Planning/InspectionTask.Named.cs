using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Directories;

namespace RandomInspection.Planning;

/// <content>Subjects that are named and not drawn: the notice's exceptions.</content>
public sealed partial class InspectionTask
{
    /// <summary>Who approved the subjects that the task names; <see langword="null"/> before, and where they are drawn.</summary>
    public TaskEvent.NamedApproved? NamedApproval { get; private set; }

    /// <summary>Names the subjects that are inspected, instead of criteria and a design.</summary>
    /// <param name="planId">The task's plan.</param>
    /// <param name="named">Who, each with its reason; as many as the plan's terms allow.</param>
    /// <param name="most">How many these are at most.</param>
    /// <param name="ground">On which ground; published.</param>
    /// <param name="by">Who names them.</param>
    /// <exception cref="InputRefusedException">The frame is frozen (RI2103), nobody or too many are named (RI2471), one stands twice (RI2472), or a reason is missing (RI2007).</exception>
    public TaskEvent.Designed Name(string planId, ImmutableArray<NamedSubject> named, int most, string ground, string by)
    {
        RequireOpen();
        if (named.IsDefaultOrEmpty || named.Length > most)
        {
            throw NamedRefusals.WrongNumber.Refuse(("task", Id), ("count", named.IsDefault ? 0 : named.Length), ("most", most));
        }

        if (named.GroupBy(subject => subject.Code, StringComparer.Ordinal).FirstOrDefault(same => same.Skip(1).Any()) is { } twice)
        {
            throw NamedRefusals.Twice.Refuse(("code", twice.Key));
        }

        ImmutableArray<NamedSubject> kept = [.. named.Select(subject => subject with { Reason = PlanningTexts.Required(subject.Reason, "点名理由", "The reason for naming it") })];
        return Raise(new TaskEvent.Designed(Id, planId, DirectoryCriteria.Everything, Stratification.None, NamedFrame.Design($"点名检查（不随机抽取）：{ground}").Text, by, Named: kept));
    }

    /// <summary>A second person approves that just these are inspected.</summary>
    /// <param name="by">Who: not who named them.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="InputRefusedException">The frame is frozen (RI2103), nobody is named (RI2474), they are approved already (RI2475), or that person named them (RI2476).</exception>
    public TaskEvent.NamedApproved ApproveNamed(string by, Instant at)
    {
        RequireOpen();
        return Design is not { Named: not null } design ? throw NamedRefusals.NobodyNamed.Refuse(("task", Id))
            : NamedApproval is { } approved ? throw NamedRefusals.Approved.Refuse(("task", Id), ("person", approved.By))
            : design.By == by ? throw NamedRefusals.OwnNaming.Refuse(("task", Id), ("person", by))
            : Raise(new TaskEvent.NamedApproved(by, at));
    }

    private void RequireNamedApproved()
    {
        if (Design is { Named: not null } && NamedApproval is null)
        {
            throw NamedRefusals.NotApproved.Refuse(("task", Id));
        }
    }
}
