using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Catalogue;
using RandomInspection.Credit;
using RandomInspection.Disclosure;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.Supervision;
using RandomInspection.Web.Disclosure;
using RandomInspection.Web.Draws;
using RandomInspection.Web.Matches;
using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Public;

/// <content>What waits, role by role.</content>
public sealed partial class WaitingForMe
{
    // Results and measures come in hundreds: one line for each kind.
    private static readonly DisclosureOccasion[] PublishedInGroups =
    [
        DisclosureOccasion.ResultFormed, DisclosureOccasion.MeasureDecided,
        DisclosureOccasion.PenaltyDecided,
    ];

    private List<WaitingStep> _waiting = [];
    private LocalDate _today;
    private WorkingDayCalendar? _calendar;

    [Inject]
    private DrawWorkflow Draws { get; set; } = null!;

    [Inject]
    private PlanRules Rules { get; set; } = null!;

    [Inject]
    private AlertRules Alerts { get; set; } = null!;

    [Inject]
    private CalendarInUse Calendars { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        string mine = Me!.DepartmentId;
        (_today, _calendar) = (Tongue.DayOf(Now), (await Calendars.ReadAsync(Cancellation)).Calendar);
        Dictionary<string, TaskView> tasks = (await Views.QueryAsync(new AllTasks(), Cancellation)).ToDictionary(t => t.Key);
        ImmutableArray<DrawView> draws = await Views.QueryAsync(new AllDraws(), Cancellation);
        if (Has(Role.Drafter))
        {
            ImmutableArray<PlanView> plans = [.. (await Views.QueryAllAsync(new AllPlans(), Cancellation)).Where(p => p.DepartmentId == mine)];
            foreach (PlanView plan in plans.Where(p => p.Amendment == PlanStatus.Draft))
            {
                Add(T($"编制计划变更：{plan.Title}", $"Draft the amendment: {plan.Title}"), $"/plans/{plan.Key}");
            }

            foreach (PlanView plan in plans.Where(p => p.Status == PlanStatus.Draft))
            {
                Add(T($"编制计划：{plan.Title}", $"Draft the plan: {plan.Title}"), $"/plans/{plan.Key}", DueOn(plan));
            }
        }

        await AddCataloguesAsync(mine);
        if (Has(Role.GovernmentApprover))
        {
            foreach (PlanView plan in await Views.QueryAsync(new SubmittedPlans(), Cancellation))
            {
                Add(
                    plan.Amendment is null ? T($"批准计划：{plan.Title}", $"Approve the plan: {plan.Title}") : T($"批准计划变更：{plan.Title}", $"Approve the amendment: {plan.Title}"),
                    $"/plans/{plan.Key}",
                    DueOn(plan));
            }
        }

        if (Has(Role.DrawingOperator))
        {
            HashSet<string> drawn = [.. draws.Where(d => d.Status != CeremonyStatus.Void).SelectMany(d => d.TaskIds)];

            // What was offered for another department's draw waits for that department.
            drawn.UnionWith((await Views.QueryAllAsync(new DrawOffersOf(mine), Cancellation)).Select(offer => offer.Key));
            foreach (TaskView task in tasks.Values.Where(t => t.DepartmentId == mine && t.PlanStatus == PlanStatus.Approved && !drawn.Contains(t.Key)))
            {
                Add(T($"设定方案、冻结名单：{task.Title}", $"Set the design, freeze the frame: {task.Title}"), $"/tasks/{task.Key}", task.To);
            }
        }

        if (Has(Role.Publisher))
        {
            foreach (ObligationView due in (await Views.QueryAllAsync(new OpenObligationsOf(mine), Cancellation)).Where(o => ObligationText.TaskOf(o.Occasion, o.About) is null && !ObligationText.IsOfCatalogue(o.Occasion)))
            {
                Add(T($"公示{ObligationText.Name(due.Occasion, Tongue)}：{due.Title}", $"Publish the {ObligationText.Name(due.Occasion, Tongue).ToLowerInvariant()}: {due.Title}"), $"/disclosure/{due.Key}", due.DueOn);
            }

            foreach (DisclosureOccasion occasion in PublishedInGroups)
            {
                OpenObligationsWhere open = new(mine, occasion) { Take = 1 };
                if (await Views.QueryAsync(open, Cancellation) is [var first, ..])
                {
                    int count = await Views.CountAsync(open, Cancellation);
                    Add(T($"公示{ObligationText.Name(occasion, Tongue)} {count} 项", $"Publish {count} × {ObligationText.Name(occasion, Tongue).ToLowerInvariant()}"), $"/disclosure?of=mine&occasion={occasion}", first.DueOn);
                }
            }
        }

        if (Has(Role.Inspector))
        {
            string[] visits = [.. (await Views.QueryAsync(new OpenSeatsOf(Me.Id), Cancellation)).Select(seat => seat.Visit)];
            ImmutableArray<VisitView> open = await Views.QueryAsync(new OpenVisitsAmong(visits), Cancellation);
            foreach (VisitView visit in open.Where(v => v.Status == VisitStatus.Underway))
            {
                Add(T($"继续检查：{visit.SubjectName}", $"Continue the visit: {visit.SubjectName}"), $"/visits/{visit.Key}", visit.To);
            }

            if (open.FirstOrDefault(v => v.Status == VisitStatus.Planned) is { } next)
            {
                Add(T($"待检查 {open.Count(v => v.Status == VisitStatus.Planned)} 户", $"{open.Count(v => v.Status == VisitStatus.Planned)} to visit"), "/visits", next.Day ?? next.To);
            }

            HashSet<string> teams = [.. (await Views.QueryAllAsync(new SeatsOf(Me.Id), Cancellation)).Select(seat => seat.Visit)];
            foreach (VisitView visit in (await Views.QueryAllAsync(new OpenRechecks(mine), Cancellation)).Where(visit => teams.Contains(visit.Key)))
            {
                Add(T($"复查整改：{visit.SubjectName}", $"See whether it was put right: {visit.SubjectName}"), $"/visits/{visit.Key}", visit.RecheckDueOn);
            }
        }

        if (Has(Role.Supervisor))
        {
            ObligationsDueWithin late = new(null, null, LocalDate.MinIsoValue, _today) { Take = 1 };
            if (await Views.QueryAsync(late, Cancellation) is [var first])
            {
                int count = await Views.CountAsync(late, Cancellation);
                Add(T($"督办逾期未公示 {count} 项", $"See to {count} publications that are overdue"), "/disclosure?state=Overdue", first.DueOn);
            }
        }

        if (Has(Role.ResultAuditor) && await Views.CountAsync(new VisitsInState(mine, VisitStatus.Concluded), Cancellation) is > 0 and int audits)
        {
            ImmutableArray<ObligationView> first = await Views.QueryAsync(new OpenObligationsWhere(mine, DisclosureOccasion.ResultFormed) { Take = 1 }, Cancellation);
            Add(T($"审核检查结果 {audits} 项", $"Audit {audits} results"), "/visits", first is [var due] ? due.DueOn : null);
        }

        foreach (DrawView draw in draws.Where(d => d.Status is not (CeremonyStatus.Drawn or CeremonyStatus.Void)))
        {
            DrawCeremony ceremony = await Draws.FindAsync(draw.Key, Cancellation);
            if (Mine(ceremony) is { } step)
            {
                Add($"{step}{T("：", ": ")}{string.Join(T("、", ", "), draw.TaskIds.Select(id => tasks.TryGetValue(id, out TaskView? task) ? task.Title : id))}", $"/draws/{draw.Key}#ceremony", DueOn(ceremony));
            }
        }

        await AddMatchesAsync(mine, tasks, draws);
        _waiting = [.. _waiting.OrderBy(step => step.DueOn ?? LocalDate.MaxIsoValue)];
    }

