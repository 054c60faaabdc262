using NodaTime;
using RandomInspection.Credit;
using RandomInspection.Inspections;

namespace RandomInspection.Tests.Credit;

/// <summary>Entries of a dishonesty list that tests start from.</summary>
internal static class DishonestyScript
{
    public const string Id = "L2026-0001";
    public const string Officer = "chai";
    public const string Head = "shou";
    public const string Penalty = "沈市监处罚〔2026〕1号";
    public const string Consent = "辽市监函〔2026〕9号";
    public const string Document = "沈市监列严〔2026〕1号";

    public static LocalDate ToldOn { get; } = new(2026, 11, 23);

    /// <summary>The last day on which the subject may state and defend.</summary>
    public static LocalDate StatementUntil { get; } = new(2026, 11, 30);

    public static LocalDate ListedOn { get; } = new(2026, 12, 1);

    public static LocalDate Until { get; } = new(2029, 12, 1);

    public static DishonestyRules Rules => DishonestyRules.MarketRegulation2021;

    public static NoticeService Service { get; } = new(ServiceMethod.InPerson, ToldOn, ServiceReceipt.Signed);

    /// <summary>An entry in a state, and the events that led there.</summary>
    public static (DishonestyEntry Entry, List<DishonestyEvent> Events) At(DishonestyStatus status)
    {
        (DishonestyEntry entry, DishonestyEvent.Proposed proposed) = DishonestyEntry.Propose(
            Id, "91210100MA0000001X", "沈阳示例商贸有限公司", "scjg", "销售不符合食品安全标准的食品", "总局令第44号 五(一)", Penalty, Officer);
        List<DishonestyEvent> events = [proposed];
        if (status == DishonestyStatus.NotListed)
        {
            events.Add(entry.Decline("没有主观故意", ListedOn, Head));
            return (entry, events);
        }

        if (status >= DishonestyStatus.Told)
        {
            events.Add(entry.Tell(Service, StatementUntil, Officer, ToldOn));
        }

        if (status >= DishonestyStatus.Heard)
        {
            events.Add(entry.Hear(ToldOn.PlusDays(2), "已经整改", "不影响情节的认定，不予采纳", Officer, ListedOn));
        }

        if (status >= DishonestyStatus.Listed)
        {
            events.Add(List(entry));
        }

        if (status == DishonestyStatus.Removed)
        {
            events.Add(entry.Expire(Until.PlusDays(1))!);
        }

        if (status == DishonestyStatus.Withdrawn)
        {
            events.Add(entry.RequestExit(Rules, ListingExit.Withdrawal, "处罚决定已被撤销", ListedOn.PlusDays(9), null, Officer));
            events.Add(entry.DecideExit(ExitDecision.Granted, "所依据的处罚决定已被撤销", ListedOn.PlusDays(9), Head));
        }

        return (entry, events);
    }

    public static DishonestyEvent.Listed List(DishonestyEntry entry, string by = Head, LocalDate? on = null, string? consent = Consent, DishonestyRules? rules = null) =>
        entry.List(rules ?? Rules, Document, "性质恶劣、情节严重、社会危害较大", on ?? ListedOn, Until, consent, by);
}
