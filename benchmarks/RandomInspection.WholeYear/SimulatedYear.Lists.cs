using System.Globalization;
using NodaTime;
using RandomInspection.Credit;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Planning;

namespace RandomInspection.WholeYear;

/// <content>The dishonesty list: told, heard, decided by somebody else, left again; whoever stands on it counts as class D everywhere.</content>
internal sealed partial class SimulatedYear
{
    /// <summary>An entry that is proposed later could leave the list after the simulation's last day.</summary>
    private const int LastMonthOfListings = 9;

    private readonly SortedDictionary<LocalDate, List<Func<Task>>> _later = [];
    private readonly Dictionary<string, (string Entry, LocalDate On)> _listed = new(StringComparer.Ordinal);
    private readonly HashSet<(string Department, string Subject)> _proposed = [];

    /// <summary>Some penalties lead to the list, none that would tell of a surprise inspection before its end: the subject is told on the same day, may speak for five working days, and the head decides on the next.</summary>
    private async Task ProposeListingAsync(Visit visit)
    {
        string subject = visit.Plan.SubjectCode, department = visit.Team.DepartmentId;
        if (_today.Month > LastMonthOfListings || IsSecret(visit.Id) || !_fate.Strikes("listing", visit.Id, Settings.ListingsPerMille) || _listed.ContainsKey(subject) || !_proposed.Add((department, subject)))
        {
            return;
        }

        DishonestyWorkflow lists = Get<DishonestyWorkflow>();
        Person officer = Officer(_officers[visit.Team.Inspectors[0]]);
        string entry = await lists.ProposeAsync(new Acting(officer, At(17)), subject, "多次违法，受到较重处罚", "总局令第44号 五(一)", $"罚〔{_today.Year}〕{Tally["penalties decided"]}号", CancellationToken.None);
        await lists.TellAsync(new Acting(officer, At(17)), entry, new NoticeService(ServiceMethod.InPerson, _today, ServiceReceipt.Signed), CancellationToken.None);
        Tally.Count("entries on the list proposed");
        Later(3, () => _fate.Strikes("heard", entry, 500)
            ? lists.HearAsync(new Acting(officer, At(10)), entry, _today, "已经整改", "不影响情节认定，不予采纳", CancellationToken.None)
            : lists.WaiveAsync(new Acting(officer, At(10)), entry, _today, CancellationToken.None));
        Later(6, () => DecideListingAsync(entry, subject, department, officer));
    }

    private async Task DecideListingAsync(string entry, string subject, string department, Person officer)
    {
        DishonestyWorkflow lists = Get<DishonestyWorkflow>();
        Acting head = As(department, Role.AuthorityHead, 11);
        if (_fate.Strikes("declined", entry, 100) || _listed.ContainsKey(subject))
        {
            await lists.DeclineAsync(head, entry, "情节轻微", CancellationToken.None);
            Tally.Count("entries declined");
            return;
        }

        await lists.ListAsync(head, entry, string.Create(CultureInfo.InvariantCulture, $"列严〔{_today.Year}〕{entry}"), "性质恶劣、情节严重", "辽监函〔2025〕1号", null, CancellationToken.None);
        Tally.Check("A11 decided after the time to speak", (await lists.FindAsync(entry, CancellationToken.None)).Notice!.StatementUntil < _today, () => entry);
        Tally.Count("entries on the list");
        _listed[subject] = (entry, _today);
        switch (_fate.Below("leaves", entry, 5))
        {
            case 0:
                Later(20, async () =>
                {
                    await lists.RequestExitAsync(new Acting(officer, At(10)), entry, ListingExit.Withdrawal, "所依据的决定已被撤销", CancellationToken.None);
                    await lists.DecideExitAsync(As(department, Role.AuthorityHead, 14), entry, ExitDecision.Granted, "所依据的决定已被撤销", CancellationToken.None);
                    Leave(subject);
                });
                break;
            case 1:
                Later(5, () => lists.AppealAsync(new Acting(officer, At(10)), entry, AppealKind.Reconsideration, "沈阳市人民政府", _today, CancellationToken.None));
                Later(40, async () =>
                {
                    await lists.DecideAppealAsync(new Acting(officer, At(10)), entry, AppealOutcome.Revoked, $"政复〔{_today.Year}〕{entry}", "主要证据不足", _today, CancellationToken.None);
                    Leave(subject);
                });
                break;
            default:
                break;
        }
    }

    private void Leave(string subject)
    {
        _listed.Remove(subject);
        Tally.Count("entries that left the list");
    }

    /// <summary>What is to be done some working days from now.</summary>
    private void Later(int workingDays, Func<Task> step)
    {
        LocalDate on = _calendar.AddWorkingDays(_today, workingDays).Date;
        (_later.TryGetValue(on, out List<Func<Task>>? steps) ? steps : _later[on] = []).Add(step);
    }

    private async Task KeepListsAsync()
    {
        if (_later.Remove(_today, out List<Func<Task>>? steps))
        {
            foreach (Func<Task> step in steps)
            {
                await step();
            }
        }
    }

    /// <summary>Whoever was listed before today counts as class D in a frame of any department; everybody else as the register says.</summary>
    private async Task CheckListedAsync(YearTask task)
    {
        Frame frame = FrameFile.Read(await _draws.FrameFileAsync(task.Draw, task.Id, CancellationToken.None));
        foreach (FrameUnit unit in frame.Units)
        {
            bool listed = _listed.TryGetValue(unit.Id, out (string Entry, LocalDate On) known);
            if (listed && known.On == _today)
            {
                continue; // decided on the day of the freezing: either is right, the record says which
            }

            string expected = listed ? "D" : _subjects[unit.Id].CreditClass;
            Tally.Check("A11 who is listed counts as class D, everybody else as the register says", unit.Class == expected, () => $"{unit.Id} in {task.Id}");
            Tally.Count("listed subjects in frames", listed ? 1 : 0);
        }
    }
}
