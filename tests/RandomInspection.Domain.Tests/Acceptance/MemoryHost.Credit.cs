using System.Security.Cryptography;
using NodaTime;
using RandomInspection.Credit;
using RandomInspection.Directories;
using RandomInspection.Disclosure;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.SampleData;

namespace RandomInspection.Tests.Acceptance;

/// <content>Directories, frames and the list of the dishonest.</content>
internal sealed partial class MemoryHost
{
    public const string Consent = "辽市监函〔2026〕9号";
    public const string Document = "沈市监列严〔2026〕1号";

    /// <summary>Merges subjects into the directory.</summary>
    public Task ImportAsync(params IEnumerable<Subject> subjects) => Get<DirectoryWorkflow>().MergeAsync(
        new Actor("ku", Role.DirectoryKeeper), new SubjectFile("名录.csv", new string('0', 64), [.. subjects], 0, 0), Morning, Cancellation);

    /// <summary>Merges inspectors into the directory.</summary>
    public Task ImportInspectorsAsync(params IEnumerable<Inspector> inspectors) => Get<DirectoryWorkflow>().MergeInspectorsAsync(
        new Actor("ku", Role.DirectoryKeeper), new InspectorFile("人员.csv", new string('1', 64), [.. inspectors], 0, 0), Morning, Cancellation);

    /// <summary>Enters a subject on the list by the whole procedure: the decision falls eight days after the notice.</summary>
    public async Task<string> ListAsync(string subject)
    {
        string entry = await Lists.ProposeAsync(As(Role.Inspector), subject, "销售不符合食品安全标准的食品", "总局令第44号 五(一)", "沈市监处罚〔2026〕1号", Cancellation);
        await Lists.TellAsync(As(Role.Inspector), entry, new NoticeService(ServiceMethod.InPerson, new LocalDate(2026, 11, 23), ServiceReceipt.Signed), Cancellation);
        await Lists.HearAsync(As(Role.Inspector, 2), entry, new LocalDate(2026, 11, 25), "已经整改", "不影响情节认定，不予采纳", Cancellation);
        await Lists.ListAsync(As(Role.AuthorityHead, 8), entry, Document, "性质恶劣、情节严重", Consent, null, Cancellation);
        return entry;
    }

    public Task<ObligationView?> DutyAsync(string duty) => Views.FindAsync<ObligationView>(duty, Cancellation);

    /// <summary>Freezes the frame of a task with criteria, on a morning so many days later.</summary>
    /// <returns>The frame, and what the draw's record will say of it.</returns>
    public async Task<(Frame Frame, FrozenTask Frozen)> FreezeAsync(
        DirectoryCriteria criteria, int daysLater, string? special = null, RestingRules? resting = null)
    {
        string plan = await Plans.BeginAsync(As(Role.Drafter), 2026, "2026 年度抽查计划", Cancellation);
        string task = await Plans.AddTaskAsync(
            As(Role.Drafter), plan, "食品经营抽查", ["SCJG-01"], new LocalDate(2026, 11, 1), new LocalDate(2026, 12, 31), Cancellation);
        await Plans.SubmitAsync(As(Role.Drafter), plan, Cancellation);
        await Plans.ApproveAsync(As(Role.GovernmentApprover), plan, Cancellation);
        string basis = resting is null ? "" : $",\"basis\":\"{resting.Statement(Language.Chinese)}\"";
        DesignDocument design = DesignDocument.Parse($$$"""{"kind":"rates","rates":{"A":"0.01","B":"0.02","C":"0.1","D":"0.3"}{{{basis}}}}""");
        await Get<TaskWorkflow>().DesignAsync(As(Role.Drafter, daysLater), task, criteria, special, Stratification.None, design, resting, Cancellation);
        string draw = await Get<DrawWorkflow>().PrepareAsync(As(Role.DrawingOperator, daysLater), task, FrameKey.Of(SHA256.HashData("key"u8)), "sha-256", Cancellation);
        FrozenTask frozen = (await Get<DrawWorkflow>().FindAsync(draw, Cancellation)).Preparation.Tasks.Single();
        return (FrameFile.Read(await Get<DrawWorkflow>().FrameFileAsync(draw, task, Cancellation)), frozen);
    }

    /// <summary>A task of the market regulation bureau that is drawn, from a frame of the sample's subjects.</summary>
    public async Task<string> DrawnTaskAsync()
    {
        await ImportAsync(SampleSubjects.Generate(200));
        (_, FrozenTask frozen) = await FreezeAsync(DirectoryCriteria.Everything, 0);
        await OpenAsync("D2026-0001");
        await Get<DrawWorkflow>().DrawAsync(As(Role.DrawingOperator), "D2026-0001", Cancellation, SHA256.HashData("value"u8));
        return frozen.TaskId;
    }
}
