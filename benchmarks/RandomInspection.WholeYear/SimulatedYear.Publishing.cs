using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Disclosure;
using RandomInspection.Ledger;

namespace RandomInspection.WholeYear;

/// <content>Publishers, and the board that they look at.</content>
internal sealed partial class SimulatedYear
{
    private readonly Dictionary<string, LocalDate> _publishOn = new(StringComparer.Ordinal);

    /// <summary>Every publisher publishes what is ripe: some days after the event, a few only after somebody has seen red.</summary>
    private async Task PublishAsync()
    {
        ImmutableArray<ObligationView> open = await _views.QueryAllAsync(new OpenObligations(), CancellationToken.None);
        foreach (ObligationView duty in open.Where(d => !_publishOn.ContainsKey(d.Key)))
        {
            LocalDate due = DueByHand(duty);
            Tally.Check("A9 deadline as counted by hand", duty.DueOn == due, () => $"{duty.Key}: {duty.DueOn:R}, by hand {due:R}");
            bool forgotten = _fate.Strikes("forgotten", duty.Key, Settings.ForgottenPerMille);
            int days = forgotten ? Period(duty.Occasion) + 1 + _fate.Below("late", duty.Key, 4) : 1 + _fate.Below("published", duty.Key, Period(duty.Occasion));
            _publishOn.Add(duty.Key, LocalDate.Max(_today, _calendar.AddWorkingDays(duty.EventDay, days).Date));
            Tally.Count("duties to publish");
        }

        // What was secret goes out by itself, on the first working day after its end.
        foreach (IGrouping<(string Id, bool Sealed), ObligationView> department in open.Where(d => _publishOn[d.Key] <= _today && !IsSecret(d.Key))
            .GroupBy(d => (d.DepartmentId, SecretNumbers.Has(d.Key))))
        {
            await _disclosure.PublishAsync(As(department.Key.Id, Role.Publisher, 17), [.. department.Select(d => d.Key)], "国家企业信用信息公示系统（辽宁）", CancellationToken.None);
            foreach (ObligationView duty in department)
            {
                Tally.Count(_today <= duty.DueOn ? "published in time" : _today <= LastDayByHand(duty) ? "published after a secret, by the head's decision" : "published late");
                Tally.Count("working days until publication", _calendar.CountWorkingDays(duty.EventDay, _today).WorkingDays);
                Tally.Count("calendar days until publication", NodaTime.Period.DaysBetween(duty.EventDay, _today));
            }
        }

        await Get<Publications>().ReleaseAsync(At(18), CancellationToken.None);
    }

    /// <summary>What is overdue must be red on that very day, and nothing else.</summary>
    private async Task LookAtTheBoardAsync()
    {
        ImmutableArray<ObligationView> open = await _views.QueryAllAsync(new OpenObligations(), CancellationToken.None);
        foreach (ObligationView duty in open.Where(d => _publishOn.ContainsKey(d.Key)))
        {
            bool late = DueByHand(duty) < _today; // what waits for the end of a secret stays flagged
            Tally.Check("A9 overdue is red on the day, and nothing else is", late == (duty.UrgencyOn(_today, _calendar) == Urgency.Overdue), () => $"{duty.Key} on {_today:R}");
            Tally.Count("days on which something was red", late ? 1 : 0);
        }
    }

    /// <summary>The last day, or until when the head let it wait for the end of a secret.</summary>
    private LocalDate LastDayByHand(ObligationView duty) => duty.DeferredUntil is { } until ? LocalDate.Max(DueByHand(duty), _calendar.AddWorkingDays(until, 1).Date) : DueByHand(duty);

    /// <summary>Counted one day after the other: the day of the event is not counted, holidays are not, make-up days are.</summary>
    private LocalDate DueByHand(ObligationView duty)
    {
        // An ad-hoc task is published with its list; the national limit stands over it.
        if (duty.Occasion == DisclosureOccasion.AdHocTaskApproved)
        {
            LocalDate national = After(duty.EventDay, 20);
            return _all.Find(t => t.Id.StartsWith(duty.About, StringComparison.Ordinal)) is { Draw.Length: > 0 } task ? LocalDate.Min(national, After(task.DrawOn, 10)) : national;
        }

        return After(duty.EventDay, Period(duty.Occasion));

        LocalDate After(LocalDate day, int workingDays)
        {
            for (int left = workingDays; left > 0; left -= _calendar.IsWorkingDay(day) ? 1 : 0)
            {
                day = day.PlusDays(1);
            }

            return day;
        }
    }

    private static int Period(DisclosureOccasion occasion) => occasion switch
    {
        DisclosureOccasion.MeasureDecided or DisclosureOccasion.PenaltyDecided or DisclosureOccasion.ListingDecided => 7,
        DisclosureOccasion.DecisionWithdrawn => 3,
        _ => 10,
    };
}