    private async Task AddCataloguesAsync(string mine)
    {
        (Role Role, CatalogueStatus Status, bool Own, string Chinese, string English)[] steps =
        [
            (Role.Drafter, CatalogueStatus.Draft, true, "编制抽查事项清单", "Prepare the item catalogue"),
            (Role.JudicialReviewer, CatalogueStatus.Submitted, false, "审核抽查事项清单", "Review the item catalogue"),
            (Role.CoordinatingGroup, CatalogueStatus.Reviewed, false, "接收报送的抽查事项清单", "Receive the item catalogue"),
            (Role.Publisher, CatalogueStatus.Reported, true, "公布抽查事项清单", "Publish the item catalogue"),
        ];
        foreach ((Role role, CatalogueStatus status, bool own, string chinese, string english) in steps.Where(step => Has(step.Role)))
        {
            foreach (CatalogueView row in (await Views.QueryAsync(new CataloguesAt(status), Cancellation)).Where(row => !own || row.Key == mine))
            {
                Add(T($"{chinese}：{DepartmentName(row.Key)}", $"{english}: {DepartmentName(row.Key)}"), $"/catalogue/{row.Key}");
            }
        }

        if (Has(Role.Drafter))
        {
            OpenObligationsWhere open = new(mine, DisclosureOccasion.LegalBasisChanged);
            foreach (ObligationView due in await Views.QueryAsync(open, Cancellation))
            {
                Add(T($"依据变化，须公布清单新版本：{due.Title}", $"The law changed, a new version of the catalogue is due: {due.Title}"), $"/catalogue/{mine}", due.DueOn);
            }
        }
    }

