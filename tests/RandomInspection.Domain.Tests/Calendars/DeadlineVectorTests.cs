using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using RandomInspection.Calendars;

namespace RandomInspection.Tests.Calendars;

/// <summary>The cases of <c>vectors/calendar/deadlines.json</c>, made by another implementation.</summary>
public class DeadlineVectorTests
{
    private static readonly LegalBasis Basis = new("vectors/calendar/deadlines.json");

    public static TheoryData<string> CaseIds => [.. Cases().Select(found => found.Key)];

    [Fact]
    public void Vectors_AreThere_Forty() => Assert.Equal(40, Cases().Count);

    [Theory]
    [MemberData(nameof(CaseIds))]
    public void DeadlineFor_VectorCase_ExpectedDate(string id)
    {
        JsonElement vector = Cases()[id];
        WorkingDayCalendar calendar = CalendarOf(vector);
        int n = vector.TryGetProperty("n", out JsonElement number) ? number.GetInt32() : 0;
        switch (vector.GetProperty("rule").GetString())
        {
            case "workingDays" when vector.TryGetProperty("expectedError", out JsonElement error):
                CheckRefusal(vector, calendar, n, error.GetString()!);
                break;
            case "workingDays":
                CheckWorkingDays(vector, calendar, n);
                break;
            case "workingDaysBefore":
                LocalDate hearing = Date(vector, "event");
                Assert.Equal(Date(vector, "expected"), new LegalPeriod.WorkingDaysBefore(n, Basis, BeforeReading.NthDay).DeadlineFor(hearing, calendar).Date);
                Assert.Equal(Date(vector, "expectedClearDays"), new LegalPeriod.WorkingDaysBefore(n, Basis).DeadlineFor(hearing, calendar).Date);
                break;
            case "naturalDays":
                CheckRolled(vector, new LegalPeriod.NaturalDays(n, Basis).DeadlineFor(Date(vector, "event"), calendar));
                break;
            case "months":
                CheckRolled(vector, new LegalPeriod.Months(n, Basis).DeadlineFor(Date(vector, "event"), calendar));
                break;
            case "minimumPeriod":
                Assert.Equal("workingDays", vector.GetProperty("unit").GetString());
                Deadline minimum = new LegalPeriod.AtLeast(new LegalPeriod.WorkingDays(n, Basis)).DeadlineFor(Date(vector, "event"), calendar);
                Assert.Equal(Date(vector, "lastDisplayDay"), minimum.Date);
                Assert.Equal(Date(vector, "earliestNextActionDate"), minimum.EarliestNextAction);
                Assert.Equal(Date(vector, "earliestNextWorkingDay"), calendar.SameOrNextWorkingDay(minimum.EarliestNextAction).Date);
                break;
            case "workingDaysWithSuspension":
                CheckSuspended(vector, calendar, n);
                break;
            case "workingDaysFromInstant":
                CheckInstant(vector, calendar, n);
                break;
            case "countWorkingDays (from, to]":
                Assert.Equal(vector.GetProperty("expected").GetInt32(), calendar.CountWorkingDays(Date(vector, "from"), Date(vector, "to")).WorkingDays);
                break;
            default:
                Assert.Fail($"Unknown rule in {id}.");
                break;
        }
    }

