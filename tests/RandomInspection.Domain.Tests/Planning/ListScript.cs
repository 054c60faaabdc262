using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Planning;

namespace RandomInspection.Tests.Planning;

/// <summary>A list that tests start from: one cell with two selected and three reserves, one with one selected and none.</summary>
internal static class ListScript
{
    public const string TaskId = "P2026-001-T01";
    public const string Draw = "D2026-0001";
    public const string Supplement = "D2026-0002";

    public static Instant Now { get; } = Instant.FromUtc(2026, 11, 26, 1, 0);

    public static LocalDate DrawnOn { get; } = new(2026, 11, 23);

    public static LocalDate Today { get; } = new(2026, 11, 26);

    public static Cell Many { get; } = new(Stratum.Parse("沈河区"), "A");

    public static Cell Few { get; } = new(Stratum.Parse("沈河区"), "B");

    public static ListPart Drawn { get; } = new(
        Draw,
        Instant.FromUtc(2026, 11, 23, 4, 0),
        [Unit("S1", 1, Many), Unit("S2", 2, Many), Unit("F1", 3, Few)],
        [Unit("R1", 4, Many), Unit("R2", 5, Many), Unit("R3", 6, Many)]);

    public static ListPart Supplementary { get; } = new(
        Supplement, Instant.FromUtc(2026, 11, 26, 4, 0), [Unit("N1", 1, Few, Supplement)], [Unit("N2", 2, Few, Supplement)]);

    public static ImmutableArray<ContactAttempt> Attempts { get; } =
    [
        new(new LocalDate(2026, 11, 25), "电话", "登记电话停机", null, ["chai"]),
        new(new LocalDate(2026, 11, 24), " 上门 ", "门牌号不存在，拍照", new string('a', 64), ["scjg-02", "chai", "chai"]),
    ];

    public static DrawnList New() => Replay([]);

    public static DrawnList Replay(IEnumerable<ListEvent> events) => DrawnList.Replay(TaskId, Drawn, events, draw => draw == Supplement ? Supplementary : throw new ArgumentException(draw));

    public static RegisterReading Register(params (string Unit, SubjectStatus Status)[] says) =>
        new(7, says.ToImmutableDictionary(s => s.Unit, s => s.Status, StringComparer.Ordinal));

    public static ListEvent.Proposed Propose(DrawnList list, string unit, string by = "chai") =>
        list.ProposeReplacement(unit, Attempts, by, DrawnOn, Today, Now);

    public static ListEvent Gone(DrawnList list, string unit) => list.ReplaceGone(unit, Register((unit, SubjectStatus.Deregistered)), Now);

    /// <summary>Everything that can be seen of a list, as text.</summary>
    public static string StateOf(DrawnList list) => string.Join(
        '\n',
        [
            string.Join(' ', list.Draws),
            string.Join(' ', list.Units),
            .. list.Changes.Select(c => $"{c.Number} {c.Unit} {c.Draw} {c.Ground} {c.State} {c.At} {c.DirectoryVersion} {c.By} [{string.Join(' ', c.PassedOver)}] {c.Attempts.Length} {c.ProposedBy} {c.DecidedBy} {c.DeclineReason} {c.SupplementedBy}"),
            string.Join(' ', list.Effected.Select(c => c.Number)),
            $"{list.Supplement} {string.Join(' ', list.VoidedSupplements)} {list.IsSettled}",
        ]);

    private static ListedUnit Unit(string id, int ticket, Cell cell, string draw = Draw)
    {
        byte[] bytes = new byte[32];
        bytes[0] = (byte)ticket;
        return new ListedUnit(id, new Ticket(bytes), cell, draw);
    }
}
