using NodaTime;
using RandomInspection.Directories;
using RandomInspection.SampleData;

namespace RandomInspection.Tests;

public sealed class SampleListsTests
{
    [Fact]
    public void Departments_All_AreSixAndCanBeParties()
    {
        Assert.Equal(6, SampleDepartments.All.Length);
        IEnumerable<string> ids = [.. SampleDepartments.All.Concat(SampleDepartments.OtherBodies).Select(one => one.Id)];
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(ids, id => Assert.Matches("^[!-9;-~]{1,64}$", id));
        Assert.Equal("市场监管局", SampleDepartments.OfId("scjg")!.ChineseName);
        Assert.Null(SampleDepartments.OfId("none"));
    }

    [Fact]
    public void Items_All_AreFiveOfEachDepartmentWithAnArticle()
    {
        Assert.Equal(30, SampleItems.All.Length);
        Assert.Equal(30, SampleItems.All.Select(item => item.Code).Distinct().Count());
        Assert.Equal(30, SampleItems.All.Select(item => item.ChineseTitle).Distinct().Count());
        Assert.Equal(30, SampleItems.All.Select(item => item.LegalBasis).Distinct().Count());
        Assert.All(SampleDepartments.All, department => Assert.Equal(5, SampleItems.All.Count(item => item.DepartmentId == department.Id)));
        Assert.All(SampleItems.All, item =>
        {
            Assert.Matches("^《[^》]+(法|条例|办法)》第[一二三四五六七八九十百]+条$", item.LegalBasis);
            Assert.InRange(item.RatioPercent, 1, 100);
            Assert.All(item.Trades, trade => Assert.NotNull(TradeSection.Of(trade)));
            Assert.True(item.Kind == SampleItemKind.Key || item.RatioPercent <= 5, item.Code);
        });
    }

    [Fact]
    public void Inspectors_All_AreTwentyOfEachDepartment()
    {
        Assert.Equal(120, SampleInspectors.All.Length);
        Assert.Equal(120, SampleInspectors.All.Select(inspector => inspector.Id).Distinct().Count());
        Assert.Equal(120, SampleInspectors.All.Select(inspector => inspector.Name).Distinct().Count());
        Assert.All(SampleDepartments.All, department =>
        {
            Inspector[] own = [.. SampleInspectors.All.Where(inspector => inspector.DepartmentId == department.Id)];
            Assert.Equal(20, own.Length);
            Assert.Equal(6, own.Count(inspector => inspector.Level == InspectorLevel.City && inspector.Regions.IsEmpty));
            Assert.Equal(InspectorKind.SupervisionStaff, Assert.Single(own, inspector => inspector.Certificates.IsEmpty).Kind);
            Assert.Single(own, inspector => inspector.Certificates is [{ ValidTo: var last }] && last < new LocalDate(2026, 1, 1));
            Assert.Single(own, inspector => !inspector.Leave.IsEmpty);
            Assert.All(SampleItems.All.Where(item => item.DepartmentId == department.Id), item =>
                Assert.True(own.Count(inspector => inspector.Qualifications.Contains(item.Code) && !inspector.Certificates.IsEmpty) >= 4, item.Code));
            Assert.All(ShenyangRegions.Labels, region => Assert.True(own.Count(inspector => inspector.Regions.IsEmpty || inspector.Regions.Contains(region)) >= 7, region));
        });
        string[] numbers = [.. SampleInspectors.All.SelectMany(inspector => inspector.Certificates).Select(certificate => certificate.Number)];
        Assert.Equal(numbers.Distinct(), numbers);
        Assert.All(SampleInspectors.All, inspector => Assert.InRange(inspector.Capacity!.Value, 6, 14));
    }

    [Fact]
    public void Inspectors_People_AreDemoPeopleOrHaveACertificate()
    {
        // 120 without the six that have no certificate, the six whose certificate expired, and the two demo people.
        Assert.Equal(106, SampleInspectors.People.Length);
        Assert.Empty(SampleInspectors.People.Select(person => person.Id).Intersect(DemoPeople.All.Select(person => person.Id)));
        Assert.All(DemoPeople.InRole(Role.Inspector), person =>
        {
            Inspector inspector = Assert.Single(SampleInspectors.All, one => one.Id == person.Id);
            Assert.Equal((person.ChineseName, person.DepartmentId, InspectorLevel.City), (inspector.Name, inspector.DepartmentId, inspector.Level));
            Assert.True(inspector.Certificates[^1].ValidTo > new LocalDate(2027, 12, 31));
        });
        Assert.All(SampleInspectors.People, person => Assert.Equal([Role.Inspector], person.Roles));
    }

    [Fact]
    public void DemoPeople_All_CoverTheRolesAndWitnessesAreOfOtherBodies()
    {
        Assert.Equal(DemoPeople.All.Length, DemoPeople.All.Select(person => person.Id).Distinct().Count());
        Assert.All(DemoPeople.All, person =>
        {
            Assert.Matches("^[!-9;-~]{1,64}$", person.Id);
            Assert.NotNull(SampleDepartments.OfId(person.DepartmentId));
            Assert.Single(person.Roles);
        });
        Assert.All(Enum.GetValues<Role>().Except([Role.InspectedParty]), role => Assert.NotEmpty(DemoPeople.InRole(role)));
        Person[] witnesses = [.. DemoPeople.InRole(Role.Witness)];
        Assert.Equal(2, witnesses.Length);
        Assert.NotEqual(witnesses[0].DepartmentId, witnesses[1].DepartmentId);
        Assert.All(witnesses, witness => Assert.DoesNotContain(SampleDepartments.All, department => department.Id == witness.DepartmentId));
    }
}
