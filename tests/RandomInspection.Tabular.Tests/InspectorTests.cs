using NodaTime;
using RandomInspection.Directories;

namespace RandomInspection.Tests;

public sealed class InspectorTests
{
    private static readonly LocalDate Start = new(2026, 3, 1);

    private static Inspector Sample => new()
    {
        Id = "scjg-07",
        Name = "姜景昕",
        DepartmentId = "scjg",
        Regions = ["沈河区", "和平区"],
        Qualifications = ["SCJG-01"],
        Certificates = [new Certificate("A1", Start, Start.PlusYears(5))],
        Leave = [new DateInterval(Start, Start)],
        Capacity = 8,
    };

    [Fact]
    public void Equals_SameContents_IsTrueWhateverTheArrays()
    {
        Assert.Equal(Sample, Sample);
        Assert.Equal(Sample.GetHashCode(), Sample.GetHashCode());
        Assert.NotEqual(Sample, Sample with { Id = "scjg-08" });
        Assert.NotEqual(Sample, Sample with { Certificates = [new Certificate("A2", Start, Start.PlusYears(5))] });
        Assert.NotEqual(Sample, Sample with { Leave = [new DateInterval(Start, Start.PlusDays(1))] });
        Assert.False(Sample.Equals(null));
    }

    [Fact]
    public void Lists_AnyOrderAndTwice_SortedAndDistinct()
    {
        Certificate early = new("B", Start, Start.PlusYears(1)), late = new("A", Start, Start.PlusYears(2)), lateToo = new("C", Start, Start.PlusYears(2));
        Inspector inspector = Sample with
        {
            // U+20BB7 comes after U+FB01 in UTF-8, and before it in UTF-16.
            Regions = ["𠮷", "ﬁ", "和平区", "沈河区", "和平区"],
            Qualifications = ["b", "a", "B", "b"],
            Certificates = [lateToo, late, early, late],
            Leave = [new DateInterval(Start, Start.PlusDays(2)), new DateInterval(Start, Start), new DateInterval(Start.PlusDays(-1), Start), new DateInterval(Start, Start)],
        };
        Assert.Equal(["和平区", "沈河区", "ﬁ", "𠮷"], inspector.Regions);
        Assert.Equal(["B", "a", "b"], inspector.Qualifications);
        Assert.Equal([early, late, lateToo], inspector.Certificates);
        Assert.Equal([(-1, 0), (0, 0), (0, 2)], inspector.Leave.Select(l => (Period.DaysBetween(Start, l.Start), Period.DaysBetween(Start, l.End))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a:b")]
    [InlineData("工号")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public void Id_Malformed_ThrowsRI5202(string id)
    {
        Assert.False(Inspector.IsId(id));
        Assert.Contains("RI5202", Assert.Throws<ArgumentException>("Id", () => Sample with { Id = id }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_BrokenValue_Throws()
    {
        Assert.Contains("RI5204", Assert.Throws<ArgumentException>("Name", () => Sample with { Name = " " }).Message, StringComparison.Ordinal);
        Assert.Contains("RI5111", Assert.Throws<ArgumentException>("DepartmentId", () => Sample with { DepartmentId = "" }).Message, StringComparison.Ordinal);
        Assert.Contains("RI5112", Assert.Throws<ArgumentException>("Regions", () => Sample with { Regions = ["a/b"] }).Message, StringComparison.Ordinal);
        Assert.Contains("RI5113", Assert.Throws<ArgumentException>("Qualifications", () => Sample with { Qualifications = ["a\n"] }).Message, StringComparison.Ordinal);
        Assert.Contains("RI5215", Assert.Throws<ArgumentException>("Capacity", () => Sample with { Capacity = 0 }).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("Capacity", () => Sample with { Capacity = Inspector.MaximumCapacity + 1 });
        Assert.Throws<ArgumentOutOfRangeException>("Kind", () => Sample with { Kind = (InspectorKind)9 });
        Assert.Throws<ArgumentOutOfRangeException>("Level", () => Sample with { Level = (InspectorLevel)9 });
        Assert.Throws<ArgumentOutOfRangeException>("Status", () => Sample with { Status = (InspectorStatus)9 });
        Assert.Throws<ArgumentNullException>("Regions", () => Sample with { Regions = default });
        Assert.Throws<ArgumentNullException>("Leave", () => Sample with { Leave = default });
    }

    [Fact]
    public void Certificate_EndsBeforeItBegins_RefusedWithItsDays()
    {
        RefusalAssert.Refused("RI5210", () => _ = new Certificate("A1", Start, Start.PlusDays(-1)), ("number", "A1"), ("from", "2026-03-01"), ("to", "2026-02-28"));
        Assert.Equal(Start, new Certificate("A1", Start, Start).ValidTo);
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("A ")]
    [InlineData("A；B")]
    [InlineData("A;B")]
    [InlineData("A\tB")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public void Certificate_MalformedNumber_Refused(string number) =>
        RefusalAssert.Refused("RI5209", () => _ = new Certificate(number, Start, Start), ("value", ShownText.Of(number)), ("most", "64"));
}
