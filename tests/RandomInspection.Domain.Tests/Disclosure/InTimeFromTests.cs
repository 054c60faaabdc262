using NodaTime;
using RandomInspection.Disclosure;

namespace RandomInspection.Tests.Disclosure;

/// <summary>The boundary between yellow and green that lists are filtered by is the one that each row is coloured by.</summary>
public class InTimeFromTests
{
    [Fact]
    public void InTimeFrom_EveryDayOfTheYear_DividesAsUrgencyDoes()
    {
        for (LocalDate today = new(2026, 1, 5); today < new LocalDate(2026, 12, 1); today = today.PlusDays(1))
        {
            LocalDate boundary = ObligationView.InTimeFrom(today, Duties.Calendar);
            for (LocalDate due = today; due < today.PlusDays(20); due = due.PlusDays(1))
            {
                Assert.Equal((today, due, due < boundary ? Urgency.DueSoon : Urgency.InTime), (today, due, Duties.Row(due).UrgencyOn(today, Duties.Calendar)));
            }
        }
    }
}
