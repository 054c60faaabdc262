using NodaTime;
using RandomInspection.Calendars;

namespace RandomInspection.Tests.Calendars;

/// <summary>What calendars say, word for word: the clauses of duties, the names of holidays, the arguments they do not take.</summary>
public sealed class CalendarWordsTests
{
    private const string Order45 = "市场监督管理行政处罚信息公示规定（总局令第45号）";
    private const string City = "沈政办发〔2020〕19号 三(八)";

    private static readonly LocalDate Monday = new(2026, 3, 2);

    private static WorkingDayCalendar Calendar => WorkingDayCalendar.Embedded;

    private static LegalPeriod Ten => new LegalPeriod.WorkingDays(10, new LegalBasis("规定"));

    [Fact]
    public void NationalFloors_Rules_TheseClausesAndDays()
    {
        string[] open = ["PlanApproved", "TaskApproved", "AdHocTaskApproved", "ListDrawn", "ResultFormed", "MeasureDecided", "CatalogueReported", "LegalBasisChanged"];
        Assert.Equal("national-floors", DisclosureRules.NationalFloors.Name);
        Assert.Equal(
            [
                .. open.Select(occasion => $"national/open-government/{occasion} 20 政府信息公开条例 26"), $"national/penalty 20 {Order45}",
                "national/listing 20 市场监督管理严重违法失信名单管理办法（总局令第44号） 14", "national/take-down 3 行政处罚法 48、85",
            ],
            Written(DisclosureRules.NationalFloors.Rules));
    }

    [Fact]
    public void Shenyang2020_Rules_TheCitysBeforeTheFloors()
    {
        DisclosureRules rules = DisclosureRules.Shenyang2020;
        Assert.Equal("shenyang-2020", rules.Name);
        Assert.Equal(
            [
                $"shenyang-2020/plan 10 {City}", $"shenyang-2020/task 10 {City}", $"shenyang-2020/list 10 {City}", $"shenyang-2020/ad-hoc-task 10 {City}", $"shenyang-2020/result 10 {City}",
                $"shenyang-2020/measure 7 {City}", $"shenyang-2020/penalty 7 {City}", $"shenyang-2020/listing 7 {City}", .. Written(DisclosureRules.NationalFloors.Rules),
            ],
            Written(rules.Rules));
        Assert.Equal(
            [DisclosureOccasion.PlanApproved, DisclosureOccasion.TaskApproved, DisclosureOccasion.ListDrawn, DisclosureOccasion.AdHocTaskApproved, DisclosureOccasion.ResultFormed, DisclosureOccasion.MeasureDecided, DisclosureOccasion.PenaltyDecided, DisclosureOccasion.ListingDecided],
            rules.Rules.Take(8).Select(rule => rule.Occasion));
        Assert.All(rules.Rules, rule => Assert.Equal(rule.Id.EndsWith("/ad-hoc-task", StringComparison.Ordinal) ? DisclosureOccasion.ListDrawn : rule.Occasion, rule.CountsFrom));
    }

    [Theory]
    [InlineData("national/take-down", "三日", "3 days")]
    [InlineData("shenyang-2020/listing", "等处理措施", "leaves open")]
    public void Shenyang2020_WhatIsDisputed_SaidInBothLanguages(string id, string chinese, string english)
    {
        string disputed = Assert.IsType<string>(DisclosureRules.Shenyang2020.Rules.Single(rule => rule.Id == id).Period.Basis.Disputed);
        Assert.Contains(chinese, disputed, StringComparison.Ordinal);
        Assert.Contains(english, disputed, StringComparison.Ordinal);
        Assert.Equal(2, DisclosureRules.Shenyang2020.Rules.Count(rule => rule.Period.Basis.Disputed is not null));
    }

    [Fact]
    public void DisclosureRules_Unfit_RefusedWithTheName()
    {
        DisclosureRule rule = new("a", DisclosureOccasion.ListDrawn, Ten);
        ArgumentException twice = Assert.Throws<ArgumentException>(() => new DisclosureRules("two", [rule, rule]));
        Assert.Equal(("rules", "The rule a is there twice. (Parameter 'rules')"), (twice.ParamName, twice.Message));
        Assert.Equal("name", Assert.Throws<ArgumentException>(() => new DisclosureRules(" ", [rule])).ParamName);
        ArgumentException none = Assert.Throws<ArgumentException>(() => new DisclosureRules("one", [rule]).DeadlineFor(DisclosureOccasion.ResultFormed, Monday, Calendar));
        Assert.Equal(("events", "No rule of one for ResultFormed counts from any of the given events. (Parameter 'events')"), (none.ParamName, none.Message));
        Assert.Equal(2, new DisclosureRules("by case", [rule, new("A", DisclosureOccasion.ListDrawn, Ten)]).Rules.Length);
    }