    private async Task AddMatchesAsync(string mine, Dictionary<string, TaskView> tasks, ImmutableArray<DrawView> draws)
    {
        ImmutableArray<MatchView> matches = await Views.QueryAsync(new AllMatches(), Cancellation);
        if (Has(Role.DrawingOperator))
        {
            HashSet<string> matched = [.. matches.Where(m => m.Status != CeremonyStatus.Void).SelectMany(m => m.TaskIds)];
            foreach (string task in draws.Where(d => d is { Supplements: null, Choice: null } && d.Status == CeremonyStatus.Drawn).SelectMany(d => d.TaskIds)
                .Where(t => !matched.Contains(t) && tasks.TryGetValue(t, out TaskView? row) && row.DepartmentId == mine))
            {
                Add(T($"匹配检查人员：{Title(task)}", $"Match inspectors: {Title(task)}"), $"/tasks/{task}/match", To(task));
            }
        }

        foreach (MatchView match in matches.Where(m => m.Status is not (CeremonyStatus.Matched or CeremonyStatus.Void)))
        {
            DrawCeremony ceremony = await Draws.FindAsync(match.Key, Cancellation);
            if (Mine(ceremony) is { } step)
            {
                Add(T($"人员匹配，{MatchWords.Of(step)}：{Title(match.TaskId)}", $"Match – {MatchWords.Of(step)}: {Title(match.TaskId)}"), $"/matches/{match.Key}#ceremony", DueOn(ceremony));
            }
        }

        if (Has(Role.DrawingOperator))
        {
            foreach (IGrouping<string, ReplacementView> shorts in (await Views.QueryAsync(new ReplacementsInState(mine, ListChangeState.Short), Cancellation)).GroupBy(r => r.TaskId))
            {
                Add(T($"名单缺 {shorts.Count()} 户，须补充抽取：{Title(shorts.Key)}", $"The list is short of {shorts.Count()}, draw again from the rest: {Title(shorts.Key)}"), $"/tasks/{shorts.Key}/list", To(shorts.Key));
            }
        }

        if (Has(Role.AuthorityHead))
        {
            foreach (ReplacementView proposed in await Views.QueryAsync(new ReplacementsInState(mine, ListChangeState.Proposed), Cancellation))
            {
                Add(T($"决定递补申请：{proposed.Key}", $"Decide on the replacement {proposed.Key}"), $"/replacements/{proposed.Key}");
            }

            foreach (DishonestyView entry in await Views.QueryAsync(new DishonestyToDecide(mine, Tongue.DayOf(Now)), Cancellation))
            {
                Add(T($"决定失信名单条目：{entry.SubjectName}", $"Decide on the dishonesty list's entry: {entry.SubjectName}"), $"/dishonesty/desk/{entry.Key}");
            }

            foreach (RecusalView recusal in await Views.QueryAsync(new OpenRecusals(mine), Cancellation))
            {
                Add(T($"决定回避申请：{recusal.Key}", $"Decide on the recusal {recusal.Key}"), $"/recusals/{recusal.Key}");
            }

            if (await Views.QueryAsync(new OwedApprovals(mine) { Take = 1 }, Cancellation) is [{ BegunOn: { } begun }])
            {
                int owed = await Views.CountAsync(new OwedApprovals(mine), Cancellation);
                Add(T($"补办紧急检查的审批 {owed} 项", $"Approve {owed} visits that began in an emergency"), "/visits/approvals", Alerts.ApprovalDueOn(begun, _calendar!));
            }

            if (await Views.QueryAsync(new UnapprovedVisits(mine) { Take = 1 }, Cancellation) is [var earliest])
            {
                int unapproved = await Views.CountAsync(new UnapprovedVisits(mine), Cancellation);
                Add(T($"审批检查 {unapproved} 户", $"Approve {unapproved} visits"), "/visits/approvals", earliest.Day ?? earliest.To);
            }

            foreach (VisitView proposed in await Views.QueryAsync(new ProposedAssignments(mine), Cancellation))
            {
                Add(T($"决定直接指派：{proposed.Key}", $"Decide on a direct assignment: {proposed.Key}"), $"/visits/{proposed.Key}/team", proposed.Day ?? proposed.To);
            }

            foreach (IGrouping<string, VisitView> shorts in (await Views.QueryAllAsync(new ShortVisits(mine), Cancellation)).Where(v => v.Status == VisitStatus.Planned).GroupBy(v => v.Match))
            {
                Add(T($"{shorts.Count()} 个检查组缺人：{Title(shorts.First().TaskId)}", $"Teams that lack officers ({shorts.Count()}): {Title(shorts.First().TaskId)}"), $"/matches/{shorts.Key}?short=yes#teams", shorts.Min(visit => visit.Day ?? visit.To));
            }
        }

        string Title(string task) => tasks.TryGetValue(task, out TaskView? row) ? row.Title : task;

        LocalDate? To(string task) => tasks.TryGetValue(task, out TaskView? row) ? row.To : null;
    }

