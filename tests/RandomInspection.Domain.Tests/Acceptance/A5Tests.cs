using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Matching;
using RandomInspection.Planning;
using RandomInspection.SampleData;
using InspectorLevel = RandomInspection.Directories.InspectorLevel;

namespace RandomInspection.Tests.Acceptance;

/// <summary>三(四)：执法检查人员名录库，包括行政执法类公务员、具有行政执法资格的工作人员和从事日常监管工作的人员；专家辅助，不计入执法检查人数。三(六)：本级或下级执法人员。</summary>
public sealed class A5Tests
{
    private const string District = "scjg-sh";

    private static readonly LocalDate From = new(2026, 11, 24), To = new(2026, 12, 4);
    private static readonly Certificate Valid = new("辽A001", new LocalDate(2024, 1, 1), new LocalDate(2027, 12, 31));
    private static readonly Certificate Expired = new("辽A002", new LocalDate(2020, 1, 1), new LocalDate(2025, 12, 31));

    private static readonly Department Below = new(District, "沈河区市场监管局", "Shenhe District Market Regulation Bureau")
    {
        Superior = SampleDepartments.Market,
        Level = DepartmentLevel.District,
        Region = "沈河区",
    };

    private static CancellationToken Cancellation => MemoryHost.Cancellation;

    [Fact]
    public async Task A5_名录_EverybodyIsListedAndOnlyCertifiedOfficersAreMatched()
    {
        using MemoryHost host = new();
        string task = await host.DrawnTaskAsync();
        await host.ImportInspectorsAsync(
            Person("a", InspectorKind.Officer) with { Certificates = [Expired, Valid], Qualifications = ["SCJG-01"], Level = InspectorLevel.City, Regions = ["沈河区"] },
            Person("b", InspectorKind.CertifiedStaff) with { Certificates = [Valid], Leave = [new DateInterval(From, From.PlusDays(2))] },
            Person("c", InspectorKind.SupervisionStaff),
            Person("d", InspectorKind.Expert) with { Certificates = [Valid] },
            Person("e", InspectorKind.Officer) with { Certificates = [Expired] },
            Person("f", InspectorKind.Officer) with { Certificates = [Valid], Status = InspectorStatus.Left });
        MatchPreview preview = await host.Get<MatchWorkflow>().PreviewAsync(task, MatchRequest.Usual(From, To) with { Regions = RegionRule.Anywhere }, Cancellation);
        Assert.Equal([("expert", 1), ("left", 1), ("noCertificate", 1)], preview.NotMatched.Select(reason => (reason.Key, reason.Value)));
        Assert.Equal(["a", "b", "e"], preview.Problem.Inspectors.Select(i => i.Id));

        // Of several certificates the one that covers the window; leave and expiry are the match's to look at.
        MatchInspector first = preview.Problem.Inspectors[0];
        Assert.Equal((Valid.ValidFrom, Valid.ValidTo), (first.CertificateValidFrom!.Value, first.CertificateValidTo!.Value));
        Assert.Equal(["SCJG-01"], first.Qualifications);
        Assert.Equal([new DateInterval(From, From.PlusDays(2))], preview.Problem.Inspectors[1].Leave);
        Assert.Equal(Expired.ValidTo, preview.Problem.Inspectors[2].CertificateValidTo);

        // An expert is never one of the two.
        Assert.Equal("expert", preview.NotMatched.Keys.First());
        Assert.Equal(6, (await host.Get<IInspectorDirectory>().SearchAsync("", null, 0, 10, Cancellation)).Total);
    }

    [Fact]
    public async Task A7_本级或下级执法人员_SubordinatesActForTheDepartmentThatInspects()
    {
        using MemoryHost host = new(departments: Below);
        string task = await host.DrawnTaskAsync();
        await host.ImportInspectorsAsync(Person("x", InspectorKind.Officer) with { DepartmentId = District, Certificates = [Valid] }, Person("y", InspectorKind.Officer) with { DepartmentId = District, Certificates = [Valid] });
        MatchWorkflow matches = host.Get<MatchWorkflow>();
        MatchRequest own = MatchRequest.Usual(From, To) with { Regions = RegionRule.Anywhere };
        await host.RefusedAsync("RI2403", () => matches.PreviewAsync(task, own, Cancellation));
        MatchPreview both = await matches.PreviewAsync(task, own with { OfficersFrom = OfficerSource.WithSubordinates }, Cancellation);
        Assert.All(both.Problem.Inspectors, i => Assert.Equal(SampleDepartments.Market, i.Department));
        Assert.Equal(["x", "y"], both.Problem.Inspectors.Select(i => i.Id));
    }

    [Fact]
    public void A7_上下级_LinesOfDepartments()
    {
        Department lower = new("scjg-sh-1", "某街道所", "A sub-district office") { Superior = District, Level = DepartmentLevel.District };
        FixedStaff staff = new([new Department(SampleDepartments.Market, "市场监管局", "Market"), Below, lower], [new Person("x", "某", "X", "scjg-sh-1", [Role.Inspector])]);
        Assert.Equal([District, "scjg-sh-1"], staff.SubordinatesOf(SampleDepartments.Market));
        Assert.Equal([District, SampleDepartments.Market], staff.SuperiorsOf("scjg-sh-1"));
        Assert.Equal([District, SampleDepartments.Market], staff.FindPerson("x")!.Superiors);
        Assert.Empty(staff.SubordinatesOf("scjg-sh-1"));
        Assert.Throws<ArgumentException>(() => new FixedStaff([Below], []));
        Assert.Throws<ArgumentException>(() => new FixedStaff([Below with { Superior = "b" }, new Department("b", "乙", "B") { Superior = District }], []));
    }

    [Fact]
    public void A7_上下级_OfficersOfASubordinateReachTheVisitsAboveAndNothingElse()
    {
        Person officer = new("x", "某", "X", District, [Role.Inspector, Role.AuthorityHead]) { Superiors = [SampleDepartments.Market] };
        Acting acting = new(officer, MemoryHost.Morning);
        Assert.Equal(Role.Inspector, acting.As(VisitSteps.Arrive, SampleDepartments.Market).Role);
        Assert.Equal("RI2012", Refused(RecusalSteps.Decide, SampleDepartments.Market));
        Assert.Equal("RI2012", Refused(VisitSteps.Arrive, SampleDepartments.Ecology));

        string Refused(WorkStep step, string department)
        {
            Actor Act() => acting.As(step, department);
            return Assert.Throws<InputRefusedException>((Func<object?>)Act).Refusal.Code;
        }
    }

    private static Inspector Person(string id, InspectorKind kind) => new() { Id = id, Name = $"检查员 {id}", DepartmentId = SampleDepartments.Market, Kind = kind };
}
