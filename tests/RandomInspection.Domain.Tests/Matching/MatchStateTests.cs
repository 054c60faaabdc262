using RandomInspection.Matching;

namespace RandomInspection.Tests.Matching;

/// <summary>Who sits where: ascending, however they came in, and a copy is a copy.</summary>
public sealed class MatchStateTests
{
    [Fact]
    public void Seats_ComeAndGoInAnyOrder_Ascending()
    {
        MatchState state = Of(locked: 0);
        foreach (int inspector in new[] { 3, 0, 4, 1, 2 })
        {
            state.Add(0, inspector);
        }

        Assert.Equal([0, 1, 2, 3, 4], state.Movable(0).ToArray());
        foreach (int team in new[] { 2, 1 })
        {
            state.Add(team, 3);
        }

        Assert.Equal([0, 1, 2], state.Held(3).ToArray());
        state.Remove(0, 1);
        state.Remove(1, 3);
        Assert.Equal([0, 2, 3, 4], state.Movable(0).ToArray());
        Assert.Equal([0, 2], state.Held(3).ToArray());
        Assert.Equal((2, 2, 1), (state.Level[3], state.Load[3], state.Open(0)));
        Assert.Equal(3, state.Reseat(0, [4, 1, 3, 0]));
        Assert.Equal([0, 1, 3, 4], state.Movable(0).ToArray());
    }

    [Fact]
    public void Locked_SeveralOfATeam_AscendingAndCounted()
    {
        for (int seed = 0; seed < 6; seed++)
        {
            MatchState state = Of(locked: 3, seed);
            int team = Enumerable.Range(0, state.Graph.Teams).Single(t => state.Locked(t).Length > 0);
            int[] seated = state.Locked(team).ToArray();
            Assert.Equal(seated.Order(), seated);
            Assert.Equal(["O0", "O1", "O2"], seated.Select(i => state.Graph.Inspector(i).Id).Order(StringComparer.Ordinal));
            Assert.Equal(2, state.Open(team));
            Assert.All(seated, inspector => Assert.Equal((1, 1, 0), (state.Level[inspector], state.Load[inspector], state.Held(inspector).Length)));
        }
    }

    [Fact]
    public void Copy_Changed_TheOtherIsAsItWas()
    {
        MatchState state = Of(locked: 0);
        state.Add(0, 2);
        state.Add(1, 2);
        MatchState copy = state.Copy();
        copy.Remove(0, 2);
        copy.Add(0, 1);
        Assert.Equal([0, 1], state.Held(2).ToArray());
        Assert.Equal([1], copy.Held(2).ToArray());
        Assert.Equal([2], state.Movable(0).ToArray());
        Assert.Equal([1], copy.Movable(0).ToArray());
        Assert.Equal((2, 2, 1, 1), (state.Level[2], state.Load[2], copy.Level[2], copy.Load[2]));
        Assert.Equal((0, 0, 1, 1), (state.Level[1], state.Load[1], copy.Level[1], copy.Load[1]));
        state.SetHeld(2, []);
        Assert.Equal((0, 1), (state.Level[2], copy.Level[2]));
    }

    [Fact]
    public void SetHeld_MoreThanThereWasRoomFor_AllOfThem()
    {
        MatchState state = Of(locked: 0);
        state.SetHeld(4, [0, 1, 2]);
        Assert.Equal([0, 1, 2], state.Held(4).ToArray());
        Assert.Equal((3, 3), (state.Level[4], state.Load[4]));
        state.SetHeld(4, [1]);
        Assert.Equal([1], state.Held(4).ToArray());
        Assert.Equal((1, 1), (state.Level[4], state.Load[4]));
    }

    private static MatchState Of(int locked, int seed = 0)
    {
        MatchVisit[] visits = [.. Enumerable.Range(0, 3).Select(i => new MatchVisit($"V{i}", null, new TeamNeed("D", 5)))];
        MatchInspector[] inspectors = [.. Enumerable.Range(0, 5).Select(i => new MatchInspector($"O{i}", "D", 9))];
        MatchProblem problem = MatchProblem.Of(visits, inspectors, null, [.. Enumerable.Range(0, locked).Reverse().Select(i => new LockedSeat("V1", $"O{i}", "D", "群众举报", "head"))]);
        return new MatchState(new MatchGraph(problem, new MatchStream(problem.Digest, MatchVector.Seed($"state {seed}"), "relabel")));
    }
}
