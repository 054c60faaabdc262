using System.Collections.Immutable;
using System.Text;
using NodaTime;
using RandomInspection.Drawing;
using RandomInspection.Planning;

namespace RandomInspection.Tests.Planning;

/// <summary>Who rests, and why: each rule at its bounds, its exemptions, and its words.</summary>
public sealed class RestingRulesTests
{
    private static readonly LocalDate Day = new(2026, 6, 1);

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "RI2120")]
    [InlineData(2, "RI2120")]
    public void ReasonsOf_VisitsByOneAuthority_RestsFromTheLimitOn(int visits, string due) =>
        Assert.Equal(due, Codes(RestingRules.Liaoning2019, [.. Enumerable.Range(0, visits).Select(n => Visit("market", n))]));

    [Fact]
    public void ReasonsOf_OtherAuthorityOrOtherYear_DoesNotCountForTheAuthority()
    {
        Assert.Equal("", Codes(RestingRules.Liaoning2019, Visit("ecology", 1)));
        Assert.Equal("", Codes(RestingRules.Liaoning2019, Visit("market", 1, new LocalDate(2025, 12, 31))));
        Assert.Equal("", Codes(RestingRules.Liaoning2019, Visit("market", 1, new LocalDate(2027, 1, 1))));
        Assert.Equal("RI2120", Codes(RestingRules.Liaoning2019, Visit("market", 1, new LocalDate(2026, 1, 1))));
        Assert.Equal("RI2120", Codes(RestingRules.Liaoning2019, Visit("market", 1, new LocalDate(2026, 12, 31))));
    }

    [Fact]
    public void ReasonsOf_CapOverAll_AJointVisitCountsOnce()
    {
        RestingRules rules = new() { VisitsInAll = 2 };
        PastVisit one = Visit("market", 1);
        Assert.Equal("", Codes(rules, one, one with { DepartmentId = "ecology", TaskId = "T2" }));
        Assert.Equal("RI2121", Codes(rules, one, one with { DepartmentId = "ecology", TaskId = "T2" }, Visit("fire", 2)));
        Assert.Equal("", Codes(rules with { VisitsInAll = 3 }, one, Visit("fire", 2)));
    }

    [Theory]
    [InlineData("2026-03-03", "")]
    [InlineData("2026-03-04", "RI2122")]
    [InlineData("2026-06-01", "RI2122")]
    [InlineData("2026-12-31", "RI2122")]
    public void ReasonsOf_DaysOfRest_NaturalDaysFromTheVisitOn(string on, string due) =>
        Assert.Equal(due, Codes(new RestingRules { RestDays = 90 }, Visit("market", 1, NodaTime.Text.LocalDatePattern.Iso.Parse(on).Value)));

    [Fact]
    public void ReasonsOf_SeveralRules_AllReasonsTheDecidingOneFirst()
    {
        RestingRules rules = new() { RestDays = 90, VisitsInAll = 1, VisitsByAuthority = 1 };
        Assert.Equal("RI2120 RI2121 RI2122", Codes(rules, Visit("market", 1, new LocalDate(2026, 5, 2))));
        Assert.Equal("RI2121 RI2122", Codes(rules, Visit("ecology", 1, new LocalDate(2026, 5, 2))));
    }

    [Fact]
    public void ReasonsOf_ExemptClassSubjectOrTask_NeverRests()
    {
        RestingRules rules = RestingRules.Liaoning2019;
        PastVisit visit = Visit("market", 1);
        Assert.Equal("", Codes(rules with { ExemptClasses = ["D", "C"] }, visit));
        Assert.Equal("RI2120", Codes(rules with { ExemptClasses = ["C"] }, visit));
        Assert.Equal("", Codes(rules with { KeySubjects = [new KeySubject("U1", "两次处罚")] }, visit));
        Assert.Equal("RI2120", Codes(rules with { KeySubjects = [new KeySubject("U2", "两次处罚")] }, visit));
        Assert.Equal("", Codes(rules with { Exempt = new ExemptTask(RestingExemption.Complaint, "集中投诉") }, visit));
    }

    [Theory]
    [InlineData("2026-03-01", "2026-04-30", "2026-02-01", "2026-03-01")]
    [InlineData("2026-03-01", "2026-04-30", "2026-03-15", "2026-03-15")]
    [InlineData("2027-03-01", "2027-04-30", "2026-12-20", "2027-03-01")]
    [InlineData("2026-03-01", "2026-04-30", "2027-01-02", "2026-04-30")]
    public void DayOf_Today_WithinTheTasksPeriod(string from, string to, string today, string due)
    {
        Assert.Equal(Date(due), RestingRules.DayOf(Date(from), Date(to), Date(today)));

        static LocalDate Date(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
    }

    [Fact]
    public void Since_RestDays_AsFarBackAsTheyReach()
    {
        Assert.Equal(new LocalDate(2026, 1, 1), RestingRules.Liaoning2019.Since(Day));
        Assert.Equal(new LocalDate(2026, 1, 1), new RestingRules { RestDays = 90 }.Since(Day));
        Assert.Equal(Day.PlusDays(-365), new RestingRules { RestDays = 365 }.Since(Day));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(367)]
    public void RestingRules_NumberOutOfRange_Refused(int number)
    {
        RefusalAssert.Contains("RI2123", () => _ = new RestingRules { VisitsByAuthority = number }, ("value", $"{number}"), ("most", "366"));
        RefusalAssert.Contains("RI2123", () => _ = new RestingRules { VisitsInAll = number }, ("value", $"{number}"));
        RefusalAssert.Contains("RI2123", () => _ = new RestingRules { RestDays = number is 367 ? 1_097 : number }, ("most", "1096"));
    }

    [Fact]
    public void RestingRules_ExemptionsMalformed_Refused()
    {
        RefusalAssert.Input("RI1102", () => _ = new RestingRules { ExemptClasses = ["A", "甲"] }, ("class", "甲"));
        RefusalAssert.Input("RI2128", () => _ = new RestingRules { KeySubjects = [new KeySubject("U1", " ")] }, ("what", "U1"), ("most", "200"));
        RefusalAssert.Input("RI2128", () => _ = new RestingRules { KeySubjects = [new KeySubject("U1", new string('长', 201))] }, ("what", "U1"), ("most", "200"));
        RefusalAssert.Input("RI2129", () => _ = new RestingRules { KeySubjects = [new KeySubject("U1", "一"), new KeySubject("U1", "二")] }, ("code", "U1"));
        RefusalAssert.Input("RI2128", () => _ = new RestingRules { Exempt = new ExemptTask(RestingExemption.Complaint, "") }, ("what", "投诉举报"), ("most", "200"));
    }

    [Fact]
    public void Statement_EveryRule_StandsInTheBasis()
    {
        RestingRules rules = new() { VisitsByAuthority = 1, VisitsInAll = 3, RestDays = 90, ExemptClasses = ["D", "C"], KeySubjects = [new KeySubject("U1", "重点")] };
        Assert.Equal("抽后休整：同一机关每年至多检查1次，各机关合计每年至多检查3次，距上次检查满90天，信用类别C、D不休整，重点对象1户不休整。", rules.Statement(Language.Chinese));
        Assert.Equal("Resting: at most 1 a year by one authority; at most 3 a year by all authorities; 90 days since the last visit; class C, D never rests; 1 key subjects never rest.", rules.Statement(Language.English));
        Assert.Equal(rules.Statement(Language.Chinese), rules.NameIn(" "));
        Assert.Equal("按类别抽取。 " + rules.Statement(Language.Chinese), rules.NameIn("按类别抽取。 "));
        Assert.Equal(rules.NameIn("按类别抽取。"), rules.NameIn(rules.NameIn("按类别抽取。")));
        Assert.Equal("按类别抽取。", rules.WithoutNameIn(rules.NameIn("按类别抽取。")));
        Assert.Null(rules.WithoutNameIn(rules.NameIn(null)));
        Assert.Null(rules.WithoutNameIn(null));
        Assert.False(rules.AreNamedIn(null));
        Assert.False(rules.AreNamedIn(RestingRules.Liaoning2019.Statement(Language.Chinese)));
        RestingRules exempt = rules with { Exempt = new ExemptTask(RestingExemption.Monitoring, "预警 ") };
        Assert.Equal("抽后休整：本任务属数据监测，不适用（预警）。", exempt.Statement(Language.Chinese));
        Assert.Equal("Resting: not applied, because of a lead of data monitoring (预警).", exempt.Statement(Language.English));
    }

    [Fact]
    public void Name_Exemptions_InBothLanguages()
    {
        Assert.Equal(["投诉举报", "转办交办", "数据监测", "上级部署的专项检查"], Enum.GetValues<RestingExemption>().Select(e => e.Name(Language.Chinese)));
        Assert.Equal(
            ["a complaint or report", "a matter transferred or assigned", "a lead of data monitoring", "a special check deployed from above"],
            Enum.GetValues<RestingExemption>().Select(e => e.Name(Language.English)));
        Assert.Throws<ArgumentOutOfRangeException>("exemption", () => ((RestingExemption)9).Name(Language.English));
    }

    [Fact]
    public void ReasonsOf_OneOfSeveralVisitsTooLongAgo_TheOthersCount() =>
        Assert.Equal("RI2122", Codes(new RestingRules { RestDays = 90 }, Visit("market", 1, new LocalDate(2025, 1, 1)), Visit("market", 2, new LocalDate(2026, 5, 30))));

    [Fact]
    public async Task RestingUnits_Candidates_InTheOrderOfCodesWhateverTheirClass()
    {
        TaskView task = new() { Key = "T1", PlanId = "P1", DepartmentId = "market", Title = "任务", PlanStatus = PlanStatus.Approved, From = Day, To = Day.PlusDays(30), Removed = false };
        PastVisit[] visits = [.. ((string[])["U3", "U1", "U2", "U4"]).Select(code => Visit("market", 1) with { SubjectCode = code, TaskId = code == "U4" ? "T1" : "T0" })];
        RestingUnits units = await RestingUnits.TakeAsync(new History(visits), task, new RestingRules { VisitsByAuthority = 1, ExemptClasses = ["D"] }, Day, TestContext.Current.CancellationToken);
        Assert.Equal(["U1", "U2", "U3"], units.Candidates);
        Assert.Equal(["RI2120"], units.ReasonsOf("U1", "A"));
        Assert.Empty(units.ReasonsOf("U1", "D").AddRange(units.ReasonsOf("U4", "A")));

        // Where the task is exempt nobody rests, and the history is not even read.
        RestingUnits none = await RestingUnits.TakeAsync(
            new History(null), task, new RestingRules { VisitsByAuthority = 1, Exempt = new ExemptTask(RestingExemption.Complaint, "集中投诉") }, Day, TestContext.Current.CancellationToken);
        Assert.Empty(none.Candidates);
    }

    [Fact]
    public void RestingFile_WrittenAndRead_TheSame()
    {
        byte[] file = RestingFile.Write([("U1", ["RI2120", "RI2122"]), ("U2", ["RI2121"])]);
        Assert.Equal("U1\tRI2120,RI2122\nU2\tRI2121\n", Encoding.UTF8.GetString(file));
        Assert.Equal(["U1 RI2120 RI2122", "U2 RI2121"], RestingFile.Read(file).Select(u => $"{u.Key} {string.Join(' ', u.Value)}"));
        Assert.Empty(RestingFile.Write([]));
        Assert.Empty(RestingFile.Read([]));
    }

    [Fact]
    public void Find_Code_ItsReason()
    {
        Assert.Equal(["RI2120", "RI2121", "RI2122"], RestingReasons.All.Select(r => r.Code));
        Assert.All(RestingReasons.All, r => Assert.Same(r, RestingReasons.Find(r.Code)));
        Assert.Null(RestingReasons.Find("RI2123"));
    }

    private static PastVisit Visit(string department, int number, LocalDate? on = null) => new("U1", department, "T1", $"visit {number}", on ?? new LocalDate(2026, 3, 2));

    private static string Codes(RestingRules rules, params PastVisit[] visits) =>
        string.Join(' ', rules.ReasonsOf("U1", "D", visits, "market", Day).Select(r => r.Code));

    /// <summary>A history that may be read, or may not.</summary>
    private sealed class History(PastVisit[]? visits) : IVisitHistory
    {
        public Task<ImmutableArray<PastVisit>> ReadAsync(LocalDate from, CancellationToken cancellation) =>
            visits is null ? throw new InvalidOperationException("It is not to be read.") : Task.FromResult(visits.ToImmutableArray());
    }
}
