using RandomInspection.Drawing;
using RandomInspection.Ledger;

namespace RandomInspection.Planning;

/// <summary>All plans.</summary>
public sealed record AllPlans() : Specification<PlanView>(plan => true, plan => plan.Key);

/// <summary>The approved plans: what the public may see.</summary>
public sealed record ApprovedPlans() : Specification<PlanView>(plan => plan.Status == PlanStatus.Approved, plan => plan.Key);

/// <summary>The plans that wait for approval, or whose amendment does.</summary>
public sealed record SubmittedPlans()
    : Specification<PlanView>(plan => plan.Status == PlanStatus.Submitted || plan.Amendment == PlanStatus.Submitted, plan => plan.Key);

/// <summary>The surprise inspections of a year: they have numbers apart.</summary>
/// <param name="Year">The year.</param>
public sealed record SurprisesOfYear(int Year) : Specification<PlanView>(plan => plan.Year == Year && plan.Key.Contains("-S"), plan => plan.Key);

/// <summary>The plans whose number is of a year; surprise inspections have numbers apart.</summary>
/// <param name="Year">The year.</param>
/// <param name="Kind">Annual plans or ad-hoc tasks.</param>
public sealed record PlansOfYear(int Year, PlanKind Kind) : Specification<PlanView>(plan => plan.Year == Year && plan.Kind == Kind && !plan.Key.Contains("-S"), plan => plan.Key);

/// <summary>The tasks of a plan, in order.</summary>
/// <param name="PlanId">The plan.</param>
public sealed record TasksOfPlan(string PlanId) : Specification<TaskView>(task => task.PlanId == PlanId && !task.Removed, task => task.Key);

/// <summary>The tasks of a department whose plan is approved, in order.</summary>
/// <param name="DepartmentId">The department.</param>
public sealed record ApprovedTasksOfDepartment(string DepartmentId)
    : Specification<TaskView>(task => task.DepartmentId == DepartmentId && task.PlanStatus == PlanStatus.Approved && !task.Removed, task => task.Key);

/// <summary>All draws.</summary>
public sealed record AllDraws() : Specification<DrawView>(draw => true, draw => draw.Key);

/// <summary>The draws whose opening is published: what the public may see.</summary>
public sealed record PublicDraws() : Specification<DrawView>(draw => draw.Status != CeremonyStatus.Prepared, draw => draw.Key);

/// <summary>The draws that are under way.</summary>
public sealed record DrawsUnderWay()
    : Specification<DrawView>(draw => draw.Status != CeremonyStatus.Drawn && draw.Status != CeremonyStatus.Void, draw => draw.Key);

/// <summary>The draws whose number is of a year; those of surprise inspections have numbers apart.</summary>
/// <param name="Year">The year.</param>
public sealed record DrawsOfYear(int Year) : Specification<DrawView>(draw => draw.Year == Year && !draw.Key.Contains("-S"), draw => draw.Key);

/// <summary>The draws of subjects that were drawn, by their number's year.</summary>
/// <param name="Year">The first year, included.</param>
public sealed record DrawsDrawnSince(int Year)
    : Specification<DrawView>(draw => draw.Year >= Year && draw.Status == CeremonyStatus.Drawn && draw.Choice == null, draw => draw.Key);

/// <summary>The draws of subjects, whatever came of them.</summary>
public sealed record DrawsOfSubjects() : Specification<DrawView>(draw => draw.Choice == null, draw => draw.Key);

/// <summary>The draws over a task's choices, of every kind and every attempt.</summary>
/// <param name="TaskId">The task.</param>
public sealed record ChoiceDrawsOfTask(string TaskId) : Specification<DrawView>(draw => draw.TaskId == TaskId && draw.Choice != null, draw => draw.Key);

/// <summary>The draws of a task's subjects, every attempt, those that it shares too; supplementary ones aside.</summary>
/// <param name="TaskId">The task.</param>
public sealed record DrawsOfTask(string TaskId)
    : Specification<DrawView>(
        draw => (draw.TaskId == TaskId || draw.Joined.Contains(" " + TaskId + " ")) && draw.Supplements == null && draw.Choice == null, draw => draw.Key);

/// <summary>The supplementary draws of a task, every attempt.</summary>
/// <param name="TaskId">The task.</param>
public sealed record SupplementsOfTask(string TaskId) : Specification<DrawView>(draw => draw.TaskId == TaskId && draw.Supplements != null, draw => draw.Key);

/// <summary>All tasks that were not taken out of their plans.</summary>
public sealed record AllTasks() : Specification<TaskView>(task => !task.Removed, task => task.Key);

/// <summary>All matches.</summary>
public sealed record AllMatches() : Specification<MatchView>(match => true, match => match.Key);

/// <summary>The matches whose opening is published: what the public may see.</summary>
public sealed record PublicMatches() : Specification<MatchView>(match => match.Status != CeremonyStatus.Prepared, match => match.Key);

/// <summary>The matches whose number is of a year; those of surprise inspections have numbers apart.</summary>
/// <param name="Year">The year.</param>
public sealed record MatchesOfYear(int Year) : Specification<MatchView>(match => match.Year == Year && !match.Key.Contains("-S"), match => match.Key);

/// <summary>The matches of a task, every attempt, joint ones too.</summary>
/// <param name="TaskId">The task.</param>
public sealed record MatchesOfTask(string TaskId)
    : Specification<MatchView>(match => match.TaskId == TaskId || match.Joined.Contains(" " + TaskId + " "), match => match.Key);
