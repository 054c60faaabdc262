using System.Collections.Immutable;
using RandomInspection.Directories;
using RandomInspection.Disclosure;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.SampleData;

namespace RandomInspection.Tests;

/// <content>Where no reserve is left: the supplementary draw.</content>
public abstract partial class ReplacementTests
{
    [Fact]
    public async Task PrepareSupplementAsync_BeforeTheMatch_OwnCeremonyAndItsSelectionJoins()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await DrawnByAsync(way, NoReserves);
        DrawnList list = (await way.Draws.FindListAsync(Way.TaskId, Cancellation))!;
        await LedgerAssert.RefusedAsync(store, "RI2148", () => way.Draws.PrepareSupplementAsync(Way.Operator, Way.TaskId, Key("s"), Cancellation));
        ListedUnit[] gone = [.. list.Effective.Where(u => u.Cell.Class == "A").GroupBy(u => u.Cell.Stratum).Select(s => s.First()).Take(2)];
        await BecomeAsync(store, SubjectStatus.Deregistered, [.. gone.Select(u => u.Id)]);
        foreach (ListedUnit unit in gone)
        {
            Assert.Equal(ListChangeState.Short, (await way.Replacements.ReplaceGoneAsync(Way.Operator, Way.TaskId, unit.Id, Cancellation)).State);
        }

        await way.StepAsync("inspectors");
        await LedgerAssert.RefusedAsync(store, "RI2150", () => way.StepAsync("prepareMatch"), ("count", "2"));
        await LedgerAssert.RefusedAsync(store, "RI2013", () => way.Draws.PrepareSupplementAsync(Way.Officer("scjg-01"), Way.TaskId, Key("s"), Cancellation));
        string draw = (await way.Draws.PrepareSupplementAsync(Way.Operator, Way.TaskId, Key("s"), Cancellation))!;
        Assert.Equal("D2026-0002", draw);
        await LedgerAssert.RefusedAsync(store, "RI2149", () => way.Draws.PrepareSupplementAsync(Way.Operator, Way.TaskId, Key("s"), Cancellation), ("draw", draw));
        await LedgerAssert.RefusedAsync(store, "RI2150", () => way.StepAsync("prepareMatch"));
        await way.CeremonyAsync(draw);

