using NodaTime;
using RandomInspection.Inspections;
using RandomInspection.Matching;

namespace RandomInspection.Tests.Inspections;

/// <summary>Who has to rotate, by what was inspected before.</summary>
public sealed class RotationRulesTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a:clean", "a RI3003")]
    [InlineData("a:clean b:clean", "b RI3003")]
    [InlineData("ab:clean c:problem", "c RI3003")]
    [InlineData("a:clean a:clean", "a RI3003")]
    [InlineData("a:clean a:clean a:clean", "a RI3003,a RI3004")]
    [InlineData("a:clean a:problem a:clean", "a RI3003")]
    [InlineData("a:problem a:clean a:clean a:clean b:problem", "a RI3004,b RI3003")]
    [InlineData("a:clean b:clean a:clean b:clean a:clean", "a RI3003,a RI3004")]
    [InlineData("a:clean a:clean a:gone", "a RI3003")]
    public void Exclusions_History_AsTheTable(string history, string due)
    {
        PastSeat[] seats = [.. Seats(history)];
        string[] found = [.. RotationRules.Default.Exclusions(seats, CleanVisitPolicy.Rotate).Select(e => $"{e.Inspector} {e.Code}")];
        Assert.Equal(due.Length == 0 ? [] : due.Split(','), found);

        // The order in which history is told does not matter; a reason lifts the rule of clean visits and no other.
        Assert.Equal(found, RotationRules.Default.Exclusions(seats.Reverse(), CleanVisitPolicy.Rotate).Select(e => $"{e.Inspector} {e.Code}"));
        Assert.Equal(
            found.Where(f => !f.EndsWith(MatchingReasons.Rotation.Code, StringComparison.Ordinal)),
            RotationRules.Default.Exclusions(seats, CleanVisitPolicy.KeepWithReason).Select(e => $"{e.Inspector} {e.Code}"));
    }

    [Fact]
    public void Exclusions_TwoDepartmentsAndSubjects_HistoriesApart()
    {
        PastSeat[] seats =
        [
            new("S1", "market", "V1", "a", new LocalDate(2026, 1, 1), Conclusion.NoProblemFound),
            new("S1", "ecology", "W1", "x", new LocalDate(2026, 2, 1), Conclusion.NoProblemFound),
            new("S2", "market", "V2", "b", new LocalDate(2026, 3, 1), Conclusion.NoProblemFound),
        ];
        Assert.Equal(
            [new MatchExclusion("S1", "a", "RI3003"), new MatchExclusion("S1", "x", "RI3003"), new MatchExclusion("S2", "b", "RI3003")],
            RotationRules.Default.Exclusions(seats, CleanVisitPolicy.Rotate));
    }

    [Fact]
    public void Exclusions_NoCleanVisits_Refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RotationRules(0).Exclusions([], CleanVisitPolicy.Rotate).ToArray());

    private static IEnumerable<PastSeat> Seats(string history) =>
        history.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany((visit, i) => visit.Split(':')[0].Select(officer => new PastSeat(
            "S1",
            "market",
            $"V{i}",
            $"{officer}",
            new LocalDate(2026, 1, 1).PlusDays(i),
            visit.Split(':')[1] switch { "clean" => Conclusion.NoProblemFound, "gone" => Conclusion.CannotBeContacted, _ => Conclusion.ProblemsFound })));
}
