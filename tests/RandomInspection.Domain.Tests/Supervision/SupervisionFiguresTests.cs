using NodaTime;
using RandomInspection.Drawing;
using RandomInspection.Supervision;

namespace RandomInspection.Tests.Supervision;

/// <summary>督查数字：whole numbers with what they are counted of; departments add up.</summary>
public sealed class SupervisionFiguresTests
{
    private static readonly LocalDate Today = new(2026, 7, 1);

    [Fact]
    public void Of_AYear_EveryFigure()
    {
        SupervisionFigures figures = Of(null);
        Assert.Equal("2/3", $"{figures.TasksCompleted}"); // the draft's task does not count, T2 has a visit to come
        Assert.Equal("4/5", $"{figures.VisitsEnded}");
        Assert.Equal(("1/3", "1/5"), ($"{figures.AdHocTasks}", $"{figures.AdHocVisits}"));
        Assert.Equal(("1/9", "1/10"), ($"{figures.DirectAssignments}", $"{figures.OfficersReplaced}"));
        Assert.Equal("1/4", $"{figures.SubjectsReplaced}");
        Assert.Equal("2/1", $"{figures.Attempts}");
        Assert.Equal(("1/3", 2), ($"{figures.DeadlinesMet}", figures.Late)); // the open one's last day is still to come
        Assert.Equal("34/2", $"{figures.DaysToPublish}");
        Assert.Equal(("1/4", "1/4"), ($"{figures.Problems}", $"{figures.NotReached}"));
        Assert.Equal((2, 3, 2, 1), (figures.Burden.Subjects, figures.Burden.Visits, figures.Burden.Most, figures.Burden.Saved));
        Assert.Equal([KeyValuePair.Create(1, 1), KeyValuePair.Create(2, 1)], figures.Burden.ByVisits);
        Assert.Equal((5, 8, 1, 3, 2), (figures.Load.Officers, figures.Load.Seats, figures.Load.Least, figures.Load.Most, figures.Load.Spread));
    }

    [Fact]
    public void Of_Coverage_AgainstTheRate()
    {
        ClassCoverage[] coverage = [.. Of(null).Coverage];
        Assert.Equal(["A", "D"], coverage.Select(c => c.CreditClass));
        Assert.Equal(("1/200", 2L, false), ($"{coverage[0].Visited}", coverage[0].Target, coverage[0].IsMet));
        Assert.Equal(("1/2", 1L, true), ($"{coverage[1].Visited}", coverage[1].Target, coverage[1].IsMet)); // who left the register is not to be covered
        Assert.True(new ClassCoverage("X", new Ratio(0, 9), null) is { Target: null, IsMet: true });
    }

    [Fact]
    public void Of_Departments_AddUp()
    {
        SupervisionFigures all = Of(null), market = Of("scjg"), ecology = Of("sthj");
        Assert.Equal(all.TasksCompleted, market.TasksCompleted + ecology.TasksCompleted);
        Assert.Equal(all.VisitsEnded, market.VisitsEnded + ecology.VisitsEnded);
        Assert.Equal(all.AdHocVisits, market.AdHocVisits + ecology.AdHocVisits);
        Assert.Equal(all.DirectAssignments, market.DirectAssignments + ecology.DirectAssignments);
        Assert.Equal(all.OfficersReplaced, market.OfficersReplaced + ecology.OfficersReplaced);
        Assert.Equal(all.DeadlinesMet, market.DeadlinesMet + ecology.DeadlinesMet);
        Assert.Equal(all.Problems, market.Problems + ecology.Problems);
        Assert.Equal(all.Load.Seats, market.Load.Seats + ecology.Load.Seats);
        Assert.Equal(0, market.Burden.Saved); // a door shared with another department is saved by both together
    }

    [Fact]
    public void Of_OtherPeriodOrNothing_Zero()
    {
        Assert.All(
            (SupervisionFigures[])[SupervisionFigures.Of(RowsOf.Year(), SupervisionScope.OfYear(2025), RateTable.Henan2021, Today), SupervisionFigures.Of(new SupervisionRows(), SupervisionScope.OfYear(2026), RateTable.Henan2021, Today)],
            none =>
            {
                Assert.Equal(new Ratio(0, 0), none.TasksCompleted + none.VisitsEnded + none.AdHocTasks + none.DeadlinesMet + none.Problems + none.Attempts);
                Assert.Null(none.TasksCompleted.Permille);
                Assert.Equal((0, 0, 0), (none.Burden.Most, none.Load.Most, none.Late));
            });
    }

    [Fact]
    public void Of_RowsInAnotherOrder_SameFigures()
    {
        SupervisionRows rows = RowsOf.Year();
        SupervisionRows turned = rows with { Visits = [.. rows.Visits.Reverse()], Seats = [.. rows.Seats.Reverse()], Obligations = [.. rows.Obligations.Reverse()], Tasks = [.. rows.Tasks.Reverse()] };
        SupervisionFigures one = Of(null), other = SupervisionFigures.Of(turned, SupervisionScope.OfYear(2026), RateTable.Henan2021, Today);
        Assert.Equal((one.TasksCompleted, one.DeadlinesMet, one.Load, one.Problems, one.DaysToPublish), (other.TasksCompleted, other.DeadlinesMet, other.Load, other.Problems, other.DaysToPublish));
    }

    [Theory]
    [InlineData(1, 3, 333)]
    [InlineData(2, 3, 667)]
    [InlineData(1, 2000, 1)]
    [InlineData(1, 2001, 0)]
    [InlineData(0, 5, 0)]
    [InlineData(5, 5, 1000)]
    public void Permille_Ratio_RoundedHalfUp(long numerator, long denominator, long permille) => Assert.Equal(permille, new Ratio(numerator, denominator).Permille);

    private static SupervisionFigures Of(string? department) =>
        SupervisionFigures.Of(RowsOf.Year(), SupervisionScope.OfYear(2026) with { DepartmentId = department }, RateTable.Henan2021, Today);
}