    private static void CheckRefusal(JsonElement vector, WorkingDayCalendar calendar, int n, string error)
    {
        LocalDate day = Date(vector, "event");
        if (error == "ArgumentOutOfRange")
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => calendar.AddWorkingDays(day, n));
            Assert.Throws<ArgumentOutOfRangeException>(() => new LegalPeriod.WorkingDays(n, Basis));
            return;
        }

        CalendarCoverageException refused = Assert.Throws<CalendarCoverageException>(() => calendar.AddWorkingDays(day, n));
        Assert.Equal(day, refused.RequestedDate);
        Assert.Equal(Date(vector, "firstUncoveredDay"), refused.FirstUncoveredDay);
        Assert.False(calendar.TryAddWorkingDays(day, n, out _));
    }

    private static void CheckWorkingDays(JsonElement vector, WorkingDayCalendar calendar, int n)
    {
        LocalDate day = Date(vector, "event");
        Deadline deadline = new LegalPeriod.WorkingDays(n, Basis).DeadlineFor(day, calendar);
        Assert.Equal(Date(vector, "expected"), deadline.Date);
        Assert.Equal(calendar.AddWorkingDays(day, n), new CalendarDate(deadline.Date, deadline.Certainty));
        bool tailOpen = vector.TryGetProperty("certainty", out JsonElement certainty) && certainty.GetString() == "tailOpen";
        Assert.Equal(tailOpen, deadline.Certainty == Certainty.TailOpen);
        Assert.Equal(vector.GetProperty("eventIsWorkingDay").GetBoolean(), calendar.IsWorkingDay(day));
        Assert.All(vector.GetProperty("counted").EnumerateArray(), counted => Assert.True(calendar.IsWorkingDay(Parse(counted))));
        Assert.All(vector.GetProperty("skipped").EnumerateArray(), skipped => Assert.False(calendar.IsWorkingDay(Parse(skipped))));
    }

    private static void CheckRolled(JsonElement vector, Deadline deadline)
    {
        Assert.Equal(Date(vector, "expected"), deadline.Date);
        Assert.Equal(Date(vector, "lastDayBeforeRoll"), deadline.DateBeforeRoll);
        Assert.Equal(vector.GetProperty("rolled").GetBoolean(), deadline.Date != deadline.DateBeforeRoll);
    }

    private static void CheckSuspended(JsonElement vector, WorkingDayCalendar calendar, int n)
    {
        LocalDate day = Date(vector, "event");
        LegalPeriod.WorkingDays period = new(n, Basis);
        PeriodChange[] suspensions = [.. vector.GetProperty("suspensions").EnumerateArray()
            .Select(suspension => new PeriodChange.Suspended(Date(suspension, "start"), Date(suspension, "end")))];
        Assert.Equal(Date(vector, "expected"), period.DeadlineFor(day, calendar, suspensions).Date);
        Assert.Equal(Date(vector, "expected"), period.DeadlineFor(day, calendar, suspensions.Reverse()).Date);
        Assert.Equal(Date(vector, "unsuspended"), period.DeadlineFor(day, calendar).Date);
    }

    private static void CheckInstant(JsonElement vector, WorkingDayCalendar calendar, int n)
    {
        Instant moment = Moment(vector, "eventInstant");
        LocalTime closing = new(17, 30);
        ReceiptPolicy policy = vector.GetProperty("afterHoursPolicy").GetString() == "sameDay" ? ReceiptPolicy.SameDay : ReceiptPolicy.NextWorkingDayIfAfterHours(closing);
        Deadline deadline = new LegalPeriod.WorkingDays(n, Basis).DeadlineFor(moment, calendar, policy);
        Assert.Equal(Date(vector, "day0"), deadline.EventDay);
        Assert.Equal(Date(vector, "expected"), deadline.Date);
        Assert.Equal(Moment(vector, "deadlineInstantExclusive"), deadline.EndsBefore);
        if (vector.TryGetProperty("businessCloseInstant", out _))
        {
            Assert.Equal(Moment(vector, "businessCloseInstant"), LegalTime.CloseOf(deadline.Date, closing));
        }
    }

    private static WorkingDayCalendar CalendarOf(JsonElement vector)
    {
        WorkingDayCalendar calendar = WorkingDayCalendar.Embedded;
        if (vector.TryGetProperty("asOf", out JsonElement asOf))
        {
            calendar = calendar.AsKnownOn(Parse(asOf));
        }

        return vector.TryGetProperty("region", out _) ? calendar.With(Sources.Guangxi2026) : calendar;
    }

    private static Dictionary<string, JsonElement> Cases()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryFiles.Vectors, "calendar", "deadlines.json")));
        return document.RootElement.GetProperty("cases").EnumerateArray().ToDictionary(vector => vector.GetProperty("id").GetString()!, vector => vector.Clone());
    }

    private static LocalDate Date(JsonElement parent, string member) => Parse(parent.GetProperty(member));

    private static LocalDate Parse(JsonElement date) => LocalDatePattern.Iso.Parse(date.GetString()!).Value;

    private static Instant Moment(JsonElement parent, string member) => InstantPattern.ExtendedIso.Parse(parent.GetProperty(member).GetString()!).Value;
}
