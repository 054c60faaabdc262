using NodaTime;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Tests.Roles;

/// <summary>A row of the table of roles by itself: which role it finds, whom it lets pass, how it refuses; and the staff that the host gives.</summary>
public sealed class StepValueTests
{
    private static WorkStep Partaken => new("x.do", typeof(DrawWorkflow), "DoAsync", "办理", "Do it", StepReach.Everywhere, Role.DrawingOperator, Role.Witness);

    [Fact]
    public void WorkStep_Made_SaysWhatItWasTold()
    {
        WorkStep step = Partaken;
        Assert.Equal(("x.do", typeof(DrawWorkflow), "DoAsync", StepReach.Everywhere), (step.Name, step.Workflow, step.Command, step.Reach));
        Assert.Equal(("办理", "Do it", "x.do"), (step.Title(Language.Chinese), step.Title(Language.English), step.ToString()));
        Assert.Equal([Role.DrawingOperator, Role.Witness], step.Roles);
        Assert.Empty(step.States);
        Assert.Empty(step.WrongState);
        Assert.Empty(step.FourEyes);
        Assert.Empty(step.Events);
    }

    [Fact]
    public void WorkStep_WithoutARole_Refused() =>
        Assert.Equal("roles", Assert.Throws<ArgumentOutOfRangeException>(() => new WorkStep("x", typeof(DrawWorkflow), "X", "甲", "x", StepReach.Everywhere)).ParamName);

    [Fact]
    public void RoleOf_SeveralHeld_TheFirstOfTheStep()
    {
        Assert.Equal(Role.DrawingOperator, Partaken.RoleOf(Holding(Role.Witness, Role.DrawingOperator)));
        Assert.Equal(Role.Witness, Partaken.RoleOf(Holding(Role.Inspector, Role.Witness)));
        Assert.Equal("person", Assert.Throws<ArgumentNullException>(() => Partaken.RoleOf(null!)).ParamName);
    }

    [Fact]
    public void RoleOf_NoneHeld_RefusedNamingEveryRole()
    {
        Refusal refusal = RefusalAssert.Input(
            "RI2013",
            () => Partaken.RoleOf(Holding(Role.Inspector)),
            ("person", "li"),
            ("role", "DrawingOperator, Witness"),
            ("roleZh", $"{StateWords.Of(Role.DrawingOperator).Chinese}”或“{StateWords.Of(Role.Witness).Chinese}"),
            ("roleEn", $"{StateWords.Of(Role.DrawingOperator).English}\" or \"{StateWords.Of(Role.Witness).English}"));
        Assert.Contains("li", refusal.Reason(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Require_Actor_PassesInAStepsRoleAndAsTheHost()
    {
        Partaken.Require(new Actor("li", Role.Witness));
        Partaken.Require(Actor.System);
        RefusalAssert.Contains("RI2013", () => Partaken.Require(new Actor("li", Role.Inspector)), ("person", "li"), ("role", "DrawingOperator, Witness"));
        Assert.Equal("actor", Assert.Throws<ArgumentNullException>(() => Partaken.Require(null!)).ParamName);
    }

    [Theory]
    [InlineData(StepReach.OwnDepartment, true, false, false)]
    [InlineData(StepReach.WithSubordinates, true, true, false)]
    [InlineData(StepReach.Everywhere, true, true, true)]
    [InlineData(StepReach.OtherDepartments, true, true, true)] // the workflow looks at its own part
    public void As_DepartmentOfTheMatter_ReachedOrRI2012(StepReach reach, bool own, bool above, bool other)
    {
        WorkStep step = new("x.do", typeof(DrawWorkflow), "DoAsync", "办理", "Do it", reach, Role.Drafter);
        Acting acting = new(Holding(Role.Drafter) with { Superiors = ["city"] }, Instant.FromUtc(2026, 11, 27, 1, 0));
        foreach ((string department, bool reached) in new[] { ("district", own), ("city", above), ("elsewhere", other) })
        {
            if (reached)
            {
                Assert.Equal(new Actor("li", Role.Drafter), acting.As(step, department));
            }
            else
            {
                RefusalAssert.Input("RI2012", () => acting.As(step, department), ("person", "li"), ("department", department));
            }
        }
    }

    [Fact]
    public void FixedStaff_Lines_NearestFirst()
    {
        FixedStaff staff = new([new("city", "市局", "City"), Below("district", "city"), Below("office", "district")], [Of("li", "office"), Of("wang", "city")]);
        Assert.Equal(["city", "district", "office"], staff.Departments.Select(d => d.Id));
        Assert.Equal(["district", "city"], staff.FindPerson("li")!.Superiors);
        Assert.Empty(staff.FindPerson("wang")!.Superiors);
        Assert.Equal("district", staff.FindDepartment("office")!.Superior);
        Assert.Null(staff.FindPerson("LI"));
        Assert.Null(staff.FindDepartment("City"));
    }

    [Fact]
    public void FixedStaff_SuperiorUnknownOrItself_Refused()
    {
        ArgumentException unknown = Assert.Throws<ArgumentException>(() => new FixedStaff([Below("district", "city")], []));
        Assert.Equal("departments", unknown.ParamName);
        Assert.StartsWith("district has no such superior: city.", unknown.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new FixedStaff([Below("a", "b"), Below("b", "a")], []));
        Assert.Throws<ArgumentException>(() => new FixedStaff([Below("a", "a")], []));
        Assert.ThrowsAny<ArgumentException>(() => new FixedStaff([new("city", "市局", "City"), new("city", "市局", "City")], []));
        Assert.ThrowsAny<ArgumentException>(() => new FixedStaff([new("city", "市局", "City")], [Of("li", "city"), Of("li", "city")]));
    }

    private static Department Below(string id, string superior) => new(id, id, id) { Superior = superior };

    private static Person Of(string id, string department) => new(id, id, id, department, [Role.Inspector]);

    private static Person Holding(params Role[] roles) => new("li", "李", "Li", "district", [.. roles]);
}