        DrawCeremony ceremony = await way.Draws.FindAsync(draw, Cancellation);
        Assert.Equal((Way.DrawId, 1, 2L), (ceremony.Preparation.Supplements, ceremony.Preparation.Attempt, ceremony.Drawing!.Selected[Way.TaskId]));
        Assert.Equal(Way.DrawId, (await store.Get<IViews>().FindAsync<DrawView>(draw, Cancellation))!.Supplements);
        Assert.Equal([Way.DrawId], (await store.Get<IViews>().QueryAsync(new DrawsOfTask(Way.TaskId), Cancellation)).Select(d => d.Key));
        list = (await way.Draws.FindListAsync(Way.TaskId, Cancellation))!;
        ListedUnit[] newcomers = [.. list.Units.Where(u => u.Draw == draw)];
        Assert.Equal(gone.Select(u => u.Cell).Order(), newcomers.Select(u => u.Cell).Order());
        Assert.True(list.IsSettled);
        Assert.NotNull(await store.Get<IViews>().FindAsync<ObligationView>($"list-{draw}", Cancellation));
        await LedgerAssert.VerifiesAsync(store, draw);
        await VerifiesAsync(store, Way.DrawId);
        await VerifiesAsync(store, draw);
        await way.GoAsync("match", after: "inspectors");
        ImmutableArray<VisitView> visits = await store.Get<IViews>().QueryAllAsync(new VisitsOfTask(Way.TaskId), Cancellation);
        Assert.Equal(list.Effective.Select(u => u.Id).Order(StringComparer.Ordinal), visits.Select(v => v.SubjectCode));
        Assert.Equal(draw, (await way.Visits.FindAsync(visits.First(v => v.SubjectCode == newcomers[0].Id).Key, Cancellation)).Plan.Draw);
        await LedgerAssert.IsSoundAsync(store);
    }

    [Fact]
    public async Task PrepareSupplementAsync_Voided_FurtherAttemptAndTheFirstDrawUntouched()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await DrawnByAsync(way, NoReserves);
        string unit = (await way.Draws.FindListAsync(Way.TaskId, Cancellation))!.Effective.First().Id;
        await BecomeAsync(store, SubjectStatus.Deregistered, unit);
        await way.Replacements.ReplaceGoneAsync(Way.Operator, Way.TaskId, unit, Cancellation);
        string draw = (await way.Draws.PrepareSupplementAsync(Way.Operator, Way.TaskId, Key("s"), Cancellation))!;
        await way.OpenAsync(draw);
        await way.Draws.ProposeVoidAsync(Way.Operator, draw, "停电", Cancellation);
        await way.Draws.ConfirmVoidAsync(Way.Head, draw, Cancellation);
        DrawnList list = (await way.Draws.FindListAsync(Way.TaskId, Cancellation))!;
        Assert.Equal((null, Way.DrawId), (list.Supplement, list.Draw));
        Assert.Single(list.Short);
        string again = (await way.Draws.PrepareSupplementAsync(Way.Operator, Way.TaskId, Key("t"), Cancellation))!;
        Assert.Equal((2, draw), ((await way.Draws.FindAsync(again, Cancellation)).Preparation.Attempt, (await way.Draws.FindAsync(again, Cancellation)).Preparation.Previous!.Draw));
        await way.CeremonyAsync(again);
        await LedgerAssert.VerifiesAsync(store, again);
        await LedgerAssert.IsSoundAsync(store);
    }

    [Fact]
    public async Task PrepareSupplementAsync_WholeCellGone_RecordedAndTheListStaysShort()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync("draw");
        DrawnList list = (await way.Draws.FindListAsync(Way.TaskId, Cancellation))!;
        ListedUnit unit = list.Effective.First();
        string[] cell = [.. SampleSubjects.Generate(500).Where(s => s.Region == unit.Cell.Stratum.ToString() && s.CreditClass == unit.Cell.Class).Select(s => s.Code)];
        await BecomeAsync(store, SubjectStatus.Deregistered, cell);
        foreach (ProvenGone gone in await way.Replacements.FindGoneAsync(Way.TaskId, Cancellation))
        {
            Assert.Equal(ListChangeState.Short, (await way.Replacements.ReplaceGoneAsync(Way.Operator, Way.TaskId, gone.Unit.Id, Cancellation)).State);
        }

        Assert.Null(await way.Draws.PrepareSupplementAsync(Way.Operator, Way.TaskId, Key("s"), Cancellation));
        list = (await way.Draws.FindListAsync(Way.TaskId, Cancellation))!;
        Assert.All(list.Changes, c => Assert.Equal(ListChangeState.NobodyLeft, c.State));
        Assert.True(list.IsSettled);
        await VerifiesAsync(store, Way.DrawId);
        await way.GoAsync("match", after: "draw");
        await LedgerAssert.IsSoundAsync(store);
    }

    [Fact]
    public async Task StaffAsync_SupplementAfterTheMatch_TeamsOfTheClosedVisitsTakeOver()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await DrawnByAsync(way, NoReserves);
        await way.GoAsync("match", after: "draw");
        VisitView row = (await store.Get<IViews>().FindAsync<VisitView>(Way.VisitId, Cancellation))!;
        await LedgerAssert.RefusedAsync(store, "RI2155", () => way.Replacements.StaffAsync(Way.Operator, Way.TaskId, Cancellation));
        await BecomeAsync(store, SubjectStatus.Deregistered, row.SubjectCode);
        await way.Replacements.ReplaceGoneAsync(Way.Operator, Way.TaskId, row.SubjectCode, Cancellation);
        Visit closed = await way.Visits.FindAsync(row.Key, Cancellation);
        Assert.Equal((VisitStatus.Closed, null), (closed.Status, closed.Closing!.TakenOverBy));
        string draw = (await way.Draws.PrepareSupplementAsync(Way.Operator, Way.TaskId, Key("s"), Cancellation))!;
        await way.CeremonyAsync(draw);
        Assert.Equal(1, await way.Replacements.CountToStaffAsync((await way.Draws.FindListAsync(Way.TaskId, Cancellation))!, Cancellation));
        string[] effective = [.. (await way.Draws.FindListAsync(Way.TaskId, Cancellation))!.Effective.Select(unit => unit.Id).Order(StringComparer.Ordinal)];
        Assert.Equal(effective, await ToComeAsync(store));
        string visit = Assert.Single(await way.Replacements.StaffAsync(Way.Operator, Way.TaskId, Cancellation));
        Assert.Equal(effective, await ToComeAsync(store));
        Visit taken = await way.Visits.FindAsync(visit, Cancellation);
        Assert.Equal((draw, closed.Team.DepartmentId, 2), (taken.Plan.Draw, taken.Team.DepartmentId, taken.Team.Officers));
        Assert.NotEmpty(taken.Team.Inspectors.Intersect(closed.Team.Inspectors));
        await LedgerAssert.RefusedAsync(store, "RI2155", () => way.Replacements.StaffAsync(Way.Operator, Way.TaskId, Cancellation));
        await LedgerAssert.IsSoundAsync(store);
    }
}
