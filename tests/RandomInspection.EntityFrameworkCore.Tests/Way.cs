using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Disclosure;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.SampleData;

namespace RandomInspection.Tests;

/// <summary>The way from a directory to a published result, step by step, as people go it. Ids and keys are the same each time, so one may go on where another stopped.</summary>
internal sealed partial class Way(IServiceProvider services) : IDisposable
{
    public const string PlanId = "P2026-001";
    public const string TaskId = "P2026-001-T01";
    public const string DrawId = "D2026-0001";
    public const string MatchId = "M2026-0001";
    public const string VisitId = "P2026-001-T01-V0001";
    public const string RecusalId = "R2026-0001";
    public const string Lottery = "lottery-3d-2026312";

    private const string OperatorValue = "1111111111111111111111111111111111111111111111111111111111111111";
    private const string WitnessValue = "2222222222222222222222222222222222222222222222222222222222222222";

    private readonly ECDsa _operatorKey = KeyOf("operator");
    private readonly ECDsa _witnessKey = KeyOf("witness");

    public static Instant Morning { get; } = Instant.FromUtc(2026, 11, 23, 1, 0);

    public static Acting Keeper => As(Role.DirectoryKeeper);

    public static Acting Drafter => As(Role.Drafter);

    public static Acting Approver => As(Role.GovernmentApprover);

    public static Acting Operator => As(Role.DrawingOperator);

    public static Acting Witness => As(Role.Witness);

    public static Acting Head => As(Role.AuthorityHead);

    public static DesignDocument Design { get; } =
        DesignDocument.Parse("""{"kind":"rates","rates":{"A":"0.01","B":"0.02","C":"0.1","D":"0.3"},"minimumPerStratum":1,"reservesPerCell":1}""");

    /// <summary>The steps in order, each one transaction.</summary>
    public static IReadOnlyList<string> Steps { get; } =
    [
        "import", "begin", "addTask", "submit", "approve", "design", "prepare", "enrolOperator", "enrolWitness", "publicValue",
        "open", "commitOperator", "commitWitness", "revealOperator", "revealWitness", "enterPublic", "draw",
        "inspectors", "prepareMatch", "enrolMatchOperator", "enrolMatchWitness", "openMatch", "commitMatchOperator", "commitMatchWitness",
        "revealMatchOperator", "revealMatchWitness", "match", "askRecusal", "decideRecusal", "replace",
        "approveVisit", "arrive", "enter", "conclude", "return", "concludeAgain", "audit", "serve", "decide", "publishResult",
    ];

    public PlanWorkflow Plans => services.GetRequiredService<PlanWorkflow>();

    public TaskWorkflow Tasks => services.GetRequiredService<TaskWorkflow>();

    public DrawWorkflow Draws => services.GetRequiredService<DrawWorkflow>();

    public MatchWorkflow Matches => services.GetRequiredService<MatchWorkflow>();

    public VisitWorkflow Visits => services.GetRequiredService<VisitWorkflow>();

    public RecusalWorkflow Recusals => services.GetRequiredService<RecusalWorkflow>();

    public ReplacementWorkflow Replacements => services.GetRequiredService<ReplacementWorkflow>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Acting As(Role role) => new(DemoPeople.InRole(role)[0], Morning);

