using NodaTime;
using RandomInspection;
using RandomInspection.Calendars;
using RandomInspection.Credit;
using RandomInspection.Directories;
using RandomInspection.Disclosure;
using RandomInspection.Inspections;
using RandomInspection.Planning;
using RandomInspection.SampleData;

namespace MinimalHost;

/// <summary>Entries of the sample's dishonesty list: one that stands and is published, one that was withdrawn, one whose subject may still speak.</summary>
/// <param name="services">The host's services.</param>
/// <param name="timeline">The moments of the sample, in order.</param>
internal sealed class SampleListings(IServiceProvider services, SampleTimeline timeline)
{
    private const string Channel = "国家企业信用信息公示系统（辽宁）";

    private readonly DishonestyWorkflow _lists = services.GetRequiredService<DishonestyWorkflow>();

    private static CancellationToken Cancellation => CancellationToken.None;

    /// <summary>Goes the whole procedure for the first, a part of it for the last.</summary>
    public async Task RunAsync()
    {
        List<Subject> subjects = [];
        await foreach (Subject subject in services.GetRequiredService<ISubjectDirectory>().ReadAsync(
            DirectoryCriteria.Everything with { Trades = ["H"], CreditClasses = ["C"], Statuses = [SubjectStatus.Active] }, Cancellation))
        {
            subjects.Add(subject);
            if (subjects.Count == 3)
            {
                break;
            }
        }

        try
        {
            string standing = await ListAsync(subjects[0], "销售超过保质期的食品，拒不召回", "沈示市监处罚〔0001〕号");
            string withdrawn = await ListAsync(subjects[1], "虚假宣传，误导消费者", "沈示市监处罚〔0002〕号");
            await PublishAsync(DishonestyWorkflow.ListingDuty(standing), DishonestyWorkflow.ListingDuty(withdrawn));
            await _lists.RequestExitAsync(As(Role.Inspector, timeline.Visit(2, 3)), withdrawn, ListingExit.Withdrawal, "所依据的处罚决定已被撤销", Cancellation);
            await _lists.DecideExitAsync(As(Role.AuthorityHead, timeline.Visit(2, 3)), withdrawn, ExitDecision.Granted, "所依据的处罚决定经复核已被撤销", Cancellation);
            string open = await _lists.ProposeAsync(As(Role.Inspector, timeline.Visit(2, 3)), subjects[2].Code, "采购来源不明的食品原料", "总局令第44号 五(一)", null, Cancellation);
            await TellAsync(open, timeline.Visit(2, 3));
        }
        catch (CalendarCoverageException)
        {
            // The year's notice is not loaded yet, so nobody can say how long a subject may speak: the sample goes without.
        }
    }

    private static Acting As(Role role, Instant at) => new(DemoPeople.InRole(role)[0], at);

    private async Task<string> ListAsync(Subject subject, string facts, string penalty)
    {
        string entry = await _lists.ProposeAsync(As(Role.Inspector, timeline.Begin), subject.Code, facts, "总局令第44号 五(一)", penalty, Cancellation);
        await TellAsync(entry, timeline.Begin);
        LocalDate day = timeline.Begin.InZone(SampleTimeline.Zone).Date;
        await _lists.HearAsync(As(Role.Inspector, timeline.Drawn), entry, day, "已经整改，请求从轻", "整改不影响情节的认定，不予采纳", Cancellation);
        await _lists.ListAsync(As(Role.AuthorityHead, timeline.Matched), entry, $"列严决定（示例）{entry}", "性质恶劣、情节严重、社会危害较大", "上级同意（示例）0001号", null, Cancellation);
        return entry;
    }

    private Task TellAsync(string entry, Instant at) => _lists.TellAsync(
        As(Role.Inspector, at), entry, new NoticeService(ServiceMethod.InPerson, at.InZone(SampleTimeline.Zone).Date, ServiceReceipt.Signed), Cancellation);

    private Task PublishAsync(params string[] duties) => services.GetRequiredService<DisclosureWorkflow>().PublishAsync(
        As(Role.Publisher, timeline.Visit(1, 3)), duties, Channel, Cancellation);
}