    private string? Mine(DrawCeremony ceremony)
    {
        bool own = ceremony.Preparation.DepartmentId == Me!.DepartmentId;
        bool operates = own && Has(Role.DrawingOperator);
        CeremonyParty? party = ceremony.Parties.FirstOrDefault(p => p.PersonId == Me.Id && p.Kind == ContributionKind.Committed);
        return ceremony.Status switch
        {
            _ when ceremony.VoidProposal is not null && own && Has(Role.AuthorityHead) => T("确认作废", "Confirm the voiding"),
            CeremonyStatus.Prepared when operates => T("登记参与方、公布开启文件", "Enrol the parties, publish the opening"),
            CeremonyStatus.Prepared when party is null && !own && Has(Role.Witness) && MayWitness(ceremony) => T("参加见证", "Join as a witness"),
            CeremonyStatus.Committing when party is not null && !ceremony.Commitments.ContainsKey(party.Name) => T("提交承诺", "Commit"),
            CeremonyStatus.Revealing when party is not null && !ceremony.Contributions.ContainsKey(party.Name) && !ceremony.WaitsForDrawingReveal(party.Name) => T("揭示", "Reveal"),
            CeremonyStatus.AwaitingPublicValue when operates => T("录入公共值", "Enter the public value"),
            CeremonyStatus.Ready when operates => T("抽取", "Draw"),
            _ => null,
        };
    }

    private bool MayWitness(DrawCeremony ceremony) =>
        ceremony.Parties.All(p => p.Kind != ContributionKind.System) && ceremony.Preparation.Tasks.All(t => t.DepartmentId != Me!.DepartmentId);

    /// <summary>The last day for a year's plan; an ad-hoc plan has none.</summary>
    private LocalDate? DueOn(PlanView plan) => plan is { Kind: PlanKind.Annual, Status: not PlanStatus.Approved } ? Rules.DueOn(plan.Year) : null;

    /// <summary>The day of the deadline that the opening sets for what is done now.</summary>
    private static LocalDate? DueOn(DrawCeremony ceremony) => ceremony.Opening?.Deadlines is not { } deadlines ? null
        : ceremony.Status switch
        {
            CeremonyStatus.Committing => Tongue.DayOf(deadlines.Commit),
            CeremonyStatus.Revealing => Tongue.DayOf(deadlines.Reveal),
            _ => null,
        };

    private void Add(string text, string href, LocalDate? dueOn = null) =>
        _waiting.Add(new WaitingStep(text, href, dueOn, dueOn is { } due ? ObligationView.UrgencyOf(due, _today, _calendar!) : null));
}