    public Task StepAsync(string step) => step switch
    {
        "import" => ImportAsync(),
        "begin" => Plans.BeginAsync(Drafter, 2026, "2026 年度抽查计划", Cancellation),
        "addTask" => Plans.AddTaskAsync(Drafter, PlanId, "食品经营抽查", ["SCJG-01"], new LocalDate(2026, 11, 1), new LocalDate(2026, 12, 31), Cancellation),
        "submit" => Plans.SubmitAsync(Drafter, PlanId, Cancellation),
        "approve" => Plans.ApproveAsync(Approver, PlanId, Cancellation),
        "design" => Tasks.DesignAsync(Drafter, TaskId, DirectoryCriteria.Everything, Stratification.Region, Design, Cancellation),
        "prepare" => Draws.PrepareAsync(Operator, TaskId, FrameKey.Of(SHA256.HashData("key"u8)), "sha-256", Cancellation),
        "enrolOperator" => Draws.EnrolOperatorAsync(Operator, DrawId, PartySignature.PublicKey(_operatorKey), Cancellation),
        "enrolWitness" => Draws.EnrolWitnessAsync(Witness, DrawId, PartySignature.PublicKey(_witnessKey), Cancellation),
        "publicValue" => Draws.AddPublicValueAsync(Operator, DrawId, Lottery, "福彩3D 第2026312期", "1000", "2026-11-23T03:00:00Z", Cancellation),
        "open" => Draws.OpenAsync(Operator, DrawId, new OpeningDeadlines(Morning + Duration.FromHours(1), Morning + Duration.FromHours(2)), Cancellation),
        "commitOperator" => CommitOperatorAsync(DrawId),
        "commitWitness" => CommitWitnessAsync(DrawId),
        "revealOperator" => RevealOperatorAsync(DrawId),
        "revealWitness" => RevealWitnessAsync(DrawId),
        "enterPublic" => Draws.EnterPublicValueAsync(Later(Operator), DrawId, Lottery, "4 0 7", Cancellation),
        "draw" => Draws.DrawAsync(Later(Operator), DrawId, Cancellation),
        "inspectors" => ImportInspectorsAsync(),
        "prepareMatch" => Matches.PrepareAsync(
            Operator, TaskId, MatchRequest.Usual(new LocalDate(2026, 11, 20), new LocalDate(2026, 12, 4)) with { Capacity = 40 }, "sha-256", Cancellation),
        "enrolMatchOperator" => Draws.EnrolOperatorAsync(Operator, MatchId, PartySignature.PublicKey(_operatorKey), Cancellation),
        "enrolMatchWitness" => Draws.EnrolWitnessAsync(Witness, MatchId, PartySignature.PublicKey(_witnessKey), Cancellation),
        "openMatch" => Draws.OpenAsync(Operator, MatchId, new OpeningDeadlines(Morning + Duration.FromHours(1), Morning + Duration.FromHours(2)), Cancellation),
        "commitMatchOperator" => CommitOperatorAsync(MatchId),
        "commitMatchWitness" => CommitWitnessAsync(MatchId),
        "revealMatchOperator" => RevealOperatorAsync(MatchId),
        "revealMatchWitness" => RevealWitnessAsync(MatchId),
        "match" => Matches.MatchAsync(Later(Operator), MatchId, Cancellation),
        "askRecusal" => WithTeamAsync((visit, team) => Recusals.AskAsync(Officer(team[0]), team[0], visit.Plan.SubjectCode, "近亲属在该单位任职", Cancellation)),
        "decideRecusal" => Recusals.DecideAsync(Head, RecusalId, RecusalDecision.Upheld, "属实", Cancellation),
        "replace" => WithTeamAsync((_, team) => Matches.ReplaceAsync(Head, VisitId, team[0], "回避", Cancellation)),
        "approveVisit" => ApproveAsync(VisitId),
        "arrive" => WithTeamNowAsync((visit, team) => Visits.ArriveAsync(Officer(team[0]), visit.Id, Cancellation)),
        "enter" => WithTeamNowAsync((visit, team) => Visits.EnterAsync(Officer(team[0]), visit.Id, "SCJG-01", ItemResult.OrderedToCorrect, "标签不全，已责令改正", Cancellation)),
        "conclude" or "concludeAgain" => WithTeamNowAsync((visit, team) => Visits.ConcludeAsync(Officer(team[1]), visit.Id, Cancellation)),
        "return" => Visits.ReturnAsync(As(Role.ResultAuditor), VisitId, "请补充说明", Cancellation),
        "audit" => Visits.AuditAsync(As(Role.ResultAuditor), VisitId, Cancellation),
        "serve" => WithTeamNowAsync((visit, team) => Visits.ServeAsync(
            Officer(team[0]), visit.Id, new NoticeService(ServiceMethod.InPerson, new LocalDate(2026, 11, 23), ServiceReceipt.Signed), Cancellation)),
        "decide" => WithTeamNowAsync((visit, team) => Visits.DecideAsync(
            Officer(team[0]), visit.Id, MeasureKind.Order, "责令改正标签", "食品安全法 第一百二十五条", new LocalDate(2026, 11, 23), Cancellation)),
        "publishResult" => services.GetRequiredService<DisclosureWorkflow>().PublishAsync(As(Role.Publisher), $"result-{VisitId}", "公示系统（辽宁）", Cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    /// <summary>An officer as a person who acts.</summary>
    public static Acting Officer(string inspector, string departmentId = SampleDepartments.Market) =>
        new(new Person(inspector, inspector, inspector, departmentId, [Role.Inspector]), Morning);

    /// <summary>Every step up to this one.</summary>
    public async Task GoAsync(string last, string? after = null)
    {
        foreach (string step in Steps.SkipWhile(s => after is not null && s != after).Skip(after is null ? 0 : 1))
        {
            await StepAsync(step);
            if (step == last)
            {
                return;
            }
        }
    }

    /// <summary>The head of the authority approves visits.</summary>
    public Task ApproveAsync(params string[] visits) => Visits.ApproveAsync(Head, visits, "年度抽查计划", Cancellation);

    public static Acting Later(Acting acting) => acting with { At = Morning + Duration.FromHours(3) };

    public Task<DirectoryEvent.Merged> ImportAsync(int count = 500) =>
        services.GetRequiredService<DirectoryWorkflow>().MergeAsync(
            new Actor("ku", Role.DirectoryKeeper), new SubjectFile("sample.csv", new string('0', 64), [.. SampleSubjects.Generate(count)], 0, 0), Morning, Cancellation);

    public Task ImportInspectorsAsync() =>
        services.GetRequiredService<DirectoryWorkflow>().MergeInspectorsAsync(
            new Actor("ku", Role.DirectoryKeeper), new InspectorFile("inspectors.csv", new string('1', 64), SampleInspectors.All, 0, 0), Morning, Cancellation);

    /// <summary>With the first visit's team as it was matched.</summary>
    private async Task WithTeamAsync(Func<Visit, ImmutableArray<string>, Task> step)
    {
        Visit visit = await Visits.FindAsync(VisitId, Cancellation);
        await step(visit, visit.Plan.Team.Inspectors);
    }

    /// <summary>With the first visit's team as it is now.</summary>
    private async Task WithTeamNowAsync(Func<Visit, ImmutableArray<string>, Task> step)
    {
        Visit visit = await Visits.FindAsync(VisitId, Cancellation);
        await step(visit, visit.Team.Inspectors);
    }

    public async Task<string> ApprovedTaskAsync()
    {
        string plan = await Plans.BeginAsync(Drafter, 2026, "2026 年度抽查计划", Cancellation);
        string task = await Plans.AddTaskAsync(
            Drafter, plan, "食品经营抽查", ["SCJG-01"], new LocalDate(2026, 11, 1), new LocalDate(2026, 12, 31), Cancellation);
        await Plans.SubmitAsync(Drafter, plan, Cancellation);
        await Plans.ApproveAsync(Approver, plan, Cancellation);
        return task;
    }

    public async Task<string> PreparedDrawAsync()
    {
        await ImportAsync();
        string task = await ApprovedTaskAsync();
        await Tasks.DesignAsync(Drafter, task, DirectoryCriteria.Everything, Stratification.Region, Design, Cancellation);
        return await Draws.PrepareAsync(Operator, task, FrameKey.Of(SHA256.HashData("key"u8)), "sha-256", Cancellation);
    }

    public async Task<string> OpenedDrawAsync(bool withPublicValue = true)
    {
        string draw = await PreparedDrawAsync();
        await Draws.EnrolOperatorAsync(Operator, draw, PartySignature.PublicKey(_operatorKey), Cancellation);
        await Draws.EnrolWitnessAsync(Witness, draw, PartySignature.PublicKey(_witnessKey), Cancellation);
        if (withPublicValue)
        {
            await Draws.AddPublicValueAsync(Operator, draw, Lottery, "福彩3D 第2026312期", "1000", "2026-11-23T03:00:00Z", Cancellation);
        }

        await Draws.OpenAsync(Operator, draw, new OpeningDeadlines(Morning + Duration.FromHours(1), Morning + Duration.FromHours(2)), Cancellation);
        return draw;
    }

    public Task CommitOperatorAsync(string draw) => CommitAsync(Operator, draw, OperatorValue, _operatorKey);

    public Task CommitWitnessAsync(string draw) => CommitAsync(Witness, draw, WitnessValue, _witnessKey);

    public Task RevealOperatorAsync(string draw, string value = OperatorValue) => Draws.RevealAsync(Operator, draw, value, Cancellation);

    public Task RevealWitnessAsync(string draw, string value = WitnessValue) => Draws.RevealAsync(Witness, draw, value, Cancellation);

    public async Task<string> DrawnAsync()
    {
        string draw = await OpenedDrawAsync();
        await CommitOperatorAsync(draw);
        await CommitWitnessAsync(draw);
        await RevealOperatorAsync(draw);
        await RevealWitnessAsync(draw);
        await Draws.EnterPublicValueAsync(Later(Operator), draw, Lottery, "4 0 7", Cancellation);
        await Draws.DrawAsync(Later(Operator), draw, Cancellation);
        return draw;
    }

    /// <summary>A prepared draw's ceremony, from the parties to the opening.</summary>
    public async Task OpenAsync(string draw)
    {
        await Draws.EnrolOperatorAsync(Operator, draw, PartySignature.PublicKey(_operatorKey), Cancellation);
        await Draws.EnrolWitnessAsync(Witness, draw, PartySignature.PublicKey(_witnessKey), Cancellation);
        await Draws.OpenAsync(Operator, draw, new OpeningDeadlines(Morning + Duration.FromHours(1), Morning + Duration.FromHours(2)), Cancellation);
    }

    /// <summary>A prepared draw's whole ceremony.</summary>
    public async Task CeremonyAsync(string draw)
    {
        await OpenAsync(draw);
        await CommitOperatorAsync(draw);
        await CommitWitnessAsync(draw);
        await RevealOperatorAsync(draw);
        await RevealWitnessAsync(draw);
        await Draws.DrawAsync(Later(Operator), draw, Cancellation);
    }

    public void Dispose()
    {
        _operatorKey.Dispose();
        _witnessKey.Dispose();
    }

    public static ECDsa KeyOf(string who) =>
        ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = SHA256.HashData(Encoding.UTF8.GetBytes(who)) });

    private async Task CommitAsync(Acting acting, string draw, string value, ECDsa key)
    {
        DrawCeremony ceremony = await Draws.FindAsync(draw, Cancellation);
        Digest commitment = SeedText.Commitment(ceremony.Opening!, acting.Person.Id, value, Sha256.Instance);
        string toSign = SeedText.CommitmentToSign(Digest.Parse(ceremony.OpeningDigest!), acting.Person.Id, commitment);
        await Draws.CommitAsync(acting, draw, commitment, PartySignature.Sign(key, Encoding.UTF8.GetBytes(toSign)), Cancellation);
    }
}
