using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Tests.Planning;

/// <summary>A task on its way to the draw, and who may take a step.</summary>
public sealed class InspectionTaskTests
{
    private static readonly DesignDocument Design = DesignDocument.Parse("""{"kind":"fixed","size":1,"weights":{"A":1}}""");

    [Fact]
    public void Commands_NoDesign_OnlyADesignCanBeSet()
    {
        InspectionTask task = InspectionTask.Replay("T1", []);
        RefusalAssert.Input("RI2102", () => task.Freeze("D1"), ("task", "T1"));
        Assert.Throws<InvalidOperationException>(task.Release);
        Assert.Equal((null, null, 0), (task.Design, task.Draw, task.VoidedDraws.Count));
        TaskEvent.Designed designed = SetDesign(task);
        Assert.Same(designed, task.Design);
        Assert.Equal(("T1", "P1", Design.Text, Stratification.Region, "ni"), (designed.TaskId, designed.PlanId, designed.Design, designed.Stratification, designed.By));
    }

    [Fact]
    public void Commands_Designed_DesignReplacedOrFrozen()
    {
        InspectionTask task = Designed();
        Assert.Throws<InvalidOperationException>(task.Release);
        TaskEvent.Designed second = SetDesign(task);
        Assert.Same(second, task.Design);
        Assert.Equal(new TaskEvent.Frozen("D1"), task.Freeze("D1"));
        Assert.Equal("D1", task.Draw);
    }

    [Fact]
    public void Commands_Frozen_NothingButRelease()
    {
        InspectionTask task = Designed();
        task.Freeze("D1");
        RefusalAssert.Input("RI2103", () => SetDesign(task), ("task", "T1"), ("draw", "D1"));
        RefusalAssert.Input("RI2103", () => task.Freeze("D2"), ("task", "T1"), ("draw", "D1"));
        Assert.Equal("D1", task.Draw);

        Assert.Equal(new TaskEvent.Released("D1"), task.Release());
        Assert.Null(task.Draw);
        task.Freeze("D2");
        task.Release();
        Assert.Equal(["D1", "D2"], task.VoidedDraws);
    }

    [Fact]
    public void OfferForDraw_EveryState_OneOfferThatOutlivesAVoidedDraw()
    {
        InspectionTask task = InspectionTask.Replay("T1", []);
        RefusalAssert.Input("RI2102", () => task.OfferForDraw("T2"), ("task", "T1"));
        List<TaskEvent> events = [SetDesign(task)];
        RefusalAssert.Input("RI2132", () => task.WithdrawDrawOffer(), ("task", "T1"));
        RefusalAssert.Input("RI2131", () => task.OfferForDraw("T1"), ("task", "T1"));
        events.Add(task.OfferForDraw("T2"));
        RefusalAssert.Input("RI2130", () => task.OfferForDraw("T3"), ("task", "T1"), ("with", "T2"));
        events.Add(task.WithdrawDrawOffer());
        Assert.Null(task.DrawOfferedTo);
        events.Add(task.OfferForDraw("T3"));
        events.Add(task.Freeze("D1"));
        RefusalAssert.Input("RI2103", () => task.OfferForDraw("T2"), ("task", "T1"), ("draw", "D1"));
        RefusalAssert.Input("RI2103", () => task.WithdrawDrawOffer(), ("task", "T1"), ("draw", "D1"));
        events.Add(task.Release());
        Assert.Equal("T3", task.DrawOfferedTo);
        Assert.Equal([new TaskEvent.DrawOffered("T2"), new TaskEvent.DrawOfferWithdrawn("T2"), new TaskEvent.DrawOffered("T3")], events[1..4]);
        Assert.Equal("T3", InspectionTask.Replay("T1", events).DrawOfferedTo);
    }

    [Fact]
    public void Replay_Events_SameState()
    {
        InspectionTask task = InspectionTask.Replay("T1", []);
        List<TaskEvent> events = [SetDesign(task), task.Freeze("D1"), task.Release(), task.Freeze("D2")];
        InspectionTask replayed = InspectionTask.Replay("T1", events);
        Assert.Equal((task.Design, task.Draw), (replayed.Design, replayed.Draw));
        Assert.Equal(task.VoidedDraws, replayed.VoidedDraws);
    }

    [Fact]
    public void As_RoleOrDepartment_RI2013OrRI2012()
    {
        Acting acting = new(new Person("ni", "倪", "Ni", "market", [Role.Drafter]), Instant.FromUtc(2026, 1, 1, 0, 0));
        Assert.Equal(new Actor("ni", Role.Drafter), acting.As(PlanSteps.Begin));
        Assert.Equal(new Actor("ni", Role.Drafter), acting.As(PlanSteps.Submit, "market"));
        Assert.Equal(new Actor("ni", Role.Drafter), acting.As(TaskSteps.Design, "market"));
        RefusalAssert.Input("RI2013", () => acting.As(CeremonySteps.EnrolWitness), ("person", "ni"), ("role", "Witness"), ("roleZh", "见证"), ("roleEn", "Witness"));
        RefusalAssert.Input("RI2013", () => acting.As(PlanSteps.Approve, "ecology"), ("person", "ni"), ("role", "GovernmentApprover"), ("roleZh", "政府审批"), ("roleEn", "Government approver"));
        RefusalAssert.Input("RI2013", () => acting.As(CeremonySteps.Commit), ("person", "ni"), ("role", "DrawingOperator, Witness"), ("roleZh", "抽取经办”或“见证"), ("roleEn", "Drawing operator\" or \"Witness"));
        RefusalAssert.Input("RI2012", () => acting.As(PlanSteps.Submit, "ecology"), ("person", "ni"), ("department", "ecology"));
    }

    private static InspectionTask Designed()
    {
        InspectionTask task = InspectionTask.Replay("T1", []);
        SetDesign(task);
        return task;
    }

    private static TaskEvent.Designed SetDesign(InspectionTask task) => task.SetDesign("P1", DirectoryCriteria.Everything, Stratification.Region, Design, "ni");
}
