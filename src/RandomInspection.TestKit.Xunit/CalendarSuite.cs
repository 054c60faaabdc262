using RandomInspection.Calendars;
using Xunit;

namespace RandomInspection.TestKit.Xunit;

/// <summary>工作日历：proves a source of working days.</summary>
public abstract class CalendarSuite : ConformanceSuite<IWorkingDayCalendar>
{
    /// <summary>A suite of the contract <see cref="Contracts.Calendar"/>.</summary>
    protected CalendarSuite()
        : base(Contracts.Calendar)
    {
    }

    /// <summary>The cases.</summary>
    public static IEnumerable<TheoryDataRow<string>> Cases => RowsOf(Contracts.Calendar);

    /// <summary>One case.</summary>
    /// <param name="id">Its id.</param>
    [Theory]
    [MemberData(nameof(Cases))]
    public Task Conforms(string id) => ProveAsync(id);
}
