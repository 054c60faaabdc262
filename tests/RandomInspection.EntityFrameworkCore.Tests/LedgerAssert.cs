using System.Collections.Immutable;
using RandomInspection.Disclosure;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Tests;

/// <summary>What must hold of a store at any time.</summary>
internal static class LedgerAssert
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Sequences and versions without gaps, the head's root and the subtrees over the entries as kept.</summary>
    public static async Task<ImmutableArray<LedgerEntry>> IsWholeAsync(TemporaryStore store)
    {
        ILedger ledger = store.Get<ILedger>();
        ImmutableArray<LedgerEntry> entries = await ledger.ReadAsync(LedgerLog.Public, 0, int.MaxValue, Cancellation);
        Assert.Equal(Enumerable.Range(1, entries.Length).Select(n => (long)n), entries.Select(e => e.Sequence));
        Assert.All(entries.GroupBy(e => e.Stream), stream => Assert.Equal(Enumerable.Range(1, stream.Count()), stream.Select(e => e.Version)));

        MerkleFrontier frontier = MerkleFrontier.Empty;
        List<(TreeNode Node, byte[] Hash)> due = [];
        foreach (LedgerEntry entry in entries)
        {
            frontier = frontier.Append(LedgerLeaf.Tree, LedgerLeaf.Tree.Leaf(LedgerLeaf.Bytes(entry)), (node, hash) => due.Add((node, hash)));
        }

        Assert.Equal(new LedgerHead(entries.Length, Convert.ToHexStringLower(frontier.Root(LedgerLeaf.Tree))), await ledger.HeadAsync(LedgerLog.Public, Cancellation));
        foreach ((TreeNode Node, byte[] Hash)[] some in due.Chunk(400))
        {
            Assert.Equal(some.Select(d => d.Hash), await ledger.ReadNodesAsync(LedgerLog.Public, [.. some.Select(d => d.Node)], Cancellation));
        }

        return entries;
    }

    /// <summary>The log is whole, and every row is as its stream gives it.</summary>
    public static async Task IsSoundAsync(TemporaryStore store)
    {
        ImmutableArray<LedgerEntry> entries = await IsWholeAsync(store);
        List<object> rows = [];
        foreach (IGrouping<string, LedgerEntry> stream in entries.GroupBy(e => e.Stream))
        {
            object[] events = [.. stream.Select(DomainEvents.Codec.Decode)];
            switch (events[0])
            {
                case PlanEvent:
                    AnnualPlan plan = AnnualPlan.Replay([.. events.Cast<PlanEvent>()]);
                    rows.AddRange([PlanView.Of(plan), .. TaskView.Of(plan)]);
                    break;
                case CeremonyEvent:
                    DrawCeremony ceremony = DrawCeremony.Replay(new DrawHashes(), [.. events.Cast<CeremonyEvent>()]);
                    int year = int.Parse(ceremony.Id.AsSpan(1, 4), System.Globalization.CultureInfo.InvariantCulture);
                    rows.Add(ceremony.Preparation.Match is null ? DrawView.Of(ceremony, year) : MatchView.Of(ceremony, year));
                    break;
                case VisitEvent:
                    Visit visit = Visit.Replay([.. events.Cast<VisitEvent>()]);
                    rows.AddRange([VisitView.Of(visit), .. SeatView.Of(visit)]);
                    break;
                case RecusalEvent:
                    rows.Add(RecusalView.Of(Recusal.Replay([.. events.Cast<RecusalEvent>()]), stream.First().At));
                    break;
                case FeedbackEvent.Given given:
                    rows.Add(FeedbackView.Of(stream.Key["feedback/".Length..], given));
                    break;
                case ListEvent:
                    string task = stream.Key["list/".Length..];
                    DrawnList list = (await store.Get<DrawWorkflow>().FindListAsync(task, Cancellation))!;
                    rows.AddRange(ReplacementView.Of(list, (await store.Get<IViews>().FindAsync<TaskView>(task, Cancellation))!.DepartmentId));
                    break;
                case DisclosureEvent:
                    rows.Add(ObligationView.Of(DisclosureObligation.Replay([.. events.Cast<DisclosureEvent>()])));
                    break;
                default:
                    break;
            }
        }

        IViews views = store.Get<IViews>();
        object[] kept =
        [
            .. await views.QueryAllAsync(new AllPlans(), Cancellation),
            .. await views.QueryAllAsync(new AllTasks(), Cancellation),
            .. await views.QueryAllAsync(new AllDraws(), Cancellation),
            .. await views.QueryAllAsync(new AllMatches(), Cancellation),
            .. await views.QueryAllAsync(new Specification<VisitView>(_ => true, v => v.Key), Cancellation),
            .. await views.QueryAllAsync(new Specification<SeatView>(_ => true, v => v.Key), Cancellation),
            .. await views.QueryAllAsync(new Specification<RecusalView>(_ => true, v => v.Key), Cancellation),
            .. await views.QueryAllAsync(new Specification<ReplacementView>(_ => true, v => v.Key), Cancellation),
            .. await views.QueryAllAsync(new AllFeedback(), Cancellation),
            .. await views.QueryAllAsync(new AllObligations(), Cancellation),
        ];
        Assert.Equal(rows.Select(r => r.ToString()).Order(StringComparer.Ordinal), kept.Select(r => r.ToString()).Order(StringComparer.Ordinal));
    }

    /// <summary>A step is refused with this code, and nothing is written.</summary>
    public static async Task<Refusal> RefusedAsync(TemporaryStore store, string code, Func<Task> step, params (string Name, string Value)[] values)
    {
        LedgerHead before = await store.Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation);
        RefusalException refused = await Assert.ThrowsAnyAsync<RefusalException>(step);
        Assert.Equal(code, refused.Refusal.Code);
        foreach ((string name, string value) in values)
        {
            Assert.Equal($"{name}={value}", $"{name}={refused.Refusal[name]}");
        }

        Assert.Equal(before, await store.Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation));
        return refused.Refusal;
    }

    public static async Task VerifiesAsync(TemporaryStore store, string draw)
    {
        DrawWorkflow draws = store.Get<DrawWorkflow>();
        byte[] record = (await draws.AuditorRecordAsync(draw, Cancellation))!;
        Dictionary<string, byte[]> frames = [];
        Dictionary<string, FrameKey> keys = [];
        foreach (RecordedTask task in RecordDocument.Read(record).Tasks)
        {
            frames[task.Id] = await draws.FrameFileAsync(draw, task.Id, Cancellation);
            keys[task.Id] = await draws.FrameKeyAsync(draw, task.Id, Cancellation);
        }

        RecordVerification found = store.Get<RecordVerifier>().Verify(record, frames, keys);
        Assert.True(found.Verifies, string.Join('\n', found.Steps.Select(s => $"{s.Status} {s.English}")));
    }
}
