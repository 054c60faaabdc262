using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Disclosure;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.WholeYear;

/// <summary>What must hold at the end of the year: every draw and match recomputed, nobody visited too often, and every figure the sum of its parts.</summary>
internal static class YearRules
{
    /// <summary>Checks everything; what is wrong is in the tally.</summary>
    public static async Task CheckAsync(SimulatedYear year)
    {
        Tally tally = year.Tally;
        IViews views = year.Library.GetRequiredService<IViews>();
        await VerifyDrawsAsync(year, views);
        ImmutableArray<VisitView> visits = await views.QueryAllAsync(new VisitsSince(new LocalDate(1900, 1, 1)), CancellationToken.None);
        CheckBurden(visits, tally);
        await CheckFiguresAsync(year, views, visits);
        await FoldAsync(year, views);
        await YearFigures.CheckAsync(year, year.Today);
    }

    private static async Task VerifyDrawsAsync(SimulatedYear year, IViews views)
    {
        DrawWorkflow draws = year.Library.GetRequiredService<DrawWorkflow>();
        MatchWorkflow matches = year.Library.GetRequiredService<MatchWorkflow>();
        RecordVerifier verifier = year.Library.GetRequiredService<RecordVerifier>();
        foreach (DrawView draw in await views.QueryAllAsync(new AllDraws(), CancellationToken.None))
        {
            byte[] record = (await draws.AuditorRecordAsync(draw.Key, CancellationToken.None))!;
            Dictionary<string, byte[]> frames = [];
            Dictionary<string, FrameKey> keys = [];
            foreach (string task in draw.TaskIds)
            {
                frames.Add(task, await draws.FrameFileAsync(draw.Key, task, CancellationToken.None));
                keys.Add(task, await draws.FrameKeyAsync(draw.Key, task, CancellationToken.None));
            }

            RecordVerification found = verifier.Verify(record, frames, keys);
            year.Tally.Check("C2 a draw's record verifies with its frames", found.Verifies, () => draw.Key);
        }

        foreach (string match in year.Tasks.Select(t => t.Match).Where(m => m.Length > 0).Distinct())
        {
            (_, Matching.MatchResult again) = (await matches.RecomputeAsync(match, CancellationToken.None))!.Value;
            DrawCeremony ceremony = await draws.FindAsync(match, CancellationToken.None);
            year.Tally.Check("C5 a match recomputes to its digest", again.Digest.Hex == ceremony.Matching!.Result.ResultDigest, () => match);
        }
    }

    /// <summary>One authority, one enterprise, once a year; a joint visit is one, and a surprise is the named exception: nobody may learn of it by resting.</summary>
    private static void CheckBurden(ImmutableArray<VisitView> visits, Tally tally)
    {
        foreach (IGrouping<(string, string), VisitView> pair in visits.Where(v => v.ConcludedOn is not null && !SecretNumbers.Has(v.TaskId)).GroupBy(v => (v.SubjectCode, v.DepartmentId)))
        {
            tally.Check("B same authority, same enterprise, once a year", pair.Select(v => (v.Match, v.JointVisit)).Distinct().Count() == 1, () => $"{pair.Key}: {string.Join(", ", pair.Select(v => v.Key))}");
        }

        foreach (IGrouping<string, VisitView> subject in visits.Where(v => v.ConcludedOn is not null).GroupBy(v => v.SubjectCode))
        {
            int days = subject.Select(v => v.ConcludedOn).Distinct().Count();
            tally.Count("subjects visited");
            tally.Count($"subjects visited on {Math.Min(days, 5)}{(days >= 5 ? " or more" : "")} days");
        }
    }

    private static async Task CheckFiguresAsync(SimulatedYear year, IViews views, ImmutableArray<VisitView> visits)
    {
        Tally tally = year.Tally;
        DrawWorkflow draws = year.Library.GetRequiredService<DrawWorkflow>();
        long listed = 0;
        foreach (YearTask task in year.Tasks)
        {
            DrawnList list = (await draws.FindListAsync(task.Id, CancellationToken.None))!;
            int ended = visits.Count(v => v.TaskId == task.Id && v.Status is VisitStatus.Concluded or VisitStatus.Audited);
            listed += list.Effective.Count();
            tally.Check("every subject of a list was visited", visits.Count(v => v.TaskId == task.Id && v.Status == VisitStatus.Audited) == list.Effective.Count(), () => $"{task.Id}: {list.Effective.Count()} listed, {ended} ended");
        }

        tally.Check("visits planned and to reserves are those that ended or were closed", visits.All(v => v.Status is VisitStatus.Audited or VisitStatus.Closed), () => $"{visits.Count(v => v.Status is not (VisitStatus.Audited or VisitStatus.Closed))} still open");
        tally.Check("results counted are results kept", tally["visits concluded"] == visits.Count(v => v.ConcludedOn is not null), () => $"{tally["visits concluded"]}");
        tally.Check("lists and results agree", listed == visits.Count(v => v.Status == VisitStatus.Audited), () => $"{listed}");
        ImmutableArray<ObligationView> duties = [.. (await views.QueryAllAsync(new AllObligations(), CancellationToken.None)).Where(d => d.Status != ObligationStatus.Lapsed)];
        tally.Check("duties met and missed are all duties", tally["published in time"] + tally["published late"] + tally["published after a secret, by the head's decision"] == duties.Length && duties.All(d => d.PublishedAt is not null), () => $"{duties.Count(d => d.PublishedAt is null)} open");
        tally.Check("what was published is the publication stream", await year.Library.GetRequiredService<Publications>().LastAsync(CancellationToken.None) == duties.Length, () => $"{duties.Length}");
    }

    /// <summary>Every row follows from the log, stream by stream.</summary>
    private static async Task FoldAsync(SimulatedYear year, IViews views)
    {
        ILedger ledger = year.Library.GetRequiredService<ILedger>();
        LedgerEntry[] all =
        [
            .. await ledger.ReadAsync(LedgerLog.Public, 0, int.MaxValue, CancellationToken.None),
            .. await ledger.ReadAsync(LedgerLog.Sealed, 0, int.MaxValue, CancellationToken.None),
        ];

        year.Tally.Count("ledger entries", all.Length);
        DomainViews fold = new(year.Library.GetRequiredService<EventCodec>(), year.Library.GetRequiredService<DrawHashes>());
        ILookup<string, LedgerEntry> streams = all.ToLookup(e => e.Stream, StringComparer.Ordinal);
        foreach (string kind in fold.Kinds)
        {
            foreach (IGrouping<string, LedgerEntry> stream in streams.Where(s => s.Key.StartsWith(kind, StringComparison.Ordinal)))
            {
                foreach (VisitView row in fold.Fold([.. stream]).OfType<VisitView>())
                {
                    year.Tally.Check("A12 a visit's row follows from the log", Equals(row, await views.FindAsync<VisitView>(row.Key, CancellationToken.None)), () => row.Key);
                }
            }
        }
    }
}
