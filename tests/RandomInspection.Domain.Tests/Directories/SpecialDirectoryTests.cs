using RandomInspection.Directories;

namespace RandomInspection.Tests.Directories;

/// <summary>Criteria saved under a name: every version stays, and what is the same is not saved twice.</summary>
public sealed class SpecialDirectoryTests
{
    private static readonly DirectoryCriteria Food = DirectoryCriteria.Everything with { Tags = ["食品"] };

    [Fact]
    public void Revise_OtherCriteria_NextVersionAndTheFormerStays()
    {
        (SpecialDirectory special, SpecialDirectoryEvent.Saved saved) = Saved();
        List<SpecialDirectoryEvent> events = [saved, special.Revise(Food with { Regions = ["沈河区"] }, "只查沈河区", "ni"), special.Revise(Food, "恢复全市", "ku")];
        Assert.Equal([1, 2, 3], special.Versions.Select(v => v.Version));
        Assert.Equal(["餐饮专项", "只查沈河区", "恢复全市"], special.Versions.Select(v => v.Reason));
        Assert.True(special.Find(1)!.Criteria.SaysTheSameAs(special.Current.Criteria));
        Assert.Equal(["沈河区"], special.Find(2)!.Criteria.Regions);
        Assert.Null(special.Find(0));
        Assert.Null(special.Find(4));
        Assert.Equal(special.Versions, SpecialDirectory.Replay(events).Versions);
        Assert.Equal(SpecialDirectoryView.Of(special), SpecialDirectoryView.Of(SpecialDirectory.Replay(events)));
    }

    [Fact]
    public void Revise_SameCriteriaInAnotherOrder_Refused()
    {
        (SpecialDirectory special, _) = Saved(Food with { Regions = ["沈河区", "铁西区"] });
        RefusalAssert.Input("RI5032", () => special.Revise(Food with { Regions = ["铁西区", "沈河区"] }, "理由", "ku"), ("special", "Z2026-001"), ("version", "1"));
        Assert.Single(special.Versions);
    }

    [Fact]
    public void Retire_ThenNothingMore()
    {
        (SpecialDirectory special, SpecialDirectoryEvent.Saved saved) = Saved();
        RefusalAssert.Contains("RI5030", () => special.Retire(" ", "ku"), ("fieldEn", "Reason"));
        List<SpecialDirectoryEvent> events = [saved, special.Retire("专项结束", "ku")];
        Assert.True(SpecialDirectoryView.Of(SpecialDirectory.Replay(events)).IsRetired);
        RefusalAssert.Input("RI5033", () => special.Retire("又", "ku"), ("special", "Z2026-001"), ("name", "餐饮"));
        RefusalAssert.Input("RI5033", () => special.Revise(Food with { Trades = ["H"] }, "又", "ku"), ("special", "Z2026-001"), ("name", "餐饮"));
    }

    [Theory]
    [InlineData("", "理由", "Name")]
    [InlineData("名", "", "Reason")]
    public void Save_TextMissing_Refused(string name, string reason, string field) =>
        RefusalAssert.Contains("RI5030", () => SpecialDirectory.Save("Z2026-001", "scjg", name, Food, reason, "ku"), ("fieldEn", field));

    [Fact]
    public void Save_LeavesNobodyOut_Refused() =>
        RefusalAssert.Input("RI5031", () => SpecialDirectory.Save("Z2026-001", "scjg", "全部", DirectoryCriteria.Everything, "理由", "ku"));

    [Fact]
    public void SaysTheSameAs_AnyOneDifference_Differs()
    {
        DirectoryCriteria one = new(["沈河区"], ["H"], ["A"])
        {
            Tags = ["食品"],
            Statuses = [SubjectStatus.Active],
            Carriers = [CarrierKind.Site],
            General = GeneralDirectory.ForProfit,
            NotInspectedSince = new(2026, 1, 1),
        };
        DirectoryCriteria[] others =
        [
            one with { Regions = [] }, one with { Trades = ["F"] }, one with { CreditClasses = ["A", "B"] }, one with { Tags = null }, one with { Statuses = [] },
            one with { Carriers = null }, one with { Carriers = [] }, one with { General = null }, one with { General = GeneralDirectory.NonProfit }, one with { NotInspectedSince = null },
        ];
        Assert.True(one.SaysTheSameAs(one with { Regions = ["沈河区"] }));
        Assert.All(others, other => Assert.False(one.SaysTheSameAs(other) || other.SaysTheSameAs(one)));
    }

    private static (SpecialDirectory Special, SpecialDirectoryEvent.Saved Event) Saved(DirectoryCriteria? criteria = null) =>
        SpecialDirectory.Save("Z2026-001", "scjg", " 餐饮 ", criteria ?? Food, "餐饮专项", "ku");
}
