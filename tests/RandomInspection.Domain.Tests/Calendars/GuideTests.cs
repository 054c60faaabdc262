using NodaTime;
using RandomInspection.Calendars;

namespace RandomInspection.Tests.Calendars;

/// <summary>What <c>docs/calendars.md</c> shows.</summary>
public class GuideTests
{
    [Fact]
    public void Guide_TenLines_AsWritten()
    {
        WorkingDayCalendar calendar = WorkingDayCalendar.Embedded;

        LocalDate due = calendar.AddWorkingDays(new LocalDate(2026, 2, 10), 10).Date;
        DayExplanation why = calendar.Explain(new LocalDate(2026, 2, 14));

        Deadline publish = DisclosureRules.Shenyang2020.DeadlineFor(DisclosureOccasion.ListDrawn, new LocalDate(2026, 2, 10), calendar);
        string line = $"{publish.Date:R} by {publish.DecidedBy}";

        DeadlineOutcome later = publish.Period.Foresee(new LocalDate(2026, 12, 28), calendar);

        Assert.Equal(new LocalDate(2026, 3, 2), due);
        Assert.Equal((DayKind.MakeUp, "国办发明电〔2025〕7号"), (why.Kind, why.Notice!.Number));
        Assert.Equal("2026-03-02 by shenyang-2020/list (沈政办发〔2020〕19号 三(八))", line);
        Assert.Equal(new LocalDate(2027, 1, 8), Assert.IsType<DeadlineOutcome.Unknown>(later).ConservativeDate);
    }

    [Fact]
    public void Guide_ShortenedNotice_RefusedAsWritten()
    {
        string[] guide = File.ReadAllText(Path.Combine(RepositoryFiles.Vectors, "..", "..", "docs", "calendars.md")).Split("```");
        string json = guide.Single(part => part.StartsWith("json", StringComparison.Ordinal))[4..];
        Assert.Equal("RI4109", NoticeFile.Check(json).Findings[0].Refusal.Code);
    }

    [Fact]
    public void Guide_Refusals_EveryCodeOfTheEngineIsListed()
    {
        string guide = File.ReadAllText(Path.Combine(RepositoryFiles.Vectors, "..", "..", "docs", "calendars.md"));
        string[] codes = ["RI4001", "RI4002", "RI4003", .. Enumerable.Range(4101, 20).Select(code => $"RI{code}"), "RI4131", "RI4132", "RI4133"];
        Assert.All(codes, code => Assert.Contains(code, guide, StringComparison.Ordinal));
    }
}
