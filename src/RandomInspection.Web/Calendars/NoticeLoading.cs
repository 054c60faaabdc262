using System.Collections.Immutable;
using System.Text;
using RandomInspection.Calendars;
using RandomInspection.Disclosure;
using RandomInspection.Ledger;

namespace RandomInspection.Web.Calendars;

/// <summary>The way of a notice into the calendar: checked, kept, looked at, loaded. Only the last step changes anything.</summary>
internal sealed class NoticeLoading(
    IEvidenceStore evidence, ILedger ledger, IViews views, EventCodec codec, CalendarInUse calendars, DisclosureWorkflow workflow, DisclosureRules rules)
{
    /// <summary>Keeps notices that can be loaded, as our JSON: what is looked at next, and then loaded, is exactly that.</summary>
    /// <returns>Its digest.</returns>
    /// <exception cref="InputRefusedException">They do not fit those in use (RI41xx), or say nothing new (RI2210).</exception>
    public async Task<string> KeepAsync(ImmutableArray<HolidayNotice> notices, CancellationToken cancellation)
    {
        (WorkingDayCalendar calendar, _) = await calendars.ReadAsync(cancellation);
        _ = Newer(calendar, notices);
        return await evidence.PutAsync(Encoding.UTF8.GetBytes(NoticeFile.Write(notices)), cancellation);
    }

    /// <summary>What loading a kept file would change.</summary>
    /// <exception cref="InputRefusedException">It is not kept (RI7109), or can no longer be loaded (RI41xx, RI2210).</exception>
    public async Task<NoticePreview> PreviewAsync(string digest, CancellationToken cancellation)
    {
        string text = await NoticeText.KeptAsync(evidence, digest, cancellation);
        (WorkingDayCalendar calendar, _) = await calendars.ReadAsync(cancellation);
        NoticeCheck check = NoticeFile.Check(text, known: calendar);
        WorkingDayCalendar newer = Newer(calendar, NoticeFile.Parse(text, known: calendar));
        List<ChangedDeadline> changed = [];
        foreach (ObligationView row in await new Planning.OpenViews(views).QueryAllAsync(new OpenObligations(), cancellation))
        {
            DisclosureObligation open = await workflow.FindAsync(row.Key, cancellation);
            DueDate before = open.Due;
            if (open.Recompute(DueDate.By(rules, open.Origin.Occasion, open.Origin.EventDay, newer)) is { } recomputed)
            {
                changed.Add(new ChangedDeadline(row, before, recomputed.Due));
            }
        }

        return new NoticePreview(check, calendar, newer, [.. changed]);
    }

    /// <summary>Loads a kept file.</summary>
    /// <param name="acting">An administrator.</param>
    /// <param name="digest">The file.</param>
    /// <param name="seen">The version of the calendar that the administrator looked at.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>The number of the load: the first file is 1.</returns>
    /// <exception cref="InputRefusedException">The calendar is another by now (RI2211), or the workflow refuses otherwise (RI41xx, RI2210, RI2013).</exception>
    /// <exception cref="AppendConflictException">Somebody else was faster (RI6001).</exception>
    public async Task<int> LoadAsync(Planning.Acting acting, string digest, string seen, CancellationToken cancellation)
    {
        string text = await NoticeText.KeptAsync(evidence, digest, cancellation);
        (_, int version) = await calendars.ReadAsync(cancellation);
        await workflow.LoadNoticesAsync(acting, text, null, seen, cancellation);
        return version + 1; // the workflow refuses another calendar, and the ledger a load in between
    }

    /// <summary>All loads, the first one first.</summary>
    public Task<ImmutableArray<LedgerEntry>> LoadsAsync(CancellationToken cancellation) => ledger.ReadStreamAsync(CalendarInUse.Stream, cancellation);

    /// <summary>The notices that a load named.</summary>
    public NoticesLoaded Said(LedgerEntry load) => (NoticesLoaded)codec.Decode(load);

    /// <summary>The deadlines that changed with a load: they stand behind it in the ledger, written in the same transaction.</summary>
    public async Task<ImmutableArray<ChangedDeadline>> ChangedWithAsync(LedgerEntry load, CancellationToken cancellation)
    {
        const int Page = 500;
        List<ChangedDeadline> changed = [];
        long after = load.Sequence;
        while (true)
        {
            ImmutableArray<LedgerEntry> entries = await ledger.ReadAsync(LedgerLog.Public, after, Page, cancellation);
            foreach (LedgerEntry entry in entries)
            {
                if (entry.At != load.At || codec.Decode(entry) is not DisclosureEvent.Recomputed recomputed)
                {
                    return [.. changed];
                }

                changed.Add(await ChangeAsync(entry, recomputed, cancellation));
            }

            if (entries.Length < Page)
            {
                return [.. changed];
            }

            after = entries[^1].Sequence;
        }
    }

    private async Task<ChangedDeadline> ChangeAsync(LedgerEntry entry, DisclosureEvent.Recomputed recomputed, CancellationToken cancellation)
    {
        ImmutableArray<LedgerEntry> stream = await ledger.ReadStreamAsync(entry.Stream, cancellation);
        DisclosureObligation before = DisclosureObligation.Replay([.. stream.Where(e => e.Version < entry.Version).Select(e => (DisclosureEvent)codec.Decode(e))]);
        return new ChangedDeadline(ObligationView.Of(before), before.Due, recomputed.Due);
    }

    private static WorkingDayCalendar Newer(WorkingDayCalendar calendar, ImmutableArray<HolidayNotice> notices)
    {
        WorkingDayCalendar newer = calendar.With(notices);
        return newer.Version != calendar.Version
            ? newer
            : throw DisclosureRefusals.NoticeKnown.Refuse(("notices", string.Join(", ", notices.Select(n => n.Number))));
    }
}
