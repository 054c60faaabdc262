using RandomInspection.Drawing;
using static RandomInspection.Tests.Drawing.CeremonyScript;

namespace RandomInspection.Tests.Drawing;

/// <summary>Which tasks may share a draw, and what the opening says of them.</summary>
public sealed class SharedCeremonyTests
{
    private static FrozenTask First => CeremonyScript.Prepared.Tasks[0];

    [Fact]
    public void Prepare_SecretTaskBesideAnother_RI1350WhicheverComesFirst()
    {
        FrozenTask secret = First with { TaskId = "S", Embargo = Embargo.UntilVisitsEnd };
        RefusalAssert.Input("RI1350", () => Prepare(First, secret), ("task", "S"));
        RefusalAssert.Input("RI1350", () => Prepare(secret, First), ("task", "S"));
        RefusalAssert.Input("RI1350", () => Prepare(secret, secret with { TaskId = "S2" }), ("task", "S"));
        Assert.Equal(Embargo.UntilVisitsEnd, Prepare(secret).Preparation.Tasks[0].Embargo);
    }

    [Fact]
    public void Prepare_SameTaskTwice_RI1304() =>
        RefusalAssert.Input("RI1304", () => Prepare(First, First with { FrameRoot = OperatorValue }), ("name", "T1"));

    [Fact]
    public void Prepare_MoreThanTheMost_RI1351()
    {
        FrozenTask[] most = [.. Enumerable.Range(1, DrawCeremony.MostTasks).Select(n => First with { TaskId = $"T{n}" })];
        Assert.Equal(DrawCeremony.MostTasks, Prepare(most).Preparation.Tasks.Length);
        RefusalAssert.Input("RI1351", () => Prepare([.. most, First with { TaskId = "more" }]), ("count", "33"), ("most", "32"));
    }

    [Fact]
    public void Open_TwoTasks_BothStandInTheOpeningInTheirOrder()
    {
        DrawCeremony ceremony = Prepare(First, First with { TaskId = "A", FrameSize = 3, FrameRoot = WitnessValue, DepartmentId = "ecology" });
        ceremony.Enrol(OperatorParty);
        ceremony.Open(Deadlines, Start);
        Assert.Equal(
            [("T1", First.FrameRoot, 14L), ("A", WitnessValue, 3L)],
            ceremony.Opening!.Tasks.Select(t => (t.Id, t.FrameRoot.Hex, t.FrameSize)));
    }

    private static DrawCeremony Prepare(params FrozenTask[] tasks) =>
        DrawCeremony.Prepare(new DrawHashes(), CeremonyScript.Prepared with { Tasks = [.. tasks] });
}
