using System.Collections.Immutable;
using NodaTime;
using RandomInspection;
using RandomInspection.Disclosure;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.SampleData;

namespace MinimalHost;

/// <summary>Visits of the sample's match with plausible results: some not begun, some underway, some to audit, most audited, and a part published.</summary>
/// <param name="services">The host's services.</param>
/// <param name="timeline">The moments of the sample, in order.</param>
internal sealed class SampleVisits(IServiceProvider services, SampleTimeline timeline)
{
    private const int Inspected = 40;
    private const int NotAudited = 6;
    private const int Underway = 3;
    private const int BetweenPublications = 10;
    private const int Urgent = 12;
    private const int ToApprove = 3;
    private const int NotReferredYet = 33;
    private const int LeftTooLong = 6;
    private const int LeftLong = 18;
    private const int PlanAndList = 0;
    private const int SomeDaysOld = 3;
    private const int Rated = 2;
    private const string Channel = "国家企业信用信息公示系统（辽宁）";

    private readonly VisitWorkflow _visits = services.GetRequiredService<VisitWorkflow>();
    private readonly IStaff _staff = services.GetRequiredService<IStaff>();
    private readonly IViews _views = services.GetRequiredService<IViews>();

    /// <summary>Inspects a part of a match's visits, in the order of their numbers, and publishes the older part of the results.</summary>
    public async Task RunAsync(string match)
    {
        ImmutableArray<VisitView> all = await _views.QueryAllAsync(new VisitsOfMatch(match), CancellationToken.None);

        // Whoever is tried out as the demo inspector finds visits to make, and some that are done.
        HashSet<string> demo = [.. (await _views.QueryAsync(new OpenSeatsOf(DemoPeople.InRole(Role.Inspector)[0].Id), CancellationToken.None)).Select(seat => seat.Visit).Skip(3)];
        VisitView[] chosen = [.. all.Where(visit => visit.Missing == 0 && !demo.Contains(visit.Key)).Take(Inspected)];
        IEnumerable<string> waiting = all.Where(visit => !demo.Contains(visit.Key)).Select(visit => visit.Key).Except(chosen.Select(visit => visit.Key)).TakeLast(ToApprove);
        await ApproveAsync(all, [chosen[Urgent].Key, .. waiting]);
        Acting auditor = new(DemoPeople.InRole(Role.ResultAuditor)[0], default);
        await PublishAsync(timeline.Matched, [], PlanAndList);
        for (int number = 0; number < chosen.Length; number++)
        {
            Instant at = timeline.Visit(number, chosen.Length);
            await InspectAsync(chosen[number].Key, number, at, concludes: number < chosen.Length - Underway);
            if (number < chosen.Length - Underway - NotAudited)
            {
                await _visits.AuditAsync(auditor with { At = at }, chosen[number].Key, CancellationToken.None);
            }

            if (number is Rated or Rated + 3 or Rated + 6)
            {
                await RateAsync(chosen[number].Key, number - Rated, at);
            }

            if (number % BetweenPublications == BetweenPublications - 1)
            {
                await PublishAsync(at, [chosen[LeftTooLong].Key, chosen[LeftLong].Key], SomeDaysOld);
            }
        }
    }

    /// <summary>The head of the authority approves the visits of the department when the teams are matched, but for a few: of one in an emergency afterwards, of others not yet.</summary>
    private async Task ApproveAsync(ImmutableArray<VisitView> all, HashSet<string> later)
    {
        Person head = DemoPeople.InRole(Role.AuthorityHead)[0];
        List<string> approved = [];
        foreach (VisitView visit in all.Where(v => v.DepartmentId == head.DepartmentId && !later.Contains(v.Key)))
        {
            // Nobody approves their own visit.
            if (!(await _visits.FindAsync(visit.Key, CancellationToken.None)).Team.Inspectors.Contains(head.Id))
            {
                approved.Add(visit.Key);
            }
        }

        await _visits.ApproveAsync(new Acting(head, timeline.Matched), approved, "年度抽查计划", CancellationToken.None);
    }

    /// <summary>Three firms of one department say what they think of the visit: as few as supervisors are shown.</summary>
    private async Task RateAsync(string visit, int number, Instant at) => await services.GetRequiredService<FeedbackWorkflow>().GiveAsync(
        new Acting(new Person("party", "被检查对象", "The inspected party", "", [Role.InspectedParty]), at),
        visit,
        await _visits.CodeAsync(visit, CancellationToken.None),
        new Feedback(5, 5 - number / 3, 4, number == 0 ? "出示了证件，问得清楚。" : ""),
        CancellationToken.None);

