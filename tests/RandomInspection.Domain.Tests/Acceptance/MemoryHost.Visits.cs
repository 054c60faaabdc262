using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.SampleData;

namespace RandomInspection.Tests.Acceptance;

/// <content>From a plan to visits and publications.</content>
internal sealed partial class MemoryHost
{
    /// <summary>Both directories, as the sample has them.</summary>
    public async Task ImportAsync(int subjects = 120)
    {
        Actor keeper = new("ku", Role.DirectoryKeeper);
        await Get<DirectoryWorkflow>().MergeAsync(keeper, new SubjectFile("sample.csv", new string('0', 64), [.. SampleSubjects.Generate(subjects)], 0, 0), Morning, Cancellation);
        await Get<DirectoryWorkflow>().MergeInspectorsAsync(keeper, new InspectorFile("inspectors.csv", new string('1', 64), SampleInspectors.All, 0, 0), Morning, Cancellation);
    }

    /// <summary>A plan with one task, approved.</summary>
    public async Task<string> ApprovedAsync(Func<PlanWorkflow, Task<string>>? begin = null)
    {
        string plan = await (begin?.Invoke(Plans) ?? Plans.BeginAsync(As(Role.Drafter), 2026, "2026 年度抽查计划", Cancellation));
        string task = await Plans.AddTaskAsync(As(Role.Drafter), plan, "食品经营抽查", ["SCJG-01"], new LocalDate(2026, 11, 20), new LocalDate(2026, 12, 4), Cancellation);
        await Plans.SubmitAsync(As(Role.Drafter), plan, Cancellation);
        await Plans.ApproveAsync(As(Role.GovernmentApprover), plan, Cancellation);
        return task;
    }

    /// <summary>Draws a task of which a few subjects are selected.</summary>
    public async Task<string> DrawnAsync(string task, int selected = 3)
    {
        DesignDocument design = DesignDocument.Parse($$"""{"kind":"fixed","size":{{selected}},"weights":{"A":1,"B":1,"C":1,"D":1},"reservesPerCell":1}""");
        await Get<TaskWorkflow>().DesignAsync(As(Role.Drafter), task, DirectoryCriteria.Everything, Stratification.None, design, Cancellation);
        string draw = await Get<DrawWorkflow>().PrepareAsync(As(Role.DrawingOperator), task, FrameKey.Of(SHA256.HashData(Encoding.UTF8.GetBytes(task))), "sha-256", Cancellation);
        await OpenAsync(draw);
        await Get<DrawWorkflow>().DrawAsync(As(Role.DrawingOperator), draw, Cancellation, SHA256.HashData(Encoding.UTF8.GetBytes(draw)));
        return draw;
    }

    /// <summary>Matches a drawn task.</summary>
    public async Task<string> MatchedAsync(string task, MatchRequest? request = null)
    {
        MatchWorkflow matches = Get<MatchWorkflow>();
        string match = await matches.PrepareAsync(
            As(Role.DrawingOperator), task, request ?? MatchRequest.Usual(new LocalDate(2026, 11, 23), new LocalDate(2026, 12, 4)) with { Capacity = 40 }, "sha-256", Cancellation);
        await OpenAsync(match);
        await matches.MatchAsync(As(Role.DrawingOperator), match, Cancellation, null, SHA256.HashData(Encoding.UTF8.GetBytes(match)));
        return match;
    }

    /// <summary>A surprise inspection up to its visits.</summary>
    public async Task<ImmutableArray<VisitView>> WithSecretVisitsAsync()
    {
        string task = await ApprovedAsync(plans => plans.BeginSurpriseAsync(As(Role.Drafter), 2026, "校园周边食品突击检查", new AdHocTerms(TaskKind.AdHoc, TaskGround.Complaint), "投诉举报：夜间加工", Cancellation));
        await DrawnAsync(task);
        await MatchedAsync(task);
        return await Views.QueryAsync(new VisitsOfTask(task), Cancellation);
    }

    /// <summary>A usual task up to its visits.</summary>
    public async Task<ImmutableArray<VisitView>> WithVisitsAsync()
    {
        await ImportAsync();
        string task = await ApprovedAsync();
        await DrawnAsync(task);
        await MatchedAsync(task);
        return await Views.QueryAsync(new VisitsOfTask(task), Cancellation);
    }

    /// <summary>A visit up to its conclusion.</summary>
    public async Task<Visit> ConcludedAsync(string visit, ItemResult result = ItemResult.NoProblemFound, string note = "", int days = 0)
    {
        Acting officer = await FirstOfficerAsync(visit, days);
        await ArrivedAsync(visit, days);
        await Visits.EnterAllAsync(officer, visit, result, note, Cancellation);
        await Visits.ConcludeAsync(officer, visit, Cancellation);
        return await Visits.FindAsync(visit, Cancellation);
    }

    /// <summary>A visit whose team has arrived.</summary>
    public async Task ArrivedAsync(string visit, int days = 0)
    {
        if ((await Visits.FindAsync(visit, Cancellation)).Approval is null)
        {
            await Visits.ApproveAsync(As(Role.AuthorityHead, days), [visit], "年度随机抽查任务", Cancellation);
        }

        await Visits.ArriveAsync(await FirstOfficerAsync(visit, days), visit, Cancellation);
    }

    /// <summary>A visit up to its audit.</summary>
    public async Task AuditedAsync(string visit, ItemResult result = ItemResult.NoProblemFound, string note = "", int days = 0)
    {
        await ConcludedAsync(visit, result, note, days);
        await Visits.AuditAsync(As(Role.ResultAuditor, days), visit, Cancellation);
    }

    /// <summary>The first officer of a visit's team.</summary>
    public async Task<Acting> FirstOfficerAsync(string visit, int days = 0) => Officer((await Visits.FindAsync(visit, Cancellation)).Team.Inspectors[0], days);

    private async Task OpenAsync(string ceremony)
    {
        await Get<DrawWorkflow>().EnrolSystemAsync(As(Role.DrawingOperator), ceremony, Cancellation);
        await Get<DrawWorkflow>().OpenAsync(As(Role.DrawingOperator), ceremony, new OpeningDeadlines(Morning + Duration.FromHours(1), Morning + Duration.FromHours(2)), Cancellation);
    }
}
