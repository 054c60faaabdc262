using System.Collections.Immutable;
using RandomInspection.Directories;
using RandomInspection.Ledger;

namespace RandomInspection.Planning;

/// <content>点名检查：the notice's exceptions, whose subjects are named and not drawn.</content>
public sealed partial class TaskWorkflow
{
    /// <summary>Names the subjects of a task, instead of criteria and a design.</summary>
    /// <param name="acting">A drafter of the plan's department.</param>
    /// <param name="taskId">A task whose terms let it name subjects.</param>
    /// <param name="named">Who, each with its reason; as many as the terms allow.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="InputRefusedException">
    /// There is no such task (RI2009), its subjects are drawn (RI2478), one is not active in the directory (RI2473), as
    /// <see cref="InspectionTask.Name"/>; role (RI2013) or department (RI2012).
    /// </exception>
    /// <remarks>Source: 沈政办发〔2020〕19号 一: 除特殊重点领域、投诉举报、转办交办、数据监测等情况外.</remarks>
    public async Task NameAsync(Acting acting, string taskId, ImmutableArray<NamedSubject> named, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        (InspectionTask task, TaskView row, int version) = await ReadAsync(taskId, cancellation);
        Actor actor = acting.As(TaskSteps.Name, row.DepartmentId);
        AdHocTerms? terms = (await PlanAsync(row.PlanId, cancellation)).Plan.Draft.Terms;
        if (terms?.Named is not { } most)
        {
            throw NamedRefusals.NotThisWay.Refuse(("task", taskId), ("howZh", "的对象由随机抽取产生，不能点名"), ("howEn", "draws its subjects and names none"));
        }

        TaskEvent.Designed designed = task.Name(row.PlanId, named, most, StateWords.Of(terms.Ground).Chinese, acting.Person.Id);
        ImmutableDictionary<string, Subject> found = await directory.FindAsync([.. named.Select(subject => subject.Code)], cancellation);
        if (named.FirstOrDefault(subject => found.GetValueOrDefault(subject.Code) is not { Status: SubjectStatus.Active }) is { } gone)
        {
            throw NamedRefusals.NotActive.Refuse(("code", gone.Code), ("version", await directory.VersionAsync(cancellation)));
        }

        await ledger.CommitAsync(
            new LedgerCommit(actor, acting.At, null, [new StreamAppend(Stream(taskId), version, [codec.Encode(designed)])], []), cancellation);
    }

    /// <summary>A second person approves the subjects that a task names.</summary>
    /// <param name="acting">The head of the department's authority, not who named them.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="InputRefusedException">There is no such task (RI2009); as <see cref="InspectionTask.ApproveNamed"/>; role (RI2013) or department (RI2012).</exception>
    public async Task ApproveNamedAsync(Acting acting, string taskId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        (InspectionTask task, TaskView row, int version) = await ReadAsync(taskId, cancellation);
        Actor actor = acting.As(TaskSteps.ApproveNamed, row.DepartmentId);
        TaskEvent.NamedApproved approved = task.ApproveNamed(acting.Person.Id, acting.At);
        await ledger.CommitAsync(
            new LedgerCommit(actor, acting.At, null, [new StreamAppend(Stream(taskId), version, [codec.Encode(approved)])], []), cancellation);
    }

    /// <summary>On what scale a task draws its subjects.</summary>
    /// <exception cref="InputRefusedException">It names them (RI2478).</exception>
    private static TaskScale RequireDrawn(string taskId, AdHocTerms? terms) => terms?.Named is null
        ? terms?.Scale ?? TaskScale.Proportional
        : throw NamedRefusals.NotThisWay.Refuse(("task", taskId), ("howZh", "经批准以点名方式检查，不设抽取方案"), ("howEn", "names its subjects and has no design"));
}