    private async Task InspectAsync(string visit, int number, Instant at, bool concludes)
    {
        Visit planned = await _visits.FindAsync(visit, CancellationToken.None);
        Acting officer = new(_staff.FindPerson(planned.Team.Inspectors[0])!, at);
        if (number == Urgent)
        {
            await _visits.ArriveAsync(officer, visit, null, CancellationToken.None, "群众举报后厨燃气泄漏，须当场检查");
            await _visits.ApproveAsync(new Acting(DemoPeople.InRole(Role.AuthorityHead)[0], at), [visit], "接报燃气泄漏，情况紧急，事后补办", CancellationToken.None);
        }
        else
        {
            await _visits.ArriveAsync(officer, visit, CancellationToken.None);
        }

        if (!concludes)
        {
            await _visits.EnterAsync(officer, visit, planned.Plan.Items[0], ItemResult.NoProblemFound, "", CancellationToken.None);
            return;
        }

        // About 7 % of drawn firms cannot be reached (Sichuan 2015).
        (ItemResult First, ItemResult Others, string Note) found = number % 14 == 5
            ? (ItemResult.CannotBeContacted, ItemResult.CannotBeContacted, "两次上门无人，登记电话停机。")
            : number == 17 ? (ItemResult.Uncooperative, ItemResult.PendingHandling, "拒绝进入经营场所，拒绝提供进货票据。")
            : number % 9 == 4 ? (ItemResult.OrderedToCorrect, ItemResult.NoProblemFound, "部分食品进货查验记录不全，已当场责令改正。")
            : number % 20 == 11 ? (ItemResult.NoActivityFound, ItemResult.NoActivityFound, "")
            : number == 30 ? (ItemResult.DisclosureMissing, ItemResult.NoProblemFound, "未按期公示年度报告。")
            : (ItemResult.NoProblemFound, ItemResult.NoProblemFound, "");
        await _visits.EnterAsync(
            officer,
            visit,
            planned.Plan.Items.Select((item, i) => (item, i == 0 ? found.First : found.Others, i == 0 || found.Others.IsProblem() || found.Others.IsOfWholeVisit() ? found.Note : "")),
            CancellationToken.None);
        await _visits.ConcludeAsync(officer, visit, CancellationToken.None);
        LocalDate day = at.InZone(SampleTimeline.Zone).Date;
        if (number % 4 == 0)
        {
            await _visits.ServeAsync(officer, visit, new NoticeService(ServiceMethod.InPerson, day, ServiceReceipt.Signed), CancellationToken.None);
        }

        if (found.First == ItemResult.OrderedToCorrect)
        {
            await _visits.DecideAsync(
                officer, visit, MeasureKind.Order, "责令十五日内改正，完善进货查验记录。", "《中华人民共和国食品安全法》第一百二十六条", day, CancellationToken.None);
            await _visits.FollowAsync(officer, visit, 1, day.PlusDays(15), CancellationToken.None);
        }
        else if (found.First == ItemResult.CannotBeContacted && number != NotReferredYet)
        {
            await _visits.DecideAsync(
                officer, visit, MeasureKind.Transfer, "通过登记的住所（经营场所）无法联系，移送登记机关依法列入经营异常名录", "企业经营异常名录管理暂行办法 第九条", day, CancellationToken.None);
        }
        else if (found.First == ItemResult.Uncooperative)
        {
            await _visits.DecideAsync(
                officer, visit, MeasureKind.Penalty, "警告，并处罚款人民币二千元。", "《中华人民共和国食品安全法》第一百三十三条", day, CancellationToken.None);
        }
    }

    /// <summary>Publishes what is open, audited and old enough; a few results are left lying, so that every colour of the board is seen.</summary>
    private async Task PublishAsync(Instant at, HashSet<string> left, int daysOld)
    {
        ImmutableArray<ObligationView> open = await _views.QueryAllAsync(new OpenObligations(), CancellationToken.None);
        Acting publisher = new(DemoPeople.InRole(Role.Publisher)[0], at);
        LocalDate latest = at.InZone(SampleTimeline.Zone).Date.PlusDays(-daysOld);
        List<string> due = [];
        foreach (ObligationView duty in open.Where(d => d.DepartmentId == publisher.Person.DepartmentId && d.EventDay <= latest && !left.Contains(d.About)))
        {
            if (await _views.FindAsync<VisitView>(duty.About, CancellationToken.None) is null or { Status: VisitStatus.Audited })
            {
                due.Add(duty.Key);
            }
        }

        if (due.Count > 0)
        {
            await services.GetRequiredService<DisclosureWorkflow>().PublishAsync(publisher, due, Channel, CancellationToken.None);
        }
    }
}
