using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Tests;

/// <summary>Every step of the way: a restart after it, doing it twice, two doing it at once.</summary>
public abstract class StepTests
{
    /// <summary>What a step says when it was done already; null for those that may be repeated.</summary>
    private static readonly Dictionary<string, string?> Twice = new()
    {
        ["import"] = null,
        ["begin"] = null,
        ["addTask"] = null,
        ["submit"] = "RI2001",
        ["approve"] = "RI2001",
        ["design"] = null,
        ["prepare"] = "RI2103",
        ["enrolOperator"] = "RI1321",
        ["enrolWitness"] = "RI1321",
        ["publicValue"] = "RI1321",
        ["open"] = "RI1320",
        ["commitOperator"] = "RI1324",
        ["commitWitness"] = "RI1324",
        ["revealOperator"] = "RI1324",
        ["revealWitness"] = "RI1324",
        ["enterPublic"] = "RI1324",
        ["draw"] = "RI1320",
        ["inspectors"] = null,
        ["prepareMatch"] = "RI2107",
        ["enrolMatchOperator"] = "RI1321",
        ["enrolMatchWitness"] = "RI1321",
        ["openMatch"] = "RI1320",
        ["commitMatchOperator"] = "RI1324",
        ["commitMatchWitness"] = "RI1324",
        ["revealMatchOperator"] = "RI1324",
        ["revealMatchWitness"] = "RI1324",
        ["match"] = "RI1320",
        ["askRecusal"] = "RI2411",
        ["decideRecusal"] = "RI2409",
        ["replace"] = "RI2302",
        ["approveVisit"] = "RI3020",
        ["arrive"] = "RI2301",
        ["enter"] = null,
        ["conclude"] = "RI2301",
        ["return"] = "RI2301",
        ["concludeAgain"] = "RI2301",
        ["audit"] = "RI2301",
        ["serve"] = "RI2312",
        ["decide"] = null,
        ["publishResult"] = "RI2202",
    };

    public static TheoryData<string> Every => new(Way.Steps);

    public static TheoryData<string> Once => new(Way.Steps.Where(s => Twice[s] is not null));

    public static TheoryData<string> Repeatable => new(Way.Steps.Where(s => Twice[s] is null));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Restart_AfterAnyStep_NothingIsLostAndTheWayGoesOn(string step)
    {
        await using TemporaryStore first = await TemporaryStore.CreateAsync();
        using Way before = new(first);
        await before.GoAsync(step);
        LedgerHead head = await first.Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation);

        await using TemporaryStore second = await TemporaryStore.CreateAsync(first.Folder);
        using Way after = new(second);
        Assert.Equal(head, await second.Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation));
        Assert.Equal(await first.Get<ILedger>().ReadAsync(LedgerLog.Public, 0, 10_000, Cancellation), await second.Get<ILedger>().ReadAsync(LedgerLog.Public, 0, 10_000, Cancellation));
        await LedgerAssert.IsSoundAsync(second);
        await after.GoAsync(Way.Steps[^1], after: step);
        await LedgerAssert.IsSoundAsync(second);
        await LedgerAssert.VerifiesAsync(second, Way.DrawId);
    }

    [Theory]
    [MemberData(nameof(Once))]
    public async Task Step_DoneTwice_RefusedAndNothingWritten(string step)
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync(step);
        await LedgerAssert.RefusedAsync(store, Twice[step]!, () => way.StepAsync(step));
        await LedgerAssert.IsSoundAsync(store);
    }

    [Theory]
    [MemberData(nameof(Repeatable))]
    public async Task Step_RepeatableDoneTwice_OneMoreEntry(string step)
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        using Way way = new(store);
        await way.GoAsync(step);
        LedgerHead before = await store.Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation);
        await way.StepAsync(step);
        Assert.Equal(before.Size + EntriesOf(step), (await store.Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation)).Size);
        await LedgerAssert.IsSoundAsync(store);
    }

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Step_TwoAtOnce_OneWinsTheOtherIsRefusedClearly(string step)
    {
        await using TemporaryStore one = await TemporaryStore.CreateAsync();
        await using TemporaryStore two = await TemporaryStore.CreateAsync(one.Folder);
        using Way first = new(one);
        using Way second = new(two);
        if (step != Way.Steps[0])
        {
            await first.GoAsync(Way.Steps[Way.Steps.ToList().IndexOf(step) - 1]);
        }

        LedgerHead before = await one.Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation);
        using Barrier start = new(2);
        string?[] outcomes = await Task.WhenAll(Attempt(first), Attempt(second));

        string?[] refused = [.. outcomes.Where(o => o is not null)];
        if (Twice[step] is { } code)
        {
            // Whoever reads in between is told by the engine that the officer has left the team.
            Assert.Contains(Assert.Single(refused), (string[])[code, "RI6001", .. step == "replace" ? ["RI3122"] : Array.Empty<string>()]);
        }
        else
        {
            // Both may come through, one after the other; at once, one of them is told.
            Assert.True(refused.Length == 0 || (refused.Length == 1 && refused[0] == "RI6001"), string.Join(' ', refused));
        }

        Assert.Equal(before.Size + (await EntriesOfAsync(one, step) * (2 - refused.Length)), (await two.Get<ILedger>().HeadAsync(LedgerLog.Public, Cancellation)).Size);
        await LedgerAssert.IsSoundAsync(one);
        await LedgerAssert.IsSoundAsync(two);

        Task<string?> Attempt(Way way) => Task.Run(
            async () =>
            {
                start.SignalAndWait(Cancellation);
                try
                {
                    await way.StepAsync(step);
                    return null;
                }
                catch (RefusalException e)
                {
                    return e.Refusal.Code;
                }
            },
            Cancellation);
    }

    /// <summary>Ledger entries of one step: what follows from it is written with it.</summary>
    private static int EntriesOf(string step) => step is "prepare" or "approve" or "draw" or "prepareMatch" or "conclude" or "decide" or "publishResult" ? 2 : 1;

    private static async Task<int> EntriesOfAsync(TemporaryStore store, string step) => step switch
    {
        "match" => 1 + await store.Get<IViews>().CountAsync(new VisitsOfMatch(Way.MatchId), Cancellation),
        "replace" => (await store.Get<ILedger>().ReadAsync(LedgerLog.Public, 0, 10_000, Cancellation)).Count(e => e.Type is "match.seatsChanged" or "visit.officerReplaced"),
        _ => EntriesOf(step),
    };

    [Fact]
    public async Task BeginAsync_ManyAtOnce_NumbersDistinctAndWithoutGaps()
    {
        await using TemporaryStore one = await TemporaryStore.CreateAsync();
        await using TemporaryStore two = await TemporaryStore.CreateAsync(one.Folder);
        string?[] plans = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(
            async () =>
            {
                try
                {
                    return await (i % 2 == 0 ? one : two).Get<PlanWorkflow>().BeginAsync(Way.Drafter, 2026, "计划", Cancellation);
                }
                catch (AppendConflictException)
                {
                    return null;
                }
            },
            Cancellation)));
        string[] begun = [.. plans.OfType<string>().Order(StringComparer.Ordinal)];
        Assert.NotEmpty(begun);
        Assert.Equal(Enumerable.Range(1, begun.Length).Select(n => $"P2026-{n:000}"), begun);
        await LedgerAssert.IsSoundAsync(one);
    }
}