    [Theory]
    [InlineData(2026, "元旦 春节 春节 春节 春节 清明节 劳动节 劳动节 端午节 中秋节 国庆节 国庆节 国庆节")]
    [InlineData(2020, "元旦 春节 春节 春节 清明节 劳动节 端午节 国庆节、中秋节 国庆节 国庆节")]
    [InlineData(2013, "元旦 春节 春节 春节 清明节 劳动节 端午节 中秋节 国庆节 国庆节 国庆节")]
    [InlineData(2014, "元旦 春节 春节 春节 清明节 劳动节 端午节 中秋节 国庆节 国庆节 国庆节")]
    [InlineData(2028, "元旦 春节 春节 春节 春节 清明节 劳动节 劳动节 端午节 国庆节 国庆节 国庆节、中秋节")]
    public void Statute_HolidaysOf_Names(int year, string names)
    {
        Assert.Equal(names, string.Join(' ', Statute.HolidaysOf(year).Select(day => day.Name)));
        Assert.All(Statute.HolidaysOf(year), day => Assert.Equal(DayKind.Statutory, day.Kind));
    }

    [Theory]
    [InlineData(2007)]
    [InlineData(2100)]
    public void Statute_YearItIsNotKnownFor_SaidInTheMessage(int year)
    {
        foreach (Action asked in new Action[] { () => Statute.HolidaysOf(year), () => Statute.BasisOf(year) })
        {
            ArgumentOutOfRangeException refused = Assert.Throws<ArgumentOutOfRangeException>(asked);
            Assert.Equal(("year", (object)year), (refused.ParamName, refused.ActualValue));
            Assert.StartsWith("The statute is known from 2008 to 2099.", refused.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(2010, "全国年节及纪念日放假办法（国务院令第513号） 2")]
    [InlineData(2020, "全国年节及纪念日放假办法（国务院令第644号） 2")]
    [InlineData(2030, "全国年节及纪念日放假办法（国务院令第795号） 2")]
    public void Statute_BasisOf_InstrumentAndArticle(int year, string basis) => Assert.Equal(basis, Statute.BasisOf(year).ToString());

    [Fact]
    public void Deadlines_Nothing_RefusedByName()
    {
        Instant moment = Instant.FromUtc(2026, 3, 2, 1, 0);
        IsNamed("period", () => ((LegalPeriod)null!).DeadlineFor(Monday, Calendar));
        IsNamed("period", () => ((LegalPeriod)null!).DeadlineFor(moment, Calendar));
        IsNamed("period", () => ((LegalPeriod)null!).Foresee(Monday, Calendar));
        IsNamed("calendar", () => Ten.DeadlineFor(Monday, null!));
        IsNamed("calendar", () => new LegalPeriod.SameDay(Ten.Basis).DeadlineFor(Monday, null!));
        IsNamed("calendar", () => Ten.DeadlineFor(moment, null!));
        IsNamed("calendar", () => Ten.Foresee(Monday, null!));
        IsNamed("calendar", () => ((IWorkingDayCalendar)null!).DayOfReceipt(moment, ReceiptPolicy.SameDay));
        IsNamed("deadline", () => ((Deadline)null!).RecomputeWith(Calendar));
        IsNamed("newer", () => Calendar.DiffTo(null!));
        IsNamed("openDeadlines", () => Calendar.DiffTo(Calendar, null!));
        IsNamed("coverage", () => NoticeWatch.On(Monday, null!));
        IsNamed("text", () => NoticeFile.Check(null!));
        IsNamed("notices", () => NoticeFile.Write(null!));
        IsNamed("notices", () => WorkingDayCalendar.From(null!));

        static void IsNamed(string name, Action action) => Assert.Equal(name, Assert.Throws<ArgumentNullException>(action).ParamName);
    }

    [Fact]
    public void DeadlineFor_ChangeThePeriodDoesNotKnow_SaysWhichPeriod()
    {
        PeriodChange suspended = new PeriodChange.Suspended(Monday, Monday.PlusDays(1));
        Says("How a suspension changes a period of this kind is not settled: Months. (Parameter 'period')", () => new LegalPeriod.Months(1, Ten.Basis).DeadlineFor(Monday, Calendar, suspended));
        Says("A period of this kind is neither suspended nor extended: SameDay. (Parameter 'period')", () => new LegalPeriod.SameDay(Ten.Basis).DeadlineFor(Monday, Calendar, suspended));
        Says("Hours count from a moment, not from a day. (Parameter 'period')", () => new LegalPeriod.Hours(1, Ten.Basis).DeadlineFor(Monday, Calendar));
        Assert.Throws<ArgumentException>(() => new LegalPeriod.Hours(1, Ten.Basis).DeadlineFor(Instant.FromUtc(2026, 3, 2, 1, 0), Calendar, null, suspended));

        static void Says(string message, Action action) => Assert.Equal(message, Assert.Throws<ArgumentException>(action).Message);
    }

    [Fact]
    public void DeadlineFor_HoursExtended_LongerAndOfTheMomentItself()
    {
        Instant late = Instant.FromUtc(2026, 3, 6, 15, 59); // Friday, a minute before midnight in Shanghai
        Deadline deadline = new LegalPeriod.Hours(24, Ten.Basis).DeadlineFor(late, Calendar, ReceiptPolicy.NextWorkingDayIfAfterHours(new(17, 30)), new PeriodChange.Extended(Monday.PlusDays(4), 48));
        Assert.Equal((late + Duration.FromHours(72), new LocalDate(2026, 3, 9), new LocalDate(2026, 3, 6)), (deadline.EndsBefore, deadline.Date, deadline.EventDay));
        Assert.Equal(ReceiptPolicy.SameDay, deadline.Receipt);
        Assert.Equal((Certainty.Confirmed, deadline.Date), (deadline.Certainty, deadline.DateBeforeRoll));
        Assert.Empty(deadline.ReliedOn);
    }

    [Fact]
    public void Deadline_DecidedByARule_OtherwiseAsComputed()
    {
        Deadline plain = new LegalPeriod.WorkingDays(10, new LegalBasis("沈政办发〔2020〕19号", "三(八)")).DeadlineFor(new LocalDate(2026, 12, 15), Calendar);
        Deadline decided = DisclosureRules.Shenyang2020.DeadlineFor(DisclosureOccasion.ListDrawn, new LocalDate(2026, 12, 15), Calendar);
        Assert.Equal(
            (plain.Period, plain.EventDay, plain.EventAt, plain.Receipt, plain.Date, plain.DateBeforeRoll, plain.EndsBefore, plain.Certainty, plain.CalendarVersion),
            (decided.Period, decided.EventDay, decided.EventAt, decided.Receipt, decided.Date, decided.DateBeforeRoll, decided.EndsBefore, decided.Certainty, decided.CalendarVersion));
        Assert.Equal(plain.ReliedOn, decided.ReliedOn);
        Assert.Equal(plain.Changes, decided.Changes);
        Assert.Equal((Certainty.TailOpen, Calendar.Version), (decided.Certainty, decided.CalendarVersion));
        Assert.Null(plain.DecidedBy);
    }

    [Fact]
    public void WorkingDayCalendar_ArgumentsItDoesNotTake_SaidInTheMessage()
    {
        LocalDate[] results = new LocalDate[1];
        ArgumentException few = Assert.Throws<ArgumentException>(() => Calendar.AddWorkingDays([Monday, Monday], 1, results));
        Assert.Equal("1 places for 2 dates. (Parameter 'results')", few.Message);
        ArgumentOutOfRangeException index = Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.DayAt(-1));
        Assert.StartsWith("Day indexes run from 0 to 4382.", index.Message, StringComparison.Ordinal);
        Assert.Equal("dayIndex", Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.DayAt(4383)).ParamName);
        Assert.Equal((new LocalDate(2015, 1, 1), new LocalDate(2026, 12, 31)), (Calendar.DayAt(0), Calendar.DayAt(4382)));
        ArgumentOutOfRangeException reversed = Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.CountWorkingDays(Monday, Monday.PlusDays(-1)));
        Assert.StartsWith("2026-03-01 is before 2026-03-02.", reversed.Message, StringComparison.Ordinal);
        Assert.Equal("to", reversed.ParamName);
        Assert.StartsWith("A period has 1 working day or more", Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.AddWorkingDays(Monday, 0)).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Written(IEnumerable<DisclosureRule> rules) =>
        rules.Select(rule => $"{rule.Id} {((LegalPeriod.WorkingDays)rule.Period).Length} {rule.Period.Basis}");
}
