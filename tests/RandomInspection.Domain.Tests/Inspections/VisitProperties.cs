using FsCheck.Xunit;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using static RandomInspection.Tests.Inspections.VisitScript;

namespace RandomInspection.Tests.Inspections;

/// <summary>Whatever is done to a visit, its events tell all of it.</summary>
public sealed class VisitProperties
{
    private static readonly Func<Visit, byte, VisitEvent>[] Commands =
    [
        (v, n) => v.Replace(Replacement(v.Team.Inspectors[n % v.Team.Inspectors.Length], $"scjg-{n:00}")),
        (v, n) => v.Propose($"scjg-{n:00}", (AssignmentCase)(n % 3), "理由", n % 4 == 0 ? "shou" : "qiu", n % 2 == 0 ? v.Team.Inspectors[0] : null),
        (v, _) => v.Assign("shou"),
        (v, n) => v.RefuseProposal(n % 4 == 0 ? " " : "另派", "shou"),
        (v, n) => v.Approve("随机抽查", n % 4 == 0 ? First : "shou"),
        (v, n) => v.EnterCodeAsParty(n % 2 == 0 ? "X" : "Y", "X", Now, From.PlusDays((n % 10) - 2)),
        (v, n) => v.Arrive(v.Team.Inspectors[0], From.PlusDays((n % 10) - 2), [], n % 5 == 0 ? "改日" : null, n % 7 == 0 ? "紧急" : null),
        (v, n) => v.Enter(n % 2 == 0 ? ItemA : ItemB, (ItemResult)(n % 13), n % 3 == 0 ? "" : $"见{n}", v.Team.Inspectors[^1]),
        (v, n) => v.Enter(n % 2 == 0 ? ItemB : ItemA, ItemResult.NoProblemFound, "", v.Team.Inspectors[0]),
        (v, n) => v.Conclude(v.Team.Inspectors[0], Today.PlusDays(n % 3)),
        (v, n) => v.Return("再看", n % 4 == 0 ? First : Outsider),
        (v, n) => v.Audit(n % 4 == 0 ? First : Outsider),
        (v, n) => v.Serve(Service with { On = Today.PlusDays(n % 5) }, v.Team.Inspectors[0], Today.PlusDays(4)),
        (v, n) => v.Decide((MeasureKind)(n % 5), "改正", "法", Today.PlusDays(n % 5), v.Team.Inspectors[0], Today.PlusDays(4)),
        (v, n) => v.Close((ReplacementGround)(n % 4), n + 1, n % 2 == 0 ? null : $"V{n}"),
    ];

    [Property(MaxTest = 400)]
    public void Replay_AnyCommandsTaken_SameAsLived(byte[] commands)
    {
        Visit visit = Visit.Begin(Plan);
        List<VisitEvent> events = [Plan];
        for (int i = 0; i + 1 < commands.Length; i += 2)
        {
            string before = StateOf(visit);
            try
            {
                events.Add(Commands[commands[i] % Commands.Length](visit, commands[i + 1]));
            }
            catch (RefusalException)
            {
                Assert.Equal(before, StateOf(visit)); // a refused command changes nothing
            }

            Assert.Equal(StateOf(visit), StateOf(Visit.Replay(events)));
        }
    }
}
