using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Drawing;
using RandomInspection.Planning;

namespace RandomInspection.Tests.Planning;

/// <summary>What a task may draw where neither its subjects nor its inspectors can be drawn, and what is refused.</summary>
public sealed class TaskChoicesTests
{
    private static readonly PlannedTask Task = new("P2026-001-T01", "食品经营抽查", ["SCJG-01", "SCJG-02"], new LocalDate(2026, 11, 1), new LocalDate(2026, 12, 31));

    [Fact]
    public void Checked_Sound_TextsTrimmed()
    {
        TaskChoices found = new TaskChoices(ChoiceKind.Time, [new("2026-11-01", " 首日 "), new("2026-12-31", "末日"), new("2026-W49", "第 49 周")], 1, " 不宜随机抽取对象 ").Checked(Task);
        Assert.Equal(["首日", "末日", "第 49 周", "不宜随机抽取对象"], [.. found.Options.Select(o => o.Label), found.Reason]);
        Assert.Equal(new DateInterval(new LocalDate(2026, 11, 1), new LocalDate(2026, 11, 1)), found.Options[0].WithinOf(Task));
        Assert.Equal(new DateInterval(new LocalDate(2026, 11, 30), new LocalDate(2026, 12, 6)), found.Options[2].WithinOf(Task));
        Assert.Equal(new DateInterval(Task.From, new LocalDate(2026, 11, 30)), new TaskChoice("2026-11", "").WithinOf(Task));
    }

    [Theory]
    [InlineData("2026-10-31")]
    [InlineData("2027-01-01")]
    [InlineData("0000-01-01")]
    [InlineData("0000-W01")]
    [InlineData("0000-01")]
    [InlineData("周一")]
    public void WithinOf_NoTimeOfTheTask_None(string id) => Assert.Null(new TaskChoice(id, "").WithinOf(Task));

    [Fact]
    public void Checked_TooFewOrWrongNumber_Refused()
    {
        RefusalAssert.Input("RI2450", () => new TaskChoices(ChoiceKind.Method, default, 1, "理由").Checked(Task), ("count", "0"), ("least", "2"));
        RefusalAssert.Input("RI2450", () => new TaskChoices(ChoiceKind.Method, [new("a", "甲")], 1, "理由").Checked(Task), ("count", "1"), ("least", "2"));
        (ChoiceKind Kind, int Take, string Least, string Most)[] cases =
        [
            (ChoiceKind.Order, 2, "3", "3"), (ChoiceKind.Order, 4, "3", "3"), (ChoiceKind.Time, 0, "1", "1"), (ChoiceKind.Time, 2, "1", "1"), (ChoiceKind.Method, 0, "1", "2"), (ChoiceKind.Area, 3, "1", "2"),
        ];
        foreach ((ChoiceKind kind, int take, string least, string most) in cases)
        {
            RefusalAssert.Input(
                "RI2451", () => new TaskChoices(kind, [new("a", "甲"), new("b", "乙"), new("c", "丙")], take, "理由").Checked(Task), ("take", $"{take}"), ("least", least), ("most", most), ("count", "3"));
        }
    }

    [Fact]
    public void Checked_MalformedChoice_RefusedByWhatItIs()
    {
        RefusalAssert.Input(
            "RI2452", () => new TaskChoices(ChoiceKind.Time, [new("2026-11-02", "一"), new("2027-01-01", "二")], 1, "理由").Checked(Task), ("choice", "2027-01-01"), ("from", "2026-11-01"), ("to", "2026-12-31"));
        RefusalAssert.Input("RI2453", () => new TaskChoices(ChoiceKind.Content, [new("SCJG-01", "一"), new("SCJG-09", "二")], 1, "理由").Checked(Task), ("item", "SCJG-09"), ("task", Task.TaskId));
        RefusalAssert.Input("RI2007", () => new TaskChoices(ChoiceKind.Method, [new("a", "甲"), new("b", " ")], 1, "理由").Checked(Task), ("fieldZh", "选项名称"), ("fieldEn", "The name of a choice"), ("most", "100"));
        RefusalAssert.Input("RI2007", () => new TaskChoices(ChoiceKind.Method, [new("a", "甲"), new("b", "乙")], 1, "").Checked(Task), ("fieldZh", "理由"), ("fieldEn", "Reason"), ("most", "100"));
    }

    [Fact]
    public void RequireDrawnTime_AMatchOutsideIt_RI2459()
    {
        InspectionTask task = InspectionTask.Replay(Task.TaskId, []);
        task.RequireDrawnTime(Task, Task.From, Task.To);
        task.Declare(new TaskChoices(ChoiceKind.Time, [new("2026-W48", "一"), new("2026-W49", "二")], 1, "理由"), Task, "ni");
        Assert.Throws<InvalidOperationException>(() => task.BindChoices(ChoiceKind.Time, ["2026-W49"]));
        task.FreezeChoices(ChoiceKind.Time, "D2026-0001");
        task.BindChoices(ChoiceKind.Time, ["2026-W49"]);
        LocalDate first = new(2026, 11, 30), last = new(2026, 12, 6);
        Assert.Equal(new DateInterval(first, last), task.DrawnTime(Task));
        task.RequireDrawnTime(Task, first, last);
        task.RequireDrawnTime(Task, first.PlusDays(1), first.PlusDays(1));
        foreach ((LocalDate from, LocalDate to) in ((LocalDate, LocalDate)[])[(first.PlusDays(-1), last), (first, last.PlusDays(1)), (Task.From, Task.To)])
        {
            RefusalAssert.Input(
                "RI2459",
                () => task.RequireDrawnTime(Task, from, to),
                ("task", Task.TaskId),
                ("from", $"{from:uuuu-MM-dd}"),
                ("to", $"{to:uuuu-MM-dd}"),
                ("drawnFrom", "2026-11-30"),
                ("drawnTo", "2026-12-06"),
                ("draw", "D2026-0001"));
        }

        Assert.Throws<ArgumentNullException>("planned", () => task.RequireDrawnTime(null!, first, last));
    }
}
