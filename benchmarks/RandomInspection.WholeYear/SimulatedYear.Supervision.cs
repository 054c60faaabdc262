using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Disclosure;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.Supervision;

namespace RandomInspection.WholeYear;

/// <content>The supervisor, who looks at the alerts on the first of each month.</content>
internal sealed partial class SimulatedYear
{
    /// <summary>What is overdue, expiring or too small must be among the alerts on that day, and nothing else.</summary>
    private async Task SuperviseAsync()
    {
        if (_today.Day != 1)
        {
            return;
        }

        AlertRules rules = AlertRules.Of(PlanRules.Shenyang);
        SupervisionRows rows = await Get<SupervisionReader>().ReadAsync(CancellationToken.None);
        ILookup<AlertKind, string> alerts = SupervisionAlerts.Of(rows, SupervisionScope.OfYear(_settings.Year), rules, _today).ToLookup(alert => alert.Kind, alert => alert.About);
        ImmutableArray<ObligationView> open = await _views.QueryAllAsync(new OpenObligations(), CancellationToken.None);
        Same(AlertKind.PublicationOverdue, open.Where(duty => LastDayByHand(duty) < _today).Select(duty => duty.Key));
        Same(AlertKind.VisitOverdue, []); // every visit was made within its period
        Same(AlertKind.CertificateExpiring, _officers.Values.Where(o => o.Certificates.Max(c => c.ValidTo) <= _today.PlusDays(rules.CertificateDays)).Select(o => o.Id));
        Same(
            AlertKind.SmallPool,
            City.Departments.Select(d => d.Id)
                .Where(d => _all.Any(t => t.Department == d && t.Id.Length > 0 && t.To >= _today))
                .Where(d => _officers.Values.Count(o => o.DepartmentId == d && o.Certificates.Any(c => c.ValidFrom <= _today && _today <= c.ValidTo)) < rules.LeastPool));

        void Same(AlertKind kind, IEnumerable<string> byHand)
        {
            HashSet<string> expected = [.. byHand];
            Tally.Check("A12 what a supervisor should look at is among the alerts, and nothing else", expected.SetEquals(alerts[kind]), () => $"{kind} on {_today:R}: {string.Join(", ", expected.Except(alerts[kind]).Take(3))}");
            Tally.Count($"alerts on the first of a month: {kind}", expected.Count);
        }
    }
}
