using RandomInspection.SampleData;
using RandomInspection.WholeYear;

namespace RandomInspection.Tests.Acceptance;

/// <summary>A small city's year, day by day, through every workflow: no rule is broken, and every figure is the sum of its parts.</summary>
public sealed class WholeYearTests
{
    [Fact]
    public async Task RunAsync_SmallCity_NoRuleIsBroken()
    {
        SimulatedYear year = new(new Settings(2025, [.. SampleSubjects.Generate(1_500)], 104, 14, 24, 7));
        await year.RunAsync(null);
        await YearRules.CheckAsync(year);
        Assert.Empty(year.Tally.Broken);

        // What a year is about happened at all: otherwise the rules were checked on nothing.
        Assert.Equal(14 * 24, year.Tally["visits concluded"] + year.Tally["subjects for whom no reserve was left"]); // chance decides how many a small cell has
        Assert.All(
            [
                "joint tasks", "ad-hoc tasks approved", "plans approved", "result CannotBeContacted", "result OrderedToCorrect", "published in time", "checked: C5 a match recomputes to its digest",
                "surprise tasks approved", "entries in the sealed log", "secret ended: VisitsEnded", "duties deferred until a secret ended", "published after a secret, by the head's decision",
                "checked: A9 nothing of a surprise is in the public log before its end", "checked: A9 a day's commitment opens to the sealed log as it stood",
                "entries on the list", "checked: A11 who is listed counts as class D, everybody else as the register says", "recusals granted", "officers who fell ill", "visits approved beforehand",
                "checked: A12 a figure of supervision is what is counted by hand",
            ],
            what => Assert.True(year.Tally[what] > 0, what));
        Assert.NotEmpty(await YearReport.OfAsync(year));
    }

    [Fact]
    public async Task RunAsync_AnOfficerTooFew_TheRulesSayWhich()
    {
        SimulatedYear year = new(new Settings(2025, [.. SampleSubjects.Generate(600)], 26, 2, 12, 7));
        await year.RunAsync(null);
        await YearRules.CheckAsync(year);
        Assert.Contains(year.Tally.Broken, broken => broken.StartsWith("B42", StringComparison.Ordinal) || broken.StartsWith("A8", StringComparison.Ordinal) || broken.StartsWith("every subject", StringComparison.Ordinal));
    }
}
